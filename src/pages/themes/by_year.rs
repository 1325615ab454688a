//! The table of all themes by year, newest year first. Its cells are colored by share.

use crate::{
    model::ThemeId,
    pages::{link::evidence_href, page_words::language_words},
    query::{
        EntityIndex,
        sorting::{sort_by_key, sorted_once},
    },
    timeline::{Matrix, Row, ThemeOrder},
    ui::{
        display_names::note_signature,
        dom::Element,
        state::words::words,
        views::{
            theme_table::{ThemeTable, framed_table},
            themes::ORDERS,
        },
    },
};
use std::{cmp::Reverse, collections::BTreeMap, ops::Range};

/// The names of the orders that the table offers; it is printed in the first one.
pub(super) fn order_names() -> Vec<&'static str> {
    let story = &language_words().story;
    let known = ORDERS.map(|order| words().theme_order(order));
    known.into_iter().chain([story.order_silent, story.order_voices]).collect()
}

/// The table.
pub(super) fn themes_by_year(index: &EntityIndex, matrix: &Matrix) -> Element {
    let table = ThemeTable::new(index, matrix);
    // A cell leads to what the latest edition of its year that names the theme says.
    let evidence = |row: &Row, _: u16, editions: &Range<usize>| {
        let is_told = |place: &usize| row.n_recaps_at(*place) > 0;
        let latest = editions.clone().rev().find(is_told);
        let edition = latest.and_then(|place| matrix.editions.get(place));
        edition.map(|it| evidence_href(&row.theme, &it.conference)).unwrap_or_default()
    };
    let ranks = ranks(index, matrix);
    let mut printed = matrix.clone();
    printed.reorder(index, ThemeOrder::Evidence);
    let rows = printed.rows.iter();
    let rows = rows.map(|row| for_script(table.row(row, &evidence), row, &ranks)).collect();
    framed_table("matrix is-whole", table.heads(), rows)
}

/// A row with what the script needs: its rank in each order, and its recaps at each conference.
fn for_script(drawn: Element, row: &Row, ranks: &[BTreeMap<ThemeId, usize>]) -> Element {
    let ranks: Vec<String> = ranks
        .iter()
        .map(|order| order.get(&row.theme).copied().unwrap_or_default().to_string())
        .collect();
    let counts: Vec<String> = row.cells.iter().map(|cell| cell.n_recaps.to_string()).collect();
    drawn.attr("data-ranks", ranks.join(" ")).attr("data-editions", counts.join(" "))
}

/// The rank of each theme in each order of [`order_names`].
fn ranks(index: &EntityIndex, matrix: &Matrix) -> Vec<BTreeMap<ThemeId, usize>> {
    let mut rows = matrix.clone();
    let rank = |rows: &[Row]| rows.iter().map(|it| it.theme.clone()).zip(0..).collect();
    let mut ranks = Vec::new();
    for order in ORDERS {
        rows.reorder(index, order);
        ranks.push(rank(&rows.rows));
    }
    rows.reorder(index, ThemeOrder::Evidence);
    // A single recap that named a theme long ago says little, so such themes come last.
    sort_by_key(&mut rows.rows, |row| (row.n_recaps < 2, row.last_seen));
    ranks.push(rank(&rows.rows));
    let voices: BTreeMap<ThemeId, usize> =
        rows.rows.iter().map(|row| (row.theme.clone(), n_authors(index, row))).collect();
    rows.reorder(index, ThemeOrder::Evidence);
    sort_by_key(&mut rows.rows, |row| Reverse(voices.get(&row.theme).copied()));
    ranks.push(rank(&rows.rows));
    ranks
}

/// The authors who name a theme, each once.
fn n_authors(index: &EntityIndex, row: &Row) -> usize {
    let notes = row.cells.iter().flat_map(|cell| &cell.notes);
    let notes = notes.filter_map(|place| index.catalog().notes.get(*place));
    sorted_once(notes.map(|note| note_signature(index, note))).len()
}
