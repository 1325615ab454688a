//! Answers a query from the index.

use super::{
    engine::Engine,
    highlight::Terms,
    matching::{self, Answer, Correction},
};
use crate::query::{
    EntryId, Evidence, FacetCounts, FacetIndex, IndexPart, Query, Sort, Stems, TextIndex,
    filters::expression::{self, Expression},
    sorting::{sort_by, sort_by_key, sorted_once},
    to_usize,
};

/// An entry that matches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The entry.
    pub entry: EntryId,
    /// How well it answers the search text; 0 without a text. Comparable only within one search.
    pub score: f64,
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matches {
    /// The entries, in the order of [`Query::order`].
    pub hits: Vec<Hit>,
    /// How many entries each further choice would leave.
    pub counts: FacetCounts,
    /// Talks among the hits.
    pub n_talks: usize,
    /// Hits that are notes and not about a talk.
    pub n_notes: usize,
    /// Recaps that contain a note of a hit.
    pub n_recaps: usize,
    /// Conferences of the hits.
    pub n_conferences: usize,
    /// The query filters, so entries that are not loaded were left out.
    pub is_filtered: bool,
    /// Some hits have only some of the words of the text.
    pub is_close: bool,
    /// Typed words that matched nothing, each with the word searched instead.
    pub corrections: Vec<Correction>,
    /// The words to mark in titles and texts.
    pub terms: Terms,
}

/// Data that only some answers need and that may load after the catalog index.
#[derive(Clone, Debug, Default)]
pub struct Extras {
    /// The rules for word forms in the language of the collection.
    pub stems: Stems,
    /// The full-text index; empty until it is loaded.
    pub text: TextIndex,
    /// The facets whose lists are not part of the catalog index; `None` until they are loaded.
    pub facets: Option<FacetIndex>,
    /// For each entry, its rank by title; empty until loaded.
    pub title_ranks: Vec<u32>,
    /// What notes say about themes; `None` until it is loaded.
    pub evidence: Option<Evidence>,
}

impl Extras {
    /// The parts of the text index that `query` needs and that are not loaded.
    pub fn missing(&self, query: &Query) -> Vec<IndexPart> {
        matching::missing(&self.text, &expression::parse(&query.text, self.stems).clauses)
    }

    /// Whether `query` needs the full-text index and it is not loaded. Qualifiers do not need it.
    pub fn needs_text(&self, query: &Query) -> bool {
        let is_asked = || !expression::parse(&query.text, self.stems).clauses.is_empty();
        self.text.is_empty() && is_asked()
    }

    /// Whether `query` needs lists that are not loaded.
    pub fn needs_lists(&self, engine: &Engine, query: &Query) -> bool {
        let qualifiers = expression::parse(&query.text, self.stems).qualifiers;
        self.facets_of(engine).lack(query, &qualifiers)
    }

    /// Whether any lists are not loaded.
    pub fn lack_lists(&self, engine: &Engine) -> bool {
        self.facets_of(engine).lacks_lists
    }

    /// Whether everything that `query` needs is loaded.
    pub fn can_answer(&self, engine: &Engine, query: &Query) -> bool {
        !self.needs_text(query)
            && self.missing(query).is_empty()
            && !self.needs_lists(engine, query)
    }

    fn facets_of<'a>(&'a self, engine: &'a Engine) -> &'a FacetIndex {
        self.facets.as_ref().unwrap_or(&engine.facets)
    }
}

/// Answers `query` with the data that `extras` has so far.
pub fn search(engine: &Engine, extras: &Extras, query: &Query) -> Matches {
    let Expression { clauses, qualifiers } = expression::parse(&query.text, extras.stems);
    let is_filtered = !clauses.is_empty() || !qualifiers.is_empty() || !query.selection.is_empty();
    let answer = matching::answer(engine.n_entries(), &extras.text, clauses);
    let Answer { mut found, is_close, scores, corrections, terms } = answer;
    for field in &qualifiers {
        extras.facets_of(engine).allow(&mut found, field, &engine.index());
    }
    let (left, counts) = extras.facets_of(engine).narrow(&found, query);
    let mut hits: Vec<Hit> = left
        .iter()
        .map(|entry| Hit { entry, score: scores.get(entry.0).copied().unwrap_or_default() })
        .collect();
    match query.order() {
        // Entries are numbered in this order.
        Sort::Newest => {}
        order @ (Sort::Oldest | Sort::Title) => {
            sort_by_key(&mut hits, |hit| engine.rank(hit.entry, order, &extras.title_ranks));
        }
        Sort::Relevance => sort_by(&mut hits, |a, b| b.score.total_cmp(&a.score)),
    }
    let n_talks = hits.iter().filter(|hit| engine.is_talk(hit.entry)).count();
    let conferences = sorted_once(hits.iter().filter_map(|hit| engine.conference(hit.entry)));
    let has_hit =
        |entries: &&[u32]| entries.iter().any(|entry| left.contains(EntryId(to_usize(*entry))));
    Matches {
        n_talks,
        n_notes: hits.len() - n_talks,
        n_recaps: engine.of_recaps().filter(has_hit).count(),
        n_conferences: conferences.len(),
        hits,
        counts,
        is_filtered,
        is_close,
        corrections,
        terms,
    }
}
