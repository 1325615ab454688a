//! Decides where the name of an event begins and ends: "Science Day" is a part of "History of Science Day".

use super::event_words::{ends_name, is_name_word, words_of};
use super::framed_name::is_cue;
use super::mention::is_ordinal;
use super::name_lists::PLACES;
use crate::ingest::{is_english_weekday, month_with_capital};
use std::ops::Range;

/// Words before a name that are not a part of it.
const BEFORE: &[&str] = &[
    "virtual", "online", "hello", "dear", "spring", "summer", "autumn", "fall", "winter", "best",
    "rest", "end", "all", "most", "some", "out", "post", "pre", "next", "past", "our", "his",
    "her", "their",
];

/// Words that may join the parts of a name.
const JOINTS: [&str; 2] = ["of", "in"];

/// Words that a topic may follow: "Symposium on Looms".
const ON_TOPICS: [&str; 5] = ["conference", "workshop", "symposium", "congress", "meeting"];

/// Whether a known name at some bytes of a text is only the end of another name: "Web Summit" in "Grey Web Summit".
///
/// `is_at_places`: a place before it belongs to the known series as well.
pub(super) fn is_end_of_other(text: &str, name: &Range<usize>, is_at_places: bool) -> bool {
    let words: Vec<&str> = words_of(text.get(name.clone()).unwrap_or_default())
        .filter_map(|range| text.get(name.start + range.start..name.start + range.end))
        .collect();
    let before = text.get(..name.start).unwrap_or_default();
    // The signs of "!!Con" are no letters, but without them it is just a word.
    if words.first().is_some_and(|word| word.eq_ignore_ascii_case("con")) {
        return !before.ends_with("!!");
    }
    // "Disk I/O 2018": a name of two letters is an everyday word.
    let is_short = words.iter().all(|word| word.len() == 1);
    if !is_short && !words.last().is_some_and(|word| ends_name(word)) {
        return false;
    }
    name_start(text, name.start, is_at_places) < name.start
}

/// Where a name begins of which a part begins at a byte.
pub(super) fn name_start(text: &str, at: usize, is_at_places: bool) -> usize {
    let Some((before, start)) = word_before(text, at) else { return at };
    let belongs = |word: &str, start: usize| {
        let lower = word.to_lowercase();
        let is_verb = start == 0 && (lower.ends_with("ed") || lower.ends_with("ing"));
        let is_place = is_at_places && PLACES.named(word).is_some();
        is_name_word(word)
            && !is_cue(word)
            && !is_verb
            && !is_place
            && !is_ordinal(word)
            && month_with_capital(word).is_none()
            && !is_english_weekday(&lower)
            && !BEFORE.contains(&lower.as_str())
    };
    if belongs(before, start) {
        return start;
    }
    let joined = JOINTS.contains(&before).then(|| word_before(text, start)).flatten();
    joined.filter(|(word, start)| belongs(word, *start)).map_or(at, |(_, start)| start)
}

/// The word right before a byte, with only a space or a hyphen between, and where it begins.
fn word_before(text: &str, at: usize) -> Option<(&str, usize)> {
    let before = text.get(..at)?;
    let before = before.strip_suffix([' ', '-'])?;
    let start = before.rfind(|c: char| !c.is_alphanumeric());
    let start = start.map_or(0, |at| at + before.get(at..).map_or(1, first_length));
    // A sign before the word, as in a hashtag or an apostrophe, shows that it is something else.
    let is_apart = before.get(..start)?.ends_with(['#', '@', '\'', '’', '/']);
    let word = before.get(start..).filter(|word| !word.is_empty() && !is_apart)?;
    Some((word, start))
}

fn first_length(text: &str) -> usize {
    text.chars().next().map_or(1, char::len_utf8)
}

