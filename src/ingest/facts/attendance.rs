//! Finds how many people came, if the text says so.

use crate::ingest::names::kinds::is_talk_word;
use crate::text::event_year;
use crate::text::sentences::sentence_ranges;

/// A statement of how many people came.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::ingest) struct Crowd {
    /// The words of the text, e.g. `almost 500`.
    pub words: String,
    /// The number.
    pub people: u32,
    /// Byte offset of the number in the text.
    pub at: usize,
}

/// Words that qualify a number.
const LIMITS: &[&str] = &[
    "almost",
    "nearly",
    "about",
    "around",
    "approximately",
    "roughly",
    "some",
    "between",
    "over",
    "under",
    "than",
    "least",
    "to",
    "circa",
    "de",
    "environ",
    "etwa",
    "rund",
    "unos",
    "unas",
    "cerca",
];

/// Parts of an event, and side events, that have their own attendance.
const PARTS: &[&str] = &[
    "booth",
    "breakfast",
    "dinner",
    "lunch",
    "meeting",
    "meetings",
    "meetup",
    "party",
    "reception",
    "room",
    "run",
    "summit",
    "track",
];

/// The attendance numbers that a text gives for its event, in order. `title` is the title of the recap.
pub(in crate::ingest) fn crowds(text: &str, title: &str) -> Vec<Crowd> {
    sentence_ranges(text)
        .into_iter()
        .filter_map(|range| crowd(text.get(range.clone())?, range.start, title))
        .collect()
}

fn crowd(sentence: &str, start: usize, title: &str) -> Option<Crowd> {
    let words = words_of(sentence);
    let lower = sentence.to_lowercase();
    let about_event = [
        "conference",
        "event",
        "attend",
        "there were",
        "there was",
        "gathered",
        "sold out",
        "joined",
        "came",
        "kubecon",
    ]
    .iter()
    .any(|cue| lower.contains(cue));
    let mut at = 0;
    while at < words.len() {
        let last = range_end(&words, at);
        let (first, next) = (at, last + 1);
        at = next;
        let Some(people) = words.get(first).and_then(|word| number(word)) else { continue };
        // A bare four-digit number near the present is a year, unless the words qualify it.
        let is_year = event_year(bare(words.get(first)?)).is_some();
        if is_year && limit_start(&words, first) == first {
            continue;
        }
        // "In hall 4 200 people came" may say either.
        if words.get(first)?.contains(' ') && limit_start(&words, first) == first {
            continue;
        }
        let counted =
            words.iter().enumerate().skip(next).take(3).find_map(|(at, next)| {
                match bare(next).to_lowercase().as_str() {
                    "attendees" | "participants" | "visitors" => Some((at, true)),
                    "people" | "developers" | "engineers" | "technologists" => {
                        Some((at, about_event))
                    }
                    _ => None,
                }
            });
        let Some((noun, true)) = counted else { continue };
        if (20..=200_000).contains(&people)
            && !is_forecast(&words, first, next)
            && !is_of_part(&words, noun, title)
        {
            let phrase = words.get(limit_start(&words, first)..=last)?.join(" ");
            let offset = sentence.find(words.get(first)?).unwrap_or(0);
            return Some(Crowd {
                words: phrase.trim_matches(['(', ')', ',']).to_owned(),
                people,
                at: start + offset,
            });
        }
    }
    None
}

/// The words of a sentence. "4 200" is one word, whatever space groups its digits.
fn words_of(sentence: &str) -> Vec<&str> {
    let mut words: Vec<(usize, &str)> = Vec::new();
    let mut end = 0;
    for word in sentence.split_whitespace() {
        let rest = sentence.get(end..).unwrap_or_default();
        let at = end + rest.find(word).unwrap_or_default();
        end = at + word.len();
        let is_group = bare(word).len() == 3 && word.bytes().take(3).all(|it| it.is_ascii_digit());
        match words.last_mut().filter(|(_, last)| is_group && is_group_start(last)) {
            Some((start, last)) => *last = sentence.get(*start..end).unwrap_or(last),
            None => words.push((at, word)),
        }
    }
    words.into_iter().map(|(_, word)| word).collect()
}

