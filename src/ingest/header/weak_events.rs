//! Values of header keys that may name an event: which of them are no name, and which give way to the text.

use super::Header;
use crate::ingest::draft::{Draft, DraftEvent};
use crate::ingest::{month_in_any_case, month_name};
use crate::model::plain_text;
use crate::text::event_year;

/// The keys of an event that hold its name. Others, such as `meetup` or `evento`, as often hold the page of a group, a
/// kind of event, or whether it is one.
const STRONG_KEYS: [&str; 8] = [
    "conference",
    "conferences",
    "conferencename",
    "conf",
    "confname",
    "event",
    "events",
    "eventname",
];

/// Whether a folded key of an event names it only if its value looks like a name.
pub(super) fn is_weak_key(folded: &str) -> bool {
    !STRONG_KEYS.contains(&folded)
}

/// Whether a value can be the name of an event under any key: no address, no number, no date, no yes or no.
pub(super) fn may_be_name(value: &str) -> bool {
    const ANSWERS: [&str; 15] = [
        "true", "false", "yes", "no", "on", "off", "none", "null", "ja", "nein", "oui", "non",
        "si", "sí", "não",
    ];
    let lower = value.trim().to_lowercase();
    let is_address = (lower.contains("://") || lower.starts_with("www.")) && !lower.contains(' ');
    !is_address && lower.contains(char::is_alphabetic) && !ANSWERS.contains(&lower.as_str())
}

/// Whether a value looks like the name of an event: "Wool Friends Ghent", `WeftFest`, "Knots 2019". A single word needs a
/// year or letters that no common word has; several begin with capitals, and tell no hour: "Red Lion pub, 8pm".
pub(super) fn looks_like_name(value: &str) -> bool {
    const JOINTS: &[&str] = &[
        "of", "the", "and", "for", "in", "on", "at", "de", "la", "le", "les", "des", "du", "der",
        "die", "das", "und", "für", "am", "im", "y", "e", "et", "el", "los", "del", "di", "do",
        "da", "dos", "i", "w", "och", "og", "ja",
    ];
    const MOST_WORDS: usize = 8;
    let words: Vec<&str> = value.split_whitespace().collect();
    let has_year = || years_at(&words).next().is_some();
    let is_large = |word: &&str| {
        let inside = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        !inside.starts_with(char::is_lowercase) || inside.chars().skip(1).any(char::is_uppercase)
    };
    let tells_hour = |word: &&str| {
        let end = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.'));
        end.len() < word.len()
            && (["am", "pm", "h", "uhr"].contains(&end.to_lowercase().as_str())
                || word.contains(':'))
    };
    may_be_name(value)
        && words.len() <= MOST_WORDS
        && !value.contains("://")
        && !words.iter().any(tells_hour)
        && match words.as_slice() {
            [only] => is_shaped(only),
            _ => has_year() || words.iter().all(|word| is_large(word) || JOINTS.contains(word)),
        }
}

/// Whether a single word has letters that only names have: `WeftFest`, `FOSDEM`, `KnotCon`, 「織物祭り」.
fn is_shaped(word: &str) -> bool {
    const ENDINGS: [&str; 10] =
        ["conf", "konf", "con", "fest", "kaigi", "days", "dagar", "tage", "camp", "summit"];
    const SHORTEST: usize = 4;
    let lower = word.to_lowercase();
    let is_long = word.chars().count() >= SHORTEST;
    let n_capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let has_digit = word.contains(|c: char| c.is_ascii_digit());
    let is_ended = || {
        n_capitals > 0 && ENDINGS.iter().any(|it| lower.len() > it.len() + 2 && lower.ends_with(it))
    };
    let has_no_case = || word.chars().all(|c| !c.is_lowercase() && !c.is_uppercase());
    is_long && (n_capitals > 1 || has_digit || is_ended() || has_no_case())
}

/// Removes an event that only a weak key names, if the title or the text names an edition with its year.
pub(in crate::ingest) fn give_way(draft: &mut Draft, header: &Header) {
    if header.conference.is_empty() || !header.conference.iter().all(|event| event.is_weak) {
        return;
    }
    let mut texts =
        draft.passages.iter().map(|passage| plain_text(std::slice::from_ref(&passage.block)));
    if names_edition(&draft.title.0, false) || texts.any(|text| names_edition(&text, true)) {
        draft.conference = (String::new(), 0);
        draft.event = DraftEvent::default();
        draft.event_hints.clear();
    }
}

