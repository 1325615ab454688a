//! The people and organizations of a folder, and reports about their names.

use super::entities::{Entities, Entity};
use super::filter::NameFilter;
use crate::bundle::registry::Registries;
use crate::bundle::report::{Finding, Reports};
use crate::ingest::{Draft, Named};
use crate::model::{OrganizationId, PersonId, Rule};
use std::collections::BTreeSet;

/// Everybody that the registries list or the recaps name.
#[derive(Debug)]
pub(in crate::bundle) struct NameDirectory {
    /// The people.
    pub(in crate::bundle) people: Entities,
    /// The organizations.
    pub(in crate::bundle) organizations: Entities,
    /// Files and messages that were reported already.
    reported: BTreeSet<(String, String)>,
}

impl NameDirectory {
    /// Starts with the registries and with the names that recaps state.
    ///
    /// Removes words from the drafts that cannot be a name, such as a venue that looks like a speaker. A name is
    /// certain when a header states it, or when its owner gives a talk with a title.
    pub(in crate::bundle) fn from_drafts(registries: &Registries, drafts: &mut [Draft]) -> Self {
        let mut directory = Self {
            people: Entities::new(&registries.people.person),
            organizations: Entities::new(&registries.people.organization),
            reported: BTreeSet::new(),
        };
        for draft in drafts.iter() {
            for name in draft.author.split(", ").filter(|name| !name.is_empty()) {
                directory.people.vouch(name);
            }
            directory.vouch_speakers(draft, |rule| rule == Rule::FrontMatter);
        }
        let filter = NameFilter::new(registries, &directory.people, &directory.organizations);
        for draft in drafts.iter_mut() {
            filter.apply(draft);
        }
        for draft in drafts.iter() {
            directory.vouch_speakers(draft, |rule| rule != Rule::TalkBySpeaker);
        }
        directory
    }

    fn vouch_speakers(&mut self, draft: &Draft, is_meant: impl Fn(Rule) -> bool) {
        let talks = draft.talks.iter().filter(|talk| is_meant(talk.rule) && !talk.is_uncertain);
        for named in talks.flat_map(|talk| &talk.speakers) {
            self.people.vouch(&named.name);
            named.organizations.iter().for_each(|name| self.organizations.vouch(name));
        }
    }

    /// The person with that name. A name close to a listed one is reported but not changed.
    pub(in crate::bundle) fn person(
        &mut self,
        reports: &mut Reports<'_>,
        draft: &Draft,
        name: &str,
        line: u32,
    ) -> PersonId {
        if self.people.known(name).is_none()
            && let Some(listed) = self.people.nearly(name).map(|entity| entity.name.clone())
        {
            let message =
                format!("\"{name}\" is nearly \"{listed}\"; they are taken for two people");
            let help = "if they are one, add the spelling to the aliases in people.toml";
            let finding = Finding::uncertain("similar-name", message, help).at(line, name);
            reports.add(&draft.path, &finding);
        }
        if let [first, others @ ..] = self.people.sharing(name).as_slice()
            && !others.is_empty()
        {
            let ids: Vec<&str> = others.iter().map(|entity| entity.id.as_str()).collect();
            let message = format!(
                "people.toml has {} people called \"{name}\"; this one is taken for {}",
                ids.len() + 1,
                first.id
            );
            let help = format!("write the id instead of the name if it is {}", ids.join(" or "));
            let finding = Finding::uncertain("shared-name", message, &help).at(line, name);
            reports.add(&draft.path, &finding);
        }
        let index = self.people.named(name);
        PersonId(self.people.get(index).map_or(String::new(), |entity| entity.id.clone()))
    }

    /// The organization with that name.
    pub(in crate::bundle) fn organization(&mut self, name: &str) -> OrganizationId {
        let index = self.organizations.named(name);
        let entity = self.organizations.get(index);
        OrganizationId(entity.map_or(String::new(), |entity: &Entity| entity.id.clone()))
    }

    /// Reports, once per file, a name that only the words beside it suggest. `lines` are the lines of the note.
    pub(in crate::bundle) fn report_uncertain(
        &mut self,
        reports: &mut Reports<'_>,
        draft: &Draft,
        named: &Named,
        lines: (u32, u32),
    ) {
        let unsure: Vec<String> = named
            .organizations
            .iter()
            .filter(|name| !self.organizations.is_sure(name))
            .cloned()
            .collect();
        let is_person = self.people.is_sure(&named.name);
        // The report about an uncertain talk already names its speakers.
        let is_reported = draft.talks.iter().any(|talk| {
            talk.rule == Rule::TalkBySpeaker
                && talk.speakers.iter().any(|speaker| speaker.name == named.name)
        });
        if is_reported {
            return;
        }
        let (words, message) = match unsure.as_slice() {
            [] if is_person => return,
            [first, ..] if is_person => {
                let all = unsure.join("\" and \"");
                (first, format!("\"{all}\" is taken for the organization of {}", named.name))
            }
            _ => {
                let all = named.organizations.join(" and ");
                (&named.name, format!("\"{}\" is taken for a person from {all}", named.name))
            }
        };
        if !self.reported.insert((draft.path.clone(), message.clone())) {
            return;
        }
        let message = format!("{message}; only the words around the name say so");
        let help = "add the name to people.toml, or to no_names there if it is the name of nobody";
        let line = reports.line_within(&draft.path, lines, words);
        let finding = Finding::uncertain("name-uncertain", message, help).at(line, words);
        reports.add(&draft.path, &finding);
    }
}
