//! Themes by edition: who wrote of what when, and what went silent.

use super::{
    explorer::{Explorer, explorer},
    link::{choices_href, conference_href, theme_href},
    names::{short_name, theme_name},
    node::{Child as _, Element, Node, el, live, many},
    strings::{ThemeStory, words},
};
use crate::{
    query::{Choice, Index},
    timeline::{Cell, Edition, Matrix, Row, ThemeOrder},
};
use leptos::{ev, prelude::*};

/// The orders of themes, as offered.
const ORDERS: [ThemeOrder; 5] = [
    ThemeOrder::Evidence,
    ThemeOrder::FirstSeen,
    ThemeOrder::Persistence,
    ThemeOrder::Rise,
    ThemeOrder::Name,
];

/// A table of themes by edition, with the passages behind every cell.
pub(crate) fn themes_view() -> Node {
    let explorer = explorer();
    let words = words();
    // Not part of the address: it changes the order of rows, never what is shown.
    let order = RwSignal::new(ThemeOrder::Evidence);
    let choose = move |event: ev::Event| {
        let name = event_target_value(&event);
        let chosen = ORDERS.into_iter().find(|order| words.theme_order(*order) == name);
        order.set(chosen.unwrap_or_default());
    };
    let options = ORDERS.map(|order| {
        let name = words.theme_order(order);
        el("option").attr("value", name).child(name)
    });
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
    let words = words();
    let matrix =
        explorer.matches().with(|found| Matrix::new(&explorer.engine(), evidence, found, order));
    let head = el("tr")
        .child(el("th").class("matrix-corner").attr("scope", "col").child(words.theme()))
        .children(matrix.editions.iter().map(|edition| edition_head(&index, edition)))
        .child(el("th").class("matrix-story").attr("scope", "col").child(words.story()));
    let rows = matrix.rows.iter().map(|row| theme_row(&index, &matrix.editions, row));
    el("div")
        .class("matrix-scroll")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", words.matrix())
        .child(
            el("table")
                .class("matrix")
                .child(el("thead").child(head))
                .child(el("tbody").children(rows)),
        )
}

/// The head of the column of an edition.
pub(crate) fn edition_head(index: &Index, edition: &Edition) -> Element {
    let name = short_name(index, &edition.conference);
    let link = el("a").attr("href", conference_href(&edition.conference)).child(name);
    let count = el("span").class("count").child(words().n_articles(edition.n_recaps));
    el("th").class("matrix-edition").attr("scope", "col").child(link).child(count)
}

fn theme_row(index: &Index, editions: &[Edition], row: &Row) -> Element {
    let name = theme_name(index, &row.theme);
    let cells = editions.iter().zip(&row.cells);
    let cells = cells.map(|(edition, cell)| matrix_cell(index, row, &name, edition, cell));
    let story = theme_story(index, editions, row);
    let link = el("a").attr("href", theme_href(&row.theme)).child(name.clone());
    el("tr")
        .child(el("th").attr("scope", "row").child(link))
        .children(cells)
        .child(el("td").class("matrix-story").child(story))
}

/// How a theme fared over the editions, in words.
pub(crate) fn theme_story(index: &Index, editions: &[Edition], row: &Row) -> String {
    let edition_name = |place: usize| {
        editions
            .get(place)
            .map(|edition| short_name(index, &edition.conference))
            .unwrap_or_default()
    };
    words().theme_story(&ThemeStory {
        first: edition_name(row.first_seen),
        last: edition_name(row.last_seen),
        returns: row.returns.iter().map(|place| edition_name(*place)).collect(),
        is_gone: row.is_gone,
        is_new: row.first_seen > 0 && row.first_seen + 1 == editions.len(),
    })
}

fn matrix_cell(index: &Index, row: &Row, theme: &str, edition: &Edition, cell: &Cell) -> Element {
    let link = (cell.n_recaps > 0).then(|| {
        let conference = edition.conference.clone();
        let to = choices_href([Choice::Conference(conference), Choice::Theme(row.theme.clone())]);
        let name = short_name(index, &edition.conference);
        let label = words().matrix_cell(theme, &name, cell.n_recaps, cell.notes.len());
        el("a").attr("href", to).attr("aria-label", label).child(cell.n_recaps)
    });
    // One article is one opinion; it must not look like a trend.
    let weight = match cell.n_recaps {
        0 => "none",
        1 => "one",
        2 | 3 => "some",
        _ => "many",
    };
    el("td").class("matrix-cell").attr("data-weight", weight).child(link)
}
