//! Explains in plain words why a header cannot be read, and what to write instead.

use super::fields::SyntaxProblem;
use crate::ingest::diagnostic::{Diagnostic, Severity};
use crate::ingest::source::Source;
use std::ops::Range;

/// What is wrong, where, and what to do.
#[derive(Debug, Eq, PartialEq)]
struct Explained {
    /// What is wrong.
    message: String,
    /// What to write.
    help: String,
    /// Where, in bytes of the file.
    span: Range<usize>,
}

/// The report that a header cannot be read.
pub(super) fn unreadable(source: &Source, problem: &SyntaxProblem, is_toml: bool) -> Diagnostic {
    let explained = explained(&source.text, problem, is_toml);
    let message = format!("the header cannot be read: {}", explained.message);
    let (severity, code) = (Severity::Error, "front-matter");
    source.diagnostic(severity, code, explained.span, message, &explained.help)
}

/// The report that a header is read although it does not follow its format.
pub(super) fn as_typed(source: &Source, problem: &SyntaxProblem, is_toml: bool) -> Diagnostic {
    let explained = explained(&source.text, problem, is_toml);
    let message = format!(
        "the header was read, although it breaks a rule of its format: {}",
        explained.message
    );
    let (severity, code) = (Severity::Warning, "front-matter-as-typed");
    source.diagnostic(severity, code, explained.span, message, &explained.help)
}

/// Explains a problem of a header. `text` is the whole file; `is_toml` says how the fences mark the header.
fn explained(text: &str, problem: &SyntaxProblem, is_toml: bool) -> Explained {
    let at = problem.span.start.min(text.len());
    let start = text.get(..at).and_then(|head| head.rfind('\n')).map_or(0, |end| end + 1);
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let above = text.get(..start).unwrap_or_default();
    let (key, value) = line.split_once(':').map_or(("", ""), |(key, value)| (key, value.trim()));
    let told = |message: &str, help: String| Explained {
        message: message.to_owned(),
        help,
        span: problem.span.clone(),
    };
    let message = problem.message.as_str();
    if !is_toml && is_pair(line, '=') {
        let help = "write +++ instead of --- above and below the header, or \"key: value\"";
        return told("this line is TOML, but the fences are those of YAML", help.to_owned());
    }
    if is_toml && is_pair(line, ':') {
        let help = "write --- instead of +++ above and below the header, or \"key = value\"";
        return told("this line is YAML, but the fences are those of TOML", help.to_owned());
    }
    if message.contains("repeats or nests") || message.contains("refers to itself") {
        return told(message, "write the values out instead of repeating them".to_owned());
    }
    if let Some(found) = tab(text, at) {
        let help = "replace the tab at the start of the line with spaces".to_owned();
        return Explained { span: found, ..told("there is a tab where spaces are expected", help) };
    }
    if let Some(found) = open_quote(above, line, start).filter(|_| message.contains("quoted")) {
        let help = "close it at the end of the value".to_owned();
        return Explained { span: found, ..told("a quotation mark is never closed", help) };
    }
    if message.contains("trailing content after") {
        let help = "put the value in double quotation marks; inside single ones, write '' for an apostrophe";
        return told("text follows the closing quotation mark", help.to_owned());
    }
    if message.contains("unclosed bracket") {
        return told("a bracket is never closed", "close the list with ]".to_owned());
    }
    if value.starts_with('[') && message.contains("expected key") {
        return told("text follows the closing bracket of a list", in_quotes(key, value));
    }
    let is_unquoted = !value.starts_with(['"', '\'', '[', '{']);
    let needs_quotes =
        value.contains(": ") || value.starts_with(['@', '`', '*', '&', '!', '%', '|', '>']);
    if is_unquoted && needs_quotes {
        let message = if message.contains("mapping values") {
            "a value that contains \": \" needs quotation marks"
        } else {
            message
        };
        return told(message, in_quotes(key, value));
    }
    if line.starts_with(' ') && message.contains("mapping values") {
        let help = "begin each key at the start of its line".to_owned();
        return told("this line is indented, but the line above has a value already", help);
    }
    let help = "write each key on a line of its own, e.g. title: \"A week at LoomConf 2024\"";
    told(message, help.to_owned())
}

