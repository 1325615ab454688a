//! What frames every view: whose site it is, the search box, and the small print.

use super::{
    explorer::explorer,
    node::{Child as _, Element, Node, el},
    strings::words,
};

/// What the site is called, and the search.
pub(crate) fn masthead(title: Node, search: Node) -> Element {
    el("header")
        .class("masthead")
        .child(el("div").class("masthead-title").child(title))
        .child(search)
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
