//! The themes of the registry and of tags, and their mentions in texts.

mod everyday;
mod tags;

pub(super) use everyday::is_everyday;
pub(super) use tags::{BOOKKEEPING, tag_themes};

use super::registry::ThemeEntry;
use super::vocabulary::{IndexedText, PhraseMatch, Vocabulary};
use crate::ingest::{is_one_slip, name_key};
use crate::model::{Theme, ThemeId};
use everyday::is_written_as_name;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use tags::singular;

/// Themes, indexed for searching in texts.
#[derive(Debug)]
pub(super) struct ThemeIndex {
    entries: Vec<ThemeEntry>,
    vocabulary: Vocabulary,
    /// Words that show that a theme with an everyday name is meant.
    evidence: Vocabulary,
    /// Indexes of the entries by the keys of their ids, names and aliases.
    by_key: BTreeMap<String, usize>,
    /// Indexes of the entries by id.
    by_id: BTreeMap<String, usize>,
}

impl ThemeIndex {
    /// Indexes themes. If two have the same name, the first one gets it.
    pub(super) fn new(entries: Vec<ThemeEntry>) -> Self {
        let (mut vocabulary, mut evidence) = (Vocabulary::default(), Vocabulary::default());
        let (mut by_key, mut by_id) = (BTreeMap::new(), BTreeMap::new());
        for (index, entry) in entries.iter().enumerate() {
            by_id.entry(entry.id.clone()).or_insert(index);
            for name in std::iter::once(&entry.name).chain(&entry.aliases) {
                vocabulary.add(index, name, entry.case_sensitive);
            }
            for word in &entry.evidence {
                evidence.add(index, word, false);
            }
        }
        for (index, entry) in entries.iter().enumerate() {
            for name in [&entry.name].into_iter().chain(&entry.aliases).chain([&entry.id]) {
                by_key.entry(name_key(name)).or_insert(index);
            }
        }
        for (index, entry) in entries.iter().enumerate() {
            for former in &entry.former_ids {
                by_key.entry(name_key(former)).or_insert(index);
            }
        }
        by_key.remove("");
        Self { entries, vocabulary, evidence, by_key, by_id }
    }

    /// How often a text names each theme, and the words of the first mention. `may_count` filters ranges.
    pub(super) fn counts(
        &self,
        text: &IndexedText<'_>,
        may_count: impl Fn(&Range<usize>) -> bool,
    ) -> BTreeMap<ThemeId, (u32, String)> {
        let mut found = self.vocabulary.find_apart(text);
        found.retain(|found| may_count(&found.range) && is_whole_name(text, &found.range));
        let mut counts = BTreeMap::new();
        for mention in self.meant(text, &found) {
            let Some(entry) = self.entries.get(mention.id) else { continue };
            let words = text.get(mention.range.clone());
            let count =
                counts.entry(ThemeId(entry.id.clone())).or_insert_with(|| (0, words.to_owned()));
            count.0 += 1;
        }
        counts
    }

