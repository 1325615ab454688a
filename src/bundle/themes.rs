//! Themes named in texts.

use super::registry_entries::ThemeEntry;
use super::vocabulary::{Text, Vocabulary};
use crate::ingest::{is_one_slip, letters};
use crate::model::{Theme, ThemeId};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The themes of the registry, ready to be looked for.
#[derive(Debug)]
pub(super) struct Themes<'a> {
    entries: &'a [ThemeEntry],
    vocabulary: Vocabulary,
}

impl<'a> Themes<'a> {
    /// Prepares the themes of a registry.
    pub(super) fn new(entries: &'a [ThemeEntry]) -> Self {
        let mut vocabulary = Vocabulary::default();
        for (index, entry) in entries.iter().enumerate() {
            for name in std::iter::once(&entry.name).chain(&entry.aliases) {
                vocabulary.add(index, name, entry.case_sensitive);
            }
        }
        Self { entries, vocabulary }
    }

    /// How often a text names each theme where words may count, and by which words the first time.
    pub(super) fn counts(
        &self,
        text: &Text<'_>,
        may_count: impl Fn(&Range<usize>) -> bool,
    ) -> BTreeMap<ThemeId, (u32, String)> {
        let mut counts = BTreeMap::new();
        for found in self.vocabulary.find_apart(text) {
            if !may_count(&found.range) {
                continue;
            }
            let Some(entry) = self.entries.get(found.id) else { continue };
            let words = text.get(found.range);
            let count =
                counts.entry(ThemeId(entry.id.clone())).or_insert_with(|| (0, words.to_owned()));
            count.0 += 1;
        }
        counts
    }

    /// The theme with that id, name or alias.
    pub(super) fn named(&self, name: &str) -> Option<ThemeId> {
        let wanted = letters(name);
        let is_named = |entry: &&ThemeEntry| {
            [&entry.id, &entry.name]
                .into_iter()
                .chain(&entry.aliases)
                .any(|known| letters(known) == wanted)
        };
        self.entries.iter().find(is_named).map(|entry| ThemeId(entry.id.clone()))
    }

    /// The listed theme whose name is one slip away.
    pub(super) fn nearly(&self, name: &str) -> Option<&str> {
        let wanted = name.to_lowercase();
        let is_near = |entry: &&ThemeEntry| {
            [&entry.id, &entry.name]
                .into_iter()
                .chain(&entry.aliases)
                .any(|known| is_one_slip(&known.to_lowercase(), &wanted))
        };
        self.entries.iter().find(is_near).map(|entry| entry.id.as_str())
    }

    /// The themes of the dataset: those used, and those they are parts of; sorted by id.
    pub(super) fn used(&self, used: &BTreeSet<ThemeId>) -> Vec<Theme> {
        let mut wanted: BTreeSet<&str> = used.iter().map(ThemeId::as_str).collect();
        // Each round adds the next broader themes. There are circles only where nothing is published.
        for _ in 0..self.entries.len().min(8) {
            let broader = self
                .entries
                .iter()
                .filter(|entry| wanted.contains(entry.id.as_str()))
                .filter_map(|entry| entry.broader.as_deref());
            let broader: Vec<&str> = broader.collect();
            wanted.extend(broader);
        }
        let mut themes: Vec<Theme> = self
            .entries
            .iter()
            .filter(|entry| wanted.contains(entry.id.as_str()))
            .map(theme)
            .collect();
        themes.sort_by(|a, b| a.id.cmp(&b.id));
        themes
    }
}

fn theme(entry: &ThemeEntry) -> Theme {
    Theme {
        id: ThemeId(entry.id.clone()),
        name: entry.name.clone(),
        aliases: entry.aliases.clone(),
        broader: entry.broader.as_deref().map(ThemeId::from),
        description: entry.description.clone(),
    }
}
