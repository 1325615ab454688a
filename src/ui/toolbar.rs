//! Above the matches: which view, how many, and in which order.

use super::{
    explorer::{Explorer, explorer},
    link::{href, share_href},
    node::{Child as _, Node, el, live, live_text},
    strings::words,
    watch::flag,
};
use crate::query::{Action, Query, Sort, View};
use leptos::{ev, prelude::*, web_sys::Element};

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

/// Opens the forms in which the matches can be saved. A script of the page does that, and is told which
/// entries they are.
fn export(explorer: Explorer) -> Node {
    let tell = move |event: ev::MouseEvent| {
        let entries = explorer.matches().with_untracked(|found| {
            found.hits.iter().fold(String::new(), |all, hit| all + &hit.entry.to_string() + ",")
        });
        // A button takes any attribute.
        drop(event_target::<Element>(&event).set_attribute("data-entries", &entries));
    };
    el("button")
        .attr("type", "button")
        .attr("data-open", "take")
        .on("click", tell)
        .child(words().export())
        .into_node()
}

/// What was found, and its order.
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
            for word in &found.corrections {
                let stop = if text.ends_with('.') { " " } else { ". " };
                text = text + stop + &words.correction(&word.typed, &word.read_as);
            }
            text
        })
    };
    el("p").class("status").attr("role", "status").child(live_text(text)).into_node()
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
    let choose = move |event: ev::Event| {
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
