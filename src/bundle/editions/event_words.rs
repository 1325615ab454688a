//! Decides from the form of a word whether it names an event.

use crate::bundle::unspaced::is_unspaced;
use std::ops::Range;

/// How surely a word names an event.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum EventWord {
    /// Its ending says so.
    Telling,
    /// Its letters look like a name; it names an event if a year follows.
    Possible,
}

/// Endings after an inner capital letter, as in `LoomConf` or `WeftDays`.
const CAPITAL_ENDINGS: &[&str] = &[
    "Con", "CON", "Conf", "CONF", "Day", "Days", "Fest", "Summit", "Camp", "Kaigi", "Expo",
    "World", "Congress", "Tage", "Tag", "Forum", "Meetup", "Jam", "Week", "Live", "Festival",
];

/// Endings of words in one case, with the least number of letters before them.
const PLAIN_ENDINGS: &[(&str, usize)] =
    &[("conf", 2), ("kaigi", 3), ("fest", 4), ("summit", 3), ("camp", 4), ("con", 4)];

/// Words that end a name of several words, as in `Weaver Summit`.
const WHOLE_WORDS: &[&str] = &[
    "con",
    "conf",
    "conference",
    "summit",
    "days",
    "day",
    "fest",
    "festival",
    "camp",
    "congress",
    "symposium",
    "week",
    "workshop",
    "meetup",
    "expo",
    "kaigi",
    "world",
    "convention",
    "forum",
    "unconference",
    "barcamp",
    "konferenz",
    "kongress",
    "tage",
    "conférence",
    "conferencia",
    "conferenza",
    "hackfest",
    "hackathon",
    "techday",
    "devday",
    "bootcamp",
];

/// Endings of Japanese, Chinese and Korean event names.
pub(super) const EASTERN_ENDINGS: [&str; 13] = [
    "カンファレンス",
    "祭り",
    "まつり",
    "フェス",
    "サミット",
    "勉強会",
    "大会",
    "峰会",
    "컨퍼런스",
    "콘퍼런스",
    "서밋",
    "밋업",
    "콘",
];

/// Words with such an ending that do not name an event.
pub(super) const NO_EVENTS: &[&str] = &[
    "lexicon",
    "silicon",
    "falcon",
    "beacon",
    "bacon",
    "rubicon",
    "emoticon",
    "manifest",
    "infest",
    "hexacon",
    "실리콘",
    "아이콘",
    "유니콘",
    "팝콘",
    "에어콘",
    "icon",
    "semicon",
    "decamp",
    "aircon",
    "favicon",
    "helicon",
    "salamcon",
];

/// Words for the owner of a recap, as a title begins with them: "Mi Loom Conf 2019".
const OWNERS: &[&str] = &[
    "my", "our", "mein", "meine", "unser", "unsere", "mon", "mes", "nos", "mi", "mis", "nuestro",
    "nuestra", "mio", "mia", "mijn", "onze", "meu", "minha", "nosso", "nossa", "min", "mitt",
    "mina", "vår", "vårt", "mój", "moja", "moje", "minun", "můj",
];

/// Words that come before a name and are not part of it.
const LEADING_WORDS: &[&str] = &[
    "a",
    "an",
    "the",
    "notes",
    "note",
    "recap",
    "report",
    "trip",
    "review",
    "from",
    "at",
    "on",
    "of",
    "in",
    "to",
    "about",
    "thoughts",
    "talk",
    "talks",
    "speaking",
    "first",
    "last",
    "day",
    "back",
    "this",
    "attending",
    "visiting",
    "impressions",
    "conference",
    "summary",
    "highlights",
    "takeaways",
    "lessons",
    "what",
    "how",
    "why",
    "i",
    "we",
    "und",
    "von",
    "vom",
    "der",
    "die",
    "das",
    "le",
    "la",
    "les",
    "bericht",
    "rückblick",
    "retour",
    "sur",
    "notizen",
    "zur",
    "zum",
    "für",
    "for",
    "and",
    "with",
    "new",
    "second",
    "third",
    "annual",
    "every",
    "great",
    "big",
    "one",
    "two",
    "three",
    "live",
    "after",
    "before",
];