/// Where a name ends that a topic may follow: "International Symposium on Grey Looms". `name` ends with "Symposium".
pub(super) fn topic_end(text: &str, name: &Range<usize>, last: &str) -> usize {
    const MOST_WORDS: usize = 10;
    let rest = text.get(name.end..).unwrap_or_default();
    let leads = [" on ", " on the ", " for "].into_iter();
    let Some(lead) = leads.filter(|lead| rest.starts_with(lead)).max_by_key(|lead| lead.len())
    else {
        return name.end;
    };
    if !ON_TOPICS.contains(&last.to_lowercase().as_str()) {
        return name.end;
    }
    let start = name.end + lead.len();
    let topic = text.get(start..).unwrap_or_default();
    let (mut end, mut last_end) = (name.end, 0);
    for range in words_of(topic).take(MOST_WORDS) {
        let word = topic.get(range.clone()).unwrap_or_default();
        let gap = topic.get(last_end..range.start).unwrap_or_default();
        let is_joint = ["of", "and", "in", "the", "for"].contains(&word);
        let is_name = word.starts_with(char::is_uppercase);
        if !(matches!(gap, "" | " " | "-" | " & ") && (is_joint || is_name)) {
            break;
        }
        last_end = range.end;
        if is_name {
            end = start + range.end;
        }
    }
    end
}

/// Words that begin the names of events: "Jornadas de Telares".
const BEGINNINGS: [&str; 8] = [
    "jornadas",
    "congreso",
    "encuentro",
    "congresso",
    "journées",
    "rencontres",
    "convegno",
    "simposio",
];

/// Where a name ends that begins with such a word, which ends at `at`.
pub(super) fn begun_end(text: &str, word: &str, at: usize) -> Option<usize> {
    let is_begun = BEGINNINGS.contains(&word.to_lowercase().as_str());
    let rest = text.get(at..).filter(|_| is_begun && word.starts_with(char::is_uppercase))?;
    let (mut end, mut last_end, mut is_led) = (None, 0, false);
    for range in words_of(rest).take(8) {
        let word = rest.get(range.clone())?;
        let gap = rest.get(last_end..range.start)?;
        let is_joint = ["de", "du", "des", "del", "la", "y", "et", "e", "di"].contains(&word);
        let is_name = word.starts_with(char::is_uppercase);
        if gap != " " || !is_joint && !is_name {
            break;
        }
        last_end = range.end;
        is_led |= is_joint;
        end = if is_name && is_led { Some(at + range.end) } else { end };
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capital_before_a_name_begins_another() {
        let check = |text: &str, name: &str, expected: bool| {
            let start = text.find(name).unwrap();
            assert_eq!(
                is_end_of_other(text, &(start..start + name.len()), false),
                expected,
                "{text}"
            );
        };
        check("Vietnam Web Summit 2018", "Web Summit", true);
        check("History of Science Day 2019", "Science Day", true);
        check("PyLadies Con 2021", "Con", true);
        check("!!Con 2021", "Con", false);
        for text in [
            "Notes of Web Summit 2018",
            "Visiting Web Summit",
            "At the 3rd Web Summit",
            "November Web Summit",
            "Trip Report: Web Summit",
            "Ada’s Web Summit",
            "Virtual Web Summit",
        ] {
            check(text, "Web Summit", false);
        }
        check("Grey FOSDEM 2018", "FOSDEM", false);
    }

    #[test]
    fn a_topic_may_end_a_name() {
        let check = |text: &str, expected: &str| {
            let end = text.find("Symposium").unwrap() + "Symposium".len();
            let end = topic_end(text, &(0..end), "Symposium");
            assert_eq!(&text[..end], expected);
        };
        check("European Symposium on Grey Looms 2018", "European Symposium on Grey Looms");
        check(
            "European Symposium on the Art of Dye, Ghent",
            "European Symposium on the Art of Dye",
        );
        check("European Symposium on 3 May", "European Symposium");
        check("European Symposium was on looms", "European Symposium");
    }
}
