//! Finds the sentences of a paragraph, and the quoted text in them.

use std::ops::Range;

/// Abbreviations, whose full stop does not end a sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "vs", "e.g", "i.e", "etc", "sq", "ft", "st", "no", "inc", "approx",
    "a.k.a", "jr",
];

/// The byte ranges of the sentences, without white space around them.
pub(in crate::ingest) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let is_end = match c {
            '\n' | '。' | '！' | '？' => true,
            '.' | '!' | '?' => {
                let mut after = text.get(at + 1..).unwrap_or_default();
                after = after.trim_start_matches(['"', '”', '’', ')', '\'']);
                let begins = after.trim_start().chars().next();
                after.is_empty()
                    || after.starts_with(char::is_whitespace)
                        && begins.is_none_or(|c| !c.is_lowercase())
                        && !is_abbreviation(text.get(start..at).unwrap_or_default(), c)
            }
            _ => false,
        };
        if is_end {
            let mut end = at + c.len_utf8();
            while let Some((_, mark)) =
                characters.next_if(|(_, c)| matches!(c, '"' | '”' | '’' | ')'))
            {
                end += mark.len_utf8();
            }
            push(&mut ranges, text, start..end);
            start = end;
        }
    }
    push(&mut ranges, text, start..text.len());
    ranges
}

fn push(ranges: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let piece = text.get(range.clone()).unwrap_or_default();
    let trimmed = piece.trim();
    if !trimmed.is_empty() {
        let lead = piece.len() - piece.trim_start().len();
        ranges.push(range.start + lead..range.start + lead + trimmed.len());
    }
}

fn is_abbreviation(before: &str, mark: char) -> bool {
    let word =
        before.rsplit(char::is_whitespace).next().unwrap_or_default().trim_start_matches('(');
    let is_initial =
        word.chars().count() == 1 && word.starts_with(char::is_uppercase) && word != "I";
    mark == '.' && (is_initial || ABBREVIATIONS.contains(&word.to_lowercase().as_str()))
}

/// The byte ranges inside quotation marks, without the marks.
pub(super) fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut open: Option<(char, usize)> = None;
    for (at, c) in text.char_indices() {
        match (open, c) {
            (None, '“' | '"' | '«' | '»' | '„' | '「' | '『') => {
                let close = match c {
                    '«' => '»',
                    '»' => '«',
                    '「' => '」',
                    '『' => '』',
                    '"' => '"',
                    _ => '”',
                };
                open = Some((close, at + c.len_utf8()));
            }
            (None, '‘') => open = Some(('’', at + c.len_utf8())),
            // "‘Looms don’t lie’": an apostrophe is between letters and closes nothing.
            (Some(('’', _)), '’')
                if text
                    .get(at + c.len_utf8()..)
                    .is_some_and(|rest| rest.starts_with(char::is_alphanumeric)) => {}
            // German closes with the mark that English opens with; keyboards type a straight one.
            (Some((close, start)), c) if c == close || close == '”' && matches!(c, '“' | '"') =>
            {
                ranges.push(start..at);
                open = None;
            }
            _ => {}
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_stop_ends_a_sentence_unless_it_abbreviates() {
        check("One. Two! Three?", &["One.", "Two!", "Three?"]);
        check("A 20 sq. ft. hall, e.g. this. Next", &["A 20 sq. ft. hall, e.g. this.", "Next"]);
        check(
            "J. Weaver of Warp Inc. spoke. He left.",
            &["J. Weaver of Warp Inc. spoke.", "He left."],
        );
        check("He said “No.” Then left.", &["He said “No.”", "Then left."]);
        check("Version 1.2 is out", &["Version 1.2 is out"]);
        check("", &[]);
    }

    #[test]
    fn quotation_marks_of_several_kinds_pair_up() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = quoted(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected);
        };
        check("a “b c” d \"e\" «f» „g“", &["b c", "e", "f", "g"]);
        check("„b c\" and “d\" and \"e f\"", &["b c", "d", "e f"]);
        check("it’s 5\" wide", &[]);
    }
}
