//! What stands inside a longer name is not named by it: Tony Pearson is not at Pearson, Hong Kong is not
//! the company Kong, and the `OpenStack` Foundation is no word on `OpenStack`.

use super::entities::Entities;
use super::themes::Themes;
use super::vocabulary::{Found, Text, Vocabulary};
use crate::ingest::Draft;
use crate::model::ThemeId;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The names that a registry lists.
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed<'a> {
    pub(super) people: &'a Entities,
    pub(super) organizations: &'a Entities,
    /// Regions and cities.
    pub(super) places: &'a Vocabulary,
}

/// The people of one recap: its author, its speakers and whom it names with a company.
#[derive(Debug, Default)]
pub(super) struct Own {
    names: Vocabulary,
    /// Last names in lower case; by itself such a word is the person.
    last_names: BTreeSet<String>,
}

impl Own {
    /// The people of a draft.
    pub(super) fn new(draft: &Draft) -> Self {
        let mut own = Self::default();
        let speakers = draft.talks.iter().flat_map(|talk| &talk.speakers);
        let speakers = speakers.map(|named| named.name.as_str());
        for name in draft.author.split(", ").chain(speakers) {
            let last = name.split_whitespace().skip(1).last();
            own.last_names.extend(last.map(str::to_lowercase));
            own.add(name);
        }
        draft.people.iter().for_each(|(named, _)| own.add(&named.name));
        own
    }

    fn add(&mut self, name: &str) {
        if name.trim().contains(' ') {
            self.names.add(0, name, false);
        }
    }

    /// Where a text names listed organizations, apart from names of people and places.
    pub(super) fn organizations(&self, text: &Text<'_>, listed: Listed<'_>) -> Vec<Found> {
        let names = self.people_and_places(text, listed);
        let mut found = listed.organizations.find(text);
        found.retain(|found| {
            let words = text.get(found.range.clone());
            !is_within(&found.range, &names) && !self.last_names.contains(&words.to_lowercase())
        });
        found
    }

    /// How often a text names each theme, apart from names of people, places and organizations,
    /// and by which words the first time.
    pub(super) fn themes(
        &self,
        text: &Text<'_>,
        themes: &Themes<'_>,
        listed: Listed<'_>,
    ) -> BTreeMap<ThemeId, (u32, String)> {
        let mut names = self.people_and_places(text, listed);
        names.extend(listed.organizations.find(text).into_iter().map(|found| found.range));
        themes.counts(text, |range| !is_within(range, &names))
    }

    fn people_and_places(&self, text: &Text<'_>, listed: Listed<'_>) -> Vec<Range<usize>> {
        let people = listed.people.find(text).into_iter().chain(self.names.find_in(text));
        people.chain(listed.places.find_in(text)).map(|found| found.range).collect()
    }
}

/// Whether one of the names holds the range and more.
fn is_within(range: &Range<usize>, names: &[Range<usize>]) -> bool {
    names
        .iter()
        .any(|name| name.start <= range.start && range.end <= name.end && name.len() > range.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::registry_entries::{NameEntry, ThemeEntry};
    use crate::ingest::ingest;

    fn entries(names: &[&str]) -> Entities {
        let entry = |name: &&str| NameEntry {
            id: name.to_lowercase().replace(' ', "-"),
            name: (*name).to_owned(),
            former_ids: Vec::new(),
            aliases: Vec::new(),
        };
        Entities::new(&names.iter().map(entry).collect::<Vec<_>>())
    }

    /// Organizations and themes that a recap by Bo Heddle finds in a text.
    #[track_caller]
    fn check(text: &str, organizations: &[&str], themes: &[&str]) {
        let draft = "---\ntitle: A\nauthor: Bo Heddle\n---\nI met Cleo Thread from Weft.";
        let own = Own::new(&ingest("a.md", draft.as_bytes()).draft.unwrap());
        let people = entries(&["Ada Weft"]);
        let companies = entries(&["Weft", "Heddle", "Thread", "Felt Foundation", "Shuttle"]);
        let theme = |name: &str| ThemeEntry {
            id: name.to_lowercase(),
            name: name.to_owned(),
            ..ThemeEntry::default()
        };
        let known = [theme("Felt"), theme("Shuttle"), theme("Cleo")];
        let mut places = Vocabulary::default();
        places.add(0, "Hong Weft", false);
        let listed = Listed { people: &people, organizations: &companies, places: &places };
        let found: Vec<&str> = own
            .organizations(&Text::new(text), listed)
            .into_iter()
            .map(|found| &text[found.range])
            .collect();
        assert_eq!(found, organizations, "{text}");
        let found = own.themes(&Text::new(text), &Themes::new(&known), listed);
        assert_eq!(found.keys().map(ThemeId::as_str).collect::<Vec<_>>(), themes, "{text}");
    }

    #[test]
    fn what_stands_in_a_longer_name_is_not_named() {
        check("Ada Weft spoke.", &[], &[]);
        check("Ada Weft of Weft spoke.", &["Weft"], &[]);
        check("Bo Heddle said, and Heddle repeats", &[], &[]);
        check("Cleo Thread came with Thread", &["Thread"], &[]);
        check("in Hong Weft, without Weft", &["Weft"], &[]);
        check("the Felt Foundation", &["Felt Foundation"], &[]);
        check("Felt of the Felt Foundation", &["Felt Foundation"], &["felt"]);
        check("Shuttle", &["Shuttle"], &["shuttle"]);
        check("Weft-based, not weft-compose", &["Weft"], &[]);
    }
}
