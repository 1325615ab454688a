//! Gives each person and organization one id, however the name is spelled.

use crate::bundle::registry::NameEntry;
use crate::bundle::taken::Taken;
use crate::bundle::vocabulary::{IndexedText, PhraseMatch, Vocabulary};
use crate::ingest::{is_certain_legal_form, spelled_signs};
use crate::text::any_script::slug;
use std::collections::{BTreeMap, BTreeSet};

/// A person or an organization.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::bundle) struct Entity {
    /// The id.
    pub(in crate::bundle) id: String,
    /// The spelling of the registry, or otherwise the first one found.
    pub(in crate::bundle) name: String,
    /// Other spellings found in texts.
    pub(in crate::bundle) aliases: BTreeSet<String>,
    /// A registry lists it.
    pub(in crate::bundle) is_listed: bool,
}

/// All people, or all organizations.
#[derive(Debug, Default)]
pub(in crate::bundle) struct Entities {
    all: Vec<Entity>,
    /// Indexes into `all` by folded name.
    by_name: BTreeMap<String, usize>,
    /// Indexes into `all` by the spelling of the registry. `None` when several entries have the same spelling.
    by_spelling: BTreeMap<String, Option<usize>>,
    /// Indexes into `all` by id, former ids of the registry included.
    by_id: BTreeMap<String, usize>,
    /// The folded name of each registry entry, which are the first of `all`.
    folded: Vec<String>,
    /// Folded names that several registry entries share.
    shared: BTreeSet<String>,
    listed: Vocabulary,
    /// Names that a file states but no registry lists: one spelling by folded name.
    vouched: BTreeMap<String, String>,
    taken: Taken,
}

impl Entities {
    /// Starts with the entries of a registry.
    pub(in crate::bundle) fn new(entries: &[NameEntry]) -> Self {
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
            entities.folded.push(folded(&entry.name));
            let spelled = entities.by_spelling.entry(entry.name.clone());
            spelled.and_modify(|known| *known = None).or_insert(Some(index));
            for name in std::iter::once(&entry.name).chain(&entry.aliases) {
                if *entities.by_name.entry(folded(name)).or_insert(index) != index {
                    entities.shared.insert(folded(name));
                }
                entities.listed.add(index, name, true);
            }
        }
        // A former id keeps its redirect, so no other entity may use it.
        for (index, entry) in entries.iter().enumerate() {
            for former in &entry.former_ids {
                entities.taken.claim(former);
                entities.by_id.entry(former.clone()).or_insert(index);
            }
        }
        entities
    }

    /// The index of the entity with that name. An unknown name becomes a new entity.
    pub(in crate::bundle) fn named(&mut self, name: &str) -> usize {
        let name = name.trim();
        if let Some(index) = self.known(name) {
            let is_id = self.by_id.contains_key(name);
            let is_other = |entity: &&mut Entity| entity.name != name && !is_id;
            if let Some(entity) = self.all.get_mut(index).filter(is_other) {
                entity.aliases.insert(name.to_owned());
            }
            return index;
        }
        let id = self.taken.claim(&slug(&spelled_signs(name)));
        self.by_id.insert(id.clone(), self.all.len());
        self.by_name.insert(folded(name), self.all.len());
        self.all.push(Entity { id, name: name.to_owned(), ..Entity::default() });
        self.all.len() - 1
    }

    /// The index of the entity with that name, if it is known: by the spelling of the registry, or otherwise by any
    /// spelling. A header may also give a registry id, which distinguishes people with the same name.
    pub(in crate::bundle) fn known(&self, name: &str) -> Option<usize> {
        let is_listed = |index: &usize| self.all.get(*index).is_some_and(|it| it.is_listed);
        let by_id = self.by_id.get(name).copied().filter(is_listed);
        let by_spelling = || self.by_spelling.get(name).copied().flatten();
        by_id.or_else(by_spelling).or_else(|| self.by_name.get(&folded(name)).copied())
    }

    /// The registry entries with that name, if there are several and nothing shows which one is meant.
    pub(in crate::bundle) fn sharing(&self, name: &str) -> Vec<&Entity> {
        let key = folded(name);
        let name = name.trim();
        let is_sure = self.by_id.contains_key(name)
            || self.by_spelling.get(name).is_some_and(Option::is_some);
        if is_sure || !self.shared.contains(&key) {
            return Vec::new();
        }
        let has_name = |entity: &&Entity| entity.is_listed && folded(&entity.name) == key;
        self.all.iter().filter(has_name).collect()
    }

    /// Marks a name as certain because a file states it.
    pub(in crate::bundle) fn vouch(&mut self, name: &str) {
        self.vouched.entry(folded(name)).or_insert_with(|| name.trim().to_owned());
    }

    /// Whether a registry lists the name, or a file states it.
    pub(in crate::bundle) fn is_sure(&self, name: &str) -> bool {
        let is_listed = |entity: &Entity| entity.is_listed;
        self.known(name).and_then(|index| self.all.get(index)).is_some_and(is_listed)
            || self.vouched.contains_key(&folded(name))
    }

    /// The names that are certain.
    pub(in crate::bundle) fn sure_names(&self) -> impl Iterator<Item = &str> {
        let listed = self.all.iter().filter(|entity| entity.is_listed);
        let listed = listed.map(|entity| entity.name.as_str());
        listed.chain(self.vouched.values().map(String::as_str))
    }

    /// Where the text names a listed entity.
    pub(in crate::bundle) fn find(&self, text: &IndexedText<'_>) -> Vec<PhraseMatch> {
        self.listed.find_apart(text)
    }

    /// The entity at an index.
    pub(in crate::bundle) fn get(&self, index: usize) -> Option<&Entity> {
        self.all.get(index)
    }

    /// The entity with that id.
    pub(in crate::bundle) fn by_id(&self, id: &str) -> Option<&Entity> {
        self.by_id.get(id).and_then(|index| self.all.get(*index))
    }

    /// A listed entity whose name differs from an unlisted name by one typo.
    pub(in crate::bundle) fn nearly(&self, name: &str) -> Option<&Entity> {
        let wanted = folded(name);
        let is_near = |known: &String| crate::ingest::is_one_slip(known, &wanted);
        self.all.get(self.folded.iter().position(is_near)?)
    }
}

