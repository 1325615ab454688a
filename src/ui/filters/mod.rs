//! The filters: every facet with its values and their counts.

pub(crate) mod active;
mod facet;
pub(crate) mod search_box;

use super::{
    display_names::choice_name,
    dom::{Child as _, Node, el},
    state::{
        explorer::{Explorer, explorer},
        words::words,
    },
};
use crate::ui::signals::RwSignal;
use crate::{
    model::Catalog,
    query::{EntryKind, Facet, FacetValue, locations, sorting::sort_by},
};
use facet::{Value, facet_group};
use std::sync::atomic::AtomicBool;

/// All filters. A column beside the matches, or folded behind a button if there is no room.
pub(crate) fn filters() -> Node {
    let explorer = explorer();
    let words = words();
    let is_open = RwSignal::new(false);
    let n_on = move || explorer.query().with(|query| query.selection.n_choices());
    let toggle = el("button")
        .class("filters-toggle")
        .attr("type", "button")
        .attr("aria-controls", "filters")
        .live_attr("aria-expanded", move || Some(is_open.get().to_string()))
        .on_click(move || is_open.update(|is_open| *is_open = !*is_open))
        .live_text(move || words.filters_toggle(n_on()));
    // If the filters cover the results, it leads to them: a script of the page takes the reader there.
    let n_found = move || explorer.matches().with(|found| found.hits.len());
    let done = el("button")
        .class("filters-done")
        .attr("type", "button")
        .on_click(move || is_open.set(false))
        .live_text(move || words.show_results(n_found()));
    let body = el("form")
        .class("filters-body")
        .attr("id", "filters")
        .attr("aria-label", words.filters())
        .on("submit", |event: web_sys::SubmitEvent| event.prevent_default())
        .children(Facet::ALL.map(|facet| {
            let values = values_of(explorer, facet);
            (!values.is_empty()).then(|| facet_group(facet, values))
        }))
        .child(done);
    el("div")
        .class("filters needs-client")
        .live_flag("data-open", move || is_open.get())
        .child(toggle)
        .child(body)
        .into_node()
}

/// The values of a facet that have entries: years and conferences newest first, kinds in their order, the rest by
/// number of entries, then by id.
fn values_of(explorer: Explorer, facet: Facet) -> Vec<Value> {
    let index = explorer.index();
    let words = words();
    let choices = choices_of(index.catalog(), &index.years(), facet);
    let mut values: Vec<Value> = choices
        .into_iter()
        .map(|choice| {
            let name = choice_name(&index, words, &choice);
            let has_been_on = AtomicBool::new(false);
            Value { total: explorer.total(&choice), name, choice, has_been_on }
        })
        .filter(|value| value.total > 0)
        .collect();
    match facet {
        Facet::Theme | Facet::Person | Facet::Organization | Facet::Location => {
            // Equals stay in the order of the catalog, which is by id.
            sort_by(&mut values, |a, b| b.total.cmp(&a.total));
        }
        Facet::Year | Facet::Conference | Facet::Kind | Facet::Video => {}
    }
    values
}

fn choices_of(catalog: &Catalog, years: &[u16], facet: Facet) -> Vec<FacetValue> {
    match facet {
        Facet::Year => years.iter().rev().copied().map(FacetValue::Year).collect(),
        Facet::Conference => {
            catalog.conferences.iter().map(|it| FacetValue::Conference(it.id.clone())).collect()
        }
        Facet::Theme => catalog.themes.iter().map(|it| FacetValue::Theme(it.id.clone())).collect(),
        Facet::Person => {
            catalog.people.iter().map(|it| FacetValue::Person(it.id.clone())).collect()
        }
        Facet::Organization => {
            catalog.organizations.iter().map(|it| FacetValue::Organization(it.id.clone())).collect()
        }
        Facet::Location => locations(&catalog.conferences)
            .into_iter()
            .map(|it| FacetValue::Location(it.word))
            .collect(),
        Facet::Kind => EntryKind::ALL.map(FacetValue::Kind).to_vec(),
        Facet::Video => vec![FacetValue::Video],
    }
}
