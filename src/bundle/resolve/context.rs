//! Data that the stages of one recap share.

use crate::bundle::names::{LongerNames, NameDirectory, RecapNames};
use crate::bundle::report::{Finding, Reports};
use crate::bundle::themes::ThemeIndex;
use crate::bundle::vocabulary::{IndexedText, PhraseMatch, Vocabulary};
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
    pub(super) themes: &'a ThemeIndex,
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
    pub(super) fn theme_counts(&self, text: &IndexedText<'_>) -> BTreeMap<ThemeId, (u32, String)> {
        self.own.themes(text, self.themes, self.longer_names())
    }

    /// Finds organizations in a text.
    pub(super) fn organizations_in(&self, text: &IndexedText<'_>) -> Vec<PhraseMatch> {
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

/// What the tests of the stages share.
#[cfg(test)]
pub(super) mod testing {
    use super::{NameDirectory, RecapContext, RecapNames};
    use crate::bundle::editions::Editions;
    use crate::bundle::registry::Registries;
    use crate::bundle::report::Reports;
    use crate::bundle::themes::ThemeIndex;
    use crate::ingest::{Diagnostic, Draft, ingest};
    use crate::model::Subject;
    use std::collections::BTreeMap;

    const THEMES: &str = "\
        [[theme]]\nid = 'weaving'\nname = 'Weaving'\naliases = ['looms']\n\
        [[theme]]\nid = 'dyeing'\nname = 'Dyeing'\n";
    const PEOPLE: &str = "\
        [[person]]\nid = 'ada-weaver'\nname = 'Ada Weaver'\n\
        [[organization]]\nid = 'yarnworks'\nname = 'Yarnworks'\n";

    /// The draft of a file with that text.
    pub(in crate::bundle::resolve) fn draft(text: &str) -> Draft {
        ingest("notes.md", text.as_bytes()).draft.expect("the text is a recap")
    }

    /// The id of a recap, talk or note.
    pub(in crate::bundle::resolve) fn id_of(subject: &Subject) -> &str {
        match subject {
            Subject::Recap(id) => id.as_str(),
            Subject::Talk(id) => id.as_str(),
            Subject::Note(id) => id.as_str(),
        }
    }

    /// Runs a stage on a recap with that text. The registries have the themes Weaving and Dyeing, the person Ada
    /// Weaver and the organization Yarnworks.
    pub(in crate::bundle::resolve) fn in_recap<T>(
        text: &str,
        stage: impl FnOnce(&mut RecapContext<'_, '_>) -> T,
    ) -> (T, Vec<Diagnostic>) {
        let (registries, _) = Registries::read(|file| match file {
            "themes.toml" => Some(THEMES.into()),
            "people.toml" => Some(PEOPLE.into()),
            _ => Some(Vec::new()),
        });
        let ingested = ingest("notes.md", text.as_bytes());
        let mut drafts = vec![ingested.draft.expect("the text is a recap")];
        let sources = BTreeMap::from([("notes.md".to_owned(), ingested.source)]);
        let mut reports = Reports::new(&sources);
        let mut names = NameDirectory::from_drafts(&registries, &mut drafts);
        let draft = drafts.remove(0);
        let themes = ThemeIndex::new(registries.themes.theme.clone());
        let editions = Editions::new(&registries.conferences);
        let found = stage(&mut RecapContext {
            draft: &draft,
            own: RecapNames::new(&draft),
            themes: &themes,
            places: &editions.places,
            names: &mut names,
            reports: &mut reports,
        });
        (found, reports.into_diagnostics())
    }
}
