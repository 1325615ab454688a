//! The whole page: masthead, the explorer or the page open over it, footer.

use super::{
    address_note::address_note,
    explore::explore,
    explorer::explorer,
    link::follow,
    masthead::{colophon, masthead},
    node::{Child as _, el, live},
    pages::open_page,
    strings::words,
};
use leptos::{ev, prelude::*};

/// The whole page. Needs an `Explorer`, `&'static Strings` and `Settings` as contexts.
#[component]
pub(crate) fn App() -> impl IntoView {
    let explorer = explorer();
    let page = explorer.page();
    let is_open = Memo::new(move |_| page.with(Option::is_some));
    // The explorer is hidden, not dropped, while a page is open over it: the way back finds
    // everything as it was left. A shared link to a page does not pay for it before it is wanted.
    let is_wanted = Memo::new(move |wanted| wanted == Some(&true) || !is_open.get());
    let skip = move || Some(if is_open.get() { "#page" } else { "#results" }.to_owned());
    let main = el("main")
        .child(address_note())
        .child(
            el("div")
                .class("explorer")
                .live_flag("hidden", move || is_open.get())
                .child(live(move || is_wanted.get().then(explore))),
        )
        .child(live(move || page.get().map(open_page)));
    let whole = el("div")
        .class("hallway")
        .on("click", move |event: ev::MouseEvent| follow(explorer, &event))
        .child(el("a").class("skip-link").live_attr("href", skip).child(words().skip_link))
        .child(masthead(is_open))
        .child(main)
        .child(colophon());
    whole.into_node()
}
