//! Takes out of the drafts the names that are known to mean something else: a venue is no speaker.
//!
//! Ingest knows names by their shape alone. Here the registries, and what the headers state, have a say.

use super::entities::{Entities, folded};
use super::mentions::holds_words;
use super::registry::Registries;
use super::vocabulary::Vocabulary;
use crate::ingest::{Draft, DraftTalk, Named};
use crate::model::Rule;
use std::collections::BTreeSet;

/// What the names of a folder can be told by.
#[derive(Debug)]
pub(super) struct Sieve<'a> {
    people: &'a Entities,
    organizations: &'a Entities,
    /// People of whom somebody is sure, to be found at the end of a longer phrase.
    sure: Vocabulary,
    /// Names, folded, of places and events, and of what the curator calls no name.
    others: BTreeSet<String>,
    /// Names of themes, folded.
    themes: BTreeSet<String>,
    venues: Vec<String>,
    /// Organizations and themes: no person's name begins with one.
    beginnings: Vocabulary,
}

impl<'a> Sieve<'a> {
    /// Prepares the names of the registries, and of people who are sure.
    pub(super) fn new(
        registries: &Registries,
        people: &'a Entities,
        organizations: &'a Entities,
    ) -> Self {
        let mut sieve = Self {
            people,
            organizations,
            sure: Vocabulary::default(),
            others: registries.people.no_names.iter().map(|name| folded(name)).collect(),
            themes: BTreeSet::new(),
            venues: Vec::new(),
            beginnings: Vocabulary::default(),
        };
        for name in people.sure_names() {
            sieve.sure.add(0, name, false);
        }
        for series in &registries.conferences.series {
            sieve.others.extend(
                std::iter::once(&series.name).chain(&series.aliases).map(|name| folded(name)),
            );
        }
        for edition in &registries.conferences.conference {
            let names = [
                &edition.name,
                &edition.short_name,
                &edition.city,
                &edition.country,
                &edition.venue,
            ];
            sieve.others.extend(
                names
                    .into_iter()
                    .chain(&edition.regions)
                    .chain(&edition.aliases)
                    .map(|name| folded(name)),
            );
            if edition.venue.contains(' ') {
                sieve.venues.push(edition.venue.clone());
            }
        }
        for theme in &registries.themes.theme {
            for name in std::iter::once(&theme.name).chain(&theme.aliases) {
                sieve.themes.insert(folded(name));
                sieve.beginnings.add(0, name, true);
            }
        }
        for organization in &registries.people.organization {
            for name in std::iter::once(&organization.name).chain(&organization.aliases) {
                sieve.beginnings.add(0, name, true);
            }
        }
        sieve
    }

    /// Leaves in a draft the people and organizations that may be some, and the talks they gave.
    pub(super) fn sift(&self, draft: &mut Draft) {
        let people = std::mem::take(&mut draft.people).into_iter();
        draft.people = people
            .filter_map(|(named, line)| Some((self.named(named)?, line)))
            .filter(|(named, _)| !named.organizations.is_empty())
            .collect();
        let mut places = Vec::new();
        let mut talks = Vec::new();
        for mut talk in std::mem::take(&mut draft.talks) {
            let is_talk = talk.rule == Rule::FrontMatter || self.may_be_talk(&mut talk);
            places.push(is_talk.then_some(talks.len()));
            talks.extend(is_talk.then_some(talk));
        }
        draft.talks = talks;
        for note in &mut draft.notes {
            let had_talk = note.talk.is_some();
            note.talk = note.talk.and_then(|talk| places.get(talk).copied().flatten());
            if had_talk && note.talk.is_none() {
                note.award.clear();
            }
        }
    }

    /// Sifts the speakers. A talk that was told by its speakers alone is none without them.
    fn may_be_talk(&self, talk: &mut DraftTalk) -> bool {
        let names = |talk: &DraftTalk| {
            talk.speakers.iter().map(|named| named.name.as_str()).collect::<Vec<_>>().join(", ")
        };
        let is_told_by_names = talk.reason == names(talk);
        let had_speakers = !talk.speakers.is_empty();
        talk.speakers = std::mem::take(&mut talk.speakers)
            .into_iter()
            .filter_map(|named| self.named(named))
            .collect();
        if is_told_by_names {
            talk.reason = names(talk);
        }
        let rests_on_speakers = matches!(talk.rule, Rule::TalkBySpeaker | Rule::TalkInQuotes);
        !(rests_on_speakers && had_speakers && talk.speakers.is_empty())
    }

    /// The person and organizations, as far as they may be some.
    fn named(&self, mut named: Named) -> Option<Named> {
        named.name = self.person(&named.name)?.to_owned();
        named.organizations.retain(|name| self.may_be_organization(name));
        Some(named)
    }

