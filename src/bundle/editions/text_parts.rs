//! Parts of texts: the sentence around some words, and a name without its year.

use crate::text::event_year;
use std::ops::Range;

/// The sentence around some bytes of a text.
pub(super) fn sentence_at(text: &str, bytes: Range<usize>) -> &str {
    const ENDS: [&str; 4] = [". ", "! ", "? ", "\n"];
    let before = text.get(..bytes.start).unwrap_or_default();
    let start = ENDS.iter().filter_map(|end| before.rfind(end)).max().map_or(0, |at| at + 1);
    let after = text.get(bytes.end..).unwrap_or_default();
    let end = ENDS.iter().filter_map(|end| after.find(end)).min().unwrap_or(after.len());
    let end = bytes.end + end;
    text.get(start..end).unwrap_or_default()
}

/// A name without its year, and the year.
pub(super) fn without_year(name: &str) -> (String, Option<u16>) {
    let year_of = |word: &str| event_year(word.trim_matches(|c: char| !c.is_ascii_digit()));
    let year = name.split_whitespace().find_map(year_of);
    let words = name.split_whitespace().filter(|word| year_of(word).is_none());
    let series = words.collect::<Vec<_>>().join(" ");
    (series.trim_matches([' ', ',', '-', '–', '(', ')']).to_owned(), year)
}
