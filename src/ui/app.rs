//! The explorer with its frame: masthead, what matches, footer.

use super::{
    address_note::address_note,
    explore::explore,
    explorer::explorer,
    link::follow,
    masthead::{colophon, masthead},
    node::{Child as _, el, many, nothing},
    search_box::search_box,
    strings::words,
};
use leptos::{ev, prelude::*};

/// The explorer. Needs an `Explorer`, `&'static Strings` and `Settings` as contexts.
#[component]
pub(crate) fn App() -> impl IntoView {
    let explorer = explorer();
    let site = explorer.site();
    let tagline = (!site.description.is_empty())
        .then(|| el("p").class("tagline").child(site.description.clone()));
    let title = many([Some(el("h1").class("site-title").child(site.title.clone())), tagline]);
    let whole = el("div")
        .class("hallway")
        .on("click", move |event: ev::MouseEvent| follow(explorer, &event))
        .child(el("a").class("skip-link").attr("href", "#results").child(words().skip_link()))
        .child(masthead(title, search_box()))
        .child(el("main").child(address_note()).child(explore()))
        .child(colophon(nothing()));
    whole.into_node()
}
