//! Clauses of a search text to the entries that answer them, and how well.
//!
//! A clause looks at an entry as a whole: at a talk and all notes on it. The words of a phrase must
//! stand in a row in one field.

use super::{
    Correction, EntryId, Part, Stems, Terms, TextIndex,
    bits::Bits,
    expression::Clause,
    sorting::{sort_by_key, sorted_once},
    text_index::Term,
    typo::{self, Distance},
};
use std::cmp::Reverse;

/// What a search text finds.
pub(super) struct Answer {
    /// The entries that every clause allows.
    pub(super) found: Bits,
    /// How well each entry answers; 0 for those not found. Empty when there are no clauses.
    pub(super) scores: Vec<f64>,
    /// Words that were read as others.
    pub(super) corrections: Vec<Correction>,
    /// What to mark.
    pub(super) terms: Terms,
}

/// What another form of a word counts against the word as typed.
const FORM_WEIGHT: f64 = 0.8;
/// What a word that merely begins as typed counts against one that is as typed.
const BEGINNING_WEIGHT: f64 = 0.6;

/// The parts of `text` that are needed to answer `clauses` and are not here.
pub(super) fn missing(text: &TextIndex, clauses: &[Clause]) -> Vec<Part> {
    let mut parts = Vec::new();
    for clause in clauses {
        let last = clause.words.len().saturating_sub(1);
        for (place, word) in clause.words.iter().enumerate() {
            let mut shelves: Vec<usize> = if clause.is_unfinished && place == last {
                text.shelves_from(word).collect()
            } else {
                vec![text.shelf_of(word)]
            };
            shelves.extend(clause.stems.forms(word).iter().map(|form| text.shelf_of(form)));
            for shelf in sorted_once(shelves) {
                parts.push(Part::Words(shelf));
                parts.extend((last > 0).then_some(Part::Places(shelf)));
            }
        }
    }
    parts.retain(|part| !text.has(*part));
    parts
}

/// Finds the entries that all of `clauses` allow. No clauses allow every entry.
pub(super) fn answer(n_entries: usize, text: &TextIndex, clauses: Vec<Clause>) -> Answer {
    let mut answer = Answer {
        found: Bits::all(n_entries),
        scores: if clauses.is_empty() { Vec::new() } else { vec![0.0; n_entries] },
        corrections: Vec::new(),
        terms: Terms::default(),
    };
    for mut clause in clauses {
        if !clause.is_excluded {
            answer.corrections.extend(correct(text, &mut clause));
        }
        let weights = weights(n_entries, text, &clause);
        let mut holding = Bits::none(n_entries);
        for (place, weight) in weights.iter().enumerate() {
            if *weight > 0.0 {
                holding.insert(EntryId(place));
            }
        }
        if clause.is_excluded {
            answer.found.subtract(&holding);
            continue;
        }
        answer.found.intersect(&holding);
        let rarity = rarity(n_entries, weights.iter().filter(|weight| **weight > 0.0).count());
        for (score, weight) in answer.scores.iter_mut().zip(&weights) {
            *score += rarity * weight;
        }
        answer.terms.clauses.push(clause);
    }
    answer
}

/// How much it says that an entry is one of `n_holding`.
fn rarity(n_entries: usize, n_holding: usize) -> f64 {
    let (n_entries, n_holding) = (float(n_entries), float(n_holding));
    (1.0 + (n_entries - n_holding + 0.5) / (n_holding + 0.5)).ln()
}

/// How well a clause says what each entry is about; 0 for those that it does not stand in.
fn weights(n_entries: usize, text: &TextIndex, clause: &Clause) -> Vec<f64> {
    let last = clause.words.len().saturating_sub(1);
    let mut words = Vec::new();
    for (place, word) in clause.words.iter().enumerate() {
        words.push(terms(text, word, clause.is_unfinished && place == last, clause.stems));
    }
    let mut weights = vec![0.0; n_entries];
    let mut words = words.into_iter();
    add_weights(text, &words.next().unwrap_or_default(), &mut weights);
    if last > 0 {
        in_a_row(text, clause, &mut weights);
        // A phrase says as much as the least of its words.
        for terms in words {
            let mut others = vec![0.0; n_entries];
            add_weights(text, &terms, &mut others);
            for (weight, other) in weights.iter_mut().zip(others) {
                *weight = weight.min(other);
            }
        }
    }
    weights
}

/// The words of the collection that a word of a clause stands for, and what each counts.
fn terms(text: &TextIndex, word: &str, is_unfinished: bool, stems: Stems) -> Vec<(Term, f64)> {
    let whole = text.term(word);
    let terms = if is_unfinished { text.terms_from(word) } else { whole.into_iter().collect() };
    let weight = |term| if Some(term) == whole { 1.0 } else { BEGINNING_WEIGHT };
    let forms = stems.forms(word);
    let forms = forms.iter().filter_map(|form| Some((text.term(form)?, FORM_WEIGHT)));
    terms.into_iter().map(|term| (term, weight(term))).chain(forms).collect()
}

/// Gives each entry the weight of the best of `terms`.
fn add_weights(text: &TextIndex, terms: &[(Term, f64)], weights: &mut [f64]) {
    for (term, share) in terms {
        for (entry, weight) in text.postings(*term) {
            if let Some(best) = weights.get_mut(entry.0) {
                *best = best.max(weight * share);
            }
        }
    }
}

/// Leaves those weights only whose entries hold the words of `clause` in a row.
fn in_a_row(text: &TextIndex, clause: &Clause, weights: &mut [f64]) {
    let last = clause.words.len().saturating_sub(1);
    let mut ends: Option<Vec<(EntryId, u32)>> = None;
    for (place, word) in clause.words.iter().enumerate() {
        let is_unfinished = clause.is_unfinished && place == last;
        let terms = terms(text, word, is_unfinished, clause.stems).into_iter();
        let mut places: Vec<_> = terms.flat_map(|(term, _)| text.places(term)).collect();
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

/// Reads each word of `clause` that the collection does not have as the closest one it has.
fn correct(text: &TextIndex, clause: &mut Clause) -> Vec<Correction> {
    let mut corrections = Vec::new();
    let last = clause.words.len().saturating_sub(1);
    for (place, word) in clause.words.iter_mut().enumerate() {
        let is_unfinished = clause.is_unfinished && place == last;
        let is_known = !terms(text, word, is_unfinished, clause.stems).is_empty();
        // The closest to a year or a version is another one, which is not what was meant.
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

/// The word closest to `typed` on its shelf, of equally close ones that in most entries, then the
/// first.
fn closest<'a>(text: &'a TextIndex, typed: &str, is_unfinished: bool) -> Option<&'a str> {
    let letters: Vec<char> = typed.chars().collect();
    let forgiven = typo::forgiven(letters.len());
    if forgiven == 0 {
        return None;
    }
    let shelf = text.shelf_of(typed);
    let candidates = text.terms_on(shelf).iter().enumerate().filter_map(|(term, word)| {
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
        (*distance, *to_whole, Reverse(text.postings((shelf, *term)).count()), *term)
    });
    closest.map(|(.., word)| word.as_str())
}

/// A count as a number to reckon with; exact below 2^32.
pub(super) fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
