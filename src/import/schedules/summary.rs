//! Finds titles and speakers in one line of a calendar, and speakers in a description.

use super::clues::{Clues, Style, look_like_names, names_first, names_in_brackets};
use super::names::{LEAST_ODDS, parts, people};
use crate::ingest::{odds_of_person, person_odds};

/// Words before a list of speakers on a line of a description.
const LABELS: &[&str] = &[
    "speaker:",
    "speakers:",
    "speaker(s):",
    "presenter:",
    "presenters:",
    "presenter(s):",
    "presented by:",
    "presented by ",
    "referent:",
    "referenten:",
    "vortragende:",
    "intervenant:",
    "intervenants:",
    "ponente:",
    "ponentes:",
    "panelists:",
    "by:",
    "with:",
];

/// The title and the speakers of a summary. Without speakers, all of it is the title.
pub(super) fn split(clues: &Clues<'_>, summary: &str) -> (String, Vec<String>) {
    let found = match clues.style {
        Style::Sched => last(summary, " - ").and_then(|(title, tail)| Some((title, people(tail)?))),
        Style::Pretalx => {
            last(summary, " - ").and_then(|(title, tail)| Some((title, names(tail, -1.0)?)))
        }
        Style::Other => guessed(clues, summary),
    };
    let (title, speakers) = found.unwrap_or((summary, Vec::new()));
    (title.trim().to_owned(), speakers)
}

/// Whether a summary that could not be split seems to name a person among others at its end.
pub(super) fn names_somebody(clues: &Clues<'_>, summary: &str) -> bool {
    const SURE: f32 = 3.0;
    if clues.style == Style::Other {
        let found = [names_first(summary), names_in_brackets(summary)].into_iter().flatten();
        return found.into_iter().any(|(_, names)| look_like_names(&names));
    }
    let tail = last(summary, " - ").map(|(_, tail)| tail);
    let parts = tail.map(parts).unwrap_or_default();
    parts.len() > 1 && parts.iter().any(|part| odds_of_person(part) > SURE)
}

/// Known people come first, then what looks like names, and then what other titles of the calendar have in that place.
fn guessed<'s>(clues: &Clues<'_>, summary: &'s str) -> Option<(&'s str, Vec<String>)> {
    let shapes = [
        (names_first(summary), clues.names_first),
        (names_in_brackets(summary), clues.names_in_brackets),
    ];
    let known =
        shapes.iter().find_map(|(found, _)| found.as_ref().filter(|(_, names)| clues.knows(names)));
    let alike = shapes.iter().find_map(|(found, is_alike)| found.as_ref().filter(|_| *is_alike));
    known.cloned().or_else(|| by_odds(summary)).or_else(|| alike.cloned())
}

fn by_odds(summary: &str) -> Option<(&str, Vec<String>)> {
    let in_brackets = || {
        let (title, names) = summary.strip_suffix(')')?.rsplit_once(" (")?;
        Some((title, names))
    };
    let first = || {
        let (names, title) = [": ", " | "].iter().find_map(|mark| summary.split_once(mark))?;
        Some((title, names))
    };
    let all = [
        last(summary, " by "),
        in_brackets(),
        last(summary, " - "),
        last(summary, " – "),
        last(summary, " — "),
        last(summary, " | "),
        first(),
    ];
    all.into_iter().flatten().find_map(|(title, tail)| Some((title, names(tail, LEAST_ODDS)?)))
}

fn last<'a>(summary: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    summary.rsplit_once(mark).filter(|(title, _)| !title.trim().is_empty())
}

/// The names of a list, if all of them look like names.
fn names(list: &str, least: f32) -> Option<Vec<String>> {
    let names = parts(list);
    (!names.is_empty() && names.iter().all(|name| person_odds(name) > least)).then_some(names)
}

/// A description without its line of speakers, and the speakers.
pub(super) fn named_in(description: &str) -> (String, Vec<String>) {
    let mut speakers = Vec::new();
    let mut lines = Vec::new();
    for line in description.lines() {
        let lower = line.trim().to_lowercase();
        let label = LABELS.iter().find(|label| lower.starts_with(**label));
        let found = label.and_then(|label| line.trim().get(label.len()..)).map(parts);
        match found.filter(|names| speakers.is_empty() && are_short(names)) {
            Some(names) => speakers = names,
            None => lines.push(line),
        }
    }
    (lines.join("\n").trim().to_owned(), speakers)
}

