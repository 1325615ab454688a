//! A note's text as nodes. Text is only ever text here: there is no HTML to trust.

use super::video::video_facade;
use crate::model::{Block, Inline};
use crate::ui::{
    heading::heading,
    node::{Child as _, Element, Node, el, many},
    strings::{page_words, words},
};

/// Blocks below a heading of level `level`, which headings inside the text step below.
pub(crate) fn blocks(list: &[Block], level: u8) -> Node {
    many(list.iter().map(|it| block(it, level)))
}

fn block(block: &Block, level: u8) -> Node {
    match block {
        Block::Paragraph(text) => el("p").child(inlines(text)).into_node(),
        // One step below the heading above, whatever the source says: its levels count from its
        // own title.
        Block::Heading { level: _, text } => heading(level.saturating_add(1), inlines(text)),
        Block::List { start: None, items } => list(el("ul"), items, level),
        Block::List { start: Some(start), items } => {
            list(el("ol").attr("start", start.to_string()), items, level)
        }
        Block::Quote(list) => el("blockquote").child(blocks(list, level)).into_node(),
        Block::Code { language: _, text } => {
            el("pre").attr("tabindex", "0").child(el("code").child(text.clone())).into_node()
        }
        // One that lies beside the source has no address here.
        Block::Image { url, alt } if url.is_empty() => {
            el("p").child((page_words().image)(alt)).into_node()
        }
        Block::Image { url, alt } => {
            let link = el("a").attr("href", url.clone()).child((page_words().image)(alt));
            el("p").child(link).into_node()
        }
        Block::Video(video) => video_facade(video, words().video()),
        Block::Table(rows) => table(rows),
        Block::Rule => el("hr").into_node(),
    }
}

fn list(list: Element, items: &[Vec<Block>], level: u8) -> Node {
    list.children(items.iter().map(|item| el("li").child(blocks(item, level)))).into_node()
}

fn table(rows: &[Vec<Vec<Inline>>]) -> Node {
    let cell = |cell: &Vec<Inline>| el("td").child(inlines(cell));
    let head_cell = |cell: &Vec<Inline>| el("th").attr("scope", "col").child(inlines(cell));
    let (head, body) = rows.split_at(1.min(rows.len()));
    let head = head.iter().map(|row| el("tr").children(row.iter().map(head_cell)));
    let body = body.iter().map(|row| el("tr").children(row.iter().map(cell)));
    el("div")
        .class("table-scroll")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", page_words().table)
        .child(el("table").child(el("thead").children(head)).child(el("tbody").children(body)))
        .into_node()
}

fn inlines(list: &[Inline]) -> Node {
    many(list.iter().map(inline))
}

fn inline(inline: &Inline) -> Node {
    match inline {
        Inline::Text(text) => text.clone().into_node(),
        Inline::Emphasis(list) => el("em").child(inlines(list)).into_node(),
        Inline::Strong(list) => el("strong").child(inlines(list)).into_node(),
        Inline::Deleted(list) => el("del").child(inlines(list)).into_node(),
        Inline::Code(text) => el("code").child(text.clone()).into_node(),
        Inline::Link { url, text } => {
            el("a").attr("href", url.clone()).child(inlines(text)).into_node()
        }
        Inline::Break => el("br").into_node(),
    }
}
