//! Blocks as the words a reader would hear.

use super::{Block, Inline};

/// The text of `blocks`, a line per block, list item and table row, without marks. Addresses and
/// videos have no words and are left out.
pub fn plain_text(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    push_blocks(&mut lines, blocks);
    lines.retain(|line| !line.trim().is_empty());
    lines.join("\n")
}

fn push_blocks(lines: &mut Vec<String>, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Paragraph(text) | Block::Heading { text, .. } => lines.push(inline_text(text)),
            Block::List { items, .. } => items.iter().for_each(|item| push_blocks(lines, item)),
            Block::Quote(blocks) => push_blocks(lines, blocks),
            Block::Code { text, .. } => lines.push(text.trim_end().to_owned()),
            Block::Image { alt, .. } => lines.push(alt.clone()),
            Block::Table(rows) => lines.extend(rows.iter().map(|row| {
                let cells: Vec<String> = row.iter().map(|cell| inline_text(cell)).collect();
                cells.join(" ")
            })),
            Block::Video(_) | Block::Rule => {}
        }
    }
}

/// The text of `inlines` on one line, without marks.
pub fn inline_text(inlines: &[Inline]) -> String {
    let mut line = String::new();
    push_inlines(&mut line, inlines);
    line
}

fn push_inlines(line: &mut String, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => line.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Deleted(inner) => {
                push_inlines(line, inner);
            }
            Inline::Link { text, .. } => push_inlines(line, text),
            Inline::Break => line.push(' '),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Provider, Video};

    fn text(text: &str) -> Vec<Inline> {
        vec![Inline::Text(text.to_owned())]
    }

    #[track_caller]
    fn check(blocks: &[Block], expected: &str) {
        assert_eq!(plain_text(blocks), expected);
    }

    #[test]
    fn marks_go_and_words_stay() {
        let link = Inline::Link { url: "https://a.example".to_owned(), text: text("the mesh") };
        let strong = Inline::Strong(vec![Inline::Emphasis(text("really")), Inline::Break, link]);
        check(&[Block::Paragraph([text("We "), vec![strong]].concat())], "We really the mesh");
    }

    #[test]
    fn every_block_has_a_line() {
        let items = vec![
            vec![Block::Paragraph(text("one"))],
            vec![Block::Quote(vec![Block::Paragraph(text("two"))])],
        ];
        let blocks = [
            Block::Heading { level: 2, text: text("Head") },
            Block::List { start: None, items },
            Block::Rule,
            Block::Code { language: "sh".to_owned(), text: "ls\npwd\n".to_owned() },
            Block::Image {
                url: "https://a.example/b.png".to_owned(),
                alt: "a cat".to_owned(),
                size: None,
                link: String::new(),
            },
            Block::Video(Video { provider: Provider::Vimeo, id: "1".to_owned() }),
            Block::Table(vec![vec![text("a"), text("b")], vec![text("c"), text("d")]].into()),
        ];
        check(&blocks, "Head\none\ntwo\nls\npwd\na cat\na b\nc d");
        check(&[], "");
    }
}
