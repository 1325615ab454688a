//! Removes names from drafts that are known to mean something else: a venue is not a speaker.
//!
//! Ingest recognizes names only by their shape. This filter also knows the registries and the headers.

use super::entities::{Entities, folded};
use crate::bundle::editions::is_place;
use crate::bundle::registry::Registries;
use crate::bundle::vocabulary::{Vocabulary, contains_phrase};
use crate::ingest::{Draft, DraftTalk, Named};
use crate::model::Rule;
use std::collections::BTreeSet;

/// What is known about the names of a folder.
#[derive(Debug)]
pub(super) struct NameFilter<'a> {
    people: &'a Entities,
    organizations: &'a Entities,
    /// Certain people, for searches at the end of a longer phrase.
    sure: Vocabulary,
    /// Folded names of places and events, and the curator's `no_names`.
    others: BTreeSet<String>,
    /// Folded names of themes.
    themes: BTreeSet<String>,
    venues: Vec<String>,
    /// Organizations and themes. A person's name never begins with one.
    beginnings: Vocabulary,
}

impl<'a> NameFilter<'a> {
    /// Prepares the names in the registries and the names of sure people.
    pub(super) fn new(
        registries: &Registries,
        people: &'a Entities,
        organizations: &'a Entities,
    ) -> Self {
        let mut filter = Self {
            people,
            organizations,
            sure: Vocabulary::default(),
            others: registries.people.no_names.iter().map(|name| folded(name)).collect(),
            themes: BTreeSet::new(),
            venues: Vec::new(),
            beginnings: Vocabulary::default(),
        };
        for name in people.sure_names() {
            filter.sure.add(0, name, false);
        }
        for series in &registries.conferences.series {
            filter.others.extend(
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
            filter.others.extend(
                names
                    .into_iter()
                    .chain(&edition.regions)
                    .chain(&edition.aliases)
                    .map(|name| folded(name)),
            );
            if edition.venue.contains(' ') {
                filter.venues.push(edition.venue.clone());
            }
        }
        for theme in &registries.themes.theme {
            for name in std::iter::once(&theme.name).chain(&theme.aliases) {
                filter.themes.insert(folded(name));
                filter.beginnings.add(0, name, true);
            }
        }
        for organization in &registries.people.organization {
            for name in std::iter::once(&organization.name).chain(&organization.aliases) {
                filter.beginnings.add(0, name, true);
            }
        }
        filter
    }

    /// Keeps only possible people and organizations in a draft, and the talks they gave.
    pub(super) fn apply(&self, draft: &mut Draft) {
        let people = std::mem::take(&mut draft.people).into_iter();
        draft.people = people
            .filter_map(|(named, line)| Some((self.named(named)?, line)))
            .filter(|(named, _)| !named.organizations.is_empty())
            .collect();
        let mut new_indexes = Vec::new();
        let mut talks = Vec::new();
        for mut talk in std::mem::take(&mut draft.talks) {
            let is_talk = talk.rule == Rule::FrontMatter || self.may_be_talk(&mut talk);
            new_indexes.push(is_talk.then_some(talks.len()));
            talks.extend(is_talk.then_some(talk));
        }
        draft.talks = talks;
        for note in &mut draft.notes {
            let had_talk = note.talk.is_some();
            note.talk = note.talk.and_then(|talk| new_indexes.get(talk).copied().flatten());
            if had_talk && note.talk.is_none() {
                note.award.clear();
            }
        }
    }

    /// Filters the speakers. A talk that was recognized only by its speakers is not a talk without them.
    fn may_be_talk(&self, talk: &mut DraftTalk) -> bool {
        let names = |talk: &DraftTalk| {
            talk.speakers.iter().map(|named| named.name.as_str()).collect::<Vec<_>>().join(", ")
        };
        let is_found_by_names = talk.reason == names(talk);
        let had_speakers = !talk.speakers.is_empty();
        talk.speakers = std::mem::take(&mut talk.speakers)
            .into_iter()
            .filter_map(|named| self.named(named))
            .collect();
        if is_found_by_names {
            talk.reason = names(talk);
        }
        let rests_on_speakers = matches!(talk.rule, Rule::TalkBySpeaker | Rule::TalkInQuotes);
        !(rests_on_speakers && had_speakers && talk.speakers.is_empty())
    }

    /// The person with the possible organizations, or `None` when the name is not a person's.
    fn named(&self, mut named: Named) -> Option<Named> {
        named.name = self.person(&named.name)?.to_owned();
        named.organizations.retain(|name| self.may_be_organization(name));
        Some(named)
    }

    /// The person's name within words that look like one: all of them, or only the end, as in "Said Ada Weaver".
    fn person<'b>(&self, name: &'b str) -> Option<&'b str> {
        if self.people.is_sure(name) {
            return Some(name);
        }
        let known = self.sure.find(name).into_iter().find(|found| found.range.end == name.len());
        let known = known.and_then(|found| name.get(found.range)).filter(|name| name.contains(' '));
        if known.is_some() {
            return known;
        }
        let is_of_venue =
            |venue: &String| contains_phrase(venue, name) || contains_phrase(name, venue);
        let is_other = self.others.contains(&folded(name))
            || name.contains(' ') && is_place(name)
            || self.themes.contains(&folded(name))
            || self.organizations.is_sure(name)
            || self.venues.iter().any(is_of_venue)
            || self.beginnings.find(name).iter().any(|found| found.range.start == 0);
        (!is_other).then_some(name)
    }

    /// A company and its project may share a one-word name. If a longer name is a theme, it means the project or event.
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

    /// People with organizations, and speakers of talks, that the filter keeps in a text.
    #[track_caller]
    fn check(text: &str, people: &str, speakers: &str) {
        let (registries, _) = Registries::read(|name| {
            let known = REGISTRIES.iter().find(|(file, _)| *file == name);
            known.map(|(_, text)| text.as_bytes().to_vec())
        });
        let named = Entities::new(&registries.people.person);
        let organizations = Entities::new(&registries.people.organization);
        let mut draft = ingest("a.md", text.as_bytes()).draft.unwrap();
        NameFilter::new(&registries, &named, &organizations).apply(&mut draft);
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
        check("I met New York from Weft.", "", "");
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
