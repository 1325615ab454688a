//! How usual words are in talks about anything.

use super::phrases::normal_form;
use std::collections::BTreeMap;

/// Words, each with how many of a thousand descriptions of talks have it. `background.py` makes it.
const TABLE: &str = include_str!("background.txt");

/// The rate of a word that the table does not have.
const RARE: f64 = 0.0006;

/// Talks that the table speaks for.
pub(super) const N_TALKS: f64 = 2500.0;

/// Rates of common words.
#[derive(Debug)]
pub(super) struct Background(BTreeMap<String, f64>);

impl Background {
    /// Reads the table.
    pub(super) fn new() -> Self {
        let mut rates = BTreeMap::new();
        for (word, count) in TABLE.lines().filter_map(|line| line.split_once(' ')) {
            let rate: f64 = count.parse().unwrap_or(0.0) / 1000.0;
            let known = rates.entry(normal_form(word)).or_insert(rate);
            *known = rate.max(*known);
        }
        Self(rates)
    }

    /// The share of talks that have a word in its normal form.
    pub(super) fn rate(&self, word: &str) -> f64 {
        self.0.get(word).copied().unwrap_or(RARE)
    }
}
