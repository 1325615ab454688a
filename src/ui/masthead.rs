//! What frames every view: whose site it is, the search box, and the small print.

use super::{
    explorer::explorer,
    facts::link,
    link::CONTENTS,
    node::{Child as _, Element, Node, el},
    settings::settings,
    strings::words,
};

/// What the site is called, and the search.
pub(crate) fn masthead(title: Node, search: Node) -> Element {
    el("header")
        .class("masthead")
        .child(el("div").class("masthead-title").child(title))
        .child(search)
}

/// Pages about the site, licence and source of the notes, and what belongs to the page.
pub(crate) fn colophon(own: Node) -> Node {
    let site = explorer().site();
    let words = words();
    let license = (!site.license.is_empty()).then(|| words.license(&site.license));
    let source = (!site.source.is_empty())
        .then(|| el("a").attr("href", site.source.clone()).child(words.correct_notes()));
    let root = settings().root;
    let pages =
        site.pages.iter().map(|page| link(root.to_owned() + &page.path, page.title.clone()));
    let contents = link(root.to_owned() + CONTENTS, words.contents().to_owned());
    let pages = el("ul")
        .class("facts")
        .attr("aria-label", words.own_pages())
        .children(pages)
        .child(contents);
    el("footer")
        .class("colophon")
        .child(pages)
        .child(el("p").child(words.colophon()))
        .child(license.map(|license| el("p").child(license)))
        .child(source.map(|source| el("p").child(source)))
        .child(own)
        .into_node()
}
