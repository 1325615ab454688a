//! The explorer with its frame: masthead, matches, footer.

use super::{
    address_note::address_note,
    chart::FixedParts,
    dom::{Child as _, Node, el, many, nothing},
    explore::explore,
    filters::search_box::search_box,
    link::follow,
    masthead::{colophon, masthead},
    state::explorer::explorer,
};

/// The id of the element that a page reserves for the explorer, below the rest of the page.
pub(crate) const EXPLORER_ID: &str = "explorer";

/// The explorer, with the parts of its timeline chart that never change. Needs an `Explorer` and
/// `&'static Strings` as contexts.
pub(crate) fn app(parts: FixedParts) -> Node {
    let explorer = explorer();
    let site = explorer.site();
    let tagline = (!site.description.is_empty())
        .then(|| el("p").class("tagline").child(site.description.clone()));
    let title = many([Some(el("h1").class("site-title").child(site.title.clone())), tagline]);
    let whole = el("div")
        .class("hallway")
        .on("click", move |event: web_sys::MouseEvent| follow(explorer, &event))
        .child(masthead(title, search_box()))
        .child(el("main").child(address_note()).child(explore(parts)))
        .child(colophon(nothing()));
    whole.into_node()
}
