//! The filters: every facet with its values and what each would leave.

mod facet;

use super::{
    explorer::{Explorer, explorer},
    names::choice_name,
    strings::words,
};
use crate::{
    model::Catalog,
    query::{Choice, Facet, Kind, folded, sorting::sort_by},
};
use facet::{FacetGroup, Value};
use leptos::prelude::*;
use std::cmp::Reverse;

/// All filters. A column beside the matches; where there is no room for it, folded behind a button.
#[component]
pub(crate) fn Filters() -> impl IntoView {
    let explorer = explorer();
    let words = words();
    let is_open = RwSignal::new(false);
    let n_on = Memo::new(move |_| explorer.query().with(|query| query.choices().len()));
    let groups = Facet::ALL.map(|facet| {
        let values = values_of(explorer, facet);
        (!values.is_empty()).then(|| view! { <FacetGroup facet values /> })
    });
    view! {
        <div class="filters needs-client" data-open=move || is_open.get().then_some("")>
            <button
                type="button"
                class="filters-toggle"
                aria-expanded=move || is_open.get().to_string()
                aria-controls="filters"
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            >
                {move || (words.filters_toggle)(n_on.get())}
            </button>
            <form id="filters" class="filters-body" aria-label=words.filters on:submit=move |event| event.prevent_default()>
                {groups.into_iter().collect_view()}
            </form>
        </div>
    }
    .into_any()
}

/// The values of a facet that something has: years and editions newest first, kinds in their order,
/// the rest by how much they have.
fn values_of(explorer: Explorer, facet: Facet) -> Vec<Value> {
    let index = explorer.index();
    let words = words();
    let choices = choices_of(index.catalog(), &index.years(), facet);
    let mut values: Vec<Value> = choices
        .into_iter()
        .map(|choice| {
            let name = choice_name(&index, words, &choice);
            Value { total: explorer.total(&choice), folded: folded(&name), name, choice }
        })
        .filter(|value| value.total > 0)
        .collect();
    match facet {
        Facet::Theme | Facet::Person | Facet::Organization => {
            sort_by(&mut values, |a, b| {
                (Reverse(a.total), &a.folded).cmp(&(Reverse(b.total), &b.folded))
            });
        }
        Facet::Year | Facet::Conference | Facet::Kind | Facet::Video => {}
    }
    values
}

fn choices_of(catalog: &Catalog, years: &[u16], facet: Facet) -> Vec<Choice> {
    match facet {
        Facet::Year => years.iter().rev().copied().map(Choice::Year).collect(),
        Facet::Conference => {
            catalog.conferences.iter().map(|it| Choice::Conference(it.id.clone())).collect()
        }
        Facet::Theme => catalog.themes.iter().map(|it| Choice::Theme(it.id.clone())).collect(),
        Facet::Person => catalog.people.iter().map(|it| Choice::Person(it.id.clone())).collect(),
        Facet::Organization => {
            catalog.organizations.iter().map(|it| Choice::Organization(it.id.clone())).collect()
        }
        Facet::Kind => Kind::ALL.map(Choice::Kind).to_vec(),
        Facet::Video => vec![Choice::Video],
    }
}
