//! Index and query to matches.

use super::{
    About, Counts, EntryId, Index, Query, Sort, Terms, TextIndex, expression,
    matching::{self, Answer},
    sorting::{sort_by, sort_by_key, sorted_once},
};

/// An entry that matches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The entry.
    pub entry: EntryId,
    /// How well it answers the text; 0 when there is none. Comparable within one search only.
    pub score: f64,
}

/// A word nothing matched, and the word it was read as.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Correction {
    /// The word as typed, folded.
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
pub fn search(index: &Index, text: &TextIndex, query: &Query) -> Matches {
    let clauses = expression::parse(&query.text);
    let is_filtered = !clauses.is_empty() || !query.choices.is_empty();
    let Answer { found, scores, corrections, terms } = matching::answer(index, text, clauses);
    let (left, counts) = index.facets.narrow(&found, query);
    let mut hits: Vec<Hit> = left
        .iter()
        .map(|entry| Hit { entry, score: scores.get(entry.0).copied().unwrap_or_default() })
        .collect();
    let order = query.order();
    sort_by_key(&mut hits, |hit| index.orders.rank(hit.entry, order));
    if order == Sort::Relevance {
        sort_by(&mut hits, |a, b| b.score.total_cmp(&a.score));
    }
    let entries = || hits.iter().filter_map(|hit| index.entry(hit.entry));
    let n_talks = entries().filter(|entry| matches!(entry.about, About::Talk(_))).count();
    let conferences = sorted_once(entries().filter_map(|entry| entry.conference.as_ref()));
    let notes = hits.iter().flat_map(|hit| index.notes_of_entry(hit.entry));
    let recaps = sorted_once(notes.map(|note| &note.recap));
    Matches {
        n_talks,
        n_notes: hits.len() - n_talks,
        n_recaps: recaps.len(),
        n_conferences: conferences.len(),
        hits,
        counts,
        is_filtered,
        corrections,
        terms,
    }
}
