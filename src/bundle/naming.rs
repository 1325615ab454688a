//! Who is sure to be a person or an organization, and what is said of the others.

use super::apart::Listed;
use super::finding::Finding;
use super::registry::Registries;
use super::resolve::Resolver;
use super::sieve::Sieve;
use super::vocabulary::{Found, Text};
use crate::ingest::{Draft, Named};
use crate::model::{Rule, ThemeId};
use std::collections::BTreeMap;

impl Resolver<'_> {
    /// Takes for sure whom a header states and who gives a talk with a title, and out of the drafts
    /// what is known to be no name.
    pub(super) fn tell_names(&mut self, drafts: &mut [Draft], registries: &Registries) {
        for draft in drafts.iter() {
            for name in draft.author.split(", ").filter(|name| !name.is_empty()) {
                self.people.vouch(name);
            }
            self.vouch_speakers(draft, |rule| rule == Rule::FrontMatter);
        }
        let sieve = Sieve::new(registries, &self.people, &self.organizations);
        for draft in drafts.iter_mut() {
            sieve.sift(draft);
        }
        for draft in drafts.iter() {
            self.vouch_speakers(draft, |rule| rule != Rule::TalkBySpeaker);
        }
    }

    /// How often a text of the recap at hand names each theme, and by which words the first time.
    pub(super) fn theme_counts(&self, text: &Text<'_>) -> BTreeMap<ThemeId, (u32, String)> {
        self.own.themes(text, &self.themes, self.listed())
    }

    /// Where a text of the recap at hand names organizations.
    pub(super) fn organizations_in(&self, text: &Text<'_>) -> Vec<Found> {
        self.own.organizations(text, self.listed())
    }

    fn listed(&self) -> Listed<'_> {
        Listed {
            people: &self.people,
            organizations: &self.organizations,
            places: &self.editions.places,
        }
    }

    fn vouch_speakers(&mut self, draft: &Draft, is_meant: impl Fn(Rule) -> bool) {
        let talks = draft.talks.iter().filter(|talk| is_meant(talk.rule) && !talk.is_uncertain);
        for named in talks.flat_map(|talk| &talk.speakers) {
            self.people.vouch(&named.name);
            named.organizations.iter().for_each(|name| self.organizations.vouch(name));
        }
    }

    /// Reports, once a file, what only the words beside it make a name. `lines` are those of the note.
    pub(super) fn doubt(&mut self, draft: &Draft, named: &Named, lines: (u32, u32)) {
        let unsure: Vec<String> = named
            .organizations
            .iter()
            .filter(|name| !self.organizations.is_sure(name))
            .cloned()
            .collect();
        let is_person = self.people.is_sure(&named.name);
        // A talk that is uncertain because of its speakers was reported with their names.
        let is_told = draft.talks.iter().any(|talk| {
            talk.rule == Rule::TalkBySpeaker
                && talk.speakers.iter().any(|speaker| speaker.name == named.name)
        });
        if is_told {
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
                (&named.name, format!("\"{}\" is taken for a person, with {all}", named.name))
            }
        };
        if !self.doubted.insert((draft.path.clone(), message.clone())) {
            return;
        }
        let message = format!("{message}: only the words around it say so");
        let help = "add the name to people.toml, or to no_names there if it is the name of nobody";
        let line = self.line_within(draft, lines, words);
        self.report(draft, &Finding::uncertain("name-uncertain", message, help).at(line, words));
    }

    /// The first of the lines that holds the words; the first of all when they are wrapped.
    fn line_within(&self, draft: &Draft, (first, last): (u32, u32), words: &str) -> u32 {
        let source = self.sources.get(&draft.path);
        let holds = |line: &u32| source.is_some_and(|source| source.line(*line).contains(words));
        (first..=last).find(holds).unwrap_or(first)
    }
}
