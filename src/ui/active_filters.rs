//! What narrows the matches, each removable by itself.

use super::{explorer::explorer, icons::icon_remove, names::choice_name, strings::words};
use crate::query::{Action, Choice};
use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::JsCast as _,
    web_sys::{Element, HtmlElement},
};

/// The choices that are on. Not there when none is.
#[component]
pub(crate) fn ActiveFilters() -> impl IntoView {
    let explorer = explorer();
    let words = words();
    let choices = Memo::new(move |_| explorer.query().with(|query| query.choices()));
    let is_any = Memo::new(move |_| explorer.query().with(|query| query.is_filtered()));
    let clear = move |event: ev::MouseEvent| {
        focus_results(&event);
        explorer.dispatch(Action::ClearAll);
    };
    move || {
        is_any.get().then(|| {
            view! {
                <div class="active-filters" role="group" aria-label=words.active_filters>
                    <ul>
                        {text_chip}
                        <For each=move || choices.get() key=Clone::clone children=chip />
                    </ul>
                    <button type="button" class="clear-all" on:click=clear>{words.clear_all}</button>
                </div>
            }
        })
    }
}

/// The search text. Not there when there is none.
fn text_chip() -> impl IntoView {
    let explorer = explorer();
    let words = words();
    let text = Memo::new(move |_| explorer.query().with(|query| query.text.trim().to_owned()));
    move || {
        let name = text.get();
        (!name.is_empty()).then(|| {
            let label = (words.remove_filter)(words.search_label, &name);
            let remove = move |event: ev::MouseEvent| {
                focus_neighbor(&event);
                explorer.dispatch(Action::Search(String::new()));
            };
            chip_view((words.quoted)(&name), label, remove)
        })
    }
}

fn chip(choice: Choice) -> impl IntoView {
    let explorer = explorer();
    let words = words();
    let facet = (words.facet)(choice.facet());
    let name = choice_name(&explorer.index(), words, &choice);
    let label = (words.remove_filter)(facet, &name);
    let remove = move |event: ev::MouseEvent| {
        focus_neighbor(&event);
        explorer.dispatch(Action::Remove(choice.clone()));
    };
    chip_view(name, label, remove)
}

fn chip_view(
    name: String,
    label: String,
    remove: impl FnMut(ev::MouseEvent) + 'static,
) -> impl IntoView {
    view! {
        <li>
            <button type="button" class="chip" aria-label=label on:click=remove>
                <span>{name}</span>
                {icon_remove()}
            </button>
        </li>
    }
    .into_any()
}

/// Moves the focus off a chip that is about to go: to the next one, else the one before, else the
/// results, so that it is never lost to the top of the page.
fn focus_neighbor(event: &ev::MouseEvent) {
    let chip = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let item = chip.and_then(|chip| chip.parent_element());
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

fn focus_results(event: &ev::MouseEvent) {
    let button = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let results = button
        .and_then(|button| button.closest(".results").ok().flatten())
        .and_then(|results| results.dyn_into::<HtmlElement>().ok());
    if let Some(results) = results {
        drop(results.focus());
    }
}
