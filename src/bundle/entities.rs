//! People and organizations under one id whatever the spelling.

use super::registry_entries::NameEntry;
use super::slug::{Taken, slug};
use super::vocabulary::{Found, Text, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

/// Somebody, or some organization.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Entity {
    /// The id.
    pub(super) id: String,
    /// The right spelling, or the only one met.
    pub(super) name: String,
    /// Other spellings met in the texts.
    pub(super) aliases: BTreeSet<String>,
    /// A registry lists it.
    pub(super) is_listed: bool,
}

/// All people, or all organizations.
#[derive(Debug, Default)]
pub(super) struct Entities {
    all: Vec<Entity>,
    /// Places in `all` by folded name.
    by_name: BTreeMap<String, usize>,
    /// Places in `all` by id.
    by_id: BTreeMap<String, usize>,
    listed: Vocabulary,
    /// Folded names that no registry lists but somebody states, with one spelling.
    vouched: BTreeMap<String, String>,
    taken: Taken,
}

impl Entities {
    /// The entries of a registry.
    pub(super) fn new(entries: &[NameEntry]) -> Self {
        let mut entities = Self::default();
        for (index, entry) in entries.iter().enumerate() {
            let id = entities.taken.claim(&entry.id);
            entities.by_id.insert(id.clone(), index);
            entities.all.push(Entity {
                id,
                name: entry.name.clone(),
                is_listed: true,
                ..Entity::default()
            });
            for name in std::iter::once(&entry.name).chain(&entry.aliases) {
                entities.by_name.entry(folded(name)).or_insert(index);
                entities.listed.add(index, name, true);
            }
        }
        // Nobody else gets an id that a page already leads away from.
        for former in entries.iter().flat_map(|entry| &entry.former_ids) {
            entities.taken.claim(former);
        }
        entities
    }

    /// The place of the one with that name; a name nobody knows becomes a new one.
    pub(super) fn named(&mut self, name: &str) -> usize {
        let name = name.trim();
        if let Some(index) = self.known(name) {
            if let Some(entity) = self.all.get_mut(index).filter(|entity| entity.name != name) {
                entity.aliases.insert(name.to_owned());
            }
            return index;
        }
        let id = self.taken.claim(&slug(name));
        self.by_id.insert(id.clone(), self.all.len());
        self.by_name.insert(folded(name), self.all.len());
        self.all.push(Entity { id, name: name.to_owned(), ..Entity::default() });
        self.all.len() - 1
    }

    /// The place of the one with that name, if it is known.
    pub(super) fn known(&self, name: &str) -> Option<usize> {
        self.by_name.get(&folded(name)).copied()
    }

    /// Takes a name for sure, as one that somebody states.
    pub(super) fn vouch(&mut self, name: &str) {
        self.vouched.entry(folded(name)).or_insert_with(|| name.trim().to_owned());
    }

    /// Whether a registry lists the name, or somebody states it.
    pub(super) fn is_sure(&self, name: &str) -> bool {
        let is_listed = |entity: &Entity| entity.is_listed;
        self.known(name).and_then(|index| self.all.get(index)).is_some_and(is_listed)
            || self.vouched.contains_key(&folded(name))
    }

    /// The names of which somebody is sure.
    pub(super) fn sure_names(&self) -> impl Iterator<Item = &str> {
        let listed = self.all.iter().filter(|entity| entity.is_listed);
        let listed = listed.map(|entity| entity.name.as_str());
        listed.chain(self.vouched.values().map(String::as_str))
    }

    /// Where the text names somebody the registry lists.
    pub(super) fn find(&self, text: &Text<'_>) -> Vec<Found> {
        self.listed.find_apart(text)
    }

    /// The one at a place.
    pub(super) fn get(&self, index: usize) -> Option<&Entity> {
        self.all.get(index)
    }

    /// The one with that id.
    pub(super) fn by_id(&self, id: &str) -> Option<&Entity> {
        self.by_id.get(id).and_then(|index| self.all.get(*index))
    }

    /// A listed one whose name is one slip of the pen away from an unlisted name.
    pub(super) fn nearly(&self, name: &str) -> Option<&Entity> {
        let wanted = folded(name);
        self.all.iter().find(|entity| {
            entity.is_listed && crate::ingest::is_one_slip(&folded(&entity.name), &wanted)
        })
    }
}

/// A name without case, accents, marks, company suffixes and the article before it.
pub(super) fn folded(name: &str) -> String {
    let plain = deunicode::deunicode(name).to_lowercase();
    let words: Vec<&str> =
        plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let suffix = words
        .iter()
        .rev()
        .take_while(|word| {
            matches!(**word, "inc" | "ltd" | "llc" | "gmbh" | "corp" | "corporation")
        })
        .count();
    let article = usize::from(words.len() - suffix > 1 && words.first() == Some(&"the"));
    let inner = words.get(article..words.len() - suffix);
    inner.filter(|words| !words.is_empty()).unwrap_or(&words).concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_has_one_id_whatever_the_spelling() {
        let entry = NameEntry {
            id: "zoe-loom".to_owned(),
            name: "Zoë Loom".to_owned(),
            former_ids: Vec::new(),
            aliases: vec!["Zoey Loom".to_owned()],
        };
        let mut people = Entities::new(&[entry]);
        let names = ["Zoe Loom", "zoë loom", "Zoey Loom", "Zo Loom", "Bo Thread", "Bo Thread"];
        let ids: Vec<String> = names
            .iter()
            .map(|name| {
                let at = people.named(name);
                people.get(at).unwrap().id.clone()
            })
            .collect();
        assert_eq!(ids, ["zoe-loom", "zoe-loom", "zoe-loom", "zo-loom", "bo-thread", "bo-thread"]);
        assert_eq!(people.nearly("Zoe Looms").map(|entity| entity.id.as_str()), Some("zoe-loom"));
        assert_eq!(people.nearly("Bo Threads"), None);
    }

    #[test]
    fn company_suffixes_do_not_count() {
        let mut companies = Entities::default();
        assert_eq!(companies.named("Warpworks, Inc."), companies.named("Warpworks"));
        assert_ne!(companies.named("Weft Labs"), companies.named("Weft"));
        assert_eq!(companies.named("The New Thread"), companies.named("New Thread"));
    }

    #[test]
    fn sure_is_what_is_listed_or_stated() {
        let entry = NameEntry {
            id: "zoe-loom".to_owned(),
            name: "Zoë Loom".to_owned(),
            former_ids: Vec::new(),
            aliases: vec!["Zoey Loom".to_owned()],
        };
        let mut people = Entities::new(&[entry]);
        people.named("Bo Thread");
        people.vouch("Cleo Heddle");
        for (name, expected) in [
            ("zoe loom", true),
            ("Zoey Loom", true),
            ("cleo heddle", true),
            ("Bo Thread", false),
            ("Woolen Quarter", false),
        ] {
            assert_eq!(people.is_sure(name), expected, "{name}");
        }
    }
}
