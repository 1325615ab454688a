//! Data that the stages of one recap share.

use crate::bundle::names::{LongerNames, NameDirectory, RecapNames};
use crate::bundle::report::{Finding, Reports};
use crate::bundle::themes::Themes;
use crate::bundle::vocabulary::{Found, Text, Vocabulary};
use crate::ingest::Draft;
use crate::model::{Assignment, OrganizationId, PersonId, TalkId, ThemeId};
use std::collections::BTreeMap;

/// One recap, and everything that its text is compared with.
#[derive(Debug)]
pub(super) struct RecapContext<'a, 's> {
    /// The recap.
    pub(super) draft: &'a Draft,
    /// The people in it.
    pub(super) own: RecapNames,
    /// The themes of the registry and of tags.
    pub(super) themes: &'a Themes,
    /// Regions and cities.
    pub(super) places: &'a Vocabulary,
    /// People and organizations.
    pub(super) names: &'a mut NameDirectory,
    /// Findings for the curator.
    pub(super) reports: &'a mut Reports<'s>,
}

/// The decisions of a stage about themes and names.
#[derive(Debug, Default)]
pub(super) struct Decisions {
    /// Each decision with its reason.
    pub(super) assignments: Vec<Assignment>,
    /// Themes of talks.
    pub(super) talk_themes: Vec<(TalkId, ThemeId)>,
}

impl RecapContext<'_, '_> {
    /// How often a text names each theme, and the words of the first mention.
    pub(super) fn theme_counts(&self, text: &Text<'_>) -> BTreeMap<ThemeId, (u32, String)> {
        self.own.themes(text, self.themes, self.longer_names())
    }

    /// Finds organizations in a text.
    pub(super) fn organizations_in(&self, text: &Text<'_>) -> Vec<Found> {
        self.own.organizations(text, self.longer_names())
    }

    fn longer_names(&self) -> LongerNames<'_> {
        LongerNames {
            people: &self.names.people,
            organizations: &self.names.organizations,
            places: self.places,
        }
    }

    /// The person with that name.
    pub(super) fn person(&mut self, name: &str, line: u32) -> PersonId {
        self.names.person(self.reports, self.draft, name, line)
    }

    /// The organization with that name.
    pub(super) fn organization(&mut self, name: &str) -> OrganizationId {
        self.names.organization(name)
    }

    /// Reports a finding in the recap.
    pub(super) fn report(&mut self, finding: &Finding<'_>) {
        self.reports.add(&self.draft.path, finding);
    }
}
