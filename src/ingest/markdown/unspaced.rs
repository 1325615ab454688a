//! Reads headings that have no space after their marks: "##Looms that sing".

use crate::ingest::passage::{Passage, push_text};
use crate::model::{Block, Inline, inline_text};

/// Turns lines that begin with such marks into headings. A single mark may also begin a tag, so it needs several words,
/// and must be at the top of the text or begin several paragraphs.
pub(super) fn raise_unspaced_headings(passages: &mut Vec<Passage>) {
    const FEWEST: usize = 2;
    let begins_single = |passage: &Passage| {
        let Block::Paragraph(text) = &passage.block else { return false };
        lines(text).first().is_some_and(|line| marks(line, true) == Some(1))
    };
    let are_single = passages.iter().filter(|passage| begins_single(passage)).count() >= FEWEST;
    let raised = |at: usize, passage: &Passage| {
        let Block::Paragraph(text) = &passage.block else { return false };
        let may_be_single = |line: usize| line == 0 && (at == 0 || are_single);
        lines(text).iter().enumerate().any(|(line, it)| marks(it, may_be_single(line)).is_some())
    };
    if !passages.iter().enumerate().any(|(at, passage)| raised(at, passage)) {
        return;
    }
    for (at, passage) in std::mem::take(passages).into_iter().enumerate() {
        if raised(at, &passage) {
            passages.extend(cut(&passage, at == 0 || are_single));
        } else {
            passages.push(passage);
        }
    }
}

/// Splits a paragraph into headings and the paragraphs between them.
fn cut(passage: &Passage, is_top: bool) -> Vec<Passage> {
    let Block::Paragraph(text) = &passage.block else { return vec![passage.clone()] };
    let mut found: Vec<Passage> = Vec::new();
    let mut is_open = false;
    for (at, (line, number)) in lines(text).into_iter().zip(passage.first..).enumerate() {
        let number = number.min(passage.last);
        if let Some(level) = marks(&line, is_top && at == 0) {
            let block = Block::Heading { level, text: without_marks(line, level) };
            found.push(Passage::new(block, number, number));
            is_open = false;
            continue;
        }
        match found.last_mut() {
            Some(Passage { block: Block::Paragraph(text), last, .. }) if is_open => {
                push_text(text, "\n");
                append(text, line);
                *last = number;
            }
            _ => found.push(Passage::new(Block::Paragraph(line), number, number)),
        }
        is_open = true;
    }
    found
}

/// The lines of a paragraph, which the Markdown reader keeps as `\n` within texts.
fn lines(inlines: &[Inline]) -> Vec<Vec<Inline>> {
    let mut lines: Vec<Vec<Inline>> = vec![Vec::new()];
    for inline in inlines {
        let Inline::Text(text) = inline else {
            if let Some(line) = lines.last_mut() {
                line.push(inline.clone());
            }
            continue;
        };
        for (at, part) in text.split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut() {
                push_text(line, part);
            }
        }
    }
    lines
}

fn append(text: &mut Vec<Inline>, line: Vec<Inline>) {
    for inline in line {
        if let Inline::Text(words) = &inline {
            push_text(text, words);
        } else {
            text.push(inline);
        }
    }
}

/// The number of marks at the start of a line, if it is a heading.
fn marks(line: &[Inline], is_top: bool) -> Option<u8> {
    let Some(Inline::Text(text)) = line.first() else { return None };
    let words = text.trim_start_matches('#');
    let count = u8::try_from(text.len() - words.len()).ok()?;
    let is_title = || {
        let whole = inline_text(line);
        let mut others = whole.split_whitespace().skip(1).peekable();
        words.starts_with(char::is_uppercase)
            && others.peek().is_some()
            && others.all(|word| !word.starts_with('#'))
            && !whole.ends_with(['.', ',', ';'])
    };
    let begins = words.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '“' | '«'))
        || words.is_empty() && line.len() > 1;
    let is_heading = begins && (2..=6).contains(&count) || is_top && count == 1 && is_title();
    is_heading.then_some(count)
}

fn without_marks(mut line: Vec<Inline>, level: u8) -> Vec<Inline> {
    if let Some(Inline::Text(text)) = line.first_mut() {
        text.drain(..usize::from(level));
    }
    if let Some(Inline::Text(text)) = line.last_mut() {
        let kept = text.trim_end_matches([' ', '#']).len();
        text.truncate(kept);
    }
    line.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
    line
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;
    use crate::model::{Block, inline_text, plain_text};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let draft = ingest("a.md", text.as_bytes()).draft.unwrap();
        let shown = draft.passages.iter().map(|passage| {
            let words = if let Block::Heading { level, text } = &passage.block {
                format!("{level} {}", inline_text(text))
            } else {
                plain_text(std::slice::from_ref(&passage.block))
            };
            format!("{}: {words}", passage.first)
        });
        let title = (!draft.title.0.is_empty()).then(|| format!("title {}", draft.title.0));
        assert_eq!(title.into_iter().chain(shown).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn marks_need_no_space() {
        check(
            "#Loom days\n\n##Looms *that* sing##\nIt was good.\nReally.\n###Wool\n\nNo #1.",
            &[
                "title Loom days",
                "3: 2 Looms that sing",
                "4: It was good. Really.",
                "6: 3 Wool",
                "8: No #1.",
            ],
        );
    }

    #[test]
    fn tags_and_numbers_stay() {
        check("It was #fine\nand #1 of all.", &["1: It was #fine and #1 of all."]);
        check("#loom is a tag.\n\n#Loom too.", &["1: #loom is a tag.", "3: #Loom too."]);
        check("#Loom and #Wool\nText.", &["1: #Loom and #Wool Text."]);
        check(
            "Fine.\n\n#Loom is a tag.\n\n#Wool as well.",
            &["1: Fine.", "3: #Loom is a tag.", "5: #Wool as well."],
        );
    }

    #[test]
    fn single_marks_before_several_paragraphs_make_headings() {
        check(
            "Notes.\n\n#Ada Weaver - Looms that sing\nLoud.\n\n#Bo Reed - Nets at sea\nWet.",
            &[
                "1: Notes.",
                "3: 1 Ada Weaver - Looms that sing",
                "4: Loud.",
                "6: 1 Bo Reed - Nets at sea",
                "7: Wet.",
            ],
        );
    }
}
