//! Recognizes schedule items that are not talks.

use crate::ingest::{canceled_words, letters};

/// Full names of breaks and similar items, as letters. `name_key` would drop distinguishing characters of other
/// scripts.
const WHOLE: &[&str] = &[
    "break",
    "coffee",
    "tea",
    "lunch",
    "breakfast",
    "dinner",
    "brunch",
    "registration",
    "badgepickup",
    "checkin",
    "cloakroom",
    "coatcheck",
    "doorsopen",
    "dooropening",
    "doors",
    "networking",
    "pause",
    "kaffeepause",
    "mittagspause",
    "mittagessen",
    "registrierung",
    "einlass",
    "solutionsshowcase",
    "exhibits",
    "exhibithall",
    "expohall",
    "afterparty",
    "party",
    "happyhour",
    "setup",
    "teardown",
    "changeover",
    "intermission",
    "meals",
    "food",
    "pausadejeuner",
    "pausedejeuner",
    "pausecafe",
    "pausadelcafe",
    "comida",
    "almuerzo",
    "descanso",
    "almoco",
    "intervalo",
    "sponsorshowcase",
    "exhibition",
    "refreshments",
    "pizza",
    "pizzaandbeer",
    "pizzabeer",
    "drinks",
    "drinksandpizza",
    "beer",
    "beers",
    "bbq",
    "buffet",
    "snacks",
    "apero",
    "aperitif",
    "borrel",
    "koffie",
    "pauze",
    "cena",
    "aperitivo",
    "welcomereception",
    "reception",
];

/// A short name that contains one of these as a whole word is a break.
const WORDS: &[&str] = &[
    "break",
    "breaks",
    "lunch",
    "breakfast",
    "registration",
    "dinner",
    "cloakroom",
    "pause",
    "mittagspause",
    "kaffeepause",
    "lunchtime",
    "checkin",
    "reception",
];

/// Most words in a name that a single word makes a break.
const MOST_WORDS: usize = 4;

/// Words that show that a longer name is not a break: "Break the build", "Lunch with a loom".
const NOT: &[&str] = &[
    "the", "a", "an", "your", "with", "how", "why", "to", "on", "without", "it", "and", "&", "of",
    "how", "things", "into", "service", "user", "process", "app", "system",
];

/// Whether an item with that title and that type or category is a break, a meal, registration or similar.
pub(super) fn is_break(title: &str, category: &str) -> bool {
    let whole = letters(title);
    if WHOLE.contains(&whole.as_str()) {
        return true;
    }
    let category = letters(category);
    if [
        "break",
        "breaks",
        "registration",
        "meal",
        "meals",
        "lunch",
        "pause",
        "breakmeal",
        "breaksmeals",
    ]
    .contains(&category.as_str())
    {
        return true;
    }
    let lower = title.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || "/,;:()".contains(c))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect();
    let has_link = words.iter().any(|word| NOT.contains(word)) && !is_meals(&words);
    (1..=MOST_WORDS).contains(&words.len())
        && !has_link
        && words.iter().any(|word| WORDS.contains(word))
}

/// Whether a title is that of a break even if somebody is named beside it, who only hosts it: "Short break".
pub(super) fn is_plain_break(title: &str) -> bool {
    const KINDS: &[&str] = &[
        "break",
        "shortbreak",
        "lunchbreak",
        "coffeebreak",
        "teabreak",
        "lunch",
        "mittagspause",
        "kaffeepause",
    ];
    KINDS.contains(&letters(title).as_str())
}

/// "Breakfast and registration": every part is a break.
fn is_meals(words: &[&str]) -> bool {
    words.iter().all(|word| {
        matches!(*word, "and" | "&" | "coffee") || WORDS.contains(word) || WHOLE.contains(word)
    })
}

/// The title of a talk that is marked as canceled.
pub(super) fn without_canceled(title: &str) -> Option<&str> {
    let is_mark = |c: char| c.is_whitespace() || "[]():-–—*!".contains(c);
    let bare = title.trim_start_matches(is_mark);
    let found = canceled_words().find_map(|word| {
        let head = bare.get(..word.len())?;
        let rest = bare.get(word.len()..)?;
        // "Cancelled flights" is a title. "CANCELLED flights" and "Cancelled: flights" are not.
        let is_set_off = rest.is_empty()
            || rest.starts_with([']', ')', ':', '-', '!', '*'])
            || rest.trim_start().starts_with(['-', '–', '—', ':'])
            || head.chars().all(|c| !c.is_lowercase()) && rest.starts_with(' ');
        (head.eq_ignore_ascii_case(word) && is_set_off).then(|| rest.trim_start_matches(is_mark))
    });
    let at_end = || {
        canceled_words().find_map(|word| {
            let bare = title.trim_end().strip_suffix([')', ']'])?;
            let at = bare.len().checked_sub(word.len())?;
            let (head, tail) = (bare.get(..at)?, bare.get(at..)?);
            let head = head.strip_suffix(['(', '['])?;
            tail.eq_ignore_ascii_case(word).then(|| head.trim_end())
        })
    };
    found.or_else(at_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_are_told_from_talks() {
        for title in [
            "Lunch",
            "Coffee Break ☕",
            "Short break",
            "Lunch Break (60 min)",
            "Badge Pick-Up",
            "Breakfast and Registration",
            "Registration",
            "Mittagspause",
            "Cloakroom",
            "Morning Coffee / Tea Break",
        ] {
            assert!(is_break(title, ""), "{title}");
        }
        for title in [
            "Break the build",
            "Lunch with a loom",
            "How we broke lunch",
            "Registration of user accounts",
            "Break Glass: incident response for teams",
            "Circuit breaker",
            "On coffee",
            "Closing remarks",
            "Pause and resume virtual machines",
        ] {
            assert!(!is_break(title, ""), "{title}");
        }
        assert!(is_break("Something to eat", "BREAKS"));
        assert!(!is_break("On looms", "Track 1"));
    }

    #[test]
    fn a_title_says_that_its_talk_was_canceled() {
        for (title, expected) in [
            ("CANCELLED: Silk", Some("Silk")),
            ("[CANCELED] Silk", Some("Silk")),
            ("CANCELLED Silk", Some("Silk")),
            ("Silk (cancelled)", Some("Silk")),
            ("Cancelled", Some("")),
            ("ENTFALLEN: Silk", Some("Silk")),
            ("Silk (annullato)", Some("Silk")),
            ("中止: Silk", Some("Silk")),
            ("POSTPONED: Silk", None),
            ("Cancelled flights", None),
            ("Silk", None),
        ] {
            assert_eq!(without_canceled(title), expected, "{title}");
        }
    }
}
