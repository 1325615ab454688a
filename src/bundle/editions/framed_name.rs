//! Names that a title frames: the words right before a year, among words that show a recap of an event.

use super::event_words::{is_name_word, is_owner};
use super::name_lists::PLACES;
use super::path_name::{is_generic, is_private};
use super::text_parts::without_year;
use crate::ingest::letters;

/// Words in titles of recaps.
const CUES: &[&str] = &[
    "recap",
    "report",
    "notes",
    "trip",
    "learned",
    "learnt",
    "impressions",
    "takeaways",
    "highlights",
    "day",
    "session",
    "attended",
    "attending",
    "visiting",
    "visited",
    "conference",
    "conferencia",
    "conferência",
    "conferenza",
    "conférence",
    "konferenz",
    "konferencja",
    "evento",
    "événement",
    "veranstaltung",
    "bericht",
    "rückblick",
    "nachlese",
    "eindrücke",
    "retour",
    "compte",
    "resumen",
    "crónica",
    "riassunto",
    "verslag",
    "summary",
    "retrospective",
    "wrap",
];

/// The same in languages without spaces between words, or with endings on them.
const EASTERN_CUES: [&str; 12] = [
    "参加",
    "レポート",
    "行ってきた",
    "行って来た",
    "行ってきました",
    "感想",
    "参会",
    "总结",
    "見聞",
    "후기",
    "참관",
    "참석",
];

/// Words before the name of an event: "Three things from Grey Looms 2018".
const FROM: &[&str] = &[
    "from", "of", "at", "vom", "von", "de", "du", "des", "del", "dal", "dalla", "van", "da", "do",
];

/// Words beside owners that no framed name begins with, although other names do: "Notre Dame Conf".
const ARTICLES: [&str; 4] = ["the", "la", "il", "notre"];

/// Words between a year or days and a place: "Grey Looms 2018 in Ghent".
pub(super) const IN: &[&str] = &["in", "at", "à", "a", "en", "em", "te"];

/// Words within names: "Looms on Ice".
const INSIDE: [&str; 6] = ["on", "of", "à", "for", "::", "and"];

/// Whether a word in lower case looks like a name nevertheless: `weaveJS`, `loom_love.rb`, `weft:none`.
pub(super) fn is_shaped(word: &str) -> bool {
    let inside = word.trim_matches(|c: char| !c.is_alphanumeric());
    let is_sign = |c: char| c.is_uppercase() || matches!(c, ':' | '_' | '.' | '(');
    inside.starts_with(char::is_lowercase) && inside.contains(is_sign) && !inside.contains("://")
}

/// A title with a space before a year that is glued to a name: `WVN2022`.
fn apart(title: &str, year: u16) -> String {
    let year = year.to_string();
    let glued = title.find(&year).filter(|at| {
        let before = title.get(..*at).unwrap_or_default();
        let name = before.split_whitespace().next_back().unwrap_or_default();
        before.ends_with(char::is_alphabetic) && name.contains(char::is_uppercase)
            || before
                .ends_with(|c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase())
    });
    glued.map_or_else(
        || title.to_owned(),
        |at| {
            let (before, rest) = title.split_at(at);
            [before, rest].join(" ")
        },
    )
}

/// A later year is that of a story: "Loom Runner 2049".
const LATEST: u16 = 2035;

/// Last words of products, which have a year for a version: "SQL Server 2016".
const PRODUCTS: [&str; 5] = ["server", "office", "studio", "windows", "edition"];

/// Whether a word stands in titles of recaps, and not in names of events.
pub(super) fn is_cue(word: &str) -> bool {
    CUES.contains(&letters(word).as_str())
}