/// A name without case, accents, punctuation, company suffixes and a leading article. Signs that are pronounced stay,
/// and so do Chinese characters: many of them sound alike but belong to different names.
pub(in crate::bundle) fn folded(name: &str) -> String {
    let is_han = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
    let spelled = spelled_signs(name);
    let parts = spelled.split_inclusive(is_han).flat_map(|part| {
        let han = part.chars().next_back().filter(|c| is_han(*c));
        let others = han.map_or(part, |c| part.strip_suffix(c).unwrap_or(part));
        [deunicode::deunicode(others).to_lowercase(), han.map(String::from).unwrap_or_default()]
    });
    let plain: String = parts.collect();
    let words: Vec<&str> =
        plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let suffix = words.iter().rev().take_while(|word| is_certain_legal_form(word)).count();
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
    fn names_that_only_sound_alike_are_different_people() {
        let mut people = Entities::default();
        assert_ne!(people.named("张伟"), people.named("张薇"));
        assert_eq!(people.named("张伟"), people.named(" 张伟"));
        let mut groups = Entities::default();
        assert_ne!(groups.named("C++ Weavers"), groups.named("C Weavers"));
        assert_ne!(groups.named(".NET Foundation"), groups.named("Net Foundation"));
    }

    #[test]
    fn an_id_tells_people_of_one_name_apart() {
        let entry = |id: &str, name: &str| NameEntry {
            id: id.to_owned(),
            name: name.to_owned(),
            ..NameEntry::default()
        };
        let mut people = Entities::new(&[
            entry("bo-thread", "Bo Thread"),
            entry("bo-thread-2", "Bo Thread"),
            entry("cleo-heddle", "Cleo Heddle"),
        ]);
        let names = ["Bo Thread", "bo-thread", "bo-thread-2", "cleo-heddle"];
        assert_eq!(names.map(|name| people.named(name)), [0, 0, 1, 2]);
        assert!(people.all.iter().all(|it| it.aliases.is_empty()), "an id is no spelling");
        assert_eq!(names.map(|name| people.sharing(name).len()), [2, 0, 0, 0]);
    }

    #[test]
    fn names_that_differ_in_marks_are_told_apart_by_their_spelling() {
        let entry = |id: &str, name: &str| NameEntry {
            id: id.to_owned(),
            name: name.to_owned(),
            former_ids: vec![format!("{id}-before")],
            ..NameEntry::default()
        };
        let mut people = Entities::new(&[entry("joerg", "Jörg Weiß"), entry("jorg", "Jorg Weiss")]);
        let names = ["Jörg Weiß", "Jorg Weiss", "jorg-before", "Jörg Weiss"];
        assert_eq!(names.map(|name| people.named(name)), [0, 1, 1, 0]);
        assert_eq!(names.map(|name| people.sharing(name).len()), [0, 0, 0, 2]);
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
