//! Finds the headings that a block of HTML swallows, as `<br/>` does when no blank line follows it.

use std::ops::Range;

/// HTML whose contents are no Markdown.
const RAW: [&str; 7] = ["<script", "<style", "<pre", "<textarea", "<!", "<?", "<svg"];

/// The parts of a block of HTML that begin with a heading, each up to the next one. Renderers of blogs end the block
/// there; the standard would keep the headings as text.
pub(super) fn headed_parts(text: &str, block: Range<usize>) -> Vec<Range<usize>> {
    let html = text.get(block.clone()).unwrap_or_default();
    let begins = |start: &str| {
        html.get(..start.len()).is_some_and(|words| words.eq_ignore_ascii_case(start))
    };
    if RAW.iter().any(|start| begins(start)) {
        return Vec::new();
    }
    let mut at = block.start;
    let mut is_code = false;
    let mut parts: Vec<Range<usize>> = Vec::new();
    for line in html.split_inclusive('\n') {
        if line.starts_with("```") || line.starts_with("~~~") {
            is_code = !is_code;
        }
        if is_heading(line) && !is_code && at > block.start {
            parts.push(at..block.end);
            if let [.., before, _] = parts.as_mut_slice() {
                before.end = at;
            }
        }
        at += line.len();
    }
    parts
}

fn is_heading(line: &str) -> bool {
    let words = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - words.len())) && words.starts_with([' ', '\t'])
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;
    use crate::model::{Block, plain_text};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let draft = ingest("a.md", text.as_bytes()).draft.unwrap();
        let shown = draft.passages.iter().map(|passage| {
            let mark = if matches!(passage.block, Block::Heading { .. }) { "#" } else { "" };
            let words = plain_text(std::slice::from_ref(&passage.block));
            format!("{}: {mark}{}", passage.first, words.trim())
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn headings_end_html_without_a_blank_line() {
        check(
            "Intro.\n\n<br/>\n## Day 1\n### Looms\nThey *sing*.\n\nMore.",
            &["1: Intro.", "4: #Day 1", "5: #Looms", "6: They sing.", "8: More."],
        );
        check(
            "Intro.\n\n<div>\nfree\n</div>\n## Looms\n- one\n<hr>\n## Wool\n",
            &["1: Intro.", "4: free", "6: #Looms", "7: one", "9: #Wool"],
        );
    }

    #[test]
    fn code_is_no_heading() {
        check("Intro.\n\n<pre>\n# a comment\n</pre>\n", &["1: Intro.", "4: # a comment"]);
    }
}
