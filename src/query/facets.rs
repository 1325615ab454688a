//! How many entries each value of each facet would leave.

use super::{Choice, Kind};
use crate::model::{ConferenceId, OrganizationId, PersonId, ThemeId};
use std::collections::BTreeMap;

/// For every value of every facet, how many entries choosing only it in its facet would leave,
/// with the text and the choices in the other facets as they are.
///
/// Holds every value of the dataset, those that would leave nothing too.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Counts {
    /// By year.
    pub years: BTreeMap<u16, usize>,
    /// By edition.
    pub conferences: BTreeMap<ConferenceId, usize>,
    /// By theme; the narrower ones count for the broader.
    pub themes: BTreeMap<ThemeId, usize>,
    /// By person.
    pub people: BTreeMap<PersonId, usize>,
    /// By organization.
    pub organizations: BTreeMap<OrganizationId, usize>,
    /// By kind.
    pub kinds: BTreeMap<Kind, usize>,
    /// With a recording.
    pub video: usize,
}

impl Counts {
    /// How many entries `choice` would leave; 0 when the dataset does not have it.
    pub fn of(&self, choice: &Choice) -> usize {
        let count = match choice {
            Choice::Year(year) => self.years.get(year),
            Choice::Conference(id) => self.conferences.get(id),
            Choice::Theme(id) => self.themes.get(id),
            Choice::Person(id) => self.people.get(id),
            Choice::Organization(id) => self.organizations.get(id),
            Choice::Kind(kind) => self.kinds.get(kind),
            Choice::Video => Some(&self.video),
        };
        count.copied().unwrap_or(0)
    }
}
