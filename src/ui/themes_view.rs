//! Themes by edition: who wrote of what when, and what went silent.

use super::{
    explorer::{Explorer, explorer},
    link::{choices_href, conference_href, theme_href},
    names::{short_name, theme_name},
    strings::{ThemeStory, words},
};
use crate::{
    query::{Choice, Index},
    timeline::{Cell, Edition, Matrix, Row, ThemeOrder},
};
use leptos::prelude::*;

/// The orders of themes, as offered.
const ORDERS: [ThemeOrder; 5] = [
    ThemeOrder::Evidence,
    ThemeOrder::FirstSeen,
    ThemeOrder::Persistence,
    ThemeOrder::Rise,
    ThemeOrder::Name,
];

/// A table of themes by edition, with the passages behind every cell.
#[component]
pub(crate) fn ThemesView() -> impl IntoView {
    let explorer = explorer();
    let words = words();
    // Not part of the address: it changes the order of rows, never what is shown.
    let order = RwSignal::new(ThemeOrder::Evidence);
    let options = ORDERS.map(|order| {
        view! { <option value=(words.theme_order)(order)>{(words.theme_order)(order)}</option> }
    });
    let choose = move |event| {
        let name = event_target_value(&event);
        let chosen = ORDERS.into_iter().find(|order| (words.theme_order)(*order) == name);
        order.set(chosen.unwrap_or_default());
    };
    view! {
        <h2 class="visually-hidden">{words.themes}</h2>
        <div class="view-note">
            <p>{words.matrix_note}</p>
            <label class="order needs-client">
                {words.sort_label}
                <select on:change=choose>{options.into_iter().collect_view()}</select>
            </label>
        </div>
        {move || matrix_table(explorer, order.get())}
    }
    .into_any()
}

fn matrix_table(explorer: Explorer, order: ThemeOrder) -> impl IntoView {
    let index = explorer.index();
    let words = words();
    let matrix = explorer.matches().with(|found| Matrix::new(&index, found, order));
    let heads: Vec<_> =
        matrix.editions.iter().map(|edition| edition_head(&index, edition)).collect();
    let rows: Vec<_> =
        matrix.rows.iter().map(|row| theme_row(&index, &matrix.editions, row)).collect();
    view! {
        <div class="matrix-scroll" role="region" tabindex="0" aria-label=words.matrix>
            <table class="matrix">
                <thead>
                    <tr>
                        <th scope="col" class="matrix-corner">{words.theme}</th>
                        {heads}
                        <th scope="col" class="matrix-story">{words.story}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn edition_head(index: &Index, edition: &Edition) -> impl IntoView + use<> {
    let title = (words().n_articles)(edition.n_recaps);
    view! {
        <th scope="col" class="matrix-edition">
            <a href=conference_href(&edition.conference)>{short_name(index, &edition.conference)}</a>
            <span class="count">{title}</span>
        </th>
    }
}

fn theme_row(index: &Index, editions: &[Edition], row: &Row) -> impl IntoView + use<> {
    let words = words();
    let name = theme_name(index, &row.theme);
    let cells = editions
        .iter()
        .zip(&row.cells)
        .map(|(edition, cell)| matrix_cell(index, row, &name, edition, cell).into_any())
        .collect::<Vec<_>>();
    let edition_name = |place: usize| {
        editions
            .get(place)
            .map(|edition| short_name(index, &edition.conference))
            .unwrap_or_default()
    };
    let returns: Vec<String> = row.returns.iter().map(|place| edition_name(*place)).collect();
    let story = (words.theme_story)(&ThemeStory {
        first: edition_name(row.first_seen),
        last: edition_name(row.last_seen),
        returns,
        is_gone: row.is_gone,
        is_new: row.first_seen > 0 && row.first_seen + 1 == editions.len(),
    });
    view! {
        <tr>
            <th scope="row"><a href=theme_href(&row.theme)>{name.clone()}</a></th>
            {cells}
            <td class="matrix-story">{story}</td>
        </tr>
    }
    .into_any()
}

fn matrix_cell(
    index: &Index,
    row: &Row,
    theme: &str,
    edition: &Edition,
    cell: &Cell,
) -> impl IntoView + use<> {
    let words = words();
    let link = (cell.n_recaps > 0).then(|| {
        let conference = edition.conference.clone();
        let to = choices_href([Choice::Conference(conference), Choice::Theme(row.theme.clone())]);
        let name = short_name(index, &edition.conference);
        let label = (words.matrix_cell)(theme, &name, cell.n_recaps, cell.notes.len());
        view! { <a href=to aria-label=label>{cell.n_recaps}</a> }
    });
    // One article is one opinion; it must not look like a trend.
    let weight = match cell.n_recaps {
        0 => "none",
        1 => "one",
        2 | 3 => "some",
        _ => "many",
    };
    view! { <td class="matrix-cell" data-weight=weight>{link}</td> }
}
