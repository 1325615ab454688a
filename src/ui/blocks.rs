//! A note's text as nodes. Text is only ever text here: there is no HTML to trust.

use super::{heading::heading, strings::words, video::VideoFacade};
use crate::model::{Block, Inline};
use leptos::prelude::*;

/// Blocks below a heading of level `level`, which headings inside the text step below.
pub(crate) fn blocks(list: &[Block], level: u8) -> AnyView {
    list.iter().map(|it| block(it, level)).collect::<Vec<_>>().into_any()
}

fn block(block: &Block, level: u8) -> AnyView {
    match block {
        Block::Paragraph(text) => view! { <p>{inlines(text)}</p> }.into_any(),
        // One step below the heading above, whatever the source says: its levels count from its own title.
        Block::Heading { level: _, text } => heading(level.saturating_add(1), inlines(text)),
        Block::List { start: None, items } => {
            view! { <ul>{list_items(items, level)}</ul> }.into_any()
        }
        Block::List { start: Some(start), items } => {
            view! { <ol start=*start>{list_items(items, level)}</ol> }.into_any()
        }
        Block::Quote(list) => view! { <blockquote>{blocks(list, level)}</blockquote> }.into_any(),
        Block::Code { language: _, text } => {
            view! { <pre tabindex="0"><code>{text.clone()}</code></pre> }.into_any()
        }
        Block::Image { url, alt } => {
            let label = (words().image)(alt);
            view! { <p><a href=url.clone()>{label}</a></p> }.into_any()
        }
        Block::Video(video) => {
            let title = words().video.to_owned();
            view! { <VideoFacade video=video.clone() title /> }.into_any()
        }
        Block::Table(rows) => table(rows),
        Block::Rule => view! { <hr /> }.into_any(),
    }
}

fn list_items(items: &[Vec<Block>], level: u8) -> Vec<AnyView> {
    items.iter().map(|item| view! { <li>{blocks(item, level)}</li> }.into_any()).collect()
}

fn table(rows: &[Vec<Vec<Inline>>]) -> AnyView {
    let Some((head, body)) = rows.split_first() else { return ().into_any() };
    let head: Vec<_> =
        head.iter().map(|cell| view! { <th scope="col">{inlines(cell)}</th> }).collect();
    let body: Vec<_> = body
        .iter()
        .map(|row| {
            let cells: Vec<_> = row.iter().map(|cell| view! { <td>{inlines(cell)}</td> }).collect();
            view! { <tr>{cells}</tr> }
        })
        .collect();
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=words().table>
            <table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>
        </div>
    }
    .into_any()
}

fn inlines(list: &[Inline]) -> AnyView {
    list.iter().map(inline).collect::<Vec<_>>().into_any()
}

fn inline(inline: &Inline) -> AnyView {
    match inline {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Emphasis(list) => view! { <em>{inlines(list)}</em> }.into_any(),
        Inline::Strong(list) => view! { <strong>{inlines(list)}</strong> }.into_any(),
        Inline::Deleted(list) => view! { <del>{inlines(list)}</del> }.into_any(),
        Inline::Code(text) => view! { <code>{text.clone()}</code> }.into_any(),
        Inline::Link { url, text } => view! { <a href=url.clone()>{inlines(text)}</a> }.into_any(),
        Inline::Break => view! { <br /> }.into_any(),
    }
}