fn are_short(names: &[String]) -> bool {
    const MOST_WORDS: usize = 8;
    let is_short = |name: &String| {
        name.split_whitespace().count() <= MOST_WORDS
            && name.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
    };
    !names.is_empty() && names.iter().all(is_short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::name_key;
    use std::collections::BTreeSet;

    #[test]
    fn titles_end_or_begin_with_speakers() {
        let check = |style: Style, summary: &str, title: &str, speakers: &[&str]| {
            let people = BTreeSet::new();
            let clues = Clues::of(style, &people, std::iter::once(summary));
            assert_eq!(
                split(&clues, summary),
                (title.to_owned(), speakers.iter().map(|it| (*it).to_owned()).collect())
            );
        };
        check(
            Style::Sched,
            "Keynote: Looms - On Air - Ada Smith, Director, Looms & Cloth, Warpworks & Peter Miller; Mary Jones, Weft",
            "Keynote: Looms - On Air",
            &["Ada Smith (Warpworks)", "Peter Miller", "Mary Jones (Weft)"],
        );
        check(
            Style::Sched,
            "Looms - John Clark & Peter Miller, Warpworks (WW), Inc.",
            "Looms",
            &["John Clark (Warpworks)", "Peter Miller (Warpworks)"],
        );
        check(
            Style::Sched,
            "Looms - Laura Santamaria, Peter Miller, Alice Moreno & Colin Walters, Red Loom",
            "Looms",
            &[
                "Laura Santamaria (Red Loom)",
                "Peter Miller (Red Loom)",
                "Alice Moreno (Red Loom)",
                "Colin Walters (Red Loom)",
            ],
        );
        check(
            Style::Sched,
            "Looms - Yuan Chen, Warpworks & 李明, Weft",
            "Looms",
            &["Yuan Chen (Warpworks)", "李明 (Weft)"],
        );
        check(
            Style::Sched,
            "Looms - Mary Jones, Warp & Weft",
            "Looms",
            &["Mary Jones (Warp & Weft)"],
        );
        check(Style::Sched, "Closing Remarks", "Closing Remarks", &[]);
        check(Style::Sched, "Looms - Part Two", "Looms - Part Two", &[]);
        check(
            Style::Pretalx,
            "Looms - a story - Mary Jones, John Clark",
            "Looms - a story",
            &["Mary Jones", "John Clark"],
        );
        check(
            Style::Other,
            "Looms by Mary Jones and John Clark",
            "Looms",
            &["Mary Jones", "John Clark"],
        );
        check(Style::Other, "Looms (Mary Jones)", "Looms", &["Mary Jones"]);
        check(
            Style::Other,
            "Mary Jones: Looms in the cloud",
            "Looms in the cloud",
            &["Mary Jones"],
        );
        check(Style::Other, "Step by Step", "Step by Step", &[]);
        check(Style::Other, "Kubernetes: the hard way", "Kubernetes: the hard way", &[]);
    }

    #[test]
    fn known_people_and_the_other_titles_tell_what_is_a_name() {
        let check = |people: &[&str], all: &[&str], title: &str, speakers: &[&str]| {
            let people = people.iter().map(|name| name_key(name)).collect();
            let clues = Clues::of(Style::Other, &people, all.iter().copied());
            let (found, names) = split(&clues, all[0]);
            assert_eq!(
                (found.as_str(), names),
                (title, speakers.iter().map(|it| (*it).to_owned()).collect())
            );
        };
        let [pair, company] =
            ["Mary Jones & Peter Miller - Looms in numbers", "Silk (Mary Jones, Warpworks)"];
        check(&["Peter Miller"], &[pair], "Looms in numbers", &["Mary Jones", "Peter Miller"]);
        check(&["Mary Jones"], &[company], "Silk", &["Mary Jones (Warpworks)"]);
        check(&[], &[pair], pair, &[]);
        check(&[], &[company], company, &[]);
        let alike = [pair, "Ada Smith - Knots for all", "John Clark - Felt and I", "Lunch"];
        check(&[], &alike, "Looms in numbers", &["Mary Jones", "Peter Miller"]);
        let alike =
            [company, "Felt (John Clark, Weft)", "Wool (Laura Smith, Red Loom)", "Silk (part two)"];
        check(&[], &alike, "Silk", &["Mary Jones (Warpworks)"]);
        let people = BTreeSet::new();
        let clues = Clues::of(Style::Other, &people, std::iter::empty());
        assert!(names_somebody(&clues, pair) && names_somebody(&clues, company));
        assert!(
            !names_somebody(&clues, "Silk - part two")
                && !names_somebody(&clues, "Silk (two, three)")
        );
    }

    #[test]
    fn a_description_may_have_a_line_of_speakers() {
        let check = |text: &str, rest: &str, speakers: &[&str]| {
            assert_eq!(
                named_in(text),
                (rest.to_owned(), speakers.iter().map(|it| (*it).to_owned()).collect())
            );
        };
        check(
            "Of cloth.\n\nSpeakers: Ada Weaver (Warp, Weft), bo",
            "Of cloth.\n\nSpeakers: Ada Weaver (Warp, Weft), bo",
            &[],
        );
        check(
            "Of cloth.\nSpeakers: Ada Weaver (Warp, Weft), Bo",
            "Of cloth.",
            &["Ada Weaver (Warp, Weft)", "Bo"],
        );
        check("Presented by Ada Weaver & Bo Thread", "", &["Ada Weaver", "Bo Thread"]);
        check("With: a loom", "With: a loom", &[]);
    }
}
