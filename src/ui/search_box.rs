//! The box for free text.

use super::{
    explorer::explorer,
    icons::icon_search,
    loader::Need,
    node::{Child as _, Element, Node, el},
    strings::words,
};
use crate::query::Action;
use leptos::{ev, prelude::*};
#[cfg(feature = "publish")]
use {super::link::href, crate::query::Query};

/// Free text search. The list follows while the reader types.
pub(crate) fn search_box() -> Node {
    let explorer = explorer();
    let query = explorer.query();
    let on_key = move |event: ev::KeyboardEvent| {
        // Not every browser clears a search field on Escape.
        if event.key() == "Escape" && !event.is_composing() {
            explorer.dispatch(Action::Search(String::new()));
        }
    };
    let on_input = move |event: ev::Event| {
        explorer.dispatch(Action::Search(event_target_value(&event)));
    };
    let input = input()
        .value(move || query.with(|query| query.text.clone()))
        .on("input", on_input)
        .on("focus", move |_: ev::FocusEvent| explorer.loader().want(Need::Text))
        .on("keydown", on_key);
    form(input)
        .class("search needs-client")
        .on("submit", |event: ev::SubmitEvent| event.prevent_default())
        .into_node()
}

/// The same box on a page: it leads to the explorer, and what was typed with it.
#[cfg(feature = "publish")]
pub(crate) fn search_form() -> Node {
    form(input()).class("search").attr("action", href(&Query::default())).into_node()
}

fn input() -> Element {
    el("input")
        .attr("id", "search")
        .attr("type", "search")
        .attr("name", "q")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("placeholder", words().search_placeholder())
}

fn form(input: Element) -> Element {
    el("form")
        .attr("role", "search")
        .child(el("label").attr("for", "search").child(words().search_label()))
        .child(el("div").class("search-field").child(icon_search()).child(input))
}