/// How a word names an event, and whether it is the last word of a longer name.
pub(super) fn event_word(word: &str) -> Option<(EventWord, bool)> {
    let lower = word.to_lowercase();
    if !word.starts_with(|c: char| c.is_uppercase()) {
        return None;
    }
    if WHOLE_WORDS.contains(&lower.as_str()) {
        return Some((EventWord::Telling, true));
    }
    if NO_EVENTS.contains(&lower.as_str()) {
        return None;
    }
    let has_head = |ending: &str| {
        let head = word.strip_suffix(ending);
        head.is_some_and(|head| {
            head.ends_with(|c: char| c.is_lowercase() || c.is_uppercase() || c.is_ascii_digit())
        })
    };
    // `DataCon` has an inner capital. A word in capitals throughout, such as `DATACON`, has none.
    let is_shouted = word.chars().all(|c| !c.is_lowercase());
    if !is_shouted && CAPITAL_ENDINGS.iter().any(|ending| has_head(ending)) {
        return Some((EventWord::Telling, false));
    }
    let has_ending = |(ending, least): &&(&str, usize)| {
        lower.strip_suffix(*ending).is_some_and(|head| head.chars().count() >= *least)
    };
    if PLAIN_ENDINGS.iter().find(has_ending).is_some() {
        let is_sure = lower.ends_with("conf") || lower.ends_with("kaigi");
        let kind = if is_sure { EventWord::Telling } else { EventWord::Possible };
        return Some((kind, false));
    }
    let n_capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let is_name = n_capitals >= 2
        && word.chars().count() >= 4
        && !word.contains(|c: char| c.is_ascii_digit());
    is_name.then_some((EventWord::Possible, false))
}

/// Whether a word in small letters stands for the owner of a recap. In capitals, it may be a name.
pub(super) fn is_owner(word: &str) -> bool {
    OWNERS.contains(&word)
}

/// Whether a word may belong to an event name that continues after it.
pub(super) fn is_name_word(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase())
        && !(word.chars().skip(1).all(char::is_lowercase) && is_owner(&word.to_lowercase()))
        && !LEADING_WORDS.contains(&word.to_lowercase().as_str())
}

/// Whether a word alone ends the name of an event, as "Summit" does.
pub(super) fn ends_name(word: &str) -> bool {
    matches!(event_word(word), Some((EventWord::Telling, true)))
}

/// The length in bytes of the word at the start of a text.
pub(super) fn word_length(text: &str) -> usize {
    let is_spaced = text.starts_with(|c: char| !is_unspaced(c));
    let ends = |c: char| !c.is_alphanumeric() || is_unspaced(c) == is_spaced;
    text.find(ends).unwrap_or(text.len())
}

/// The bytes of each word: letters and digits. A year at the end of a word is a separate word.
pub(super) fn words_of(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(char::is_alphanumeric)?;
        let tail = text.get(start..)?;
        let mut end = start + word_length(tail);
        let word = text.get(start..end)?;
        end -= year_length(word);
        at = end;
        Some(start..end)
    })
}

/// The length of a year at the end of a word that begins with letters: `RubyKaigi2024`, `LoomConf19`.
fn year_length(word: &str) -> usize {
    let head = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = word.len() - head.len();
    let is_year = digits == 4 || digits == 2 && head.chars().count() >= 4;
    if is_year && head.ends_with(char::is_alphabetic) { digits } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_a_word_tells_an_event() {
        let telling = ["LoomConf", "LoomCon", "WeftDays", "WarpFest", "Loomconf", "LoomKaigi"];
        for word in telling {
            assert_eq!(event_word(word), Some((EventWord::Telling, false)), "{word}");
        }
        for word in ["Summit", "Days", "Conference"] {
            assert_eq!(event_word(word), Some((EventWord::Telling, true)), "{word}");
        }
        for word in ["UXLx", "ICFP", "EuroLoom", "Loomfest"] {
            assert_eq!(event_word(word), Some((EventWord::Possible, false)), "{word}");
        }
        for word in ["Loom", "lexicon", "Lexicon", "loomconf", "Monday", "Today", "second", "GO"] {
            assert_eq!(event_word(word), None, "{word}");
        }
    }

    #[test]
    fn a_year_at_the_end_is_a_word() {
        let text = "LoomConf2024 LoomConf19 x2 32C3 es20 a WarpKaigi2024参加 織物の会";
        let words: Vec<&str> = words_of(text).map(|range| &text[range]).collect();
        assert_eq!(
            words,
            [
                "LoomConf",
                "2024",
                "LoomConf",
                "19",
                "x2",
                "32C3",
                "es20",
                "a",
                "WarpKaigi",
                "2024",
                "参加",
                "織物の会"
            ]
        );
    }
}