/// A name of capitalized words right before a year: `Grey Looms` in "Notes from Grey Looms 2018". The flag says that
/// the rest of the title shows a recap, or an event, if `has_talks` says that the text describes several talks.
pub(super) fn name_before_year(title: &str, has_talks: bool) -> Option<(String, u16, bool)> {
    let year = without_year(title).1.filter(|year| *year <= LATEST)?;
    let title = &apart(title, year);
    let words: Vec<&str> = title.split_whitespace().collect();
    let at = words.iter().position(|word| without_year(word).1 == Some(year))?;
    let (before, after) = (words.get(..at)?, words.get(at + 1..)?);
    let is_before_name = |word: &str| {
        let word = letters(word);
        is_owner(&word) || ARTICLES.contains(&word.as_str())
    };
    let is_part = |word: &&&str| {
        matches!(**word, "&" | "+")
            || (is_name_word(word) || is_shaped(word)) && !is_generic(word) && !is_before_name(word)
    };
    let is_cue = |word: &&str| is_cue(word);
    let length = before.iter().rev().take(5).take_while(is_part).count();
    // "Data East 2018" above several talks: a common word may begin the name.
    let is_named = |word: &&str| {
        (is_name_word(word) || is_shaped(word)) && !is_cue(word) && !is_before_name(word)
    };
    // "Looms on Ice"
    let is_joined = |(index, word): (usize, &&str)| {
        is_named(word)
            || INSIDE.contains(word) && index > 0 && before.get(index + 1).is_some_and(&is_named)
    };
    let is_title = has_talks
        && (2..=4).contains(&at)
        && length > 0
        && before.iter().enumerate().all(is_joined)
        && !before.iter().any(|word| is_private(word));
    let length = if is_title { at } else { length };
    let name = before.get(at - length..)?.join(" ");
    let name = name.split('(').next().unwrap_or_default();
    let name = name.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let has_cue = before.iter().chain(after).any(is_cue)
        || EASTERN_CUES.iter().any(|cue| title.contains(cue));
    let is_whole = length == at && length > 1 && after.is_empty();
    // If talks follow, a place may come after the year, and "from" before the name.
    let is_place = match after {
        [] => true,
        place if PLACES.named(place.join(" ").trim_matches(['(', ')', ','])).is_some() => true,
        [first, place @ ..] => {
            (IN.contains(first) || matches!(*first, "-" | "–" | "—" | "@"))
                && (1..=3).contains(&place.len())
                && place.iter().all(|word| is_name_word(word))
        }
    };
    let is_led = at > length
        && before.get(at - length - 1).is_some_and(|word| FROM.contains(&letters(word).as_str()));
    // "Encuentro Nacional de Looms 2018": the name begins before "de".
    // "Future of Looms 2018"
    let head = at.checked_sub(length + 2).filter(|_| is_led);
    let is_of = head.and_then(|head| before.get(head)).is_some_and(|word| *word == "Future")
        && before.get(at - length - 1).is_some_and(|word| *word == "of");
    let name = if is_of { format!("Future of {name}") } else { name };
    let is_longer = is_led
        && !is_of
        && at.checked_sub(length + 2).filter(|head| *head > 0).is_some_and(|head| {
            before.get(head).is_some_and(|word| is_name_word(word) && !is_cue(word))
        });
    let is_product =
        before.last().is_some_and(|word| PRODUCTS.contains(&word.to_lowercase().as_str()));
    if is_longer || is_product {
        return None;
    }
    let is_of_talks = has_talks && is_place && (is_led || length == at);
    let is_whole = is_whole || is_of && head == Some(0) && after.is_empty();
    (!name.is_empty()).then_some((name, year, has_cue || is_whole || is_of_talks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_may_frame_a_name() {
        let check = |title: &str, expected: Option<(&str, u16, bool)>| {
            let found = name_before_year(title, false);
            let found = found.as_ref().map(|(name, year, framed)| (name.as_str(), *year, *framed));
            assert_eq!(found, expected, "{title}");
        };
        check("Notes from Grey Looms 2018", Some(("Grey Looms", 2018, true)));
        check("Grey Looms 2018", Some(("Grey Looms", 2018, true)));
        check("Looms 2018", Some(("Looms", 2018, false)));
        check("Conferencia Looms 2018", Some(("Looms", 2018, true)));
        check("Looms 2018 recap", Some(("Looms", 2018, true)));
        check("Grey Looms 2018に参加した", Some(("Grey Looms", 2018, true)));
        check("Grey Looms 2018 に行ってきた", Some(("Grey Looms", 2018, true)));
        check("Grey Looms 2018 참관 후기", Some(("Grey Looms", 2018, true)));
        check("The looms of 2018", None);
        check("My Review 2018", None);
        check("Grey Looms", None);
        check("Conference budget 2018", None);
        check("Conference Budget 2018", None);
        let of_talks = |title| name_before_year(title, true).filter(|it| it.2).map(|it| it.0);
        for (title, expected) in [
            ("Looms 2018", Some("Looms")),
            ("Data Looms 2018", Some("Data Looms")),
            ("Three things from Looms 2018", Some("Looms")),
            ("Grey Looms 2018 a Gent", Some("Grey Looms")),
            ("Grey Looms 2018 - Gent", Some("Grey Looms")),
            ("My Looms 2018", None),
            ("Mes Looms 2018 à Gent", None),
            ("Mon Looms 2018", None),
            ("Vår Looms 2018", None),
            ("What I Saw in 2018", None),
            ("The best of 2018", None),
            ("Looms 2018 and wool", None),
            ("Encuentro Nacional de Looms 2018", None),
            ("weaveJS 2019", Some("weaveJS")),
            ("weft:none 2013", Some("weft:none")),
            ("weft(Gent) 2019", Some("weft")),
            ("loom_love.rb 2019", Some("loom_love.rb")),
            ("Looms on Ice 2019", Some("Looms on Ice")),
            ("Looms 2019 Bergen", Some("Looms")),
            ("Grey Looms 2018 (Florence)", Some("Grey Looms")),
            ("WVN2022", Some("WVN")),
            ("織物の会2019", None),
            ("looms i liked 2019", None),
            ("Offsite Lisbon 2023", None),
            ("on Ice 2019", None),
        ] {
            assert_eq!(of_talks(title).as_deref(), expected, "{title}");
        }
    }
}
