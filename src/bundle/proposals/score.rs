//! Scores how specific a phrase is.

use super::background::{Background, N_TALKS};
use super::phrases::{Occurrences, Phrases};
use std::collections::BTreeSet;

/// Weight, in units, of the prior assumption that an edition uses a phrase as often as the others do.
const PRIOR: f64 = 50.0;

/// A single word is not specific if more talks than this share contain it.
const COMMON: f64 = 0.08;

/// Minimum normalized pointwise mutual information between the words of a phrase.
const LEAST_COLLOCATION: f64 = 0.3;

/// Weighs the phrases of a collection.
#[derive(Debug)]
pub(super) struct Scorer<'a> {
    phrases: &'a Phrases,
    background: Background,
    n_units: f64,
}

impl<'a> Scorer<'a> {
    /// A scorer for some phrases of texts in some languages, which are BCP 47 tags.
    pub(super) fn new(phrases: &'a Phrases, languages: &BTreeSet<&str>) -> Self {
        let n_units = phrases.n_units.values().copied().map(f64::from).sum();
        Self { phrases, background: Background::new(languages.iter().copied()), n_units }
    }

    /// How specific a phrase is. `None` when its words are common or do not belong together.
    pub(super) fn score(&self, words: &[String], found: &Occurrences) -> Option<f64> {
        let rate = f64::from(found.n_units) / self.n_units;
        let usual = self.usual_rate(words, rate)?;
        let n_units = f64::from(found.n_units);
        let against_background = (log_odds(rate) - log_odds(usual))
            / (1.0 / n_units + 1.0 / (usual * N_TALKS + 1.0)).sqrt();
        let phrase = if words.len() > 1 { 1.0 } else { 0.0 };
        let named = 0.6 + 0.6 * found.named_share();
        Some(against_background * named + 0.5 * self.against_rest(found, rate) + phrase)
    }

    /// The expected frequency of the phrase in talks about any subject.
    fn usual_rate(&self, words: &[String], rate: f64) -> Option<f64> {
        let rates: Vec<f64> = words.iter().map(|word| self.background.rate(word)).collect();
        let (first, last) = (*rates.first()?, *rates.last()?);
        if words.len() == 1 {
            return (first <= COMMON).then_some(first);
        }
        let (low, high) = (first.min(last), first.max(last));
        let begins_or_ends_common = high > 0.05 && (low > 0.02 || high > 0.11);
        let alone = |word: &String| {
            let found = self.phrases.all.get(std::slice::from_ref(word));
            found.map_or(rate, |found| f64::from(found.n_units) / self.n_units)
        };
        let chance: f64 = words.iter().map(alone).product();
        let joints = words.iter().skip(1).map(|_| 1.0).sum::<f64>();
        let collocation = (rate / chance).ln() / -rate.ln() / joints;
        let rarest = rates.iter().copied().fold(1.0, f64::min);
        (!begins_or_ends_common && collocation >= LEAST_COLLOCATION).then_some(rarest * 0.3)
    }

    /// The largest log-odds of one edition against the rest, in standard deviations. The prior is the use of the phrase
    /// in the whole collection.
    fn against_rest(&self, found: &Occurrences, rate: f64) -> f64 {
        let prior = PRIOR * rate;
        let mut largest = 0.0_f64;
        for (edition, count) in &found.by_edition {
            let in_edition = f64::from(*count) + prior;
            let in_rest = f64::from(found.n_units - count) + prior;
            let n_edition =
                f64::from(self.phrases.n_units.get(edition).copied().unwrap_or_default());
            let odds = |with: f64, all: f64| (with / (all + PRIOR - with + 1.0)).ln();
            let difference = odds(in_edition, n_edition) - odds(in_rest, self.n_units - n_edition);
            largest = largest.max(difference / (1.0 / in_edition + 1.0 / in_rest).sqrt());
        }
        largest
    }
}

fn log_odds(rate: f64) -> f64 {
    (rate / (1.0 - rate + 1e-9)).ln()
}
