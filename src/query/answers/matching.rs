//! Finds the entries that answer the clauses of a search text, and how well each does.
//!
//! A clause matches an entry as a whole: a talk with all notes on it. The words of a phrase must follow each other in
//! one field.

use super::highlight::Terms;
use crate::query::{
    EntryId, IndexPart, Stems, TextIndex,
    filters::expression::Clause,
    index::{EntrySet, Term},
    sorting::{sort_by_key, sorted_once},
    to_f64,
    words::typo::{self, Distance},
};
use std::cmp::Reverse;

/// A typed word that nothing matched, and the word that was searched instead.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Correction {
    /// The word as typed, folded.
    pub typed: String,
    /// The word of the collection that was searched instead, folded.
    pub read_as: String,
}

/// The answer to a search text.
pub(super) struct Answer {
    /// The entries that every clause allows. If there are none, or few for a sentence, also the best of those that some
    /// clauses allow.
    pub(super) found: EntrySet,
    /// Some of them match only some clauses.
    pub(super) is_close: bool,
    /// How well each entry answers; 0 for entries that no clause finds. Empty without clauses.
    pub(super) scores: Vec<f64>,
    /// Typed words that matched nothing, each with the word searched instead.
    pub(super) corrections: Vec<Correction>,
    /// The words to mark.
    pub(super) terms: Terms,
}

/// The fewest words of a sentence, function words included.
const MIN_SENTENCE: usize = 3;
/// Fewer entries than this with all words of a sentence are too few.
const FEW: usize = 5;
/// What an entry with all words scores above those with some: more than any sum of weights.
const EXACT: f64 = 1e6;
/// Among entries with some of the words: the least weight of an entry's words, relative to those of the best entry.
const LEAST_SHARE: f64 = 0.5;
/// The weight of another form of a word, relative to the word as typed.
const FORM_WEIGHT: f64 = 0.8;
/// The weight of a word that only begins with the typed letters, relative to the word as typed.
const BEGINNING_WEIGHT: f64 = 0.6;

/// The parts of `text` that `clauses` need and that are not loaded.
pub(super) fn missing(text: &TextIndex, clauses: &[Clause]) -> Vec<IndexPart> {
    let mut parts = Vec::new();
    for clause in clauses {
        let last = clause.words.len().saturating_sub(1);
        for (place, word) in clause.words.iter().enumerate() {
            let mut shards: Vec<usize> = if clause.is_unfinished && place == last {
                text.shards_from(word).collect()
            } else {
                vec![text.shard_of(word)]
            };
            shards.extend(clause.stems.forms(word).iter().map(|form| text.shard_of(form)));
            for shard in sorted_once(shards) {
                parts.push(IndexPart::Postings(shard));
                parts.extend((last > 0).then_some(IndexPart::Positions(shard)));
            }
        }
    }
    parts.retain(|part| !text.has(*part));
    parts
}

/// Finds the entries that `clauses` allow. No clauses allow every entry.
pub(super) fn answer(n_entries: usize, text: &TextIndex, mut clauses: Vec<Clause>) -> Answer {
    let mut corrections = Vec::new();
    let mut n_wanted = 0;
    for clause in clauses.iter_mut().filter(|clause| !clause.is_excluded) {
        n_wanted += 1;
        corrections.extend(correct(text, clause));
    }
    clauses.retain(|clause| clause.is_excluded || !is_function_word(text, clause));
    let mut found = EntrySet::all(n_entries);
    let mut excluded = Vec::new();
    let mut scores = if clauses.is_empty() { Vec::new() } else { vec![0.0; n_entries] };
    // The weight of all words that each entry has, by how rare they are.
    let mut held = vec![0.0; n_entries];
    let mut terms = Terms::default();
    for clause in clauses {
        let weights = weights(n_entries, text, &clause);
        let holding = at_least(&weights, f64::MIN_POSITIVE);
        if clause.is_excluded {
            found.subtract(&holding);
            excluded.push(holding);
            continue;
        }
        found.intersect(&holding);
        let rarity = rarity(n_entries, weights.iter().filter(|weight| **weight > 0.0).count());
        for ((score, held), weight) in scores.iter_mut().zip(&mut held).zip(&weights) {
            *score += rarity * weight;
            *held += if *weight > 0.0 { rarity } else { 0.0 };
        }
        terms.clauses.push(clause);
    }
    let best = held.iter().copied().fold(0.0, f64::max);
    let n_exact = found.iter().count();
    // Few entries have all words of a sentence.
    let enough = if n_wanted >= MIN_SENTENCE && terms.clauses.len() > 1 { FEW } else { 1 };
    let is_close = best > 0.0 && n_exact < enough;
    if is_close {
        found = at_least(&held, best * LEAST_SHARE);
        // What has every word stays first.
        if n_exact > 0 {
            for (score, held) in scores.iter_mut().zip(held) {
                *score += if held >= best { EXACT } else { 0.0 };
            }
        }
        for excluded in &excluded {
            found.subtract(excluded);
        }
    }
    Answer { found, is_close, scores, corrections, terms }
}

/// The entries with at least that weight.
fn at_least(weights: &[f64], least: f64) -> EntrySet {
    let mut entries = EntrySet::none(weights.len());
    for (place, weight) in weights.iter().enumerate() {
        if *weight >= least {
            entries.insert(EntryId(place));
        }
    }
    entries
}

/// The weight of a word that `n_holding` entries contain: rare words weigh more. The fourth root grows about as slowly as
/// the usual logarithm, whose code would take more bytes.
fn rarity(n_entries: usize, n_holding: usize) -> f64 {
    let (n_entries, n_holding) = (to_f64(n_entries), to_f64(n_holding));
    ((n_entries - n_holding + 0.5) / (n_holding + 0.5)).sqrt().sqrt()
}

