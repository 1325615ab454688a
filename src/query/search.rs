//! Index and query to matches.

use super::{
    Counts, Engine, EntryId, Evidence, Facets, Part, Query, Sort, Stems, Terms, TextIndex,
    engine::index,
    expression::{self, Expression},
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

/// What some answers need beside the outline, and what may come after it.
#[derive(Clone, Debug, Default)]
pub struct Extras {
    /// Which forms of a word are one, in the language of the collection.
    pub stems: Stems,
    /// Where each word stands; knows none as long as it is not here.
    pub text: TextIndex,
    /// The facets with the lists that are no part of the outline; `None` as long as they are not here.
    pub facets: Option<Facets>,
    /// For each entry, how many come before it by title; empty as long as they are not here.
    pub title_ranks: Vec<u32>,
    /// What notes say of themes; `None` as long as it is not here.
    pub evidence: Option<Evidence>,
}

impl Extras {
    /// The parts of the text index that are needed to answer `query` and are not here.
    pub fn missing(&self, query: &Query) -> Vec<Part> {
        matching::missing(&self.text, &expression::parse(&query.text, self.stems).clauses)
    }

    /// Whether `query` needs the index of words, which is not here. Field words do not.
    pub fn needs_text(&self, query: &Query) -> bool {
        let is_asked = || !expression::parse(&query.text, self.stems).clauses.is_empty();
        self.text.is_empty() && is_asked()
    }

    /// Whether `query` asks for lists that are not here.
    pub fn needs_lists(&self, engine: &Engine, query: &Query) -> bool {
        let fields = expression::parse(&query.text, self.stems).fields;
        self.facets_of(engine).lack(query, &fields)
    }

    /// Whether there are lists that are not here.
    pub fn lack_lists(&self, engine: &Engine) -> bool {
        self.facets_of(engine).lacks_lists
    }

    /// Whether all is here that is needed to find what matches `query`.
    pub fn can_answer(&self, engine: &Engine, query: &Query) -> bool {
        !self.needs_text(query)
            && self.missing(query).is_empty()
            && !self.needs_lists(engine, query)
    }

    fn facets_of<'a>(&'a self, engine: &'a Engine) -> &'a Facets {
        self.facets.as_ref().unwrap_or(&engine.facets)
    }
}

/// Finds what matches `query`, as far as `extras` let it.
pub fn search(engine: &Engine, extras: &Extras, query: &Query) -> Matches {
    let Expression { clauses, fields } = expression::parse(&query.text, extras.stems);
    let is_filtered = !clauses.is_empty() || !fields.is_empty() || !query.choices.is_empty();
    let answer = matching::answer(engine.n_entries(), &extras.text, clauses);
    let Answer { mut found, scores, corrections, terms } = answer;
    for field in &fields {
        extras.facets_of(engine).allow(&mut found, field, &engine.index());
    }
    let (left, counts) = extras.facets_of(engine).narrow(&found, query);
    let mut hits: Vec<Hit> = left
        .iter()
        .map(|entry| Hit { entry, score: scores.get(entry.0).copied().unwrap_or_default() })
        .collect();
    match query.order() {
        // As they are numbered.
        Sort::Newest => {}
        order @ (Sort::Oldest | Sort::Title) => {
            sort_by_key(&mut hits, |hit| engine.rank(hit.entry, order, &extras.title_ranks));
        }
        Sort::Relevance => sort_by(&mut hits, |a, b| b.score.total_cmp(&a.score)),
    }
    let n_talks = hits.iter().filter(|hit| engine.is_talk(hit.entry)).count();
    let conferences = sorted_once(hits.iter().filter_map(|hit| engine.conference(hit.entry)));
    let has_hit =
        |entries: &&[u32]| entries.iter().any(|entry| left.contains(EntryId(index(*entry))));
    Matches {
        n_talks,
        n_notes: hits.len() - n_talks,
        n_recaps: engine.of_recaps().filter(has_hit).count(),
        n_conferences: conferences.len(),
        hits,
        counts,
        is_filtered,
        corrections,
        terms,
    }
}
