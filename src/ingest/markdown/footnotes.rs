//! Footnotes: each goes to the end of the note that refers to it, with links in both directions.
//!
//! A reference is a link without text. While a file is read, it has the name that the author gave it. In a note it has
//! a number, because only the finished note shows which footnotes it has.

use crate::ingest::draft::DraftNote;
use crate::ingest::passage::Passage;
use crate::model::{Block, FootnoteLink, Inline};
use std::collections::BTreeSet;

/// Prefix of a footnote's name where the text refers to it.
const NAMED: &str = "#footnote:";

/// Prefix of a footnote's name where the footnote begins.
const OF: &str = "#footnote-of:";

/// A footnote as written in a file.
#[derive(Clone, Debug)]
pub(in crate::ingest) struct Footnote {
    name: String,
    blocks: Vec<Block>,
    line: u32,
}

/// A reference to a footnote by its name.
pub(super) fn named(name: &str) -> Inline {
    Inline::Link { url: [NAMED, name].concat(), text: Vec::new() }
}

/// The first block of a footnote, which holds its name.
pub(super) fn beginning(name: &str) -> Block {
    let url = [OF, name].concat();
    Block::Paragraph(vec![Inline::Link { url, text: Vec::new() }])
}

/// The name of the footnote that begins with this block.
fn name_of(block: &Block) -> Option<String> {
    let Block::List { items, .. } = block else { return None };
    let [item] = items.as_slice() else { return None };
    let Some(Block::Paragraph(text)) = item.first() else { return None };
    let [Inline::Link { url, .. }] = text.as_slice() else { return None };
    Some(url.strip_prefix(OF)?.to_owned())
}

/// Takes the footnotes out of the passages. A footnote without references stays in place, after its name.
pub(in crate::ingest) fn take(passages: &mut Vec<Passage>) -> Vec<Footnote> {
    let mut names = BTreeSet::new();
    for passage in &mut *passages {
        each_inlines(std::slice::from_mut(&mut passage.block), &mut |inlines| {
            names.extend(inlines.iter().filter_map(|inline| Some(name_in(inline)?.to_owned())));
        });
    }
    let mut found = Vec::new();
    let all = std::mem::take(passages);
    for passage in all {
        let line = passage.first;
        let mut blocks = vec![passage.block];
        extract(&mut blocks, &names, line, &mut found);
        let mut blocks = blocks.into_iter();
        if let Some(block) = blocks.next() {
            let (first, last) = (passage.first, passage.last);
            passages.push(Passage { block, ..passage });
            passages.extend(blocks.map(|block| Passage::new(block, first, last)));
        }
    }
    found
}

fn extract(
    blocks: &mut Vec<Block>,
    names: &BTreeSet<String>,
    line: u32,
    found: &mut Vec<Footnote>,
) {
    for mut block in std::mem::take(blocks) {
        if let Some(name) = name_of(&block) {
            let Block::List { mut items, .. } = block else { continue };
            let mut inner = items.pop().unwrap_or_default();
            inner.remove(0);
            if names.contains(&name) {
                found.push(Footnote { name, blocks: inner, line });
            } else {
                if let Some(Block::Paragraph(text)) = inner.first_mut() {
                    match text.first_mut() {
                        Some(Inline::Text(first)) => *first = format!("[{name}] {first}"),
                        _ => text.insert(0, Inline::Text(format!("[{name}] "))),
                    }
                }
                blocks.append(&mut inner);
            }
            continue;
        }
        if let Block::Quote(inner) = &mut block {
            extract(inner, names, line, found);
        } else if let Block::List { items, .. } = &mut block {
            for item in items {
                extract(item, names, line, found);
            }
        }
        blocks.push(block);
    }
}

/// Gives each note the footnotes that it refers to. A footnote that only a heading refers to goes to the note below it.
pub(in crate::ingest) fn give(footnotes: &[Footnote], notes: &mut [DraftNote]) {
    let mut used = BTreeSet::new();
    for note in &mut *notes {
        used.extend(settle(footnotes, &mut note.blocks));
    }
    for (index, footnote) in footnotes.iter().enumerate() {
        if used.contains(&index) {
            continue;
        }
        let at = notes.iter().rposition(|note| note.first <= footnote.line).unwrap_or_default();
        if let Some(note) = notes.get_mut(at) {
            append(&mut note.blocks, footnote.blocks.clone());
        }
    }
}

/// The passages of footnotes, for code that compares texts.
pub(in crate::ingest) fn passages(footnotes: Vec<Footnote>) -> impl Iterator<Item = Passage> {
    footnotes.into_iter().flat_map(|footnote| {
        let line = footnote.line;
        footnote.blocks.into_iter().map(move |block| Passage::new(block, line, line))
    })
}

/// Settles the footnotes of a text that is not a recap.
pub(in crate::ingest) fn of_page(mut passages: Vec<Passage>) -> Vec<Block> {
    let footnotes = take(&mut passages);
    let mut blocks: Vec<Block> = passages.into_iter().map(|passage| passage.block).collect();
    settle(&footnotes, &mut blocks);
    blocks
}

