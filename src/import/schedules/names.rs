//! Reads lists of names, with roles and organizations.

use crate::ingest::{is_legal_form, is_role, odds_of_person, person_odds};

/// Minimum odds of a name, when no other evidence exists.
pub(super) const LEAST_ODDS: f32 = 0.5;

/// Splits a list of names. Text in brackets is part of a name.
pub(super) fn parts(list: &str) -> Vec<String> {
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
pub(super) fn people(list: &str) -> Option<Vec<String>> {
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
    is_legal_form(part) || matches!(part.trim_end_matches('.'), "Jr" | "PhD" | "Ph.D" | "MD")
}

/// Whether a text may be a name in Chinese characters, kana or Hangul.
fn is_eastern_name(text: &str) -> bool {
    let is_eastern = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    (2..=8).contains(&text.chars().count()) && text.chars().all(|c| is_eastern(c) || c == ' ')
}

pub(super) fn without_brackets(organization: &str) -> String {
    organization.split(" (").next().unwrap_or(organization).trim().to_owned()
}
