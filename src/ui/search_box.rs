//! The box for free text.

use super::{
    explorer::explorer,
    icons::icon_search,
    node::{Child as _, Node, el},
    strings::words,
};
use crate::query::Action;
use leptos::{ev, prelude::*};

/// Free text search. The list follows while the reader types.
pub(crate) fn search_box() -> Node {
    let explorer = explorer();
    let query = explorer.query();
    let words = words();
    let on_key = move |event: ev::KeyboardEvent| {
        // Not every browser clears a search field on Escape.
        if event.key() == "Escape" && !event.is_composing() {
            explorer.dispatch(Action::Search(String::new()));
        }
    };
    let on_input = move |event: ev::Event| {
        explorer.dispatch(Action::Search(event_target_value(&event)));
    };
    let input = el("input")
        .attr("id", "search")
        .attr("type", "search")
        .attr("name", "q")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("placeholder", words.search_placeholder)
        .value(move || query.with(|query| query.text.clone()))
        .on("input", on_input)
        .on("focus", move |_: ev::FocusEvent| explorer.want_words())
        .on("keydown", on_key);
    el("form")
        .class("search needs-client")
        .attr("role", "search")
        .on("submit", |event: ev::SubmitEvent| event.prevent_default())
        .child(el("label").attr("for", "search").child(words.search_label))
        .child(el("div").class("search-field").child(icon_search()).child(input))
        .into_node()
}
