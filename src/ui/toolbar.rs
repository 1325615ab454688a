//! The toolbar above the matches: views, count and order.

use super::{
    dom::{Child as _, Node, el, live},
    link::{href, share_href},
    state::{
        explorer::{Explorer, explorer},
        flag::flag,
        words::words,
    },
};
use crate::query::{Action, Query, Sort, View};
use leptos_dom::helpers::{event_target, event_target_value};
use web_sys::Element;

/// Links to the views of the same matches.
pub(crate) fn view_links() -> Node {
    let words = words();
    let explorer = explorer();
    let query = explorer.query();
    let links = View::ALL.map(|view| {
        let to = move || Some(query.with(|query| href(&query.clone().apply(Action::Show(view)))));
        let current = move || query.with(|query| (query.view == view).then(|| "page".to_owned()));
        el("li").child(
            el("a")
                .live_attr("href", to)
                .live_attr("aria-current", current)
                .child(words.view(view)),
        )
    });
    let share = move || Some(query.with(share_href));
    let share = el("a").live_attr("href", share).child(words.share());
    el("nav")
        .class("views needs-client")
        .attr("aria-label", words.views())
        .child(
            el("ul")
                .children(links)
                .child(el("li").class("views-share").child(share).child(export(explorer))),
        )
        .into_node()
}

/// Opens the dialog that saves the matches. A script of the page shows it; the button passes the numbers of the
/// entries.
fn export(explorer: Explorer) -> Node {
    let tell = move |event: web_sys::MouseEvent| {
        let entries = explorer.matches().with_untracked(|found| {
            found.hits.iter().fold(String::new(), |all, hit| all + &hit.entry.to_string() + ",")
        });
        // Setting an attribute on a button never fails.
        drop(event_target::<Element>(&event).set_attribute("data-entries", &entries));
    };
    el("button")
        .attr("type", "button")
        .attr("data-open", "take")
        .on("click", tell)
        .child(words().export())
        .into_node()
}

/// The number of matches, and their order.
pub(crate) fn toolbar() -> Node {
    el("div").class("toolbar").child(status()).child(order_choice()).into_node()
}

fn status() -> Node {
    let explorer = explorer();
    let matches = explorer.matches();
    let words = words();
    let text = move || {
        if explorer.is_waiting().get() {
            let has_failed = explorer.loader().has_failed();
            return if has_failed { words.search_failed() } else { words.searching() }.to_owned();
        }
        matches.with(|found| {
            let mut text = words.status(found);
            let some_words = found.is_close.then(|| words.some_words().to_owned());
            let corrections = found.corrections.iter();
            let corrections = corrections.map(|word| words.correction(&word.typed, &word.read_as));
            for sentence in some_words.into_iter().chain(corrections) {
                let stop = if text.ends_with('.') { " " } else { ". " };
                text = text + stop + &sentence;
            }
            text
        })
    };
    el("p").class("status").attr("role", "status").live_text(text).into_node()
}

fn order_choice() -> Node {
    let explorer = explorer();
    let words = words();
    let query = explorer.query();
    let has_text = flag(move || query.with(Query::has_text));
    let order = move || query.with(Query::order);
    let options = live(move || {
        let offered =
            Sort::ALL.into_iter().filter(|sort| *sort != Sort::Relevance || has_text.get());
        offered
            .map(|sort| {
                el("option")
                    .attr("value", sort.slug())
                    .live_flag("selected", move || order() == sort)
                    .child(words.sort(sort))
            })
            .collect::<Vec<_>>()
    });
    let choose = move |event: web_sys::Event| {
        let slug = event_target_value(&event);
        if let Some(sort) = Sort::ALL.into_iter().find(|sort| sort.slug() == slug) {
            explorer.dispatch(Action::Sort(sort));
        }
    };
    let is_pointless = move || query.with(|query| query.view == View::Themes);
    el("label")
        .class("order needs-client")
        .live_flag("hidden", is_pointless)
        .child(words.sort_label())
        .child(
            el("select")
                .value(move || order().slug().to_owned())
                .on("change", choose)
                .child(options),
        )
        .into_node()
}
