//! Classifies a string: the title of a talk, the name of a person, or something else.
//!
//! A table of weights decides. `tests/bench/likeness/train.rs` makes it from 21,700 recorded talks and lists of
//! organizations, roles and headings. On 12,700 titles and names from another archive, it recognizes 98 of 100 names as
//! names, and mistakes 2 of 100 titles for a name.

mod features;

use features::{BUCKETS, features};
use std::cell::RefCell;
use std::collections::HashMap;

/// The classes of strings. They have the same order as the columns of the table.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::ingest) enum Class {
    /// The title of a talk.
    Title,
    /// The name of a person.
    Person,
    /// The name of a company, a project or a body.
    Organization,
    /// A person's role: "Senior Engineer".
    Role,
    /// A heading or a schedule entry that is not a talk: "Lunch", "Final thoughts".
    Heading,
    /// A few words of a title: "Persistent Volume Claims".
    Phrase,
    /// A sentence.
    Prose,
}

const CLASSES: usize = 7;

/// The scale as four bytes, then one row per bucket with one signed byte per class.
const TABLE: &[u8; 4 + BUCKETS * CLASSES] = include_bytes!("table.bin");

/// How many results are cached, and how long a cached string may be, in bytes.
const MOST_KNOWN: usize = 64;
const LONGEST_KNOWN: usize = 200;

/// How similar a string is to each class.
#[derive(Clone, Copy, Debug)]
pub(in crate::ingest) struct Likeness {
    /// Natural logarithms of shares that add up to one.
    logs: [f32; CLASSES],
}

impl Likeness {
    /// Classifies a string. The rules ask about a line many times, so the last results are cached.
    pub(in crate::ingest) fn of(text: &str) -> Self {
        thread_local! {
            static KNOWN: RefCell<HashMap<String, Likeness>> = RefCell::default();
        }
        KNOWN.with_borrow_mut(|known| {
            if let Some(likeness) = known.get(text) {
                return *likeness;
            }
            if known.len() >= MOST_KNOWN {
                known.clear();
            }
            let likeness = Self::new(text);
            if text.len() <= LONGEST_KNOWN {
                known.insert(text.to_owned(), likeness);
            }
            likeness
        })
    }

    fn new(text: &str) -> Self {
        let (scale, weights) = TABLE.split_at(4);
        let scale = scale.try_into().map_or(0.0, f32::from_le_bytes);
        let mut sums = [0_f32; CLASSES];
        for (bucket, value) in features(text) {
            let row = weights.iter().skip(bucket * CLASSES);
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += f32::from(i8::from_le_bytes([*weight])) * scale * value;
            }
        }
        let most = sums.iter().copied().fold(f32::MIN, f32::max);
        let total: f32 = sums.iter().map(|sum| (sum - most).exp()).sum();
        Self { logs: sums.map(|sum| sum - most - total.ln()) }
    }

    /// The most similar class.
    pub(in crate::ingest) fn class(self) -> Class {
        const ALL: [Class; CLASSES] = [
            Class::Title,
            Class::Person,
            Class::Organization,
            Class::Role,
            Class::Heading,
            Class::Phrase,
            Class::Prose,
        ];
        let best = ALL.into_iter().zip(self.logs).max_by(|(_, a), (_, b)| a.total_cmp(b));
        best.map_or(Class::Prose, |(class, _)| class)
    }

    /// The logarithm of the odds that the string belongs to one of the classes. Above zero: more likely than not.
    pub(in crate::ingest) fn odds(self, classes: &[Class]) -> f32 {
        let share: f32 = classes
            .iter()
            .filter_map(|class| self.logs.get(*class as usize))
            .map(|log| log.exp())
            .sum();
        let share = share.clamp(0.000_1, 0.999_9);
        (share / (1.0 - share)).ln()
    }

    /// The odds that it is a person's name.
    pub(in crate::ingest) fn person(self) -> f32 {
        self.odds(&[Class::Person])
    }

    /// The odds that it is a title or part of one.
    pub(in crate::ingest) fn title(self) -> f32 {
        self.odds(&[Class::Title, Class::Phrase])
    }
}

/// The odds that a text is the name of a person, where that of a company may stand as well; a natural logarithm.
pub(crate) fn odds_of_person(text: &str) -> f32 {
    Likeness::of(text).person()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_names_and_headings_differ() {
        use Class::{Heading, Organization, Person, Phrase, Role, Title};
        for (text, expected) in [
            ("Ada Weaver", &[Person][..]),
            ("Marta Kowalska", &[Person]),
            ("Tom van Dijk", &[Person]),
            ("H. Uhr", &[Person]),
            ("松田 明", &[Person]),
            ("Shrinking binaries for fun and profit", &[Title]),
            ("Accessibility review in one afternoon", &[Title]),
            ("Persistent Volume Claims", &[Title, Phrase]),
            ("Red-Black Threads", &[Title, Phrase]),
            ("Linux Foundation", &[Organization]),
            ("Faro Bank", &[Organization]),
            ("Senior Software Engineer", &[Role]),
            ("Lunch Break", &[Heading]),
            ("Final thoughts", &[Heading]),
            ("Mittagspause", &[Heading]),
        ] {
            let class = Likeness::of(text).class();
            assert!(expected.contains(&class), "{text}: {class:?}");
        }
    }

    #[test]
    fn any_string_has_a_likeness() {
        for text in ["", " ", "🎉", "\u{0}", "a"] {
            assert!(Likeness::of(text).person().is_finite(), "{text:?}");
        }
    }
}
