//! The active filters, each with a button that removes it.

use crate::{
    query::{Action, FacetValue, Query},
    ui::{
        chart::years::NO_YEARS,
        display_names::choice_name,
        dom::{Child as _, Item, Node, el, keyed, live},
        icons::icon_remove,
        state::{explorer::explorer, flag::flag, words::words},
    },
};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// The text and the active choices. Absent if there are none.
pub(crate) fn active_filters() -> Node {
    let explorer = explorer();
    let words = words();
    let is_any = flag(move || explorer.query().with(Query::is_filtered));
    let clear = move |event: web_sys::MouseEvent| {
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
        explorer.query().with(|query| (query.text.trim().to_owned(), query.selection.clone()));
    let mut items = Vec::new();
    if !text.is_empty() {
        let action = Action::Search(String::new());
        let label = words.remove_filter(words.search_label(), &text);
        items.push(chip(words.quoted(&text), label, action));
    }
    let run = choices.year_run();
    for choice in choices.iter() {
        let (facet, mut name) = (choice.facet(), choice_name(&index, words, choice));
        let mut action = Action::Remove(choice.clone());
        if let (Some((first, last)), FacetValue::Year(year)) = (run, choice) {
            // Years in a row are one choice.
            if *year > first {
                continue;
            }
            name = [&name, "–", &last.to_string()].concat();
            action = Action::SetYears(NO_YEARS);
        }
        let label = words.remove_filter(words.facet(facet), &name);
        items.push(chip(name, label, action));
    }
    items
}

fn chip(name: String, label: String, action: Action) -> Item {
    let explorer = explorer();
    let remove = move |event: web_sys::MouseEvent| {
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

/// Moves the focus away from a chip that is about to disappear: to the next one, or the one before, or the results.
/// Otherwise the focus would jump to the top of the page.
fn focus_neighbor(event: &web_sys::MouseEvent) {
    let item = clicked(event).and_then(|chip| chip.parent_element());
    let neighbor = item
        .and_then(|item| item.next_element_sibling().or_else(|| item.previous_element_sibling()))
        .and_then(|neighbor| neighbor.first_element_child())
        .and_then(|button| button.dyn_into::<HtmlElement>().ok());
    match neighbor {
        // Removes the filter even if the focus cannot move.
        Some(button) => drop(button.focus()),
        None => focus_results(event),
    }
}

/// Moves the focus from the clicked element to the results.
pub(crate) fn focus_results(event: &web_sys::MouseEvent) {
    let results = clicked(event)
        .and_then(|button| button.closest(".results").ok().flatten())
        .and_then(|results| results.dyn_into::<HtmlElement>().ok());
    if let Some(results) = results {
        drop(results.focus());
    }
}

fn clicked(event: &web_sys::MouseEvent) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}
