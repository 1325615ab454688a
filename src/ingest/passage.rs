//! A block of a recap with its lines, and the addresses in it.

use crate::ingest::address::linkable;
use crate::model::{Block, Inline, inline_text};

/// A top-level block and its place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Passage {
    /// The block.
    pub block: Block,
    /// First line, counted from 1.
    pub first: u32,
    /// Last line, inclusive.
    pub last: u32,
    /// First and last line of each item, when the block is a list.
    pub items: Vec<(u32, u32)>,
    /// The author left two blank lines before it. An export may have lost a heading there.
    pub is_after_gap: bool,
}

impl Passage {
    /// A passage without items.
    pub fn new(block: Block, first: u32, last: u32) -> Self {
        Self { block, first, last, items: Vec::new(), is_after_gap: false }
    }
}

/// Every address that the blocks link to, in reading order, without references to files of the folder.
pub fn links_of(blocks: &[Block]) -> Vec<String> {
    let mut links = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading { text: inlines, .. } => {
                push_links(&mut links, inlines);
            }
            Block::List { items, .. } => items.iter().for_each(|item| links.extend(links_of(item))),
            Block::Quote(inner) => links.extend(links_of(inner)),
            Block::Table(rows) => {
                rows.iter().flatten().for_each(|cell| push_links(&mut links, cell));
            }
            Block::Image { link, .. } => links.extend(linkable(link)),
            Block::Code { .. } | Block::Video(_) | Block::Rule => {}
        }
    }
    links
}

/// The headings among some passages: each with its passage, its level and its words.
pub fn headings(passages: &[Passage]) -> impl Iterator<Item = (&Passage, u8, String)> {
    passages.iter().filter_map(|passage| {
        let Block::Heading { level, text } = &passage.block else { return None };
        Some((passage, *level, inline_text(text).trim().to_owned()))
    })
}

/// Every link of the blocks with its text, in reading order.
pub fn worded_links(blocks: &[Block]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading { text: inlines, .. } => {
                push_worded(&mut found, inlines);
            }
            Block::List { items, .. } => {
                found.extend(items.iter().flat_map(|item| worded_links(item)));
            }
            Block::Quote(inner) => found.extend(worded_links(inner)),
            Block::Table(rows) => {
                rows.iter().flatten().for_each(|cell| push_worded(&mut found, cell));
            }
            Block::Code { .. } | Block::Image { .. } | Block::Video(_) | Block::Rule => {}
        }
    }
    found
}

fn push_worded(found: &mut Vec<(String, String)>, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Link { url, text } => {
                found.push((url.clone(), inline_text(text)));
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Deleted(inner) => {
                push_worded(found, inner);
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
        }
    }
}

fn push_links(links: &mut Vec<String>, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Link { url, text } => {
                links.extend(linkable(url));
                push_links(links, text);
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Deleted(inner) => {
                push_links(links, inner);
            }
            Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
        }
    }
}

/// Makes a short bold paragraph above another paragraph a heading: some editors have no headings.
pub(super) fn raise_bold_headings(passages: &mut [Passage]) {
    const LOWEST: u8 = 6;
    const WORDS: usize = 20;
    for index in 1..passages.len() {
        let is_followed = matches!(
            passages.get(index).map(|next| &next.block),
            Some(Block::Paragraph(_) | Block::List { .. })
        );
        let Some(passage) = passages.get_mut(index - 1).filter(|_| is_followed) else { continue };
        if let Block::Paragraph(inlines) = &passage.block
            && let [Inline::Strong(text)] = inlines.as_slice()
            && inline_text(text).split_whitespace().count() <= WORDS
        {
            passage.block = Block::Heading { level: LOWEST, text: text.clone() };
        }
    }
}

/// Text whose addresses have become links.
pub(super) fn linkified(text: &str) -> Vec<Inline> {
    let mut inlines = Vec::new();
    let mut rest = text;
    while let Some(at) = next_address(rest) {
        let (before, from) = rest.split_at(at);
        let end = from
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '”' | '’'))
            .unwrap_or(from.len());
        let address = without_marks(from.get(..end).unwrap_or(from));
        let Some(url) = linkable(address) else {
            // Not an address after all: step over its first letter.
            let (head, tail) = rest.split_at(at + 1);
            push_text(&mut inlines, head);
            rest = tail;
            continue;
        };
        push_text(&mut inlines, before);
        inlines.push(Inline::Link { url, text: vec![Inline::Text(address.to_owned())] });
        rest = from.get(address.len()..).unwrap_or_default();
    }
    push_text(&mut inlines, rest);
    inlines
}

/// The address without the punctuation that follows it. A closing bracket belongs to it only if the address also opens
/// it.
fn without_marks(address: &str) -> &str {
    let mut address = address;
    loop {
        let last = address.chars().next_back();
        let is_mark =
            last.is_some_and(|c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ']' | '*' | '\''));
        let is_unopened =
            last == Some(')') && address.matches(')').count() > address.matches('(').count();
        if !is_mark && !is_unopened {
            return address;
        }
        address = address.get(..address.len() - 1).unwrap_or_default();
    }
}

fn next_address(text: &str) -> Option<usize> {
    // One search for both: text without the other would be searched to its end after every address.
    let mut found = text.match_indices("http");
    let is_address = |at: &usize| {
        text.get(at + 4..).is_some_and(|rest| rest.starts_with("://") || rest.starts_with("s://"))
    };
    found.find_map(|(at, _)| Some(at).filter(is_address))
}

/// Appends text, joining it to the last text if there is one.
pub(super) fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    if text.is_empty() {
        return;
    }
    if let Some(Inline::Text(last)) = inlines.last_mut() {
        last.push_str(text);
    } else {
        inlines.push(Inline::Text(text.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, urls: &[&str]) {
        let inlines = linkified(text);
        assert_eq!(inline_text(&inlines), text);
        assert_eq!(links_of(&[Block::Paragraph(inlines)]), urls);
    }

    #[test]
    fn bare_addresses_become_links_without_the_stop_after_them() {
        check(
            "see https://a.example/b?c=d. Then (http://b.example) too",
            &["https://a.example/b?c=d", "http://b.example"],
        );
        check("(see https://a.example/b_(c)).", &["https://a.example/b_(c)"]);
        check("no https:// address", &[]);
        check("https://a.example", &["https://a.example"]);
        check("", &[]);
    }
}
