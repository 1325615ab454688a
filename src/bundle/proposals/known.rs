//! Phrases that are not proposed: existing themes, people, places, conferences, and words common to all events.

use super::phrases::{Occurrences, normal_form};
use crate::bundle::themes::BOOKKEEPING;
use crate::bundle::vocabulary::words;
use crate::ingest::is_english_weekday;
use crate::model::Catalog;
use std::collections::BTreeSet;

/// Words common to all events, in normal form. No proposal begins or ends with one.
const OF_EVENTS: &[&str] = &[
    "after",
    "agenda",
    "all",
    "amendment",
    "american",
    "april",
    "attend",
    "attended",
    "attendee",
    "attending",
    "august",
    "author",
    "before",
    "birds",
    "bof",
    "booth",
    "breakout",
    "canceled",
    "center",
    "cfp",
    "chair",
    "city",
    "closing",
    "com",
    "committee",
    "conclusion",
    "contribute",
    "contributor",
    "day",
    "december",
    "demo",
    "devroom",
    "dinner",
    "during",
    "enjoyed",
    "european",
    "exam",
    "february",
    "gave",
    "getting",
    "greeting",
    "hall",
    "hallway",
    "he",
    "hello",
    "her",
    "highlight",
    "his",
    "host",
    "http",
    "https",
    "intro",
    "introduction",
    "january",
    "join",
    "july",
    "june",
    "lightning",
    "liked",
    "lunch",
    "march",
    "may",
    "met",
    "month",
    "morning",
    "november",
    "october",
    "once",
    "opening",
    "organizer",
    "overview",
    "party",
    "percent",
    "poster",
    "presented",
    "presenter",
    "program",
    "question",
    "rating",
    "registration",
    "room",
    "said",
    "saw",
    "schedule",
    "september",
    "she",
    "showed",
    "since",
    "spoke",
    "sponsor",
    "stage",
    "stand",
    "summit",
    "their",
    "today",
    "told",
    "tomorrow",
    "track",
    "venue",
    "visitor",
    "watch",
    "week",
    "welcome",
    "went",
    "whether",
    "wrap",
    "writes",
    "www",
    "year",
    "yesterday",
];

/// Names and words that must not be proposed.
#[derive(Debug)]
pub(super) struct KnownWords {
    /// Names of themes, people, places, series and editions.
    names: BTreeSet<Vec<String>>,
    /// Words in names of people, places and series. If a phrase is written like a name and contains one, it is part of
    /// such a name.
    parts: BTreeSet<String>,
}

impl KnownWords {
    /// The names of a catalog.
    pub(super) fn new(catalog: &Catalog) -> Self {
        let themes = catalog
            .themes
            .iter()
            .flat_map(|theme| std::iter::once(&theme.name).chain(&theme.aliases));
        let people = || catalog.people.iter().map(|person| &person.name);
        let places = catalog
            .conferences
            .iter()
            .flat_map(|edition| [&edition.name, &edition.city, &edition.country, &edition.venue]);
        // Not the words in full names of editions, which are also everyday words.
        let place_parts = catalog
            .conferences
            .iter()
            .flat_map(|edition| [&edition.city, &edition.country, &edition.venue]);
        let parts = people().chain(place_parts).flat_map(|name| forms(name));
        let all = themes.chain(people()).chain(places);
        let series = catalog.series.iter().flat_map(|series| {
            let is_one_word = !series.name.trim().contains(' ');
            let names = series
                .name
                .split_whitespace()
                .filter(move |word| is_one_word || word.chars().skip(1).any(char::is_uppercase));
            names.flat_map(forms)
        });
        Self { names: all.map(|name| forms(name)).collect(), parts: parts.chain(series).collect() }
    }

    /// Whether a phrase is known, or is meaningless by its form.
    pub(super) fn is_known(&self, words: &[String], found: &Occurrences) -> bool {
        let is_number = |word: &String| word.chars().all(|c| c.is_ascii_digit());
        let is_letter = |word: &String| word.chars().count() < 2;
        // `RISC-V` ends with a letter.
        let (last, before_last) =
            words.split_last().map_or((None, words), |(last, before)| (Some(last), before));
        let is_letter_alone =
            last.is_some_and(is_letter) && (before_last.is_empty() || found.named_share() < 0.8);
        let is_of_event = |word: Option<&String>| {
            word.is_some_and(|word| {
                OF_EVENTS.contains(&word.as_str())
                    || BOOKKEEPING.contains(&word.as_str())
                    || is_english_weekday(word)
            })
        };
        let is_short = matches!(words, [word] if word.chars().count() < 3 && !word.ends_with('#'));
        let is_named = found.named_share() > 0.5;
        self.names.contains(words)
            || words.iter().any(is_number)
            || is_letter_alone
            || before_last.iter().any(is_letter)
            || is_of_event(words.first())
            || is_of_event(words.last())
            || is_short && found.named_share() < 0.8
            || is_named && words.iter().any(|word| self.parts.contains(word))
    }
}

/// The words of a name in normal form.
fn forms(name: &str) -> Vec<String> {
    words(name).filter_map(|range| name.get(range)).map(normal_form).collect()
}