/// Whether a line is a key and a value with that mark between them.
fn is_pair(line: &str, mark: char) -> bool {
    let is_key = |key: &str| {
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
    };
    line.split_once(mark).is_some_and(|(key, value)| {
        is_key(key.trim()) && (mark == '=' || value.starts_with(' ')) && !value.trim().is_empty()
    })
}

fn in_quotes(key: &str, value: &str) -> String {
    const LONGEST: usize = 80;
    if value.len() >= LONGEST {
        return "put the value in quotation marks".to_owned();
    }
    let value = value.replace('\\', "\\\\").replace('"', "\\\"");
    format!("put the value in quotation marks: {}: \"{value}\"", key.trim_end())
}

/// A tab at the start of the line with the problem or of the next one.
fn tab(text: &str, at: usize) -> Option<Range<usize>> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let next = text.get(at..)?.find('\n').map(|end| at + end + 1);
    let mut starts = [Some(start), next].into_iter().flatten();
    let found =
        starts.find(|start| text.get(*start..).is_some_and(|rest| rest.starts_with('\t')))?;
    Some(found..found + 1)
}

/// The quotation mark that opens a value and that no mark closes, in the last lines before the problem.
fn open_quote(above: &str, line: &str, start: usize) -> Option<Range<usize>> {
    const MOST_LINES: usize = 20;
    let mut end = start;
    let lines = above.split_inclusive('\n').rev().take(MOST_LINES);
    let lines = lines.map(|line| {
        end -= line.len();
        (end, line.trim_end())
    });
    std::iter::once((start, line)).chain(lines).find_map(|(start, line)| {
        let (key, value) = line.split_once(':')?;
        let value = value.trim();
        let mark = value.chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
        let is_open = value.len() == 1 || !value.ends_with(mark);
        let at = start + key.len() + 1 + line.get(key.len() + 1..)?.find(mark)?;
        is_open.then_some(at..at + 1)
    })
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;

    #[test]
    fn a_broken_header_is_explained_in_plain_words() {
        for (header, line, message, help) in [
            (
                "title: 'It's LoomConf 2019'",
                2,
                "text follows the closing quotation mark",
                "put the value in double quotation marks",
            ),
            (
                "title: [LoomConf 2019] my notes",
                2,
                "text follows the closing bracket of a list",
                "put the value in quotation marks: title: \"[LoomConf 2019] my notes\"",
            ),
            ("title = \"LoomConf 2019\"", 2, "this line is TOML", "write +++ instead of ---"),
            (
                "title: LoomConf: Oslo 2019",
                2,
                "a value that contains \": \" needs quotation marks",
                "put the value in quotation marks: title: \"LoomConf: Oslo 2019\"",
            ),
            (
                "title: \"LoomConf 2019\nauthor: Ada",
                2,
                "a quotation mark is never closed",
                "close it at the end of the value",
            ),
            (
                "title: LoomConf 2019\n\tauthor: Ada",
                3,
                "there is a tab where spaces are expected",
                "replace the tab",
            ),
            (
                "title: LoomConf 2019\n author: Ada",
                3,
                "this line is indented, but the line above has a value already",
                "begin each key at the start of its line",
            ),
            ("tags: [a, b", 2, "a bracket is never closed", "close the list with ]"),
        ] {
            let file = format!("---\n{header}\n---\nLoud.\n");
            let problem = ingest("a.md", file.as_bytes()).diagnostics.remove(0);
            assert!(problem.message.contains(message), "{header}: {}", problem.message);
            assert!(problem.help.contains(help), "{header}: {}", problem.help);
            assert_eq!(problem.line, line, "{header}");
        }
        let file = "+++\ntitle: 'LoomConf'\n+++\nLoud.\n";
        let problem = ingest("a.md", file.as_bytes()).diagnostics.remove(0);
        assert!(problem.message.contains("this line is YAML"), "{}", problem.message);
    }
}
