//! Pages that stand where there is nothing, or nothing any more.

use super::{
    node::{Child as _, Node, el},
    strings::page_words,
};

/// What a page says whose subject has another address now; `to` leads there.
pub(super) fn moved(name: &str, to: &str) -> Node {
    let phrases = page_words();
    let link = el("a").attr("href", to.to_owned()).child(name.to_owned());
    el("article")
        .class("page")
        .attr("id", "page")
        .child(el("h1").child(name.to_owned()))
        .child(el("p").child(phrases.moved).child(" ").child(link))
        .into_node()
}

/// What the start page says while there is nothing to explore.
pub(super) fn nothing_yet() -> Node {
    let phrases = page_words();
    el("article")
        .class("page")
        .attr("id", "page")
        .child(
            el("div")
                .class("page-head")
                .child(el("h1").child(phrases.nothing_yet))
                .child(el("p").class("lead").child(phrases.nothing_yet_reason)),
        )
        .into_node()
}

/// What is shown at an address that has no page. `home` is the absolute address of the start page.
///
/// A host shows it at whatever address was asked for, so it cannot know how many folders it is down
/// when the site does not know its own address. Pages are at most one folder down: it offers both.
pub(super) fn not_found(home: Option<&str>) -> Node {
    let phrases = page_words();
    let link = |to: &str, label| el("li").child(el("a").attr("href", to.to_owned()).child(label));
    let links = match home {
        Some(home) => vec![link(home, phrases.start_page)],
        None => vec![
            link("./index.html", phrases.start_page_here),
            link("../index.html", phrases.start_page_above),
        ],
    };
    el("main")
        .child(el("h1").child(phrases.not_found))
        .child(el("p").child(phrases.not_found_reason))
        .child(el("ul").children(links))
        .into_node()
}