/// Whether a clause is a word such as "the", which only connects those that are meant.
fn is_function_word(text: &TextIndex, clause: &Clause) -> bool {
    let [word] = clause.words.as_slice() else { return false };
    text.term(word).is_some_and(|term| text.is_function_word(term))
}

/// How well each entry answers a clause; 0 for entries that do not contain it.
fn weights(n_entries: usize, text: &TextIndex, clause: &Clause) -> Vec<f64> {
    let last = clause.words.len().saturating_sub(1);
    let words = clause.words.iter().enumerate();
    let words: Vec<_> = words
        .map(|(place, word)| terms(text, word, clause.is_unfinished && place == last, clause.stems))
        .collect();
    // A function word leaves the weight of a phrase to the other words.
    let least = if last > 0 || clause.is_excluded { f64::INFINITY } else { 0.0 };
    // A phrase weighs as much as its weakest word.
    let mut weakest = vec![f64::INFINITY; n_entries];
    for terms in &words {
        for (weakest, weight) in weakest.iter_mut().zip(word_weights(n_entries, text, terms, least))
        {
            *weakest = weakest.min(weight);
        }
    }
    if last > 0 {
        keep_in_a_row(text, &words, &mut weakest);
    }
    weakest
}

/// The words of the collection that a word of a clause may mean, with the weight of each.
fn terms(text: &TextIndex, word: &str, is_unfinished: bool, stems: Stems) -> Vec<(Term, f64)> {
    let whole = text.term(word);
    let terms = if is_unfinished { text.terms_from(word) } else { whole.into_iter().collect() };
    let weight = |term| if Some(term) == whole { 1.0 } else { BEGINNING_WEIGHT };
    let forms = stems.forms(word);
    let forms = forms.iter().filter_map(|form| Some((text.term(form)?, FORM_WEIGHT)));
    terms.into_iter().map(|term| (term, weight(term))).chain(forms).collect()
}

/// For each entry the weight of the best of `terms`. `least` is the weight of function words.
fn word_weights(n_entries: usize, text: &TextIndex, terms: &[(Term, f64)], least: f64) -> Vec<f64> {
    let mut weights: Vec<f64> = vec![0.0; n_entries];
    for (term, share) in terms {
        for (entry, weight) in text.postings(*term) {
            if let Some(best) = weights.get_mut(entry.0) {
                *best = best.max(if weight > 0.0 { weight * share } else { least });
            }
        }
    }
    weights
}

/// Keeps the weights only of entries in which words with these terms follow each other.
fn keep_in_a_row(text: &TextIndex, words: &[Vec<(Term, f64)>], weights: &mut [f64]) {
    let mut ends: Option<Vec<(EntryId, u32)>> = None;
    for terms in words {
        let mut places: Vec<_> = terms.iter().flat_map(|(term, _)| text.places(*term)).collect();
        sort_by_key(&mut places, |place| *place);
        if let Some(before) = &ends {
            places.retain(|(entry, place)| {
                let wanted = place.checked_sub(1).map(|before| (*entry, before));
                wanted.is_some_and(|wanted| before.binary_search(&wanted).is_ok())
            });
        }
        ends = Some(places);
    }
    let found = sorted_once(ends.into_iter().flatten().map(|(entry, _)| entry));
    for (place, weight) in weights.iter_mut().enumerate() {
        if found.binary_search(&EntryId(place)).is_err() {
            *weight = 0.0;
        }
    }
}

/// Replaces each word of `clause` that the collection lacks by the closest one that it has.
fn correct(text: &TextIndex, clause: &mut Clause) -> Vec<Correction> {
    let mut corrections = Vec::new();
    let last = clause.words.len().saturating_sub(1);
    for (place, word) in clause.words.iter_mut().enumerate() {
        let is_unfinished = clause.is_unfinished && place == last;
        let is_known = !terms(text, word, is_unfinished, clause.stems).is_empty();
        // Not for a year or a version: the closest one is a different year or version, and not what the reader meant.
        if is_known || word.contains(|character: char| character.is_ascii_digit()) {
            continue;
        }
        if let Some(closest) = closest(text, word, is_unfinished) {
            let typed = std::mem::replace(word, closest.to_owned());
            corrections.push(Correction { typed, read_as: closest.to_owned() });
            clause.is_unfinished &= !is_unfinished;
        }
    }
    corrections
}

/// The word of the shard closest to `typed`. Among equally close ones, the one in most entries, then the first.
fn closest<'a>(text: &'a TextIndex, typed: &str, is_unfinished: bool) -> Option<&'a str> {
    let letters: Vec<char> = typed.chars().collect();
    let forgiven = typo::forgiven(letters.len());
    if forgiven == 0 {
        return None;
    }
    let shard = text.shard_of(typed);
    let candidates = text.terms_on(shard).iter().enumerate().filter_map(|(term, word)| {
        let n_chars = word.chars().count();
        let is_too_long = !is_unfinished && n_chars > letters.len() + forgiven;
        if is_too_long || n_chars + forgiven < letters.len() {
            return None;
        }
        let Distance { to_beginning, to_whole } = typo::distance(&letters, word);
        let distance = if is_unfinished { to_beginning } else { to_whole };
        (distance <= forgiven).then_some((distance, to_whole, term, word))
    });
    let closest = candidates.min_by_key(|(distance, to_whole, term, _)| {
        (*distance, *to_whole, Reverse(text.n_entries((shard, *term))), *term)
    });
    closest.map(|(.., word)| word.as_str())
}
