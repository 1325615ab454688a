//! Clauses of a search text to the entries that answer them, and how well.
//!
//! A clause looks at an entry as a whole: at a talk and all notes on it. The words of a phrase must
//! stand in a row in one field of one document.

use super::{
    Correction, EntryId, Index, Terms, TextIndex,
    bits::Bits,
    expression::Clause,
    sorting::sort_by_key,
    text_index::Field,
    typo::{self, Distance},
};
use std::cmp::Reverse;

/// What a search text finds.
pub(super) struct Answer {
    /// The entries that every clause allows.
    pub(super) found: Bits,
    /// How well each entry answers; 0 for those not found.
    pub(super) scores: Vec<f64>,
    /// Words that were read as others.
    pub(super) corrections: Vec<Correction>,
    /// What to mark.
    pub(super) terms: Terms,
}

/// Finds the entries that all of `clauses` allow. No clauses allow every entry.
pub(super) fn answer(index: &Index, text: &TextIndex, clauses: Vec<Clause>) -> Answer {
    let n_entries = index.n_entries();
    let mut answer = Answer {
        found: Bits::all(n_entries),
        scores: vec![0.0; n_entries],
        corrections: Vec::new(),
        terms: Terms::default(),
    };
    let lengths = if clauses.is_empty() { Vec::new() } else { relative_lengths(index, text) };
    for mut clause in clauses {
        if !clause.is_excluded {
            answer.corrections.extend(correct(text, &mut clause));
        }
        let tallies = tallies(index, text, &clause);
        let holds = |tally: &Tally| tally.iter().any(|count| *count > 0.0);
        let mut allowed = Bits::none(n_entries);
        for (place, tally) in tallies.iter().enumerate() {
            if holds(tally) != clause.is_excluded {
                allowed.insert(EntryId(place));
            }
        }
        answer.found.intersect(&allowed);
        if !clause.is_excluded {
            let rarity = rarity(n_entries, tallies.iter().filter(|tally| holds(tally)).count());
            for ((score, tally), length) in answer.scores.iter_mut().zip(&tallies).zip(&lengths) {
                *score += rarity * weight(tally, *length);
            }
            answer.terms.clauses.push(clause);
        }
    }
    answer
}

/// How often a clause stands in each field of an entry, in the order of [`Field::ALL`].
type Tally = [f64; Field::ALL.len()];

/// How much it counts to stand in each field, in the order of [`Field::ALL`].
const FIELD_WEIGHTS: Tally = [8.0, 5.0, 4.0, 3.0, 1.0, 0.5];

/// How soon saying a word again stops to count. Small, so that once in the title is more than any
/// number of times in the text.
const SATURATION: f64 = 0.3;

/// How much less a word counts in an entry twice as long as others; from 0, not at all, to 1.
const LENGTH_WEIGHT: f64 = 0.5;

/// What a word that merely begins as typed counts against one that is as typed.
const BEGINNING_WEIGHT: f64 = 0.6;

/// How well an entry with `tally` answers; `length` is its length against the average. As in BM25,
/// but field by field.
fn weight(tally: &Tally, length: f64) -> f64 {
    let norm = SATURATION * (1.0 - LENGTH_WEIGHT + LENGTH_WEIGHT * length);
    tally.iter().zip(FIELD_WEIGHTS).map(|(count, weight)| weight * count / (count + norm)).sum()
}

/// How much it says that an entry is one of `n_holding`.
fn rarity(n_entries: usize, n_holding: usize) -> f64 {
    let (n_entries, n_holding) = (float(n_entries), float(n_holding));
    (1.0 + (n_entries - n_holding + 0.5) / (n_holding + 0.5)).ln()
}

/// The number of words of each entry against the average; above 0.
fn relative_lengths(index: &Index, text: &TextIndex) -> Vec<f64> {
    let mut lengths = vec![1.0; index.n_entries()];
    for (document, length) in text.lengths().enumerate() {
        let entry = index.entry_of_document(document);
        if let Some(sum) = entry.and_then(|entry| lengths.get_mut(entry.0)) {
            *sum += f64::from(length);
        }
    }
    let average = lengths.iter().sum::<f64>() / float(lengths.len().max(1));
    lengths.into_iter().map(|length| length / average).collect()
}

/// Where a word of a clause stands: document, place, and what that counts; by document and place.
type Standing = Vec<(usize, u32, f64)>;

fn tallies(index: &Index, text: &TextIndex, clause: &Clause) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); index.n_entries()];
    let last = clause.words.len().saturating_sub(1);
    let words = clause.words.iter().enumerate();
    let mut standings =
        words.map(|(place, word)| standing(text, word, clause.is_unfinished && place == last));
    let Some(mut ends) = standings.next() else { return tallies };
    for following in standings {
        ends = in_a_row(&ends, &following);
    }
    for (document, position, count) in ends {
        let entry = index.entry_of_document(document);
        let tally = entry.and_then(|entry| tallies.get_mut(entry.0));
        let field = text.field(document, position) as usize;
        if let Some(sum) = tally.and_then(|tally| tally.get_mut(field)) {
            *sum += count;
        }
    }
    tallies
}

fn standing(text: &TextIndex, word: &str, is_unfinished: bool) -> Standing {
    let whole = text.term(word);
    let terms = if is_unfinished {
        text.terms_from(word)
    } else {
        whole.map_or(0..0, |term| term..term + 1)
    };
    let mut standing = Standing::new();
    for term in terms {
        let count = if Some(term) == whole { 1.0 } else { BEGINNING_WEIGHT };
        for posting in text.postings(term) {
            let places = posting.positions.into_iter();
            standing.extend(places.map(|position| (posting.document, position, count)));
        }
    }
    sort_by_key(&mut standing, |(document, position, _)| (*document, *position));
    standing
}

/// The places of `following` that come right after one of `before`.
fn in_a_row(before: &Standing, following: &Standing) -> Standing {
    let follows = |&&(document, position, _): &&(usize, u32, f64)| {
        position.checked_sub(1).is_some_and(|wanted| {
            let wanted = (document, wanted);
            before.binary_search_by(|(document, place, _)| (*document, *place).cmp(&wanted)).is_ok()
        })
    };
    following.iter().filter(follows).copied().collect()
}

/// Reads each word of `clause` that the collection does not have as the closest one it has.
fn correct(text: &TextIndex, clause: &mut Clause) -> Vec<Correction> {
    let mut corrections = Vec::new();
    let last = clause.words.len().saturating_sub(1);
    for (place, word) in clause.words.iter_mut().enumerate() {
        let is_unfinished = clause.is_unfinished && place == last;
        let is_known = if is_unfinished {
            !text.terms_from(word).is_empty()
        } else {
            text.term(word).is_some()
        };
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

/// The word closest to `typed`, of equally close ones that in most documents, then the first.
fn closest<'a>(text: &'a TextIndex, typed: &str, is_unfinished: bool) -> Option<&'a str> {
    let letters: Vec<char> = typed.chars().collect();
    let forgiven = typo::forgiven(letters.len());
    if forgiven == 0 {
        return None;
    }
    let candidates = text.terms().filter_map(|(term, word)| {
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
        (*distance, *to_whole, Reverse(text.postings(*term).count()), *term)
    });
    closest.map(|(.., word)| word)
}

/// A count as a number to reckon with; exact below 2^32.
pub(super) fn float(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
