//! The talks related to a talk, and why.

use super::entity_index::EntityIndex;
use crate::model::{TalkId, ThemeId};
use crate::query::{sorting::sort_by, to_f64};

/// How many candidates are examined for each result.
const N_CANDIDATES: usize = 8;

/// A talk that shares themes with another.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// The talk.
    pub talk: TalkId,
    /// The themes that they share, rarest first; a broader theme is left out beside its narrower one.
    pub shared: Vec<ThemeId>,
    /// Sum of the rarity of the shared themes; above 0.
    pub score: f64,
}

impl EntityIndex {
    /// At most `limit` talks that share themes with a talk, closest first, then newest first. A rare theme weighs more
    /// than a common one; a theme of all talks weighs little.
    pub fn related_talks(&self, id: &TalkId, limit: usize) -> Vec<Related> {
        let backlinks = self.backlinks();
        let Some(own) = self.position_of_talk(id) else { return Vec::new() };
        let themes = backlinks.themes_of_talks.get(own).map_or(&[][..], Vec::as_slice);
        let rarities = self.rarities(themes);
        let mut scores = vec![0.0; self.catalog().talks.len()];
        for (theme, rarity) in &rarities {
            for talk in backlinks.talks_of_themes.get(theme).into_iter().flatten() {
                if let Some(score) = scores.get_mut(*talk).filter(|_| *talk != own) {
                    *score += rarity;
                }
            }
        }
        // The score also leaves out a broader theme beside its narrower one, so these are not exactly the best. But the
        // best are among a few times as many.
        let mut best = best(&scores, limit.saturating_mul(N_CANDIDATES));
        // The catalog has the newest talks first.
        sort_by(&mut best, |(a, _), (b, _)| a.cmp(b));
        let related = best.into_iter().filter_map(|(place, _)| {
            let shared = self.shared_themes(backlinks.themes_of_talks.get(place)?, &rarities);
            let score: f64 = shared.iter().map(|theme| rarity_of(&rarities, theme)).sum();
            let talk = self.catalog().talks.get(place)?.id.clone();
            (!shared.is_empty()).then_some(Related { talk, shared, score })
        });
        let mut related: Vec<Related> = related.collect();
        sort_by(&mut related, |a, b| b.score.total_cmp(&a.score));
        related.truncate(limit);
        related
    }

    /// The weight of each of `themes` if two talks share it; above 0.
    fn rarities(&self, themes: &[ThemeId]) -> Vec<(ThemeId, f64)> {
        let n_talks = self.catalog().talks.len();
        let rarity = |theme: &ThemeId| {
            let n_about = self.backlinks().talks_of_themes.get(theme).map_or(0, Vec::len);
            (1.0 + to_f64(n_talks) / to_f64(n_about.max(1))).ln()
        };
        themes.iter().map(|theme| (theme.clone(), rarity(theme))).collect()
    }

    fn shared_themes(&self, themes: &[ThemeId], rarities: &[(ThemeId, f64)]) -> Vec<ThemeId> {
        let all: Vec<&ThemeId> =
            themes.iter().filter(|theme| rarity_of(rarities, theme) > 0.0).collect();
        let is_narrowest = |theme: &&&ThemeId| {
            !all.iter().any(|other| other != *theme && self.is_within(other, theme))
        };
        let mut shared: Vec<ThemeId> =
            all.iter().filter(is_narrowest).map(|theme| (*theme).clone()).collect();
        let rarity = |theme: &ThemeId| rarity_of(rarities, theme);
        sort_by(&mut shared, |a, b| rarity(b).total_cmp(&rarity(a)));
        shared
    }
}

/// The positions of the `n` highest of `scores` that are above 0, and their scores, in any order. Of equal scores, the
/// first ones.
fn best(scores: &[f64], n: usize) -> Vec<(usize, f64)> {
    let Some(last) = n.checked_sub(1) else { return Vec::new() };
    let mut best: Vec<(usize, f64)> = Vec::new();
    let keep = |best: &mut Vec<(usize, f64)>| {
        if best.len() > n {
            best.select_nth_unstable_by(last, |(a, score_a), (b, score_b)| {
                score_b.total_cmp(score_a).then(a.cmp(b))
            });
            best.truncate(n);
        }
    };
    // Once `n` are known, scores not above the lowest of these can be skipped.
    let mut floor = 0.0;
    for (place, score) in scores.iter().enumerate() {
        if *score <= floor {
            continue;
        }
        best.push((place, *score));
        if best.len() >= n.saturating_mul(2) {
            keep(&mut best);
            floor = best.get(last).map_or(floor, |(_, score)| *score);
        }
    }
    keep(&mut best);
    best
}

/// The rarity of a theme; 0 if it is not among `rarities`.
fn rarity_of(rarities: &[(ThemeId, f64)], theme: &ThemeId) -> f64 {
    rarities.iter().find(|(known, _)| known == theme).map_or(0.0, |(_, rarity)| *rarity)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_best_are_those_that_sorting_gives(
            scores in proptest::collection::vec(0_u8..6, 0..60),
            n in 0_usize..8
        ) {
            let scores: Vec<f64> = scores.into_iter().map(f64::from).collect();
            let mut sorted: Vec<(usize, f64)> =
                scores.iter().copied().enumerate().filter(|(_, score)| *score > 0.0).collect();
            sorted.sort_by(|(_, a), (_, b)| b.total_cmp(a));
            sorted.truncate(n);
            sorted.sort_by_key(|(place, _)| *place);
            let mut best = best(&scores, n);
            best.sort_by_key(|(place, _)| *place);
            prop_assert_eq!(best, sorted);
        }
    }
}
