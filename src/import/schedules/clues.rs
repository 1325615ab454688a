//! What the titles of a whole calendar, and the people that a data folder knows, tell about one title.

use super::names::{LEAST_ODDS, parts, people, without_brackets};
use crate::ingest::{name_key, person_odds};
use std::collections::BTreeSet;

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

/// What helps to read the titles of one calendar.
#[derive(Debug)]
pub(super) struct Clues<'a> {
    /// How the program formats them.
    pub(super) style: Style,
    /// Keys of the names of people that the data folder knows.
    people: &'a BTreeSet<String>,
    /// Most titles with a dash begin with names: `Name & Name - Title`.
    pub(super) names_first: bool,
    /// Most titles that end in brackets name people and companies there: `Title (Name, Company)`.
    pub(super) names_in_brackets: bool,
}

/// Splits a title of a calendar into the title of the talk and names.
type ReadTitle = fn(&str) -> Option<(&str, Vec<String>)>;

/// How many titles must have one shape before the shape tells what is a name.
const LEAST_ALIKE: usize = 3;

impl<'a> Clues<'a> {
    /// The clues in the titles of a calendar.
    pub(super) fn of<'s>(
        style: Style,
        people: &'a BTreeSet<String>,
        summaries: impl Iterator<Item = &'s str>,
    ) -> Self {
        let summaries: Vec<&str> = summaries.collect();
        let are_alike = |read: ReadTitle, may_have: fn(&str) -> bool| {
            let n_such = summaries.iter().filter(|summary| may_have(summary)).count();
            let found = summaries.iter().filter_map(|summary| read(summary));
            let n_alike = found.filter(|(_, names)| look_like_names(names)).count();
            n_alike >= LEAST_ALIKE && n_alike * 2 > n_such
        };
        let has_dash = |summary: &str| DASHES.iter().any(|dash| summary.contains(dash));
        Self {
            style,
            people,
            names_first: are_alike(names_first, has_dash),
            names_in_brackets: are_alike(names_in_brackets, |summary| summary.ends_with(')')),
        }
    }

    /// Whether the data folder knows one of these people.
    pub(super) fn knows(&self, names: &[String]) -> bool {
        names.iter().any(|name| self.people.contains(&name_key(&without_brackets(name))))
    }
}

const DASHES: [&str; 3] = [" - ", " – ", " — "];

/// Title and names of `Name & Name - Title`.
pub(super) fn names_first(summary: &str) -> Option<(&str, Vec<String>)> {
    let (list, title) = DASHES.iter().find_map(|dash| summary.split_once(dash))?;
    let names = parts(list);
    let may_be = !names.is_empty() && names.iter().all(|name| person_odds(name).is_finite());
    (may_be && !title.trim().is_empty()).then_some((title, names))
}

/// Title and names of `Title (Name, Company)`.
pub(super) fn names_in_brackets(summary: &str) -> Option<(&str, Vec<String>)> {
    let (title, list) = summary.strip_suffix(')')?.rsplit_once(" (")?;
    let names = people(list)?;
    let may_be = names.iter().all(|name| person_odds(&without_brackets(name)).is_finite());
    (may_be && list.contains(", ") && !title.trim().is_empty()).then_some((title, names))
}

pub(super) fn look_like_names(names: &[String]) -> bool {
    names.iter().all(|name| person_odds(&without_brackets(name)) > LEAST_ODDS)
}
