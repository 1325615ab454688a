//! Parts of texts: the sentence around some words, and a name without its year.

use crate::text::event_year;
use std::ops::Range;

/// How far the parts of a sentence before and after some words are looked at, in bytes. A line without full stops would
/// otherwise be read again for each name in it.
const FARTHEST: usize = 400;

/// What ends a sentence.
const ENDS: [&str; 4] = [". ", "! ", "? ", "\n"];

/// The part of a sentence before a byte of a text.
pub(super) fn sentence_before(text: &str, at: usize) -> &str {
    let first = text.floor_char_boundary(at.saturating_sub(FARTHEST));
    let before = text.get(first..at).unwrap_or_default();
    let start = ENDS.iter().filter_map(|end| before.rfind(end)).max().map_or(0, |at| at + 1);
    before.get(start..).unwrap_or_default()
}

/// The sentence around some bytes of a text.
pub(super) fn sentence_at(text: &str, bytes: Range<usize>) -> &str {
    let start = bytes.start - sentence_before(text, bytes.start).len();
    let last = text.ceil_char_boundary(bytes.end.saturating_add(FARTHEST).min(text.len()));
    let after = text.get(bytes.end..last).unwrap_or_default();
    let end = ENDS.iter().filter_map(|end| after.find(end)).min().unwrap_or(after.len());
    text.get(start..bytes.end + end).unwrap_or_default()
}

/// A name without its year, and the year.
pub(super) fn without_year(name: &str) -> (String, Option<u16>) {
    let year_of = |word: &str| event_year(word.trim_matches(|c: char| !c.is_ascii_digit()));
    let year = name.split_whitespace().find_map(year_of);
    let words = name.split_whitespace().filter(|word| year_of(word).is_none());
    let series = words.collect::<Vec<_>>().join(" ");
    (series.trim_matches([' ', ',', '-', '–', '(', ')']).to_owned(), year)
}
