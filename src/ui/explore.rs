//! The explorer: the picture of time, the filters, and the matches in the view of the reader's choice.

use super::{
    active_filters::{active_filters, focus_results},
    empty::nothing_found,
    explorer::explorer,
    filters::filters,
    node::{Child as _, Node, el, live, many},
    picture::picture,
    recaps_view::recaps_view,
    strings::words,
    talks_view::talks_view,
    themes_view::themes_view,
    timeline_view::timeline_view,
    toolbar::{toolbar, view_links},
};
use crate::query::View;
use leptos::{ev, prelude::*};

/// Everything that is not a page of one thing.
pub(crate) fn explore() -> Node {
    let explorer = explorer();
    let matches = explorer.matches();
    let query = explorer.query();
    // None when nothing matches.
    let view = Memo::new(move |_| {
        let is_nothing = matches.with(|found| found.is_filtered && found.hits.is_empty());
        (!is_nothing).then(|| query.with(|query| query.view))
    });
    let shown = live(move || match view.get() {
        Some(View::Timeline) => timeline_view(),
        Some(View::Themes) => themes_view(),
        Some(View::Talks) => talks_view(),
        Some(View::Recaps) => recaps_view(),
        None => nothing_found(),
    });
    let results = el("section")
        .class("results")
        .attr("id", "results")
        .attr("tabindex", "-1")
        .attr("aria-label", words().results())
        .child(view_links())
        .child(toolbar())
        .child(active_filters())
        .child(shown)
        .child(load_notice());
    many([picture(), el("div").class("explore").child(filters()).child(results).into_node()])
}

/// What was not to be had, and asking for it again. It stays in sight however far down the reader is.
fn load_notice() -> Node {
    let loader = explorer().loader();
    let retry = move |event: ev::MouseEvent| {
        focus_results(&event);
        loader.retry();
    };
    live(move || {
        loader.has_failed().then(|| {
            let words = words();
            el("div")
                .class("load-notice")
                .attr("role", "alert")
                .child(words.load_failed())
                .child(el("button").attr("type", "button").on("click", retry).child(words.retry()))
        })
    })
}