/// Whether a word is one to three digits.
fn is_group_start(word: &str) -> bool {
    (1..=3).contains(&word.len()) && word.bytes().all(|it| it.is_ascii_digit())
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The index of the last word of a range such as `12,000 to 15,000` or `between 12,000 and 15,000`; otherwise the index
/// of the word itself.
fn range_end(words: &[&str], at: usize) -> usize {
    let link = words.get(at + 1).copied().unwrap_or_default();
    let is_between = || {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        link == "and" && before.is_some_and(|before| before.eq_ignore_ascii_case("between"))
    };
    let is_number = |at: usize| words.get(at).is_some_and(|word| number(word).is_some());
    let is_range = matches!(link, "to" | "or" | "-" | "–" | "—") || is_between();
    if is_range && is_number(at) && is_number(at + 2) { at + 2 } else { at }
}

/// Whether a forecast word belongs to the number at `first`: "the expected 3,000", "3,000 visitors had been forecast".
/// Such a word belongs to a number right after it, or otherwise to the last one before it.
fn is_forecast(words: &[&str], first: usize, next: usize) -> bool {
    let foretells = |word: &str| {
        let word = bare(word).to_lowercase();
        ["expect", "forecast", "predict", "anticipat", "foresee"]
            .iter()
            .any(|cue| word.starts_with(cue))
    };
    let is_number = |word: &&&str| number(word).is_some();
    let ends_clause = |word: &str| word.ends_with([',', ';', ':', '.', '!', '?']);
    let before = words.get(first.saturating_sub(3)..first).unwrap_or_default();
    let is_before = before.iter().rev().take_while(|word| !ends_clause(word));
    if is_before.into_iter().any(|word| foretells(word)) {
        return true;
    }
    for (at, word) in words.iter().enumerate().skip(next) {
        if foretells(word) {
            let mut follows = words.get(at + 1..).unwrap_or_default().iter().take(3);
            return ends_clause(word) || !follows.any(|word| is_number(&word));
        }
        if ends_clause(word) || is_number(&word) {
            return false;
        }
    }
    false
}

/// Whether the words after the noun limit the number to a part of the event: "35 people each", "300 people came to the
/// maintainer summit". A part that the title of the recap names is the event itself.
fn is_of_part(words: &[&str], noun: usize, title: &str) -> bool {
    let title = title.to_lowercase();
    let ends = |word: &&str| word.ends_with([',', ';', ':', '.']);
    let after = words.get(noun..).unwrap_or_default();
    let length = after.iter().position(ends).map_or(after.len(), |last| last + 1);
    let clause = after.get(1..length.min(9)).unwrap_or_default();
    if clause.iter().take(3).any(|word| matches!(bare(word), "each" | "apiece" | "per")) {
        return true;
    }
    let leads = |word: &&str| {
        matches!(*word, "to" | "at" | "in" | "for" | "on" | "attended" | "joined" | "visited")
    };
    clause.iter().skip_while(|word| !leads(word)).map(|word| bare(word).to_lowercase()).any(
        |word| (PARTS.contains(&word.as_str()) || is_talk_word(&word)) && !title.contains(&word),
    )
}

/// Where the words that qualify the number begin: `more than 4000`.
fn limit_start(words: &[&str], at: usize) -> usize {
    let is = |index: usize, known: &[&str]| {
        words.get(index).is_some_and(|word| known.contains(&word.to_lowercase().as_str()))
    };
    let Some(before) = at.checked_sub(1).filter(|before| is(*before, LIMITS)) else { return at };
    match before.checked_sub(1) {
        Some(first) if is(first, &["more", "less", "fewer", "close", "at"]) => first,
        _ if is(before, &["than", "least", "to"]) => at,
        _ => before,
    }
}

/// `4,300`, `4.300`, `4300+`, `~500`, `12k`.
fn number(word: &str) -> Option<u32> {
    // If a range is written as one word, the lower end is certain.
    let bare = bare(word).split(['-', '–']).next().unwrap_or_default();
    if let Some(thousands) = bare.strip_suffix(['k', 'K']) {
        return thousands.parse::<u32>().ok()?.checked_mul(1000);
    }
    let groups: Vec<&str> =
        bare.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '\'' | '’')).collect();
    let is_grouped = groups.iter().skip(1).all(|group| group.len() == 3);
    let is_digits = groups
        .iter()
        .all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    if is_grouped && is_digits { groups.concat().parse().ok() } else { None }
}

/// The number in a statement such as `over 4000`.
pub fn people_in(words: &str) -> Option<u32> {
    words_of(words).into_iter().find_map(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, u32)]) {
        let found = crowds(text, "Loom Summit 2018");
        let found: Vec<(&str, u32)> =
            found.iter().map(|crowd| (crowd.words.as_str(), crowd.people)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_crowd_is_counted_as_worded() {
        check("It was small. There were almost 500 attendees.", &[("almost 500", 500)]);
        check("There were over 4000 people and many tracks.", &[("over 4000", 4000)]);
        check(
            "The conference had more than 4,300 registered attendees",
            &[("more than 4,300", 4300)],
        );
        check("It drew about 2000 people who came by train", &[("about 2000", 2000)]);
        check("Some 12k people came", &[("Some 12k", 12_000)]);
        check("About 4 200 people came", &[("About 4 200", 4200)]);
        check("About 4\u{202f}200 people came", &[("About 4\u{202f}200", 4200)]);
        check("Près de 4 200 participants sont venus", &[("de 4 200", 4200)]);
        check("In hall 4 200 people came", &[]);
    }

    #[test]
    fn a_range_is_kept_as_words() {
        check("There were 12,000 to 15,000 attendees.", &[("12,000 to 15,000", 12_000)]);
        check("Between 300 and 400 people attended.", &[("Between 300 and 400", 300)]);
        check("Some 300-400 people came.", &[("Some 300-400", 300)]);
    }

    #[test]
    fn a_forecast_is_no_crowd() {
        check("3,000 visitors had been forecast, and hardly 2,000 came.", &[]);
        check("The organizers expected 4,000 attendees.", &[]);
        check("12,000 to 15,000 attendees expected", &[]);
        check("Over 4000 people came, more than expected.", &[("Over 4000", 4000)]);
        check("As expected, there were 4000 attendees.", &[("4000", 4000)]);
        check("Over 4000 people came instead of the expected 3000.", &[("Over 4000", 4000)]);
    }

    #[test]
    fn the_crowd_of_a_part_is_not_that_of_the_event() {
        check("Up to 35 people each came to the meetings.", &[]);
        check("More than 300 people came to the weavers meeting on the Monday.", &[]);
        check("300 people attended her talk, and 40 developers came to the keynote.", &[]);
        check("7,000 people came; at the first keynote all stood.", &[("7,000", 7000)]);
        check("More than 300 people came to the Loom Summit.", &[("More than 300", 300)]);
        check("4000 people came to LoomConf, and to one talk I did.", &[("4000", 4000)]);
    }

    #[test]
    fn other_numbers_are_no_crowd() {
        check("The hall has 23,000 sq. ft. for everybody.", &[]);
        check("It runs on 5000 nodes for 300 people.", &[]);
        check("In 2018 people talked.", &[]);
        check("KubeCon Europe 2026: people came from everywhere.", &[]);
        check("", &[]);
    }
}
