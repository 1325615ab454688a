//! Reads a header that nothing closes: up to the first blank line, if it is clear what belongs to it.

use crate::ingest::diagnostic::{Diagnostic, Severity};
use crate::ingest::source::Source;
use std::ops::Range;

/// How many lines below the blank line are searched for further keys.
const NEAR: usize = 40;

/// Keys that keep a text from readers. One below the blank line must not be lost.
const PRIVATE: [&str; 8] =
    ["draft", "private", "publish", "published", "unlisted", "hidden", "visibility", "sharing"];

/// The fence that opens a header and that no later line repeats: `---` or `+++`.
fn fence(source: &Source) -> Option<&str> {
    let first = source.line(1).trim_end();
    ((first == "---" || first == "+++") && has_key(source.line(2))).then_some(first)
}

/// The bytes of the keys below an open fence. `None` if the keys do not end at a blank line with text below it, or if a
/// key farther down may say that the text is private.
pub(super) fn open_keys(source: &Source) -> Option<Range<usize>> {
    let start = fence(source)?.len() + 1;
    let text = source.text.get(start..)?;
    let length = text.find("\n\n")? + 1;
    let (keys, body) = text.split_at_checked(length)?;
    let mut lines = keys.lines();
    let belongs = |line: &str| has_key(line) || line.starts_with([' ', '\t', '-', '#']);
    let may_hide = |line: &str| {
        let key = line.split([':', '=']).next().unwrap_or_default().trim().to_lowercase();
        PRIVATE.contains(&key.as_str())
    };
    let is_clear = lines.next().is_some_and(has_key)
        && lines.all(belongs)
        && !body.trim().is_empty()
        && !body.lines().take(NEAR).any(may_hide);
    is_clear.then(|| start..start + length)
}

/// The report on a header that nothing closes; `is_read` says whether its keys were clear.
pub(super) fn unclosed(source: &Source, is_read: bool) -> Option<Diagnostic> {
    let first = fence(source)?;
    let message = format!("the header that begins here has no closing {first}");
    let message =
        if is_read { format!("{message}; it was read up to the blank line") } else { message };
    let severity = if is_read { Severity::Warning } else { Severity::Error };
    let help = format!("write {first} on a line of its own below the last key");
    Some(source.diagnostic(severity, "front-matter-unclosed", 0..first.len(), message, &help))
}

/// Whether a line begins with a key in the form that headers use.
pub(super) fn has_key(line: &str) -> bool {
    line.split_once([':', '=']).is_some_and(|(key, value)| {
        let key = key.trim_end().trim_matches('"');
        let is_section = value.starts_with([' ', '\t', '\n', '\r', '"', '[']) || value.is_empty();
        is_section
            && !key.is_empty()
            && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
    })
}

#[cfg(test)]
mod tests {
    use crate::ingest::diagnostic::Severity;
    use crate::ingest::ingest;

    /// The title and the number of notes of a file, and how its open header was reported.
    fn read(text: &str) -> (Option<(String, usize)>, Option<Severity>) {
        let found = ingest("a.md", text.as_bytes());
        let report = found.diagnostics.iter().find(|it| it.code == "front-matter-unclosed");
        let draft = found.draft.map(|draft| (draft.title.0.clone(), draft.notes.len()));
        (draft, report.map(|it| it.severity))
    }

    #[test]
    fn keys_up_to_a_blank_line_are_a_header() {
        let read_with = |text: &str| {
            let (draft, severity) = read(text);
            assert_eq!(severity, Some(Severity::Warning), "{text}");
            assert_eq!(draft, Some(("LoomConf 2019: loud".to_owned(), 1)), "{text}");
        };
        read_with("---\ntitle: \"LoomConf 2019: loud\"\ndate: 2019-05-04\n\nIt was loud.\n");
        read_with(
            "---\ntitle: \"LoomConf 2019: loud\"\ntags:\n  - looms\n  - wool\n\nIt was loud.\n",
        );
        read_with("+++\ntitle = \"LoomConf 2019: loud\"\n\nIt was loud.\n");
    }

    #[test]
    fn a_header_without_a_clear_end_is_an_error() {
        for text in [
            "---\ntitle: a\ntext goes on",
            "---\ntitle: a\nIt was loud.\n\nVery.\n",
            "---\ntitle: a\n\n",
            "---\ntitle: a\n\ndraft: true\nIt was loud.\n",
            "---\ntitle: a\n\n\npublished: false\n\nIt was loud.\n",
        ] {
            assert_eq!(read(text).1, Some(Severity::Error), "{text}");
            assert!(read(text).0.is_none_or(|(_, notes)| notes == 0), "{text}");
        }
    }

    #[test]
    fn a_rule_above_text_is_no_header() {
        assert_eq!(read("---\n\nLoomConf was loud.\n").1, None);
        assert_eq!(read("---\nLoomConf was loud.\n\nVery.\n").1, None);
    }
}
