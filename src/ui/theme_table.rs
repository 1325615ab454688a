//! The table of themes by edition, in the explorer and on a page.

use super::{
    link::{conference_href, theme_href},
    names::{short_name, theme_name},
    node::{Element, el},
    strings::{ThemeStory, words},
};
use crate::{
    model::{ConferenceId, ThemeId},
    query::Index,
    timeline::{Cell, Edition, Row},
};

/// What the parts of a table share.
pub(crate) struct ThemeTable<'a> {
    /// What things are called.
    pub(crate) index: &'a Index,
    /// The columns.
    pub(crate) editions: &'a [Edition],
    /// The address of what is behind a cell.
    pub(crate) evidence: &'a dyn Fn(&ThemeId, &ConferenceId) -> String,
}

impl ThemeTable<'_> {
    /// The head of a column.
    pub(crate) fn edition_head(&self, edition: &Edition) -> Element {
        let name = short_name(self.index, &edition.conference);
        let link = el("a").attr("href", conference_href(&edition.conference)).child(name);
        let count = el("span").class("count").child(words().n_articles(edition.n_recaps));
        el("th").class("matrix-edition").attr("scope", "col").child(link).child(count)
    }

    /// A theme, its cells and its story.
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

/// How much a number of articles says: one is an opinion, and must not look like a trend.
pub(crate) fn weight(n_articles: usize) -> &'static str {
    match n_articles {
        0 => "none",
        1 => "one",
        2 | 3 => "some",
        _ => "many",
    }
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
