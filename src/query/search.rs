//! Index and query to matches.

use super::{Counts, EntryId, Index, Query, Terms, TextIndex};

/// An entry that matches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The entry.
    pub entry: EntryId,
    /// How well it answers the text; 0 when there is none. Comparable within one search only.
    pub score: f32,
}

/// A word nothing matched, and the word it was read as.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Correction {
    /// The word as typed.
    pub typed: String,
    /// The word of the collection it was read as, folded.
    pub read_as: String,
}

/// What a query finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matches {
    /// The entries, in the order of [`Query::order`].
    pub hits: Vec<Hit>,
    /// What each further choice would leave.
    pub counts: Counts,
    /// Talks among the hits.
    pub n_talks: usize,
    /// Passages among the hits that are about no talk.
    pub n_notes: usize,
    /// Recaps that hold a passage of a hit.
    pub n_recaps: usize,
    /// Editions that a hit belongs to.
    pub n_conferences: usize,
    /// The query narrows the matches, so that what is not here was left out.
    pub is_filtered: bool,
    /// Words that were read as others because nothing matched them.
    pub corrections: Vec<Correction>,
    /// What to mark in titles and texts.
    pub terms: Terms,
}

/// Finds what matches `query`. `text` may lack the bodies, or know documents that `index` does not.
pub fn search(_index: &Index, _text: &TextIndex, _query: &Query) -> Matches {
    Matches::default()
}
