//! Recognizes words that stand where speakers do and name nobody: rooms, kinds of talks, remarks.

use super::kinds::{is_talk_word, kind_of};
use super::name_shape::person_odds;
use super::prefix::is_place;

/// Whether words name a room, a kind of talk or something about a talk. "Jeff Sessions" and "Rosa Demo" are people.
pub(super) fn names_nobody(text: &str) -> bool {
    is_room(text) || (is_kind(text) || is_on_talk(text)) && person_odds(text) <= 0.0
}

/// Whether words only give a kind of talk: "Lightning Talk".
fn is_kind(text: &str) -> bool {
    const MOST_WORDS: usize = 2;
    kind_of(text).is_some() && text.split(' ').count() <= MOST_WORDS
}

/// Whether words are about a talk: "Best Talk", "Live Demo", "Slides Online".
fn is_on_talk(text: &str) -> bool {
    let lower = text.to_lowercase();
    let is_about = |word: &str| is_talk_word(word) || word == "slides";
    lower.split(' ').count() == 2 && lower.split(' ').any(is_about)
}

/// Whether words name a room: "Room B", "Saal Grimm". "Victor Hall" and "Anna Saal" are people.
fn is_room(text: &str) -> bool {
    const NAMES: [&str; 3] = ["hall", "sala", "sal"];
    const SURNAMES: [&str; 4] = ["saal", "raum", "salle", "aula"];
    let lower = text.to_lowercase();
    let last = lower.rsplit(' ').next().unwrap_or_default();
    is_place(text)
        && !lower.split(' ').any(|word| NAMES.contains(&word))
        && !SURNAMES.contains(&last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rooms_and_remarks_name_nobody() {
        for text in [
            "Raum Noether",
            "Yellow Room",
            "Worst Talk",
            "Slides Below",
            "Live Demo",
            "Closing Panel",
        ] {
            assert!(names_nobody(text), "{text}");
        }
        for text in [
            "Ada Weaver",
            "Peter Sessions",
            "Eva Demo",
            "Ines Raum",
            "Victor Hall",
            "Zyx Qorblat",
            "Pieter 't Hart",
        ] {
            assert!(!names_nobody(text), "{text}");
        }
    }
}