/// Numbers the references in some blocks and appends their footnotes. Returns the indexes of these footnotes.
fn settle(footnotes: &[Footnote], blocks: &mut Vec<Block>) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    number(footnotes, blocks, &mut order);
    let mut at = 0;
    // A footnote may refer to others.
    while let Some(footnote) = order.get(at).and_then(|index| footnotes.get(*index)) {
        let mut item = footnote.blocks.clone();
        number(footnotes, &mut item, &mut order);
        at += 1;
        let back = FootnoteLink::Back(u32::try_from(at).unwrap_or(u32::MAX));
        let back = Inline::Link { url: back.to_string(), text: Vec::new() };
        match item.last_mut() {
            Some(Block::Paragraph(text)) => text.extend([Inline::Text(" ".to_owned()), back]),
            _ => item.push(Block::Paragraph(vec![back])),
        }
        append(blocks, item);
    }
    order
}

/// Adds an item to the list of footnotes at the end.
fn append(blocks: &mut Vec<Block>, item: Vec<Block>) {
    match blocks.last_mut() {
        Some(Block::List { start: Some(1), items })
            if items.first().is_some_and(|first| FootnoteLink::of_item(first).is_some()) =>
        {
            items.push(item);
        }
        _ => blocks.push(Block::List { start: Some(1), items: vec![item] }),
    }
}

fn number(footnotes: &[Footnote], blocks: &mut [Block], order: &mut Vec<usize>) {
    each_inlines(blocks, &mut |inlines| {
        for inline in inlines {
            let Some(name) = name_in(inline) else { continue };
            let Some(index) = footnotes.iter().position(|footnote| footnote.name == name) else {
                *inline = Inline::Text(format!("[{name}]"));
                continue;
            };
            let known = order.iter().position(|other| *other == index);
            let place = known.unwrap_or(order.len());
            if known.is_none() {
                order.push(index);
            }
            let number = u32::try_from(place + 1).unwrap_or(u32::MAX);
            let link = FootnoteLink::Reference { number, is_first: known.is_none() };
            *inline = Inline::Link { url: link.to_string(), text: Vec::new() };
        }
    });
}

/// The name of the footnote that an inline refers to.
fn name_in(inline: &Inline) -> Option<&str> {
    let Inline::Link { url, .. } = inline else { return None };
    url.strip_prefix(NAMED)
}

/// Calls `visit` with each run of inlines, in reading order, the inner ones after the outer ones.
fn each_inlines(blocks: &mut [Block], visit: &mut impl FnMut(&mut Vec<Inline>)) {
    for block in blocks {
        match block {
            Block::Paragraph(text) | Block::Heading { text, .. } => each_inner(text, visit),
            Block::List { items, .. } => {
                for item in items {
                    each_inlines(item, visit);
                }
            }
            Block::Quote(inner) => each_inlines(inner, visit),
            Block::Table(table) => {
                table.rows.iter_mut().flatten().for_each(|cell| each_inner(cell, visit));
            }
            Block::Code { .. } | Block::Image { .. } | Block::Video(_) | Block::Rule => {}
        }
    }
}

fn each_inner(inlines: &mut Vec<Inline>, visit: &mut impl FnMut(&mut Vec<Inline>)) {
    visit(inlines);
    for inline in inlines {
        match inline {
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Deleted(inner) => {
                each_inner(inner, visit);
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Link { .. } | Inline::Break => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;

    /// The blocks of the notes, as short text: `(1)` refers, `(^1)` leads back.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let draft = ingest("a.md", text.as_bytes()).draft.unwrap();
        let json = |note: &crate::ingest::DraftNote| serde_json::to_string(&note.blocks).unwrap();
        let found: Vec<String> = draft.notes.iter().map(json).collect();
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            let mut rest = found.as_str();
            for part in expected.split('…') {
                let at = rest.find(part);
                rest = at.and_then(|at| rest.get(at + part.len()..)).unwrap_or_else(|| {
                    panic!("no {part:?} in {found}");
                });
            }
        }
    }

    #[test]
    fn a_footnote_ends_the_note_that_refers_to_it() {
        check(
            "# Looms\n\nWarp[^w] and weft.[^1]\n\n[^1]: Across.\n[^w]: Along.\n\n## Reeds\n\nAgain[^1], and[^1].",
            &[
                "Warp…#footnote-1\"…and weft.…#footnote-2\"…\"start\":1…Along.…#footnote-1-back…Across.…#footnote-2-back",
                "Again…#footnote-1\"…, and…#footnote-1-again…Across.…#footnote-1-back",
            ],
        );
    }

    #[test]
    fn no_footnote_is_lost() {
        check("# Looms\n\nText.\n\n[^x]: Nobody refers to me.", &["[x] Nobody refers to me."]);
        check("# Looms\n\n## A reed[^r]\n\nText.\n\n[^r]: Of cane.", &["Text.…Of cane."]);
        check(
            "# Looms\n\n> Quoted[^q]\n\n[^q]: Two\n\n    paragraphs.",
            &["quote…Two…paragraphs."],
        );
    }
}
