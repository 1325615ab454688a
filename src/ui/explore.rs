//! The explorer: the timeline chart, the filters, and the matches in the chosen view.

use super::{
    chart::{FixedParts, chart},
    dom::{Child as _, Node, el, live, many},
    filters::{
        active::{active_filters, focus_results},
        filters,
    },
    state::{explorer::explorer, words::words},
    toolbar::{toolbar, view_links},
    views::{
        empty::nothing_found, recaps::recaps_view, talks::talks_view, themes::themes_view,
        timeline::timeline_view,
    },
};
use crate::query::View;
use crate::ui::signals::Memo;

/// Everything that is not a page about one item.
pub(crate) fn explore(parts: FixedParts) -> Node {
    let explorer = explorer();
    let matches = explorer.matches();
    let query = explorer.query();
    // Absent if nothing matches.
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
    many([chart(parts), el("div").class("explore").child(filters()).child(results).into_node()])
}

/// A notice that a file could not be loaded, with a button that tries again. It stays visible while the reader scrolls.
fn load_notice() -> Node {
    let loader = explorer().loader();
    let retry = move |event: web_sys::MouseEvent| {
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
