//! What narrows the matches, each removable by itself.

use super::{
    explorer::explorer,
    icons::icon_remove,
    names::choice_name,
    node::{Child as _, Item, Node, el, keyed, live},
    strings::words,
    watch::flag,
};
use crate::query::{Action, Choice, Query};
use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::JsCast as _,
    web_sys::{Element, HtmlElement},
};

/// The text and the choices that are on. Not there when none is.
pub(crate) fn active_filters() -> Node {
    let explorer = explorer();
    let words = words();
    let is_any = flag(move || explorer.query().with(Query::is_filtered));
    let clear = move |event: ev::MouseEvent| {
        focus_results(&event);
        explorer.dispatch(Action::ClearAll);
    };
    live(move || {
        is_any.get().then(|| {
            el("div")
                .class("active-filters")
                .attr("role", "group")
                .attr("aria-label", words.active_filters())
                .child(el("ul").child(keyed(chips)))
                .child(
                    el("button")
                        .class("clear-all")
                        .attr("type", "button")
                        .on("click", clear)
                        .child(words.clear_all()),
                )
        })
    })
}

fn chips() -> Vec<Item> {
    let explorer = explorer();
    let words = words();
    let index = explorer.index();
    let (text, choices) =
        explorer.query().with(|query| (query.text.trim().to_owned(), query.choices.clone()));
    let text = (!text.is_empty()).then(|| {
        let action = Action::Search(String::new());
        chip(words.quoted(&text), words.remove_filter(words.search_label(), &text), action)
    });
    let choices = choices.iter().cloned().map(|choice: Choice| {
        let facet = words.facet(choice.facet());
        let name = choice_name(&index, words, &choice);
        let label = words.remove_filter(facet, &name);
        chip(name, label, Action::Remove(choice))
    });
    text.into_iter().chain(choices).collect()
}

fn chip(name: String, label: String, action: Action) -> Item {
    let explorer = explorer();
    let remove = move |event: ev::MouseEvent| {
        focus_neighbor(&event);
        explorer.dispatch(action.clone());
    };
    Item::new(label.clone(), move || {
        el("li")
            .child(
                el("button")
                    .class("chip")
                    .attr("type", "button")
                    .attr("aria-label", label)
                    .on("click", remove)
                    .child(el("span").child(name))
                    .child(icon_remove()),
            )
            .into_node()
    })
}

/// Moves the focus off a chip that is about to go: to the next one, else the one before, else the
/// results, so that it is never lost to the top of the page.
fn focus_neighbor(event: &ev::MouseEvent) {
    let item = clicked(event).and_then(|chip| chip.parent_element());
    let neighbor = item
        .and_then(|item| item.next_element_sibling().or_else(|| item.previous_element_sibling()))
        .and_then(|neighbor| neighbor.first_element_child())
        .and_then(|button| button.dyn_into::<HtmlElement>().ok());
    match neighbor {
        // Focus that cannot be had is no reason to keep the filter.
        Some(button) => drop(button.focus()),
        None => focus_results(event),
    }
}

/// Moves the focus from what was clicked to the results.
pub(super) fn focus_results(event: &ev::MouseEvent) {
    let results = clicked(event)
        .and_then(|button| button.closest(".results").ok().flatten())
        .and_then(|results| results.dyn_into::<HtmlElement>().ok());
    if let Some(results) = results {
        drop(results.focus());
    }
}

fn clicked(event: &ev::MouseEvent) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}
