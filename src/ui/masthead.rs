//! The frame of every view: the title of the site, the search box, and the footer.

use super::{
    dom::{Child as _, Element, Node, el},
    facts::link,
    link::CONTENTS,
    state::{explorer::explorer, settings::settings, words::words},
};

/// The title of the site, and the search box.
pub(crate) fn masthead(title: Node, search: Node) -> Element {
    el("header")
        .class("masthead")
        .child(el("div").class("masthead-title").child(title))
        .child(search)
}

/// The footer: pages about the site, license and source of the notes, and parts of the current page.
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
