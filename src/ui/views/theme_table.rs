//! The table of themes by year, in the explorer and on a page.

use crate::{
    query::EntityIndex,
    timeline::{Matrix, N_ENOUGH, Row},
    ui::{
        display_names::{short_name, theme_name},
        dom::{Element, el},
        link::{theme_href, year_href},
        state::words::words,
    },
};
use std::ops::Range;

/// The data that all parts of a table share.
pub(crate) struct ThemeTable<'a> {
    index: &'a EntityIndex,
    matrix: &'a Matrix,
    /// The columns, newest first: the editions of each year, as positions in [`Matrix::editions`].
    years: Vec<Range<usize>>,
}

impl<'a> ThemeTable<'a> {
    /// The table of a matrix. A year without a match has no column.
    pub(crate) fn new(index: &'a EntityIndex, matrix: &'a Matrix) -> Self {
        let mut years = matrix.years();
        years.retain(|editions| matrix.rows.iter().any(|row| row.at(editions.clone()).0 > 0));
        years.reverse();
        Self { index, matrix, years }
    }

    /// The heads of the columns.
    pub(crate) fn heads(&self) -> Vec<Element> {
        let head = |editions: &Range<usize>| {
            let (year, n_recaps) = of_year(self.matrix, editions);
            let link = el("a").attr("href", year_href(year)).child(year.to_string());
            let count = el("span").class("count").child(words().n_recaps(n_recaps));
            el("th").attr("scope", "col").child(link).child(count)
        };
        self.years.iter().map(head).collect()
    }

    /// A theme, its cells and its history. `evidence` gives the address of what is behind a cell: the theme at the
    /// editions of a year.
    pub(crate) fn row(
        &self,
        row: &Row,
        evidence: &dyn Fn(&Row, u16, &Range<usize>) -> String,
    ) -> Element {
        let name = theme_name(self.index, &row.theme);
        let cell = |editions: &Range<usize>| {
            let (year, n_recaps) = of_year(self.matrix, editions);
            let at = year.to_string();
            // For a phone, where years stand close together: ’24.
            let short = "’".to_owned() + at.get(2..).unwrap_or_default();
            let cell = el("td").attr("data-short", short);
            let (named, n_notes) = row.at(editions.clone());
            if named == 0 {
                return cell;
            }
            let link = el("a")
                .attr("href", evidence(row, year, editions))
                .attr("aria-label", words().matrix_cell(&name, &at, named, n_notes))
                .child(named);
            cell.attr("data-share", level(named, n_recaps)).child(link)
        };
        let link = el("a").attr("href", theme_href(&row.theme)).child(name.clone());
        let story = theme_story(self.index, self.matrix, row);
        el("tr")
            .child(el("th").attr("scope", "row").child(link))
            .children(self.years.iter().map(cell))
            .child(el("td").class("matrix-story").child(story))
    }
}

/// The year of `editions`, and all recaps about them.
#[inline(never)]
fn of_year(matrix: &Matrix, editions: &Range<usize>) -> (u16, usize) {
    let told = matrix.editions.get(editions.clone()).unwrap_or_default();
    told.iter().fold((0, 0), |(_, n_recaps), it| (it.year, n_recaps + it.n_recaps))
}

/// How strong a cell is: the share of `named` in `all` recaps, in steps that readers can tell apart.
fn level(named: usize, all: usize) -> &'static str {
    match 1000 * named / all.max(1) {
        _ if all < N_ENOUGH => "few",
        0..150 => "1",
        150..300 => "2",
        300..500 => "3",
        _ => "4",
    }
}

/// The table, which scrolls where it is wider than its page.
pub(crate) fn framed_table(
    class: &'static str,
    editions: Vec<Element>,
    rows: Vec<Element>,
) -> Element {
    let words = words();
    let head = el("tr")
        .child(el("th").class("matrix-corner").attr("scope", "col").child(words.theme()))
        .children(editions)
        .child(el("th").class("matrix-story").attr("scope", "col").child(words.story()));
    let table =
        el("table").class(class).child(el("thead").child(head)).child(el("tbody").children(rows));
    el("div")
        .class("matrix-scroll")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", words.matrix())
        .child(table)
}

/// The history of a theme in words: its peak, as a share of the recaps of a year, and its end.
pub(crate) fn theme_story(index: &EntityIndex, matrix: &Matrix, row: &Row) -> String {
    let (mut peak, mut n_named, mut n_all) = (0, row.n_recaps, 0);
    for editions in matrix.years() {
        let (year, all) = of_year(matrix, &editions);
        let (named, _) = row.at(editions);
        // A year with few recaps has no share.
        if all >= N_ENOUGH && (n_all == 0 || named * n_all > n_named * all) {
            (peak, n_named, n_all) = (year, named, all);
        }
    }
    let last = matrix.editions.get(row.last_seen);
    let last = last.filter(|_| row.last_seen + 1 < matrix.editions.len());
    let last = last.map(|edition| short_name(index, &edition.conference));
    words().theme_story(peak, n_named, n_all, last)
}
