//! Themes with everyday words as names: "networking with old friends" is not about networking.

use crate::bundle::vocabulary::IndexedText;
use std::ops::Range;

/// Everyday words that are also used as tags.
const WORDS: &[&str] = &[
    "accessibility",
    "agile",
    "architecture",
    "art",
    "automation",
    "business",
    "career",
    "careers",
    "change",
    "code",
    "coding",
    "communication",
    "community",
    "culture",
    "data",
    "deploy",
    "design",
    "development",
    "diversity",
    "documentation",
    "education",
    "engineering",
    "ethics",
    "fun",
    "future",
    "games",
    "go",
    "growth",
    "hardware",
    "health",
    "history",
    "ideas",
    "inclusion",
    "infrastructure",
    "innovation",
    "language",
    "law",
    "leadership",
    "learning",
    "life",
    "maintenance",
    "management",
    "marketing",
    "math",
    "media",
    "mentoring",
    "migration",
    "mobile",
    "music",
    "network",
    "networking",
    "open",
    "operations",
    "performance",
    "planning",
    "play",
    "policy",
    "privacy",
    "process",
    "product",
    "productivity",
    "programming",
    "quality",
    "reliability",
    "remote",
    "research",
    "safety",
    "scale",
    "scaling",
    "science",
    "search",
    "security",
    "simplicity",
    "society",
    "software",
    "speed",
    "startup",
    "state",
    "storage",
    "strategy",
    "style",
    "sustainability",
    "teaching",
    "team",
    "teams",
    "technology",
    "testing",
    "time",
    "tools",
    "training",
    "trust",
    "types",
    "typing",
    "video",
    "web",
    "work",
    "writing",
];

/// Whether a name is an everyday word, or too short to have a single meaning.
pub(in crate::bundle) fn is_everyday(name: &str) -> bool {
    let name = name.to_lowercase();
    let is_short = name.chars().all(char::is_alphanumeric) && name.chars().count() <= 2;
    is_short || WORDS.contains(&name.as_str())
}

/// Longest heading or title in words.
const LONGEST_TITLE: usize = 12;

/// Whether the writing shows that a word is meant as a name: it has a capital within a sentence, it is the whole line,
/// or it opens a title that continues like one (`Networking in practice`, `Networking: a tour`).
pub(super) fn is_written_as_name(text: &IndexedText<'_>, word: &Range<usize>) -> bool {
    let whole = text.whole();
    let before = whole.get(..word.start).unwrap_or_default();
    let after = whole.get(word.end..).unwrap_or_default();
    let line_before = before.rsplit('\n').next().unwrap_or_default();
    let line_after = after.split('\n').next().unwrap_or_default();
    if !text.get(word.clone()).starts_with(char::is_uppercase) {
        return false;
    }
    if line_before.chars().any(char::is_alphanumeric) {
        let last = line_before.trim_end().chars().next_back();
        return last
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | '&' | '/' | '(' | '-'));
    }
    let rest = line_after.trim();
    let is_title = !rest.ends_with('.') && rest.split_whitespace().count() < LONGEST_TITLE;
    let next = rest.split_whitespace().next().unwrap_or_default();
    is_title
        && (next.is_empty()
            || !next.starts_with(char::is_alphanumeric)
            || matches!(next, "and" | "in" | "for" | "on" | "is"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capital_within_a_sentence_or_a_title_makes_a_name() {
        for (text, expected) in [
            ("networking with old friends", false),
            ("Networking with old friends", false),
            ("Networking was fun.", false),
            ("It was loud. Networking was fun.", false),
            ("the booth of SIG Networking", true),
            ("Networking", true),
            ("Networking in a mill", true),
            ("Networking: a tour", true),
            ("Looms & Networking", true),
        ] {
            let at = text.to_lowercase().find("networking").unwrap();
            assert_eq!(
                is_written_as_name(&IndexedText::new(text), &(at..at + 10)),
                expected,
                "{text}"
            );
        }
    }
}
