//! Determines the contents of table columns from their heads.

use crate::ingest::names::cue_words::{COMPANY_HEADS, SPEAKER_HEADS, TITLE_HEADS, has};
use crate::model::{Inline, inline_text};

/// A row: its cells.
pub(super) type Row = Vec<Vec<Inline>>;

/// The contents of a column.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Column {
    Title,
    Speaker,
    Organization,
    Other,
}

/// The contents of a column, judging by its head.
pub(super) fn column(head: &str) -> Column {
    let head = head.trim().to_lowercase();
    // "intervenant·e" and "Referent*in".
    let stem = head.split(['·', '*', '/', '(']).next().unwrap_or_default().trim();
    if has(TITLE_HEADS, &head) {
        Column::Title
    } else if has(SPEAKER_HEADS, &head) || has(SPEAKER_HEADS, stem) {
        Column::Speaker
    } else if has(COMPANY_HEADS, &head) {
        Column::Organization
    } else {
        Column::Other
    }
}

/// Whether the first row shows that a table lists talks with their speakers.
pub(super) fn lists_talks(rows: &[Row]) -> bool {
    let heads = rows.first().into_iter().flatten();
    let columns: Vec<Column> = heads.map(|head| column(&inline_text(head))).collect();
    columns.contains(&Column::Title) && columns.contains(&Column::Speaker)
}
