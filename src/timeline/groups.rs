//! Matches grouped as years, conferences, talks and passages.

use crate::{
    model::{ConferenceId, RecapId},
    query::{EntryId, Index, Matches, Query},
};

/// Matches as the timeline shows them: newest year first, or oldest first when the query says so;
/// what has no year comes last either way.
///
/// Editions without a match are there, empty, when nothing is filtered; else they are left out.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Timeline {
    /// The years.
    pub years: Vec<YearGroup>,
}

/// What happened in one year.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct YearGroup {
    /// The year; `None` for what is not known to belong to one.
    pub year: Option<u16>,
    /// Editions in the order of the years; entries without an edition last. Never empty.
    pub conferences: Vec<ConferenceGroup>,
}

/// What matches of one edition.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct ConferenceGroup {
    /// The edition; `None` for entries of which it is not known.
    pub conference: Option<ConferenceId>,
    /// Talks: keynotes first, then by day, then by title.
    pub talks: Vec<EntryId>,
    /// Passages about no talk, by recap in the order of the catalog.
    pub recaps: Vec<RecapGroup>,
}

/// The passages of one recap that match and are about no talk.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct RecapGroup {
    /// The recap.
    pub recap: RecapId,
    /// The passages, in reading order. Never empty.
    pub notes: Vec<EntryId>,
}

impl Timeline {
    /// Groups `matches`, which `query` found in `index`.
    pub fn new(_index: &Index, _query: &Query, _matches: &Matches) -> Self {
        Self::default()
    }
}

impl YearGroup {
    /// How many talks match.
    pub fn n_talks(&self) -> usize {
        self.conferences.iter().map(|group| group.talks.len()).sum()
    }

    /// How many passages about no talk match.
    pub fn n_notes(&self) -> usize {
        self.conferences.iter().map(ConferenceGroup::n_notes).sum()
    }
}

impl ConferenceGroup {
    /// How many passages about no talk match.
    pub fn n_notes(&self) -> usize {
        self.recaps.iter().map(|group| group.notes.len()).sum()
    }

    /// Whether nothing matches.
    pub fn is_empty(&self) -> bool {
        self.talks.is_empty() && self.recaps.is_empty()
    }
}
