//! What every page has: the way back, a heading, and sections below it.

use crate::{
    query::Query,
    ui::{
        icons::icon_back,
        link::{READING_LIST, THEMES, file_href, href},
        node::{Child as _, Element, Node, el},
        strings::page_words,
    },
};

/// The parts of a page.
pub(super) struct PageParts {
    /// What sort of thing it is about.
    pub(super) kicker: String,
    /// What the thing is called.
    pub(super) title: String,
    /// What belongs right below the heading.
    pub(super) lead: Node,
    /// Small facts and links; beside the rest where there is room.
    pub(super) facts: Node,
    /// The rest.
    pub(super) body: Node,
}

/// A page.
pub(super) fn page_frame(parts: PageParts) -> Node {
    page_frame_under(el("h1"), parts)
}

/// A page whose heading is more than its title, such as one in a language of its own.
pub(super) fn page_frame_under(heading: Element, parts: PageParts) -> Node {
    let PageParts { kicker, title, lead, facts, body } = parts;
    let back = el("a")
        .attr("data-back", "")
        .attr("href", href(&Query::default()))
        .child(icon_back())
        .child(el("span").child(page_words().back));
    let head = el("div")
        .class("page-head")
        .child((!kicker.is_empty()).then(|| el("p").class("kicker").child(kicker)))
        .child(heading.child(title))
        .child(lead);
    el("article")
        .class("page")
        .attr("id", "page")
        .child(way(back))
        .child(head)
        .child(el("div").class("page-facts").child(facts))
        .child(el("div").class("page-body").child(body))
        .into_node()
}

/// A page that no way leads back from: its head, to which the rest is added. `class` is its own, beside that
/// of every page.
pub(crate) fn titled_page(class: &'static str, title: &'static str, lead: Node) -> Element {
    let head = el("div").class("page-head").child(el("h1").child(title)).child(lead);
    el("article").class(class).attr("id", "page").child(head)
}

/// Where one goes from any page: back, to the two pages about many things, and to anything by name.
fn way(back: Element) -> Element {
    let phrases = page_words();
    let list = el("a")
        .attr("href", file_href(READING_LIST))
        .attr("data-reading-list", "")
        .child(phrases.reading_list)
        .child(" ")
        .child(el("span").class("count"));
    let jump = el("button")
        .class("needs-script quiet-button")
        .attr("type", "button")
        .attr("data-open", "palette")
        .child(phrases.jump)
        .child(" ")
        .child(el("kbd").child(phrases.jump_key));
    el("nav").class("page-back").attr("aria-label", phrases.ways).child(
        el("ul")
            .child(el("li").child(back))
            .child(
                el("li").child(el("a").attr("href", file_href(THEMES)).child(phrases.themes_page)),
            )
            .child(el("li").child(list))
            .child(el("li").child(jump)),
    )
}

/// A part of a page under a heading.
pub(super) fn section(title: String) -> Element {
    classed_section("page-section", title)
}

/// The same with classes of its own beside `page-section`.
pub(super) fn classed_section(classes: &'static str, title: String) -> Element {
    el("section").class(classes).child(el("h2").child(title))
}

/// A list under a heading; nothing when there is nothing in it.
pub(super) fn list_section(title: String, items: Vec<Element>) -> Option<Element> {
    (!items.is_empty()).then(|| section(title).child(el("ul").class("plain").children(items)))
}

/// A link from a page to the explorer.
pub(super) fn filter_link(href: String, label: &'static str) -> Element {
    el("p").class("page-links").child(el("a").attr("href", href).child(label))
}
