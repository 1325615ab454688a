//! What frames every view: whose site it is, the search box, and the small print.

use super::{
    explorer::explorer,
    node::{Child as _, Node, el, live},
    search_box::search_box,
    strings::words,
};
use leptos::prelude::*;

/// Title, tagline and search. The title is the heading of the page unless a page with a heading of
/// its own is open; then it steps back and leads home.
pub(crate) fn masthead(is_compact: Memo<bool>) -> Node {
    let site = explorer().site();
    let title = site.title.clone();
    let heading = live(move || {
        if is_compact.get() {
            el("p").class("site-title").child(el("a").attr("href", "?").child(title.clone()))
        } else {
            el("h1").class("site-title").child(title.clone())
        }
    });
    let tagline = (!site.description.is_empty()).then(|| {
        el("p")
            .class("tagline")
            .live_flag("hidden", move || is_compact.get())
            .child(site.description.clone())
    });
    el("header")
        .class("masthead")
        .class_when("is-compact", move || is_compact.get())
        .child(el("div").class("masthead-title").child(heading).child(tagline))
        .child(search_box())
        .into_node()
}

/// Licence and source of the notes.
pub(crate) fn colophon() -> Node {
    let site = explorer().site();
    let words = words();
    let license = (!site.license.is_empty()).then(|| (words.license)(&site.license));
    let source = (!site.source.is_empty())
        .then(|| el("a").attr("href", site.source.clone()).child(words.correct_notes));
    el("footer")
        .class("colophon")
        .child(el("p").child(words.colophon))
        .child(license.map(|license| el("p").child(license)))
        .child(source.map(|source| el("p").child(source)))
        .into_node()
}
