//! Counts words and phrases of two and three words.

use crate::bundle::vocabulary::words;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Fewest units that must contain a phrase before it is a candidate.
const LEAST_UNITS: u32 = 3;

/// Longest phrase in words.
const LONGEST: usize = 3;

/// A line of text: a paragraph of a recap or the title of a talk.
#[derive(Clone, Copy, Debug)]
pub(super) struct PhraseLine<'a> {
    /// The number of its edition.
    pub(super) edition: usize,
    /// The number of its recap or talk.
    pub(super) source: usize,
    /// Whether the source is a talk.
    pub(super) is_talk: bool,
    /// The line.
    pub(super) text: &'a str,
}

/// Where a phrase occurs.
#[derive(Clone, Debug, Default)]
pub(super) struct Occurrences {
    /// Number of units that contain it.
    pub(super) n_units: u32,
    /// Number of units in each edition that contain it.
    pub(super) by_edition: BTreeMap<usize, u32>,
    /// Recaps that contain it.
    pub(super) recaps: BTreeSet<usize>,
    /// Talks with it in their title.
    pub(super) talks: BTreeSet<usize>,
    /// How often it occurs.
    n_all: u32,
    /// How often it is written like a name.
    n_named: u32,
    spellings: BTreeMap<String, u32>,
}

impl Occurrences {
    /// The share of occurrences that are written like a name: with a capital within a sentence or a word.
    pub(super) fn named_share(&self) -> f64 {
        f64::from(self.n_named) / f64::from(self.n_all.max(1))
    }

    /// The most common spelling.
    pub(super) fn spelling(&self) -> &str {
        let usage = self.spellings.iter().map(|(name, count)| (*count, Reverse(name.as_str())));
        usage.max().map_or("", |(_, Reverse(name))| name)
    }
}

/// The phrases that occur in several units, by their words in normal form.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// The occurrences of each phrase.
    pub(super) all: BTreeMap<Vec<String>, Occurrences>,
    /// Number of units in each edition.
    pub(super) n_units: BTreeMap<usize, u32>,
}

impl Phrases {
    /// Counts the phrases of some units. The first pass finds frequent phrases, and the second one records their
    /// occurrences, so that the many rare phrases cost little.
    pub(super) fn count(units: &[PhraseLine<'_>]) -> Self {
        let mut counts: BTreeMap<Vec<String>, (u32, usize)> = BTreeMap::new();
        for (number, unit) in (1..).zip(units) {
            for_each_phrase(unit.text, |phrase, _, _| {
                let (count, last) = counts.entry(phrase.to_vec()).or_insert((0, 0));
                *count += u32::from(*last != number);
                *last = number;
            });
        }
        counts.retain(|_, (count, _)| *count >= LEAST_UNITS);
        let frequent = counts.into_keys().map(|phrase| (phrase, Occurrences::default()));
        let mut phrases = Self { all: frequent.collect(), n_units: BTreeMap::new() };
        for unit in units {
            phrases.add(unit);
        }
        phrases
    }

    fn add(&mut self, unit: &PhraseLine<'_>) {
        *self.n_units.entry(unit.edition).or_default() += 1;
        let mut seen = BTreeSet::new();
        for_each_phrase(unit.text, |phrase, range, is_named| {
            let Some(found) = self.all.get_mut(phrase) else { return };
            found.n_all += 1;
            found.n_named += u32::from(is_named);
            let spelling = unit.text.get(range).unwrap_or_default().to_owned();
            *found.spellings.entry(spelling).or_default() += 1;
            if seen.insert(phrase.to_vec()) {
                found.n_units += 1;
                *found.by_edition.entry(unit.edition).or_default() += 1;
                let sources = if unit.is_talk { &mut found.talks } else { &mut found.recaps };
                sources.insert(unit.source);
            }
        });
    }
}

/// Calls `tell` with each phrase of a line: its words in normal form, its bytes, and whether it is written like a name.
/// A phrase ends at punctuation, except for a hyphen or a slash inside it.
fn for_each_phrase(text: &str, mut tell: impl FnMut(&[String], Range<usize>, bool)) {
    let ranges: Vec<Range<usize>> = words(text).collect();
    let forms: Vec<String> = ranges
        .iter()
        .map(|range| normal_form(text.get(range.clone()).unwrap_or_default()))
        .collect();
    for first in 0..ranges.len() {
        let mut end = None;
        for last in first..ranges.len().min(first + LONGEST) {
            let Some(range) = ranges.get(last).cloned() else { break };
            let is_joined = end.is_none_or(|end| {
                matches!(text.get(end..range.start), Some(" " | "-" | "‑" | "/"))
            });
            let (true, Some(phrase), Some(start)) =
                (is_joined, forms.get(first..=last), ranges.get(first).map(|range| range.start))
            else {
                break;
            };
            end = Some(range.end);
            let is_named = is_named(text, ranges.get(first..=last).unwrap_or_default());
            tell(phrase, start..range.end, is_named);
        }
    }
}

/// Whether some words are written like a name: each begins with a capital and the first one is within a
/// sentence, or one has a capital after its first letter.
fn is_named(text: &str, ranges: &[Range<usize>]) -> bool {
    let written = || ranges.iter().filter_map(|range| text.get(range.clone()));
    let is_within = ranges.first().is_some_and(|first| {
        let before = text.get(..first.start).unwrap_or_default().trim_end();
        before.chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == ',')
    });
    is_within && written().all(|word| word.starts_with(char::is_uppercase))
        || written().any(|word| word.chars().skip(1).any(char::is_uppercase))
}

/// A word in lower case and in the singular.
pub(super) fn normal_form(word: &str) -> String {
    let word = word.to_lowercase();
    let is_plural = word.len() > 3 && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    word.strip_suffix('s').filter(|_| is_plural).map(str::to_owned).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_end_at_marks_and_names_have_capitals() {
        let mut found = Vec::new();
        for_each_phrase("Looms of CI/CD, now", |phrase, _, is_named| {
            found.push((phrase.join(" "), is_named));
        });
        let expected = [
            ("loom", false),
            ("loom of", false),
            ("loom of ci", true),
            ("of", false),
            ("of ci", true),
            ("of ci cd", true),
            ("ci", true),
            ("ci cd", true),
            ("cd", true),
            ("now", false),
        ];
        assert_eq!(found, expected.map(|(phrase, is_named)| (phrase.to_owned(), is_named)));
    }

    #[test]
    fn plurals_are_one_word_with_their_singular() {
        for (word, expected) in [
            ("Looms", "loom"),
            ("mesh", "mesh"),
            ("process", "process"),
            ("status", "status"),
            ("C#", "c#"),
        ] {
            assert_eq!(normal_form(word), expected);
        }
    }
}
