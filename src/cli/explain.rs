//! `hallway explain CODE`: the cause of a diagnostic, an example and its fix. The text is the guide page on reports.

use super::error::CommandError;
use std::io::Write;

/// The guide page. Each code has a heading of the third level.
const GUIDE: &str = include_str!("../../public/docs/guide/reports.md");

/// Prints what a code means or, without one, every code with its first sentence.
pub(super) fn run(code: Option<&str>, out: &mut dyn Write) -> Result<(), CommandError> {
    let Some(code) = code else {
        for (code, text) in sections() {
            writeln!(out, "{code:24}{}", first_sentence(text)).map_err(CommandError::Output)?;
        }
        return Ok(());
    };
    // People paste the code as a report shows it: `uncertain[talk-uncertain]`.
    let code = code.rsplit('[').next().unwrap_or(code).trim_end_matches(']');
    let found = sections().find(|(name, _)| *name == code);
    let (name, text) = found.ok_or_else(|| CommandError::NoSuchCode(code.to_owned()))?;
    writeln!(out, "{name}\n\n{text}").map_err(CommandError::Output)
}

/// The first sentence of a text, on one line.
fn first_sentence(text: &str) -> String {
    let paragraph = text.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    let end = paragraph.find(". ").map_or(paragraph.len(), |at| at + 1);
    paragraph.get(..end).unwrap_or_default().to_owned()
}

/// The codes of the guide page, each with its text.
fn sections() -> impl Iterator<Item = (&'static str, &'static str)> {
    let sections = GUIDE.split("\n### `").skip(1);
    sections.filter_map(|section| {
        let (code, text) = section.split_once("`\n")?;
        Some((code, text.split("\n## ").next().unwrap_or(text).trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::CODES;

    #[test]
    fn the_guide_explains_every_code_and_no_other() {
        let explained: Vec<&str> = sections().map(|(code, _)| code).collect();
        let missing: Vec<_> = CODES.iter().filter(|code| !explained.contains(code)).collect();
        let unknown: Vec<_> = explained.iter().filter(|code| !CODES.contains(code)).collect();
        assert!(missing.is_empty() && unknown.is_empty(), "{missing:?} {unknown:?}");
        assert_eq!(explained.len(), CODES.len());
    }

    #[test]
    fn the_list_has_whole_sentences() {
        assert_eq!(first_sentence("One\nsentence. Another.\n\nMore."), "One sentence.");
        assert_eq!(first_sentence("Only one."), "Only one.");
        for (code, text) in sections() {
            assert!(first_sentence(text).ends_with(['.', ':']), "{code}: {}", first_sentence(text));
        }
    }

    #[test]
    fn each_code_has_an_example_and_a_fix() {
        for (code, text) in sections() {
            assert!(text.contains("\n**Fix.** "), "{code}: {text}");
            assert!(text.contains("```") || text.contains("**Example.** "), "{code}: {text}");
        }
    }
}
