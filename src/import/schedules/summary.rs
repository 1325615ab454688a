//! Finds titles and speakers in one line of a calendar, and speakers in a description.

use crate::ingest::{is_role, odds_of_person, person_odds};

/// How a program formats the title of an item.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Style {
    /// `Title - Name, Role, Organization & Name, Organization; Name, Organization`.
    Sched,
    /// `Title - Name, Name`.
    Pretalx,
    /// Any format, so names must look like names.
    Other,
}

/// Minimum odds of a name, when no other evidence exists.
const LEAST_ODDS: f32 = 0.5;

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
pub(super) fn split(style: Style, summary: &str) -> (String, Vec<String>) {
    let found = match style {
        Style::Sched => last(summary, " - ").and_then(|(title, tail)| Some((title, people(tail)?))),
        Style::Pretalx => {
            last(summary, " - ").and_then(|(title, tail)| Some((title, names(tail, -1.0)?)))
        }
        Style::Other => guessed(summary),
    };
    let (title, speakers) = found.unwrap_or((summary, Vec::new()));
    (title.trim().to_owned(), speakers)
}

/// Whether a summary that could not be split seems to name a person among others at its end.
pub(super) fn names_somebody(style: Style, summary: &str) -> bool {
    const SURE: f32 = 3.0;
    let tail = last(summary, " - ").map(|(_, tail)| tail).filter(|_| style != Style::Other);
    let parts = tail.map(parts).unwrap_or_default();
    parts.len() > 1 && parts.iter().any(|part| odds_of_person(part) > SURE)
}

fn guessed(summary: &str) -> Option<(&str, Vec<String>)> {
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

/// Splits a list of names. Text in brackets is part of a name.
fn parts(list: &str) -> Vec<String> {
    let list = list.replace(" and ", ", ").replace(" und ", ", ").replace(" & ", ", ");
    let mut depth = 0_u32;
    let parts = list.split(|c| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, ',' | ';')
    });
    parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// `Name, Role, Organization & Name, Organization; Name, Organization`. An organization counts for all names before it
/// that have none.
fn people(list: &str) -> Option<Vec<String>> {
    let mut speakers = Vec::new();
    for group in list.split(';') {
        let mut people: Vec<(String, Option<String>)> = Vec::new();
        for person in group.split(" & ").flat_map(|person| person.split(" and ")) {
            let mut parts: Vec<&str> =
                person.split(", ").map(str::trim).filter(|it| !it.is_empty()).collect();
            parts.retain(|part| !is_suffix(part));
            for name in parts.drain(..n_before_last(&parts)) {
                people.push((name.to_owned(), None));
            }
            let (name, rest) = parts.split_first()?;
            let organization = rest.last().filter(|it| !is_role(it)).map(|it| without_brackets(it));
            let least = if rest.is_empty() { LEAST_ODDS } else { -2.0 };
            if person_odds(name) <= least && !is_eastern_name(name) {
                // "Name, Director & Head of Looms, Warpworks" and "Name, Warp & Weft" contain the mark.
                let (_, before) = people.last_mut()?;
                *before = match (organization, before.take()) {
                    (None, Some(first)) if rest.is_empty() => Some(format!("{first} & {name}")),
                    (organization, first) => organization.or(first),
                };
                continue;
            }
            people.push(((*name).to_owned(), organization));
        }
        let mut shared: Option<String> = None;
        for (_, organization) in people.iter_mut().rev() {
            match organization {
                Some(own) => shared = Some(own.clone()),
                None => organization.clone_from(&shared),
            }
        }
        speakers.extend(people.into_iter().map(|(name, organization)| match organization {
            Some(organization) => format!("{name} ({organization})"),
            None => name,
        }));
    }
    (!speakers.is_empty()).then_some(speakers)
}

/// How many names come before the last one in "Name, Name, Name", where a company usually follows a name. Two names need
/// more certainty: some companies are called like people.
fn n_before_last(parts: &[&str]) -> usize {
    let sure = if parts.len() > 2 { 3.0 } else { 6.0 };
    let are_names = parts.len() > 1 && parts.iter().all(|part| odds_of_person(part) > sure);
    if are_names { parts.len() - 1 } else { 0 }
}

/// Whether a part of a name is the end of a company's name, or a degree.
fn is_suffix(part: &&str) -> bool {
    matches!(
        part.trim_end_matches('.'),
        "Inc" | "LLC" | "Ltd" | "GmbH" | "Jr" | "PhD" | "Ph.D" | "MD"
    )
}

/// Whether a text may be a name in Chinese characters, kana or Hangul.
fn is_eastern_name(text: &str) -> bool {
    let is_eastern = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    (2..=8).contains(&text.chars().count()) && text.chars().all(|c| is_eastern(c) || c == ' ')
}

fn without_brackets(organization: &str) -> String {
    organization.split(" (").next().unwrap_or(organization).trim().to_owned()
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

    #[test]
    fn titles_end_or_begin_with_speakers() {
        let check = |style: Style, summary: &str, title: &str, speakers: &[&str]| {
            assert_eq!(
                split(style, summary),
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
