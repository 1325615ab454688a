//! A note's text as nodes. Text always stays text: there is no HTML to trust.

use super::{
    footnotes::{footnote_anchor, footnote_link},
    unframed::{is_held, is_unframed},
    video::video_facade,
};
use crate::{
    model::{Alignment, Block, FOOTNOTE, FootnoteLink, Inline, MEDIA, Table, is_site_path},
    pages::{link::file_href, page_words::page_words},
    ui::{
        dom::{Child as _, Element, Node, el, many},
        heading::heading,
        state::words::words,
    },
};

/// Blocks below a heading of level `level`. Headings inside the text are one level deeper.
pub(crate) fn blocks(list: &[Block], level: u8) -> Node {
    many(list.iter().map(|it| block(it, level)))
}

fn block(block: &Block, level: u8) -> Node {
    match block {
        Block::Paragraph(text) => el("p").child(inlines(text)).into_node(),
        // One step below the heading above, whatever the source says: its levels count from its
        // own title.
        Block::Heading { level: _, text } => heading(level.saturating_add(1), inlines(text)),
        Block::List { start: None, items }
            if !items.is_empty() && items.iter().all(|item| is_task(item)) =>
        {
            list(el("ul").class("tasks"), items, level)
        }
        Block::List { start: None, items } => list(el("ul"), items, level),
        Block::List { start: Some(start), items } => {
            list(el("ol").attr("start", start.to_string()), items, level)
        }
        Block::Quote(list) => {
            let quote = el("blockquote").child(blocks(list, level));
            if is_callout(list) { quote.class("callout") } else { quote }.into_node()
        }
        Block::Code { language, text } => {
            let code = el("pre").attr("tabindex", "0").child(el("code").child(text.clone()));
            let is_named = !language.is_empty();
            if is_named { code.attr("data-language", language.clone()) } else { code }.into_node()
        }
        Block::Image { url, alt, size, link } => image(url, alt, *size, link),
        Block::Video(video) => video_facade(video, words().video()),
        Block::Table(rows) => table(rows),
        Block::Rule => el("hr").into_node(),
    }
}

/// Whether an item is a task: it begins with a check box.
fn is_task(item: &[Block]) -> bool {
    let first = match item.first() {
        Some(Block::Paragraph(text)) => text.first(),
        _ => None,
    };
    matches!(first, Some(Inline::Text(text)) if text.starts_with(['\u{2610}', '\u{2611}']))
}

/// Whether a quote is a callout: it begins with a title on a separate line.
fn is_callout(quote: &[Block]) -> bool {
    let Some(Block::Paragraph(text)) = quote.first() else { return false };
    match text.as_slice() {
        [Inline::Strong(_) | Inline::Emphasis(_), Inline::Break, ..] => true,
        [Inline::Strong(_)] => quote.len() > 1,
        _ => false,
    }
}

/// A picture of the site is shown. A picture elsewhere is linked, and a missing one is named.
fn image(url: &str, alt: &str, size: Option<(u32, u32)>, link: &str) -> Node {
    let shown = size.filter(|_| !is_unframed() || is_held(url));
    let picture = match shown {
        Some((width, height)) => {
            // A file with all pages holds the picture once, for all of them.
            let (key, source) = if is_unframed() {
                ("data-picture", url.to_owned())
            } else {
                ("src", file_href(url))
            };
            el("img")
                .attr(key, source)
                .attr("alt", alt.to_owned())
                .attr("width", width.to_string())
                .attr("height", height.to_string())
                .attr("loading", "lazy")
                .attr("decoding", "async")
                .into_node()
        }
        None => (page_words().image)(alt).into_node(),
    };
    let is_elsewhere = size.is_none() && !url.is_empty();
    let to = if link.is_empty() && is_elsewhere { url } else { link };
    let picture = if let Some(to) = href(to) {
        el("a").attr("href", to).child(picture).into_node()
    } else {
        picture
    };
    let paragraph = if shown.is_some() { el("p").class("shown") } else { el("p") };
    paragraph.child(picture).into_node()
}

/// The address of a link on the page. `None` if there is none.
fn href(url: &str) -> Option<String> {
    // A bare hash leads nowhere: it is a footnote of another text.
    if !is_site_path(url) {
        return (!url.is_empty() && !url.starts_with('#')).then(|| url.to_owned());
    }
    // A picture that is not shown cannot be opened either.
    let is_kept = !is_unframed() || !url.starts_with(MEDIA);
    is_kept.then(|| file_href(url))
}

fn list(list: Element, items: &[Vec<Block>], level: u8) -> Node {
    let item = |item: &Vec<Block>| {
        let shown = el("li").child(blocks(item, level));
        match FootnoteLink::of_item(item) {
            Some(number) => shown.attr("id", footnote_anchor(number)),
            None => shown,
        }
    };
    list.children(items.iter().map(item)).into_node()
}

fn table(table: &Table) -> Node {
    let aligned = |cell: Element, column| match table.alignment(column) {
        Alignment::Start => cell,
        Alignment::Center => cell.class("center"),
        Alignment::End => cell.class("end"),
    };
    let cell =
        |(column, cell): (usize, &Vec<Inline>)| aligned(el("td"), column).child(inlines(cell));
    let head_cell = |(column, cell): (usize, &Vec<Inline>)| {
        aligned(el("th").attr("scope", "col"), column).child(inlines(cell))
    };
    let (head, body) = table.rows.split_at(1.min(table.rows.len()));
    let head = head.iter().map(|row| el("tr").children(row.iter().enumerate().map(head_cell)));
    let body = body.iter().map(|row| el("tr").children(row.iter().enumerate().map(cell)));
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
        Inline::Link { url, text } if url.starts_with(FOOTNOTE) => {
            FootnoteLink::of(url).map_or_else(|| inlines(text), footnote_link)
        }
        Inline::Link { url, text } => match href(url) {
            Some(to) => el("a").attr("href", to).child(inlines(text)).into_node(),
            None => inlines(text),
        },
        Inline::Break => el("br").into_node(),
    }
}
