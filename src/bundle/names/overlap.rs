//! Ignores names inside longer names: "Tony Pearson" does not mention the company Pearson, "Hong Kong" does not
//! mention Kong, and "the `OpenStack` Foundation" does not mention `OpenStack`.

use super::entities::Entities;
use crate::bundle::themes::ThemeIndex;
use crate::bundle::vocabulary::{IndexedText, PhraseMatch, Vocabulary};
use crate::ingest::Draft;
use crate::model::ThemeId;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Listed names that may contain other names.
#[derive(Clone, Copy, Debug)]
pub(in crate::bundle) struct LongerNames<'a> {
    pub(in crate::bundle) people: &'a Entities,
    pub(in crate::bundle) organizations: &'a Entities,
    /// Regions and cities.
    pub(in crate::bundle) places: &'a Vocabulary,
}

/// The people of one recap: its author, its speakers, and everybody it names with a company.
#[derive(Debug, Default)]
pub(in crate::bundle) struct RecapNames {
    names: Vocabulary,
    /// Last names in lower case. Such a word alone means the person.
    last_names: BTreeSet<String>,
}

impl RecapNames {
    /// The people of a draft.
    pub(in crate::bundle) fn new(draft: &Draft) -> Self {
        let mut names = Self::default();
        let speakers = draft.talks.iter().flat_map(|talk| &talk.speakers);
        let speakers = speakers.map(|named| named.name.as_str());
        for name in draft.author.split(", ").chain(speakers) {
            let last = name.split_whitespace().skip(1).last();
            names.last_names.extend(last.map(str::to_lowercase));
            names.add(name);
        }
        draft.people.iter().for_each(|(named, _)| names.add(&named.name));
        names
    }

    fn add(&mut self, name: &str) {
        if name.trim().contains(' ') {
            self.names.add(0, name, false);
        }
    }

    /// Finds listed organizations in a text, outside names of people and places.
    pub(in crate::bundle) fn organizations(
        &self,
        text: &IndexedText<'_>,
        longer: LongerNames<'_>,
    ) -> Vec<PhraseMatch> {
        let names = self.people_and_places(text, longer);
        let mut found = longer.organizations.find(text);
        found.retain(|found| {
            let words = text.get(found.range.clone());
            !is_within(&found.range, &names) && !self.last_names.contains(&words.to_lowercase())
        });
        found
    }

    /// How often a text names each theme, outside names of people, places and organizations, and the words of the first
    /// mention.
    pub(in crate::bundle) fn themes(
        &self,
        text: &IndexedText<'_>,
        themes: &ThemeIndex,
        longer: LongerNames<'_>,
    ) -> BTreeMap<ThemeId, (u32, String)> {
        let mut names = self.people_and_places(text, longer);
        names.extend(longer.organizations.find(text).into_iter().map(|found| found.range));
        themes.counts(text, |range| !is_within(range, &names))
    }

    fn people_and_places(
        &self,
        text: &IndexedText<'_>,
        longer: LongerNames<'_>,
    ) -> Vec<Range<usize>> {
        let people = longer.people.find(text).into_iter().chain(self.names.find_in(text));
        people.chain(longer.places.find_in(text)).map(|found| found.range).collect()
    }
}

/// Whether one of the names contains the range and more.
fn is_within(range: &Range<usize>, names: &[Range<usize>]) -> bool {
    names
        .iter()
        .any(|name| name.start <= range.start && range.end <= name.end && name.len() > range.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::registry::{NameEntry, ThemeEntry};
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

    /// The organizations and themes that a recap by Bo Heddle names in a text.
    #[track_caller]
    fn check(text: &str, organizations: &[&str], themes: &[&str]) {
        let draft = "---\ntitle: A\nauthor: Bo Heddle\n---\nI met Cleo Thread from Weft.";
        let names = RecapNames::new(&ingest("a.md", draft.as_bytes()).draft.unwrap());
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
        let longer = LongerNames { people: &people, organizations: &companies, places: &places };
        let found: Vec<&str> = names
            .organizations(&IndexedText::new(text), longer)
            .into_iter()
            .map(|found| &text[found.range])
            .collect();
        assert_eq!(found, organizations, "{text}");
        let found = names.themes(&IndexedText::new(text), &ThemeIndex::new(known.to_vec()), longer);
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
