//! The parts that every page has: a link back, a heading, and sections.

use super::icons::icon_back;
use crate::{
    pages::{
        library::library,
        link::{COMPARE, READING_LIST, THEMES, file_href},
        page_words::{language_words, page_words},
    },
    query::Query,
    ui::{
        dom::{Child as _, Element, Node, el, many, nothing},
        link::href,
        state::explorer::explorer,
    },
};

/// The parts of a page.
pub(in crate::pages) struct PageParts {
    /// The kind of its subject.
    pub(in crate::pages) kicker: String,
    /// The name of its subject.
    pub(in crate::pages) title: String,
    /// Content directly below the heading.
    pub(in crate::pages) lead: Node,
    /// Facts and links, at the side if there is room.
    pub(in crate::pages) facts: Node,
    /// The rest.
    pub(in crate::pages) body: Node,
}

/// A page.
pub(in crate::pages) fn page_frame(parts: PageParts) -> Node {
    page_frame_under(el("h1"), parts)
}

/// A page to which every navigation leads. `path` is its file.
pub(in crate::pages) fn page_frame_of_way(path: &'static str, parts: PageParts) -> Node {
    whole_frame(el("h1"), path, parts)
}

/// A page whose heading needs more than its title, for example a language.
pub(in crate::pages) fn page_frame_under(heading: Element, parts: PageParts) -> Node {
    whole_frame(heading, "", parts)
}

fn whole_frame(heading: Element, path: &str, parts: PageParts) -> Node {
    let PageParts { kicker, title, lead, facts, body } = parts;
    let back = back_link(page_words().back).attr("data-back", "");
    let head = el("div")
        .class("page-head")
        .child((!kicker.is_empty()).then(|| el("p").class("kicker").child(kicker)))
        .child(heading.child(title))
        .child(lead);
    el("article")
        .class("page")
        .attr("id", "page")
        .child(page_ways(back, path))
        .child(head)
        .child(el("div").class("page-facts").child(facts))
        .child(el("div").class("page-body").child(body))
        .into_node()
}

/// A page about the site: its head, to which the rest is added. `class` is added to the class of every page, and `back`
/// is the first link of its navigation; an empty collection has none.
pub(crate) fn titled_page(
    class: &'static str,
    back: Option<Element>,
    title: &'static str,
    lead: Node,
) -> Element {
    let head = el("div").class("page-head").child(el("h1").child(title)).child(lead);
    el("article")
        .class(class)
        .attr("id", "page")
        .child(back.map(|back| page_ways(back, "")))
        .child(head)
}

/// A link to the explorer, for the navigation of a page.
pub(crate) fn back_link(label: &'static str) -> Element {
    el("a").attr("href", href(&Query::default())).child(icon_back()).child(el("span").child(label))
}

/// The navigation of a page. If it leads to the page itself, whose file is `path`, it says so.
fn page_ways(back: Element, path: &str) -> Element {
    let key = el("kbd").child(page_words().jump_key);
    let key = many([" ".into_node(), key.into_node()]);
    ways("page-back", path, [el("li").child(back)], key)
}

/// The navigation of every page. `here` is the file of the page, `first` leads to the timeline, and `key` is the key
/// that opens the palette.
fn ways(
    class: &'static str,
    here: &str,
    first: impl IntoIterator<Item = Element>,
    key: Node,
) -> Element {
    let phrases = page_words();
    let story = &language_words().story;
    let way = |path: &str| {
        let link = el("a").attr("href", file_href(path));
        if path == here { link.attr("aria-current", "page") } else { link }
    };
    let list = way(READING_LIST)
        .attr("data-reading-list", "")
        .child(phrases.reading_list)
        .child(" ")
        .child(el("span").class("count"));
    let jump = el("button")
        .class("quiet-button")
        .attr("type", "button")
        .attr("data-open", "palette")
        .child(phrases.jump)
        .child(key);
    // Without themes there is nothing to compare.
    let has_themes = !library().matrix().rows.is_empty();
    let compare = el("a").attr("href", [&file_href(THEMES), "#", COMPARE].concat());
    el("nav").class(class).attr("aria-label", phrases.ways).child(
        el("ul")
            .children(first)
            .child(el("li").child(way(THEMES).child(story.themes)))
            .child(
                has_themes
                    .then(|| el("li").class("needs-script").child(compare.child(story.compare))),
            )
            .child(el("li").child(list))
            .child(el("li").class("needs-script").child(jump)),
    )
}

/// The same navigation on the first page. If something comes before the explorer, the navigation begins with the name
/// of the site and a link to the search, which are then further down.
pub(crate) fn first_page_ways(is_explorer_below: bool) -> Element {
    let first = is_explorer_below.then(|| {
        let search = el("a").attr("href", "#search").child(language_words().waves.search);
        [el("li").class("name").child(explorer().site().title.clone()), el("li").child(search)]
    });
    ways("landing-ways", "", first.into_iter().flatten(), nothing())
}

/// Links to the parts of the page that it is on. Its name is also visible.
pub(in crate::pages) fn outline(list: Element) -> Element {
    let name = page_words().outline;
    el("nav")
        .class("outline")
        .attr("aria-label", name)
        .child(el("p").class("outline-name").attr("aria-hidden", "true").child(name))
        .child(list)
}

/// A section of a page under a heading.
pub(in crate::pages) fn section(title: String) -> Element {
    classed_section("page-section", title)
}

/// The same with more classes.
pub(in crate::pages) fn classed_section(classes: &'static str, title: String) -> Element {
    el("section").class(classes).child(el("h2").child(title))
}

/// A list under a heading; nothing if it is empty.
pub(in crate::pages) fn list_section(title: String, items: Vec<Element>) -> Option<Element> {
    (!items.is_empty()).then(|| section(title).child(el("ul").class("plain").children(items)))
}

/// A link from a page to the explorer.
pub(in crate::pages) fn filter_link(href: String, label: &'static str) -> Element {
    el("p").class("page-links").child(el("a").attr("href", href).child(label))
}