    /// The mentions, without everyday words that have another meaning there.
    fn meant<'f>(
        &self,
        text: &IndexedText<'_>,
        found: &'f [PhraseMatch],
    ) -> impl Iterator<Item = &'f PhraseMatch> {
        let is_everyday_word = |found: &PhraseMatch| {
            self.entries.get(found.id).is_some_and(|entry| {
                entry.everyday && is_word(text.get(found.range.clone()), &entry.name)
            })
        };
        let bare: BTreeSet<usize> =
            found.iter().filter(|found| is_everyday_word(found)).map(|found| found.id).collect();
        let mut supported = BTreeSet::new();
        if !bare.is_empty() {
            supported.extend(self.evidence.find_in(text).iter().map(|found| found.id));
            for mention in found {
                if !is_everyday_word(mention) {
                    supported.insert(mention.id);
                    supported.extend(self.broader(mention.id));
                } else if is_written_as_name(text, &mention.range) {
                    supported.insert(mention.id);
                }
            }
        }
        let is_meant: Vec<bool> = found
            .iter()
            .map(|found| supported.contains(&found.id) || !is_everyday_word(found))
            .collect();
        found.iter().zip(is_meant).filter_map(|(found, is_meant)| is_meant.then_some(found))
    }

    /// The broader theme of an entry.
    fn broader(&self, index: usize) -> Option<usize> {
        let broader = self.entries.get(index)?.broader.as_deref()?;
        self.by_id.get(broader).copied()
    }

    /// The theme with that id, name, alias or former id. Case, punctuation and a plural `s` do not matter.
    pub(super) fn named(&self, name: &str) -> Option<ThemeId> {
        let key = name_key(name);
        let plural = [key.as_str(), "s"].concat();
        let index = [Some(key.as_str()), singular(&key), Some(plural.as_str())]
            .into_iter()
            .flatten()
            .find_map(|key| self.by_key.get(key))?;
        self.entries.get(*index).map(|entry| ThemeId(entry.id.clone()))
    }

    /// The listed theme whose name differs by one typo.
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

    /// The themes of the dataset, sorted by id: the used ones and their broader themes.
    pub(super) fn used(&self, used: &BTreeSet<ThemeId>) -> Vec<Theme> {
        let mut wanted: BTreeSet<&str> = used.iter().map(ThemeId::as_str).collect();
        // Each round adds the next broader themes. A circle is an error, so it is never published.
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

/// Words before a letter that is only a label: "Vitamin C".
const LABELED: &[&str] = &[
    "appendix",
    "class",
    "exhibit",
    "grade",
    "group",
    "hall",
    "hepatitis",
    "level",
    "option",
    "plan",
    "point",
    "room",
    "section",
    "series",
    "stage",
    "step",
    "track",
    "type",
    "vitamin",
    "variant",
];

/// Whether a short word is a name there, and not a part of another or an abbreviation: "j'ai", "Ai Weiwei", "R. Okoro",
/// "R&D", "20 °C".
fn is_whole_name(text: &IndexedText<'_>, word: &Range<usize>) -> bool {
    let written = text.get(word.clone());
    let n_letters = written.chars().count();
    if n_letters > 2 || !written.chars().all(char::is_alphabetic) {
        return true;
    }
    let before = text.whole().get(..word.start).unwrap_or_default();
    let after = text.whole().get(word.end..).unwrap_or_default();
    if before.ends_with(['\'', '’', '°']) {
        return false;
    }
    if n_letters == 2 {
        // "Ai" before a capital is a name: "AI Summit", but "Ai Weiwei".
        let is_titled = written.chars().nth(1).is_some_and(char::is_lowercase)
            && written.starts_with(char::is_uppercase);
        let next = after.strip_prefix(' ').unwrap_or_default();
        return !(is_titled && next.starts_with(char::is_uppercase));
    }
    let last = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_label = LABELED.contains(&last.to_lowercase().as_str()) || before.ends_with("° ");
    // "C. Holm wove", but "It is written in C. Fast."
    let is_begun = |rest: &str| rest.trim_start_matches(' ').starts_with(char::is_uppercase);
    let is_initial = after.strip_prefix('.').is_some_and(is_begun)
        && !["in", "to", "from", "of", "into", "than"].contains(&last);
    let is_compound =
        after.strip_prefix('&').is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
            || before.strip_suffix('&').is_some_and(|rest| rest.ends_with(char::is_alphanumeric))
            || before.ends_with('(') && after.starts_with(')');
    !is_label && !is_initial && !is_compound
}

/// Whether the words are the name, in any case, singular or plural.
fn is_word(words: &str, name: &str) -> bool {
    let (words, name) = (words.to_lowercase(), name.to_lowercase());
    words == name || words.strip_suffix('s') == Some(&name)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn themes() -> ThemeIndex {
        let theme = |id: &str, name: &str, broader: Option<&str>| ThemeEntry {
            id: id.to_owned(),
            name: name.to_owned(),
            broader: broader.map(str::to_owned),
            ..ThemeEntry::default()
        };
        let everyday = ThemeEntry {
            everyday: true,
            evidence: vec!["packet".to_owned()],
            aliases: vec!["loom networks".to_owned()],
            ..theme("net", "Networking", None)
        };
        ThemeIndex::new(vec![
            everyday,
            theme("felt", "Feltmesh", Some("net")),
            theme("c", "C", None),
            theme("cpp", "C++", None),
            theme("csharp", "C#", None),
        ])
    }

    #[test]
    fn an_everyday_word_needs_more_than_itself() {
        for (text, expected) in [
            ("networking with old friends", &[][..]),
            ("networking, and each packet of it", &["net"]),
            ("networking over Feltmesh", &["felt", "net"]),
            ("networking by loom networks", &["net"]),
            ("the talk on Networking", &["net"]),
        ] {
            let found = themes().counts(&IndexedText::new(text), |_| true);
            assert_eq!(found.keys().map(ThemeId::as_str).collect::<Vec<_>>(), expected, "{text}");
        }
    }

    #[test]
    fn a_letter_is_not_always_a_theme() {
        let themes = ThemeIndex::new(
            [("c", "C"), ("r", "R"), ("ai", "AI")]
                .map(|(id, name)| ThemeEntry {
                    id: id.to_owned(),
                    name: name.to_owned(),
                    ..ThemeEntry::default()
                })
                .into(),
        );
        for (text, expected) in [
            ("J'ai filé la laine", ""),
            ("a film on Ai Xanwei", ""),
            ("by J. R. Adeku", ""),
            ("R. Adeku and C. Holm wove", ""),
            ("the R&D of looms", ""),
            ("dyed at 40 °C, washed at 30°C", ""),
            ("(C) the weavers", ""),
            ("Vitamin C and option C", ""),
            ("weaving with AI", "ai"),
            ("ai for looms", "ai"),
            ("written in C. Fast", "c"),
            ("C, R and AI Looms", "ai c r"),
            ("Statistics in R", "r"),
        ] {
            let found = themes.counts(&IndexedText::new(text), |_| true);
            let found: Vec<&str> = found.keys().map(ThemeId::as_str).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }

    #[test]
    fn themes_are_named_by_any_spelling() {
        for (name, expected) in [
            ("feltmesh", Some("felt")),
            ("Felt-Mesh", Some("felt")),
            ("feltmeshs", Some("felt")),
            ("loom network", Some("net")),
            ("C++", Some("cpp")),
            ("cpp", Some("cpp")),
            ("c#", Some("csharp")),
            ("c", Some("c")),
            ("", None),
            ("#", None),
        ] {
            let found = themes().named(name);
            assert_eq!(found.as_ref().map(ThemeId::as_str), expected, "{name}");
        }
    }
}
