//! How common words are in talks about any subject.

use super::phrases::normal_form;
use std::collections::BTreeMap;

/// Words, each with the number of talk descriptions in a thousand that contain it. `background.py` makes it.
const TABLE: &str = include_str!("background.txt");

/// The rate of a word that is not in the table.
const RARE: f64 = 0.0006;

/// The rate of a word without meaning, such as "der".
const USUAL: f64 = 0.2;

/// Number of talks that the table represents.
pub(super) const N_TALKS: f64 = 2500.0;

/// Rates of common words.
#[derive(Debug)]
pub(super) struct Background(BTreeMap<String, f64>);

impl Background {
    /// Reads the table, and treats meaningless words of other languages as common. `languages` are BCP 47 tags.
    pub(super) fn new<'a>(languages: impl IntoIterator<Item = &'a str>) -> Self {
        let mut rates = BTreeMap::new();
        let primary = languages.into_iter().filter_map(|tag| tag.split('-').next());
        let others = primary.filter(|tag| *tag != "en").filter_map(stop_words::lookup);
        for word in others.flatten() {
            rates.insert(normal_form(word), USUAL);
        }
        for (word, count) in TABLE.lines().filter_map(|line| line.split_once(' ')) {
            let rate: f64 = count.parse().unwrap_or(0.0) / 1000.0;
            let known = rates.entry(normal_form(word)).or_insert(rate);
            *known = rate.max(*known);
        }
        Self(rates)
    }

    /// The share of talks that contain a word in its normal form.
    pub(super) fn rate(&self, word: &str) -> f64 {
        self.0.get(word).copied().unwrap_or(RARE)
    }
}
