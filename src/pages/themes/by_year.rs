//! The table of all themes by year, newest year first. Its cells are colored by share.

use super::years::{YearShare, notes_at, shares_by_year, years};
use crate::{
    model::ThemeId,
    pages::{link::evidence_href, page_words::language_words},
    query::{
        EntityIndex,
        sorting::{sort_by_key, sorted_once},
    },
    timeline::{Matrix, Row, ThemeOrder},
    ui::{
        display_names::{note_signature, theme_name},
        dom::{Child as _, Element, Node, el, many},
        link::{theme_href, year_href},
        state::words::words,
        views::{
            theme_table::{framed_table, theme_story},
            themes::ORDERS,
        },
    },
};
use std::{cmp::Reverse, collections::BTreeMap};

/// The names of the orders that the table offers; it is printed in the first one.
pub(super) fn order_names() -> Vec<&'static str> {
    let story = &language_words().story;
    let known = ORDERS.map(|order| words().theme_order(order));
    known.into_iter().chain([story.order_silent, story.order_voices]).collect()
}

/// The table.
pub(super) fn themes_by_year(index: &EntityIndex, matrix: &Matrix) -> Element {
    let mut columns = years(matrix);
    columns.reverse();
    let head = |(year, editions): &(u16, std::ops::Range<usize>)| {
        let editions = matrix.editions.get(editions.clone()).unwrap_or_default();
        let n_recaps: usize = editions.iter().map(|it| it.n_recaps).sum();
        let link = el("a").attr("href", year_href(*year)).child(year.to_string());
        let count = el("span").class("count").child(on_two_lines(&words().n_recaps(n_recaps)));
        el("th").class("matrix-edition").attr("scope", "col").child(link).child(count)
    };
    let ranks = ranks(index, matrix);
    let mut printed = matrix.clone();
    printed.reorder(index, ThemeOrder::Evidence);
    let rows = printed.rows.iter().map(|it| row(index, matrix, it, &ranks)).collect();
    framed_table("matrix is-whole", columns.iter().map(head).collect(), rows)
}

/// A number and what it counts, each on its own line, so that all heads are equally high.
fn on_two_lines(count: &str) -> Node {
    let line = |text: &str| el("span").child(text.to_owned()).into_node();
    match count.split_once(' ') {
        Some((first, rest)) => many([line(first), " ".into_node(), line(rest)]),
        None => line(count),
    }
}

/// A theme, its years and its history; for the script also its rank in each order, and its recaps at each conference.
fn row(
    index: &EntityIndex,
    matrix: &Matrix,
    row: &Row,
    ranks: &[BTreeMap<ThemeId, usize>],
) -> Element {
    let name = theme_name(index, &row.theme);
    let mut shares = shares_by_year(matrix, row);
    shares.reverse();
    let cells = shares.iter().map(|share| cell(matrix, row, &name, share));
    let link = el("a").attr("href", theme_href(&row.theme)).child(name.clone());
    let ranks: Vec<String> = ranks
        .iter()
        .map(|order| order.get(&row.theme).copied().unwrap_or_default().to_string())
        .collect();
    let counts: Vec<String> = row.cells.iter().map(|cell| cell.n_recaps.to_string()).collect();
    el("tr")
        .attr("data-ranks", ranks.join(" "))
        .attr("data-editions", counts.join(" "))
        .child(el("th").attr("scope", "row").child(link))
        .children(cells)
        .child(el("td").class("matrix-story").child(theme_story(index, &matrix.editions, row)))
}

fn cell(matrix: &Matrix, row: &Row, name: &str, share: &YearShare) -> Element {
    let year = share.year.to_string();
    let cell = el("td").attr("data-short", format!("{:02}", share.year % 100));
    let is_told = |place: &usize| row.n_recaps_at(*place) > 0;
    let latest = share.editions.clone().rev().find(is_told);
    let Some(edition) = latest.and_then(|place| matrix.editions.get(place)) else { return cell };
    let n_notes = notes_at(row, share.editions.clone()).len();
    let link = el("a")
        .attr("href", evidence_href(&row.theme, &edition.conference))
        .attr("aria-label", words().matrix_cell(name, &year, share.named, n_notes))
        .child(share.named);
    cell.class("matrix-cell").attr("data-share", level(share)).child(link)
}

/// How strong a cell is: its share, in steps that readers can tell apart.
fn level(share: &YearShare) -> &'static str {
    match share.permille() {
        _ if !share.is_enough() => "few",
        0..150 => "1",
        150..300 => "2",
        300..500 => "3",
        _ => "4",
    }
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
