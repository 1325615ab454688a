//! Themes by year: which recaps named them when, and which ones stopped.

use super::theme_table::{ThemeTable, framed_table};
use crate::ui::signals::RwSignal;
use crate::{
    query::FacetValue,
    timeline::{Matrix, Row, ThemeOrder},
    ui::{
        dom::{Child as _, Element, Node, el, live, many},
        link::choices_href,
        state::{
            explorer::{Explorer, explorer},
            words::words,
        },
    },
};
use leptos_dom::helpers::event_target_value;
use std::ops::Range;

/// The orders of themes, as offered; a page uses the first.
pub(crate) const ORDERS: [ThemeOrder; 5] = [
    ThemeOrder::Evidence,
    ThemeOrder::FirstSeen,
    ThemeOrder::Persistence,
    ThemeOrder::Rise,
    ThemeOrder::Name,
];

/// A table of themes by year, with the notes behind every cell.
pub(crate) fn themes_view() -> Node {
    let explorer = explorer();
    let words = words();
    // Not part of the address, because it only changes the order of rows.
    let order = RwSignal::new(ThemeOrder::Evidence);
    let choose = move |event: web_sys::Event| {
        let name = event_target_value(&event);
        let chosen = ORDERS.into_iter().find(|order| words.theme_order(*order) == name);
        order.set(chosen.unwrap_or_default());
    };
    let options = ORDERS.map(|order| el("option").child(words.theme_order(order)));
    let select = el("label")
        .class("order needs-client")
        .child(words.sort_label())
        .child(el("select").on("change", choose).children(options));
    many([
        el("h2").class("visually-hidden").child(words.themes()).into_node(),
        el("div")
            .class("view-note")
            .child(el("p").child(words.matrix_note()))
            .child(select)
            .into_node(),
        live(move || {
            explorer.extras().with(|extras| match &extras.evidence {
                Some(evidence) => matrix_table(explorer, evidence, order.get()),
                None => el("p").class("view-note").child(words.loading()),
            })
        }),
    ])
}

fn matrix_table(explorer: Explorer, evidence: &[u32], order: ThemeOrder) -> Element {
    let index = explorer.index();
    let matrix =
        explorer.matches().with(|found| Matrix::new(&explorer.engine(), evidence, found, order));
    if matrix.rows.is_empty() {
        return el("p").class("view-note").child(words().no_themes());
    }
    // A cell leads to the list of its theme in its year.
    let evidence = |row: &Row, year: u16, _: &Range<usize>| {
        choices_href([FacetValue::Year(year), FacetValue::Theme(row.theme.clone())])
    };
    let table = ThemeTable::new(&index, &matrix);
    let rows = matrix.rows.iter().map(|row| table.row(row, &evidence));
    framed_table("matrix", table.heads(), rows.collect())
}