/// Whether a text names an edition: a name right before a year. In running text, the name needs the form of one, or
/// another capitalized word before it: "Since 2019" names none.
fn names_edition(text: &str, is_running: bool) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_name = |word: &&str| {
        let name = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_month = month_in_any_case(name).is_some() || month_name(name).is_some();
        name.chars().count() > 2 && name.starts_with(char::is_uppercase) && !is_month
    };
    let before = |at: usize| words.get(at.checked_sub(1)?).filter(|word| is_name(word));
    let ends_part = |word: &str| word.ends_with(['.', ',', ';', '!', '?', ')']);
    years_at(&words).any(|at| {
        let Some(last) = before(at) else { return false };
        if ends_part(last) {
            return false;
        }
        let is_led = || before(at - 1).is_some_and(|first| !ends_part(first));
        let is_common = |word: &str| {
            COMMON.contains(
                &word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str(),
            )
        };
        !is_common(last) && (!is_running || is_shaped(last) || is_led())
    })
}

/// Words before a year that name no event: "Notes 2019", "Summer 2019", "In 2019".
const COMMON: &[&str] = &[
    "notes",
    "recap",
    "summer",
    "winter",
    "spring",
    "autumn",
    "fall",
    "since",
    "year",
    "from",
    "until",
    "notizen",
    "sommer",
    "herbst",
    "frühling",
    "seit",
    "jahr",
    "the",
    "late",
    "early",
    "meetup",
    "evening",
    "abend",
    "talks",
    "review",
    "version",
];

/// The places of the years among some words.
fn years_at(words: &[&str]) -> impl Iterator<Item = usize> {
    let is_year =
        |word: &&str| event_year(word.trim_matches(|c: char| !c.is_alphanumeric())).is_some();
    words.iter().enumerate().filter(move |(_, word)| is_year(word)).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;

    #[track_caller]
    fn check(header: &str, text: &str, expected: &str) {
        let file = format!("---\n{header}\n---\n\n{text}\n");
        let draft = ingest("a.md", file.as_bytes()).draft.unwrap();
        assert_eq!(draft.conference.0, expected, "{file}");
    }

    #[test]
    fn a_weak_key_needs_a_value_that_is_a_name() {
        let text = "Loud looms, and wool in the evening.";
        for (value, expected) in [
            ("meetup: Wool Friends Ghent", "Wool Friends Ghent"),
            ("meetup: Knots 2019", "Knots 2019"),
            ("evento: WeftFest", "WeftFest"),
            ("konferens: Vävdagarna i Lund", "Vävdagarna i Lund"),
            ("konferenz: Weberkonf", "Weberkonf"),
            ("イベント: 織物祭り", "織物祭り"),
            ("meetup: https://meetup.example/knot-friends", ""),
            ("meetup: yes", ""),
            ("meetup: 12", ""),
            ("evento: não", ""),
            ("veranstaltung: Vortrag", ""),
            ("wydarzenie: online", ""),
            ("meetup: Blue Boar pub, 7pm", ""),
            ("meetup: at the mill", ""),
            ("event: true", ""),
            ("event: 7", ""),
            ("event: 2019-05-04", ""),
            ("conference: https://weftfest.example/2019", ""),
            ("conference: Knots", "Knots"),
            ("meetup: true\nconference: Knots", "Knots"),
            ("meetup: Wool Friends Ghent\nconference: Knots", "Knots"),
        ] {
            check(&format!("title: An evening\n{value}"), text, expected);
        }
    }

    #[test]
    fn a_weak_key_gives_way_to_an_edition() {
        let meetup = "meetup: Wool Friends Ghent";
        for (title, text, expected) in [
            ("WeftFest 2019", "Loud.", ""),
            ("An evening", "I was at WARPDEM 2019, and it was loud.", ""),
            (
                "An evening in June 2019",
                "Since 2019 it is loud. Last May 2019 too.",
                "Wool Friends Ghent",
            ),
        ] {
            check(&format!("title: {title}\n{meetup}"), text, expected);
        }
    }
}
