//! Joins entries: those of a curator with the built-in ones, and entries of one id and name.

use super::entries::{NameEntry, ThemeEntry, Themes};
use crate::ingest::name_key;
use std::collections::{BTreeMap, BTreeSet};

/// Adds the built-in themes. Where a curator's theme has the id or the name of one, it takes its place, and the address
/// of the built-in one leads there. Where it has only another name of one, both stay, and that name is the curator's.
pub(super) fn extend(own: &mut Vec<ThemeEntry>, built_in: &str) {
    let built_in: Themes = toml::from_str(built_in).unwrap_or_default();
    let ids: BTreeSet<String> =
        own.iter().flat_map(|entry| entry.former_ids.iter().chain([&entry.id])).cloned().collect();
    let mut by_name: BTreeMap<String, usize> = BTreeMap::new();
    for (place, entry) in own.iter().enumerate() {
        for name in entry.aliases.iter().chain([&entry.name]) {
            by_name.entry(name_key(name)).or_insert(place);
        }
    }
    for mut entry in built_in.theme {
        if ids.contains(&entry.id) {
            continue;
        }
        let same = by_name.get(&name_key(&entry.name)).and_then(|place| own.get_mut(*place));
        if let Some(same) = same {
            same.former_ids.extend(entry.former_ids.into_iter().chain([entry.id]));
            continue;
        }
        entry.aliases.retain(|alias| !by_name.contains_key(&name_key(alias)));
        own.push(entry);
    }
    let now: BTreeMap<String, String> = own
        .iter()
        .flat_map(|entry| entry.former_ids.iter().map(|former| (former.clone(), entry.id.clone())))
        .collect();
    for entry in own {
        // The broader built-in theme may have been replaced by one with another id.
        let broader = entry.broader.as_ref().and_then(|broader| now.get(broader));
        if let Some(broader) = broader.cloned() {
            entry.broader = Some(broader).filter(|broader| *broader != entry.id);
        }
    }
}

/// Joins entries with the same id and name, so that one file can be appended to another.
pub(super) fn merged(entries: Vec<NameEntry>) -> Vec<NameEntry> {
    let mut indexes: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut all: Vec<NameEntry> = Vec::new();
    for entry in entries {
        let index = *indexes.entry((entry.id.clone(), entry.name.clone())).or_insert(all.len());
        match all.get_mut(index) {
            Some(known) => {
                known.aliases.extend(entry.aliases);
                known.former_ids.extend(entry.former_ids);
            }
            None => all.push(entry),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::Registries;

    #[test]
    fn own_themes_may_stand_beside_the_built_in_ones() {
        let text = "extend = true\n[[theme]]\nid = \"nets\"\nname = \"Networking\"\n";
        let (registries, diagnostics) =
            Registries::read(|name| (name == "themes.toml").then(|| text.as_bytes().to_vec()));
        assert_eq!(diagnostics, []);
        let themes = &registries.themes.theme;
        assert!(themes.iter().any(|theme| theme.id == "service-mesh"));
        let nets: Vec<_> = themes.iter().filter(|theme| theme.name == "Networking").collect();
        let [nets] = nets.as_slice() else { panic!("one theme") };
        assert_eq!(nets.former_ids, ["networking"], "its address leads on");
    }

    #[test]
    fn another_name_of_a_built_in_theme_does_not_replace_it() {
        let text = "extend = true\n[[theme]]\nid = \"ai-ml\"\nname = \"AI/ML\"\n";
        let (registries, diagnostics) =
            Registries::read(|name| (name == "themes.toml").then(|| text.as_bytes().to_vec()));
        assert_eq!(diagnostics, []);
        let themes = &registries.themes.theme;
        let built_in = themes.iter().find(|theme| theme.id == "machine-learning-and-ai").unwrap();
        assert!(built_in.aliases.iter().any(|alias| alias == "AI"), "{built_in:?}");
        assert!(!built_in.aliases.iter().any(|alias| alias == "AI/ML"), "{built_in:?}");
        let broader = themes.iter().find(|theme| theme.id == "generative-ai").unwrap();
        assert_eq!(broader.broader.as_deref(), Some("machine-learning-and-ai"));
    }

    #[test]
    fn entries_of_one_id_and_name_are_one() {
        let text = "[[person]]\nid = \"a\"\nname = \"A\"\naliases = [\"B\"]\n\
                    [[person]]\nid = \"a\"\nname = \"A\"\naliases = [\"C\"]\n";
        let (registries, diagnostics) =
            Registries::read(|name| (name == "people.toml").then(|| text.as_bytes().to_vec()));
        let [person] = registries.people.person.as_slice() else { panic!("one person") };
        assert_eq!((person.aliases.join(", "), diagnostics.len()), ("B, C".to_owned(), 0));
    }
}
