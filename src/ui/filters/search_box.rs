//! The box for text search.

use crate::{
    query::Action,
    ui::{
        dom::{Child as _, Element, Node, el},
        icons::icon_search,
        state::{explorer::explorer, loader::Need, words::words},
    },
};
use leptos_dom::helpers::event_target_value;

/// Text search. The list updates while the reader types.
pub(crate) fn search_box() -> Node {
    let explorer = explorer();
    let query = explorer.query();
    let on_key = move |event: web_sys::KeyboardEvent| {
        // Not every browser clears a search field on Escape.
        if event.key() == "Escape" && !event.is_composing() {
            explorer.dispatch(Action::Search(String::new()));
        }
    };
    let on_input = move |event: web_sys::Event| {
        explorer.dispatch(Action::Search(event_target_value(&event)));
    };
    let input = input()
        .value(move || query.with(|query| query.text.clone()))
        .on("input", on_input)
        .on("focus", move |_: web_sys::FocusEvent| explorer.loader().want(Need::Text))
        .on("keydown", on_key);
    form(input)
        .class("search needs-client")
        .on("submit", |event: web_sys::SubmitEvent| event.prevent_default())
        .into_node()
}

/// The input.
pub(crate) fn input() -> Element {
    el("input")
        .attr("id", "search")
        .attr("type", "search")
        .attr("name", "q")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("placeholder", words().search_placeholder())
}

/// The form around the input.
pub(crate) fn form(input: Element) -> Element {
    el("form")
        .attr("role", "search")
        .child(el("label").attr("for", "search").child(words().search_label()))
        .child(el("div").class("search-field").child(icon_search()).child(input))
}
