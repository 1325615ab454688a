//! Theme by edition: who spoke of what when, and what went silent.

use crate::{
    model::{ConferenceId, NoteId, ThemeId},
    query::{Index, Matches},
};

/// Themes by edition, from the passages behind the matches.
///
/// Only an edition with at least one recap can speak for absence: where nobody wrote, a theme is
/// neither gone nor interrupted.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Matrix {
    /// The columns: dated editions with a recap, earliest first.
    pub editions: Vec<Edition>,
    /// The rows: themes with evidence.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Edition {
    /// The edition.
    pub conference: ConferenceId,
    /// Year of its start.
    pub year: u16,
    /// Articles about it, whether they match or not: how much its silence means.
    pub n_recaps: usize,
}

/// What is known of one theme.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Row {
    /// The theme; a broader one holds the evidence of its narrower ones too.
    pub theme: ThemeId,
    /// One cell per edition of [`Matrix::editions`].
    pub cells: Vec<Cell>,
    /// The first edition that names it, as a position in [`Matrix::editions`].
    pub first_seen: usize,
    /// The last edition that names it, likewise.
    pub last_seen: usize,
    /// Later editions have recaps, and none names it.
    pub is_gone: bool,
    /// The editions that name it again after one or more with recaps did not; in order.
    pub returns: Vec<usize>,
    /// Articles that name it, each once.
    pub n_recaps: usize,
    /// Passages that name it, each once.
    pub n_notes: usize,
}

/// The evidence for one theme at one edition.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Cell {
    /// Articles that name it, each once whatever its copies and passages.
    pub n_recaps: usize,
    /// The passages, in the order of the catalog. Empty when nobody names it.
    pub notes: Vec<NoteId>,
}

/// The order of the rows. Ties are broken by name.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum ThemeOrder {
    /// Earliest first.
    #[default]
    FirstSeen,
    /// Named at most editions first.
    Persistence,
    /// Most gained from its first half of the editions to the second first.
    Rise,
    /// By name, case and accents aside.
    Name,
    /// Most articles first, then most passages.
    Evidence,
}

impl Matrix {
    /// Counts the passages behind `matches`.
    pub fn new(_index: &Index, _matches: &Matches, _order: ThemeOrder) -> Self {
        Self::default()
    }
}
