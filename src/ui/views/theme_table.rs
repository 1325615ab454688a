//! The table of themes by edition, in the explorer and on a page.

use crate::{
    model::{ConferenceId, ThemeId},
    query::EntityIndex,
    timeline::{Cell, Edition, N_ENOUGH, Row},
    ui::{
        display_names::{short_name, theme_name},
        dom::{Element, el},
        link::{conference_href, theme_href},
        state::words::words,
    },
};

/// The data that all parts of a table share.
pub(crate) struct ThemeTable<'a> {
    /// The names of things.
    pub(crate) index: &'a EntityIndex,
    /// The columns.
    pub(crate) editions: &'a [Edition],
    /// The address of the list behind a cell.
    pub(crate) evidence: &'a dyn Fn(&ThemeId, &ConferenceId) -> String,
}

impl ThemeTable<'_> {
    /// The head of a column.
    pub(crate) fn edition_head(&self, edition: &Edition) -> Element {
        let name = short_name(self.index, &edition.conference);
        let link = el("a").attr("href", conference_href(&edition.conference)).child(name);
        let count = el("span").class("count").child(words().n_recaps(edition.n_recaps));
        el("th").class("matrix-edition").attr("scope", "col").child(link).child(count)
    }

    /// A theme, its cells and its history.
    pub(crate) fn row(&self, row: &Row) -> Element {
        let name = theme_name(self.index, &row.theme);
        let cells = self.editions.iter().zip(&row.cells);
        let cells = cells.map(|(edition, cell)| self.cell(&row.theme, &name, edition, cell));
        let link = el("a").attr("href", theme_href(&row.theme)).child(name.clone());
        el("tr").child(el("th").attr("scope", "row").child(link)).children(cells).child(
            el("td").class("matrix-story").child(theme_story(self.index, self.editions, row)),
        )
    }

    fn cell(&self, theme: &ThemeId, name: &str, edition: &Edition, cell: &Cell) -> Element {
        if cell.n_recaps == 0 {
            return el("td");
        }
        let at = short_name(self.index, &edition.conference);
        let link = el("a")
            .attr("href", (self.evidence)(theme, &edition.conference))
            .attr("aria-label", words().matrix_cell(name, &at, cell.n_recaps, cell.notes.len()))
            .child(cell.n_recaps);
        el("td").class("matrix-cell").attr("data-weight", weight(cell.n_recaps)).child(link)
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

/// The strength of a cell by its number of recaps: a single recap is an opinion and must not look like a trend.
pub(crate) fn weight(n_recaps: usize) -> &'static str {
    match n_recaps {
        0 => "none",
        1 => "one",
        2 | 3 => "some",
        _ => "many",
    }
}

/// The history of a theme in words: its peak, as a share of the recaps of a year, and its end.
pub(crate) fn theme_story(index: &EntityIndex, editions: &[Edition], row: &Row) -> String {
    let (mut year, mut named, mut all) = (0, row.n_recaps, 0);
    let mut place = 0;
    for editions in editions.chunk_by(|a, b| a.year == b.year) {
        let cells = row.cells.iter().skip(place).take(editions.len());
        place += editions.len();
        let n_named: usize = cells.map(|cell| cell.n_recaps).sum();
        let n_all: usize = editions.iter().map(|edition| edition.n_recaps).sum();
        // A year with few recaps has no share.
        if n_all >= N_ENOUGH && (all == 0 || n_named * all > named * n_all) {
            (year, named, all) = (editions.first().map_or(0, |it| it.year), n_named, n_all);
        }
    }
    let last = editions.get(row.last_seen).filter(|_| row.last_seen + 1 < editions.len());
    let last = last.map(|edition| short_name(index, &edition.conference));
    words().theme_story(year, named, all, last)
}
