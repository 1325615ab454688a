//! Reads the lines of a document in the order that most of them use.

use super::reading::{Order, Reading, Readings};

/// How often the lines of a document use each order.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ingest) struct Votes {
    title_first: f32,
    speaker_first: f32,
}

/// Odds above which a reading is a talk.
const TALK: f32 = 1.0;

/// Odds above which a reading is certain.
const SURE: f32 = 2.5;

/// How much better a line must read than in the other order for its talk to be certain.
const MARGIN: f32 = 0.75;

/// How much the other lines of a document can add to the odds of one.
const MOST_ADDED: f32 = 3.0;

impl Votes {
    /// The votes of some lines, each with its readings.
    pub(in crate::ingest) fn count<'a>(lines: impl Iterator<Item = &'a Readings>) -> Self {
        let mut votes = Self::default();
        for readings in lines {
            let odds = |order: Order| {
                let found = readings.iter().find(|reading| reading.order == order);
                found.map_or(0.0, |reading| reading.odds.clamp(0.0, 4.0) / 4.0)
            };
            // A line that reads well in both orders is weak evidence for either.
            let (title, speaker) = (odds(Order::TitleFirst), odds(Order::SpeakerFirst));
            votes.title_first += (title - 0.5 * speaker).max(0.0);
            votes.speaker_first += (speaker - 0.5 * title).max(0.0);
        }
        votes
    }

    /// Whether several lines of the document use this order.
    pub(in crate::ingest) fn is_repeated(self, order: Option<Order>) -> bool {
        match order {
            Some(Order::TitleFirst) => self.title_first > 1.2,
            Some(Order::SpeakerFirst) => self.speaker_first > 1.2,
            Some(Order::TitleOnly) | None => false,
        }
    }

    fn bonus(self, order: Order) -> f32 {
        let all = self.title_first + self.speaker_first;
        let (own, other) = match order {
            Order::TitleFirst => (self.title_first, self.speaker_first),
            Order::SpeakerFirst => (self.speaker_first, self.title_first),
            Order::TitleOnly => return 0.0,
        };
        if all < 0.1 { 0.0 } else { (own - other) / all * all.min(MOST_ADDED) }
    }

    /// The best reading that names speakers, and whether it is certain; `None` when there is no talk.
    pub(in crate::ingest) fn choose(self, readings: &[Reading]) -> Option<(&Reading, bool)> {
        let with_speakers = readings.iter().filter(|reading| reading.order != Order::TitleOnly);
        let weighed: Vec<(&Reading, f32)> = with_speakers
            .map(|reading| (reading, reading.odds + self.bonus(reading.order)))
            .collect();
        let &(reading, odds) = weighed.iter().max_by(|(_, a), (_, b)| a.total_cmp(b))?;
        let others = weighed.iter().filter(|(other, _)| other.order != reading.order);
        let is_clear = others.map(|(_, other)| odds - other).all(|margin| margin > MARGIN);
        (odds > TALK).then_some((reading, odds > SURE && is_clear))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::names::named_people::Named;

    fn reading(order: Order, odds: f32) -> Reading {
        let (title, speakers) = ("Looms".to_owned(), vec![Named::default()]);
        let (kind, is_set_off, is_weak) = (None, false, false);
        Reading { order, title, range: 0..5, speakers, kind, end: 5, is_set_off, is_weak, odds }
    }

    #[track_caller]
    fn check(title_first: f32, speaker_first: f32, expected: Option<(Order, bool)>) {
        let readings =
            [reading(Order::TitleFirst, title_first), reading(Order::SpeakerFirst, speaker_first)];
        let chosen = Votes::default().choose(&readings);
        assert_eq!(chosen.map(|(reading, is_sure)| (reading.order, is_sure)), expected);
    }

    #[test]
    fn a_line_that_reads_nearly_as_well_in_the_other_order_is_uncertain() {
        check(4.0, 1.0, Some((Order::TitleFirst, true)));
        check(4.0, 3.5, Some((Order::TitleFirst, false)));
        check(1.5, 3.0, Some((Order::SpeakerFirst, true)));
        check(1.5, -2.0, Some((Order::TitleFirst, false)));
        check(0.5, 0.0, None);
    }
}
