//! Finds quoted text.

use std::ops::Range;

/// The byte ranges inside quotation marks, without the marks.
pub(super) fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut open: Option<(char, usize)> = None;
    for (at, c) in text.char_indices() {
        match (open, c) {
            (None, '“' | '"' | '«' | '»' | '„' | '「' | '『' | '《') => {
                let close = match c {
                    '«' => '»',
                    '»' => '«',
                    '「' => '」',
                    '『' => '』',
                    '《' => '》',
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
