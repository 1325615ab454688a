//! One facet: a group of check boxes that stay where they are while their counts change.

use crate::{
    query::{Action, Choice, Facet, folded},
    ui::{
        explorer::{Explorer, explorer},
        settings::settings,
        strings::words,
    },
};
use leptos::prelude::*;

/// Values shown before the reader asks for all.
const N_SHOWN: usize = 6;
/// From this many values on, they can be narrowed by typing.
const N_WITH_BOX: usize = 13;

/// A value of a facet.
#[derive(Clone)]
pub(super) struct Value {
    /// What choosing it means.
    pub(super) choice: Choice,
    /// What it is called.
    pub(super) name: String,
    /// The name, folded, to be found by.
    pub(super) folded: String,
    /// How many entries have it.
    pub(super) total: usize,
}

/// The values of one facet.
#[component]
pub(super) fn FacetGroup(
    /// The facet.
    facet: Facet,
    /// Its values, in the order to show them. Not empty.
    values: Vec<Value>,
) -> impl IntoView {
    let words = words();
    let is_whole = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let n_values = values.len();
    let n_drawn = if settings().is_static { N_SHOWN } else { n_values };
    let items = values
        .into_iter()
        .take(n_drawn)
        .enumerate()
        .map(|(place, value)| item(value, place, is_whole, typed))
        .collect_view();
    let legend = (words.facet)(facet);
    let legend_id = legend_id(facet);
    let name_box = (n_values >= N_WITH_BOX).then(|| {
        view! {
            <input
                type="search"
                class="facet-box"
                aria-label=(words.narrow_facet)(legend)
                placeholder=words.narrow_placeholder
                on:input=move |event| typed.set(folded(&event_target_value(&event)))
            />
        }
    });
    let more = (n_values > N_SHOWN).then(|| {
        view! {
            <button
                type="button"
                class="show-more"
                aria-describedby=legend_id
                aria-expanded=move || is_whole.get().to_string()
                on:click=move |_| is_whole.update(|is_whole| *is_whole = !*is_whole)
            >
                {move || if is_whole.get() { words.show_fewer.to_owned() } else { (words.show_all)(n_values) }}
            </button>
        }
    });
    view! {
        <fieldset class="facet">
            <legend id=legend_id>{legend}</legend>
            {name_box}
            <ul>{items}</ul>
            {more}
        </fieldset>
    }
    .into_any()
}

fn legend_id(facet: Facet) -> &'static str {
    match facet {
        Facet::Year => "facet-year",
        Facet::Conference => "facet-conference",
        Facet::Theme => "facet-theme",
        Facet::Person => "facet-person",
        Facet::Organization => "facet-organization",
        Facet::Kind => "facet-kind",
        Facet::Video => "facet-video",
    }
}

fn item(
    value: Value,
    place: usize,
    is_whole: RwSignal<bool>,
    typed: RwSignal<String>,
) -> impl IntoView {
    let explorer = explorer();
    let Value { choice, name, folded, total: _ } = value;
    let is_on = explorer.has(choice.clone());
    let is_hidden = move || {
        let is_asked_for = typed.with(|typed| {
            if typed.is_empty() {
                is_whole.get() || place < N_SHOWN
            } else {
                folded.contains(typed.as_str())
            }
        });
        !is_asked_for && !is_on.get()
    };
    let count = count_of(explorer, choice.clone());
    view! {
        <li hidden=is_hidden class:is-spent=move || count.get() == 0>
            <label>
                <input
                    type="checkbox"
                    prop:checked=is_on
                    on:change=move |_| explorer.dispatch(Action::Toggle(choice.clone()))
                />
                <span class="facet-name">{name}</span>
                <span class="count">{count}</span>
                <span class="visually-hidden">{move || (words().entries)(count.get())}</span>
            </label>
        </li>
    }
    .into_any()
}

fn count_of(explorer: Explorer, choice: Choice) -> Memo<usize> {
    Memo::new(move |_| explorer.count(&choice))
}
