//! Finds how many people came, where a text says so.

use super::sentences::sentences;

/// A statement of how many people came.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Crowd {
    /// As worded, e.g. `almost 500`.
    pub words: String,
    /// The number.
    pub people: u32,
    /// Byte of the text where the number stands.
    pub at: usize,
}

/// Words that limit a number.
const LIMITS: &[&str] = &[
    "almost",
    "nearly",
    "about",
    "around",
    "approximately",
    "roughly",
    "some",
    "over",
    "under",
    "than",
    "least",
    "to",
    "circa",
];

/// The crowds a text counts, in order.
pub(super) fn crowds(text: &str) -> Vec<Crowd> {
    sentences(text)
        .into_iter()
        .filter_map(|range| crowd(text.get(range.clone())?, range.start))
        .collect()
}

fn crowd(sentence: &str, start: usize) -> Option<Crowd> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
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
    for (at, word) in words.iter().enumerate() {
        let Some(people) = number(word) else { continue };
        // A bare number of four digits in our time is a year, unless the words say that it limits.
        let is_bare = word.trim_matches(|c: char| !c.is_alphanumeric()).len() == 4;
        if is_bare && (1990..=2100).contains(&people) && limit_start(&words, at) == at {
            continue;
        }
        let counted = words.iter().skip(at + 1).take(3).find_map(|next| {
            let bare = next.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            match bare.as_str() {
                "attendees" | "participants" | "visitors" => Some(true),
                "people" | "developers" | "engineers" | "technologists" => Some(about_event),
                _ => None,
            }
        });
        if counted == Some(true) && (20..=200_000).contains(&people) {
            let first = limit_start(&words, at);
            let phrase = words.get(first..=at)?.join(" ");
            let offset = sentence.find(word).unwrap_or(0);
            return Some(Crowd {
                words: phrase.trim_matches(['(', ')', ',']).to_owned(),
                people,
                at: start + offset,
            });
        }
    }
    None
}

/// Where the words that limit the number begin: `more than 4000`.
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
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    if let Some(thousands) = bare.strip_suffix(['k', 'K']) {
        return thousands.parse::<u32>().ok()?.checked_mul(1000);
    }
    let groups: Vec<&str> = bare.split([',', '.', '\'', '’']).collect();
    let is_grouped = groups.iter().skip(1).all(|group| group.len() == 3);
    let is_digits = groups
        .iter()
        .all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    if is_grouped && is_digits { groups.concat().parse().ok() } else { None }
}

/// The number in a statement such as `over 4000`.
pub fn people_in(words: &str) -> Option<u32> {
    words.split_whitespace().find_map(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, u32)]) {
        let found = crowds(text);
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