    /// The name of a person in words that look like one: all of them, or the end: "Said Ada Weaver".
    fn person<'b>(&self, name: &'b str) -> Option<&'b str> {
        if self.people.is_sure(name) {
            return Some(name);
        }
        let known = self.sure.find(name).into_iter().find(|found| found.range.end == name.len());
        let known = known.and_then(|found| name.get(found.range)).filter(|name| name.contains(' '));
        if known.is_some() {
            return known;
        }
        let is_of_venue = |venue: &String| holds_words(venue, name) || holds_words(name, venue);
        let is_other = self.others.contains(&folded(name))
            || self.themes.contains(&folded(name))
            || self.organizations.is_sure(name)
            || self.venues.iter().any(is_of_venue)
            || self.beginnings.find(name).iter().any(|found| found.range.start == 0);
        (!is_other).then_some(name)
    }

    /// A company of one word may be called like its project; more words are the project or event.
    fn may_be_organization(&self, name: &str) -> bool {
        let is_theme = || name.trim().contains(' ') && self.themes.contains(&folded(name));
        self.organizations.is_sure(name)
            || !self.others.contains(&folded(name)) && !self.people.is_sure(name) && !is_theme()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::ingest;

    const REGISTRIES: [(&str, &str); 3] = [
        (
            "conferences.toml",
            r#"
            [[series]]
            id = "loomconf"
            name = "LoomConf"
            [[conference]]
            id = "loomconf-eu-2018"
            series = "loomconf"
            name = "LoomConf Europe 2018"
            regions = ["Europe"]
            city = "Old Ghent"
            country = "Belgium"
            venue = "Fira Cloth Hall"
            "#,
        ),
        (
            "people.toml",
            r#"
            no_names = ["Woolen Quarter"]
            [[person]]
            id = "ada-weaver"
            name = "Ada Weaver"
            [[organization]]
            id = "warpworks"
            name = "Warpworks"
            "#,
        ),
        (
            "themes.toml",
            "[[theme]]\nid = \"felt-box\"\nname = \"Felt Box\"\naliases = [\"Shuttle\"]",
        ),
    ];

    /// People with organizations, and speakers of talks, that the sieve leaves in a text.
    #[track_caller]
    fn check(text: &str, people: &str, speakers: &str) {
        let (registries, _) = Registries::read(|name| {
            let known = REGISTRIES.iter().find(|(file, _)| *file == name);
            known.map(|(_, text)| text.as_bytes().to_vec())
        });
        let named = Entities::new(&registries.people.person);
        let organizations = Entities::new(&registries.people.organization);
        let mut draft = ingest("a.md", text.as_bytes()).draft.unwrap();
        Sieve::new(&registries, &named, &organizations).sift(&mut draft);
        let shown = |named: &Named| format!("{} of {}", named.name, named.organizations.join("+"));
        let found: Vec<String> = draft.people.iter().map(|(named, _)| shown(named)).collect();
        assert_eq!(found.join(", "), people, "{text}");
        let found: Vec<&str> = draft
            .talks
            .iter()
            .flat_map(|talk| &talk.speakers)
            .map(|named| named.name.as_str())
            .collect();
        assert_eq!(found.join(", "), speakers, "{text}");
        let count = draft.talks.len();
        assert!(draft.notes.iter().all(|note| note.talk.is_none_or(|talk| talk < count)));
    }

    #[test]
    fn a_person_is_kept_with_the_company() {
        check("I met Bo Thread from Weft.", "Bo Thread of Weft", "");
        check("I met Bo Thread from Shuttle.", "Bo Thread of Shuttle", "");
        check("Bo Warpworks of Weft came.", "Bo Warpworks of Weft", "");
    }

    #[test]
    fn what_is_known_for_something_else_is_no_person() {
        check("We met at Fira Cloth Hall with Weft.", "", "");
        check("We met at Cloth Hall with Weft.", "", "");
        check("We met at Old Ghent with Weft.", "", "");
        check("It was Woolen Quarter with Weft.", "", "");
        check("A former Warpworks Summer of Weft intern.", "", "");
        check("Felt Box from Weft is new.", "", "");
        check("Felt Box Controllers from Weft are new.", "", "");
        check("I met Bo Thread at Felt Box.", "", "");
        check("Bo Thread from Belgium came to LoomConf.", "", "");
    }

    #[test]
    fn a_known_name_wins_over_a_longer_one() {
        check("Said Ada Weaver from Weft.", "Ada Weaver of Weft", "");
        check("Said Cleo Heddle from Weft.", "Said Cleo Heddle of Weft", "");
    }

    #[test]
    fn without_speakers_a_talk_told_by_them_is_none() {
        check("Bo Thread gave his first talk at Fira Cloth Hall.", "", "Bo Thread");
        check("Fira Cloth Hall held a talk on looms.", "", "");
        check("“The Threads of Time” was a talk at Fira Cloth Hall.", "", "");
        check("## Keynote: Threads of Time (Fira Cloth Hall)\n\nGood.", "", "");
    }
}
