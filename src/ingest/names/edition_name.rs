//! Finds the names of editions in the items of a list: "Loom Days 2014: Looms that sing", "Fast wool (Loom Days 2014)".

use crate::text::event_year;
use std::ops::Range;

/// The most words of a name, with its year.
const MOST: usize = 5;

/// The longest name, in bytes.
const LONGEST: usize = 50;

/// How far into an item a name is looked for, in bytes. A longer item tells a story.
const FARTHEST: usize = 400;

/// What stands between the name and the other parts of an item.
const JOINTS: [&str; 13] =
    [". ", ".\n", ": ", " - ", " – ", " — ", ", ", " | ", " (", ") ", ")", "] ", "\n"];

/// Where a text names an edition, apart from its other parts.
pub(in crate::ingest) fn edition_in(text: &str) -> Option<Range<usize>> {
    let text = text.get(..text.floor_char_boundary(FARTHEST)).unwrap_or_default();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let next = JOINTS.iter().filter_map(|joint| Some((rest.find(joint)?, joint.len())));
        let (length, joint) = next.min_by_key(|(start, _)| *start).unwrap_or((rest.len(), 0));
        let part = rest.get(..length).unwrap_or_default();
        let name = part.trim_matches(['[', ']', '(', ')', ' ', '*', '_']);
        if is_edition(name) {
            let start = at + part.find(name).unwrap_or_default();
            return Some(start..start + name.len());
        }
        at += length + joint;
    }
    None
}

/// The length of an edition at the start of a text, with what separates it from the rest.
pub(in crate::ingest) fn edition_lead(text: &str) -> usize {
    let Some(name) = edition_in(text).filter(|name| name.start <= 1) else { return 0 };
    let rest = text.get(name.end..).unwrap_or_default();
    let is_joint = |c: char| c.is_whitespace() || "[]().:,-–—|".contains(c);
    text.len() - rest.trim_start_matches(is_joint).len()
}

/// Small words within names.
const LINKS: [&str; 12] =
    ["of", "the", "de", "du", "des", "la", "le", "der", "die", "und", "and", "@"];

/// Ends of names that are written small: "droidcon".
const ENDS: [&str; 5] = ["con", "conf", "days", "camp", "fest"];

/// Whether a word may be part of a name: it has a capital, or its script has none.
fn is_capital(word: &str) -> bool {
    word.contains(|c: char| c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase())
        || ENDS.iter().any(|end| word.ends_with(end))
}

/// Whether words are a name and its year: "Loom Days 2014".
fn is_edition(words: &str) -> bool {
    let Some((name, year)) = words.rsplit_once(' ') else { return false };
    let is_year = year.len() == 4 && event_year(year).is_some();
    let mut parts = name.split_whitespace();
    let is_name = parts.clone().all(|word| is_capital(word) || LINKS.contains(&word))
        && parts.next_back().is_some_and(is_capital);
    is_year
        && is_name
        && words.len() <= LONGEST
        && words.split_whitespace().count() <= MOST
        && !name.contains(['?', '!', '"', '“'])
}

/// The editions that the items of a list name, each with its place in the item, if most items name one.
pub(in crate::ingest) fn editions_in(items: &[String]) -> Option<Vec<Option<Range<usize>>>> {
    const FEWEST: usize = 3;
    let found: Vec<_> = items.iter().map(|item| edition_in(item)).collect();
    let count = found.iter().flatten().count();
    (count >= FEWEST && count * 3 >= items.len() * 2).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_its_year_is_an_edition() {
        for (text, expected) in [
            ("LoomConf 2014. Ada Weaver.\nLooms that sing", Some("LoomConf 2014")),
            ("[LoomConf 2014] Looms that sing - Ada Weaver", Some("LoomConf 2014")),
            ("Looms that sing - Ada Weaver, LoomConf 2014", Some("LoomConf 2014")),
            ("Looms by Ada Weaver (Wool Days Berlin 2014)", Some("Wool Days Berlin 2014")),
            ("Looms that sing in 2014 - Ada Weaver", None),
            ("Why looms sang all night in 2014", None),
            ("Looms that sing - droidcon 2014", Some("droidcon 2014")),
            ("2014: Looms that sing", None),
            ("in 2014: Looms that sing", None),
            ("Looms 404 - Ada Weaver", None),
            (&format!("{}LoomConf 2014", "Looms that sing, ".repeat(40)), None),
        ] {
            let found = edition_in(text).and_then(|range| text.get(range));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn an_edition_in_front_ends_before_the_next_part() {
        for (text, rest) in [
            ("LoomConf 2014. Ada Weaver. Looms", "Ada Weaver. Looms"),
            ("[LoomConf 2014] Looms", "Looms"),
            ("LoomConf 2014 - Ada Weaver - Looms", "Ada Weaver - Looms"),
            ("Looms - LoomConf 2014", "Looms - LoomConf 2014"),
        ] {
            assert_eq!(text.get(edition_lead(text)..), Some(rest));
        }
    }
}
