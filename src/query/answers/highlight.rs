//! Finds the search words in a text, and the part of the text that shows them best.

use crate::query::{
    Stems,
    filters::expression::{self, Clause},
    sorting::sorted_once,
    words::{Word, fold, words},
};
use std::ops::Range;

/// The words and phrases to mark. Empty without a search text.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Terms {
    /// Clauses that are not excluded.
    pub(super) clauses: Vec<Clause>,
}

impl Terms {
    /// The marks for a search for `text`.
    pub fn of(text: &str) -> Self {
        Self::in_language(text, Stems::None)
    }

    /// The same, including other forms of the words by the rules of `stems`.
    pub fn in_language(text: &str, stems: Stems) -> Self {
        let clauses = expression::parse(text, stems).clauses.into_iter();
        Self { clauses: clauses.filter(|clause| !clause.is_excluded).collect() }
    }

    /// Whether there is nothing to mark.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }
}

/// The byte ranges of `text` to mark: in order, without overlap, on character boundaries. If only the beginning of a
/// word was typed, only that is marked.
pub fn highlights(text: &str, terms: &Terms) -> Vec<Range<usize>> {
    let mut merged: Vec<Range<usize>> = Vec::new();
    for Mark { range, .. } in marks(text, terms) {
        match merged.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            Some(_) | None => merged.push(range),
        }
    }
    merged
}

/// A range of text that matches a clause.
struct Mark {
    range: Range<usize>,
    /// The number of the clause among the terms.
    clause: usize,
}

/// Every range of `text` that matches a clause, by start.
fn marks(text: &str, terms: &Terms) -> Vec<Mark> {
    if terms.is_empty() {
        return Vec::new();
    }
    let words = words(text);
    let mut marks = Vec::new();
    for start in 0..words.len() {
        let rest = words.get(start..).unwrap_or_default();
        for (clause, wanted) in terms.clauses.iter().enumerate() {
            marks.extend(range_of(text, rest, wanted).map(|range| Mark { range, clause }));
        }
    }
    marks
}

/// The length in bytes of `clause` if `rest` begins with it.
fn range_of(text: &str, rest: &[Word], clause: &Clause) -> Option<Range<usize>> {
    let (last, first) = clause.words.split_last()?;
    let candidate = rest.get(..clause.words.len())?;
    let (candidate_last, candidate_first) = candidate.split_last()?;
    if !first.iter().zip(candidate_first).all(|(wanted, word)| *wanted == word.folded) {
        return None;
    }
    let end = if clause.stems.are_forms(&candidate_last.folded, last) {
        candidate_last.range.end
    } else if clause.is_unfinished && candidate_last.folded.starts_with(last.as_str()) {
        end_of_beginning(text, &candidate_last.range, last.len())
    } else {
        return None;
    };
    Some(candidate.first()?.range.start..end)
}

/// The end in `text` of the first letters of the word at `range` that fold to `folded_bytes` bytes. Combining accents
/// stay with the letter before them.
fn end_of_beginning(text: &str, range: &Range<usize>, folded_bytes: usize) -> usize {
    let word = text.get(range.clone()).unwrap_or_default();
    let mut folded = String::new();
    for (start, character) in word.char_indices() {
        if folded.len() >= folded_bytes && !fold::is_combining(character) {
            return range.start + start;
        }
        fold::push_folded(&mut folded, character);
    }
    range.end
}

/// A window on a text.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Snippet {
    /// The words in the window, without an ellipsis.
    pub text: String,
    /// Byte ranges of `text` to mark.
    pub highlights: Vec<Range<usize>>,
    /// The text goes on before the window.
    pub is_cut_before: bool,
    /// The text goes on after the window.
    pub is_cut_after: bool,
}

/// The window of at most `max_chars` characters with the most different search words; the beginning of the text if
/// there are none. Cuts between words where it can.
pub fn snippet(text: &str, terms: &Terms, max_chars: usize) -> Snippet {
    let window = window(text, &marks(text, terms), max_chars);
    let shown = text.get(window.clone()).unwrap_or_default();
    let start = window.start + (shown.len() - shown.trim_start().len());
    let shown = shown.trim();
    Snippet {
        text: shown.to_owned(),
        highlights: highlights(shown, terms),
        is_cut_before: !text.get(..start).unwrap_or_default().trim().is_empty(),
        is_cut_after: !text.get(start + shown.len()..).unwrap_or_default().trim().is_empty(),
    }
}

/// The bytes of the best window.
fn window(text: &str, marks: &[Mark], max_chars: usize) -> Range<usize> {
    // The byte at which each character starts, so that windows can be measured in characters.
    let starts: Vec<usize> =
        text.char_indices().map(|(start, _)| start).chain([text.len()]).collect();
    let n_chars = starts.len() - 1;
    if n_chars <= max_chars {
        return 0..text.len();
    }
    let char_at = |byte: usize| starts.partition_point(|start| *start < byte);
    let byte_at = |place: usize| starts.get(place).copied().unwrap_or(text.len());
    let fitting = |first: usize| {
        let end = marks.get(first).map_or(0, |mark| char_at(mark.range.start) + max_chars);
        let rest = marks.get(first..).unwrap_or_default();
        rest.iter().take_while(move |mark| char_at(mark.range.end) <= end)
    };
    let n_different = |first: usize| sorted_once(fitting(first).map(|mark| mark.clause)).len();
    // `max_by_key` takes the last of equals, so walking backward takes the earliest window.
    let best =
        (0..marks.len()).rev().max_by_key(|first| (n_different(*first), fitting(*first).count()));
    let first_mark =
        best.and_then(|first| marks.get(first)).map_or(0, |mark| char_at(mark.range.start));
    let last_mark = best
        .and_then(|first| fitting(first).map(|mark| char_at(mark.range.end)).max())
        .unwrap_or(0);
    // A third of the remaining room goes before the first mark, because its sentence often starts there.
    let spare = max_chars.saturating_sub(last_mark.saturating_sub(first_mark));
    let earliest = first_mark.saturating_sub(spare / 3).min(n_chars - max_chars);
    let latest = earliest + max_chars;
    let start = next_word(text, byte_at(earliest), byte_at(first_mark));
    let end = last_word(
        text,
        byte_at(latest),
        byte_at(last_mark.max(earliest + max_chars / 2).min(latest)),
    );
    start..end
}

/// The first start of a word between bytes `from` and `until`; `from` if there is none.
fn next_word(text: &str, from: usize, until: usize) -> usize {
    let before = text.get(..from).unwrap_or_default();
    if before.is_empty() || before.ends_with(char::is_whitespace) {
        return from;
    }
    let lead = text.get(from..until).unwrap_or_default();
    lead.find(char::is_whitespace).map_or(from, |space| from + space)
}

/// The last end of a word between bytes `from` and `until`; `until` if there is none.
fn last_word(text: &str, until: usize, from: usize) -> usize {
    let after = text.get(until..).unwrap_or_default();
    if after.is_empty() || after.starts_with(char::is_whitespace) {
        return until;
    }
    let tail = text.get(from..until).unwrap_or_default();
    tail.rfind(char::is_whitespace).map_or(until, |space| from + space)
}
