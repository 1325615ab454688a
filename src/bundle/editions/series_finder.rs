//! Finds series names in texts: those of the registry, the built-in list and the folder.

use super::event_words::words_of;
use super::known::Editions;
use super::name_lists::SERIES;
use crate::bundle::vocabulary::{PhraseMatch, Vocabulary};
use crate::ingest::{name_key, spelled_signs};
use crate::text::any_script::slug;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A series that is found by its names.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct KnownSeries {
    /// Its id.
    pub(super) id: String,
    /// Its name.
    pub(super) name: String,
    /// It is held at several places, so an edition's name includes the city.
    pub(super) is_at_places: bool,
    /// Its index in [`Editions::series`], if the registry lists it.
    pub(super) in_registry: Option<usize>,
}

/// The known series.
#[derive(Clone, Debug, Default)]
pub(super) struct SeriesFinder {
    /// The series.
    pub(super) all: Vec<KnownSeries>,
    /// Maps to twice the index into `all`, plus one for an everyday word.
    names: Vocabulary,
    /// Indexes by letters and spelled-out signs, for names of folders and files, and whether the name is an everyday
    /// word.
    by_letters: BTreeMap<String, (usize, bool)>,
}

/// The series of the built-in list. They are the same for every folder.
static LISTED: LazyLock<SeriesFinder> = LazyLock::new(|| {
    let mut finder = SeriesFinder::default();
    for series in SERIES.iter() {
        let known = KnownSeries {
            id: series.id.clone(),
            name: series.name.clone(),
            is_at_places: series.is_at_places,
            in_registry: None,
        };
        finder.add(known, &series.spellings);
    }
    finder
});

impl SeriesFinder {
    /// Knows the series of the built-in list and of the registry. The registry takes precedence.
    pub(super) fn new(editions: &Editions) -> Self {
        let mut finder = LISTED.clone();
        for (index, series) in editions.series.iter().enumerate() {
            let spellings: Vec<&String> =
                std::iter::once(&series.name).chain(&series.aliases).collect();
            let known = KnownSeries {
                id: series.id.clone(),
                name: series.name.clone(),
                is_at_places: true,
                in_registry: Some(index),
            };
            let listed = spellings.iter().find_map(|name| finder.with_letters(&name_key(name)));
            let number = listed.unwrap_or(finder.all.len());
            match finder.all.get_mut(number) {
                Some(listed) => *listed = known,
                None => finder.all.push(known),
            }
            for spelling in spellings {
                // It counts without a year, whatever the built-in list says.
                finder.by_letters.insert(name_key(spelling), (number, false));
                finder.add_names(number, &[(spelling.clone(), false)]);
            }
        }
        finder
    }

    /// Adds a series name that the folder uses, and returns its index. A name that is not telling counts only beside a
    /// year.
    pub(super) fn learn(&mut self, name: &str, is_telling: bool) -> usize {
        if let Some((known, _)) = self.by_letters.get(&name_key(name)).copied() {
            // "JS Loom" is another spelling of "JSLoom".
            self.learn_short(name, known);
            return known;
        }
        let known = KnownSeries {
            id: slug(&spelled_signs(name)),
            name: name.to_owned(),
            is_at_places: false,
            in_registry: None,
        };
        self.add(known, &[(name.to_owned(), !is_telling)]);
        self.all.len() - 1
    }

    /// Adds a name for a series. It counts only beside a year.
    pub(super) fn learn_short(&mut self, name: &str, series: usize) {
        self.add_names(series, &[(name.to_owned(), true)]);
    }

    fn add(&mut self, series: KnownSeries, spellings: &[(String, bool)]) {
        self.all.push(series);
        self.add_names(self.all.len() - 1, spellings);
    }

    fn add_names(&mut self, index: usize, spellings: &[(String, bool)]) {
        for (spelling, is_everyday) in spellings {
            let letters = name_key(spelling);
            let is_taken = self.by_letters.get(&letters).is_some_and(|(other, _)| *other != index);
            if letters.is_empty() || is_taken {
                continue;
            }
            let id = index * 2 + usize::from(*is_everyday);
            for variant in variants(spelling) {
                self.names.add(id, &with_spaces(&variant).0, *is_everyday);
            }
            self.by_letters.entry(letters).or_insert((index, *is_everyday));
        }
    }

    /// The series whose name has these letters.
    pub(super) fn with_letters(&self, letters: &str) -> Option<usize> {
        self.by_letters.get(letters).map(|(index, _)| *index)
    }

    /// Whether a name in these letters is also an everyday word.
    pub(super) fn is_everyday(&self, letters: &str) -> bool {
        self.by_letters.get(letters).is_some_and(|(_, is_everyday)| *is_everyday)
    }

    /// Finds series names in a text, with their indexes, and whether the name is also an everyday word.
    pub(super) fn find(&self, text: &str) -> Vec<(PhraseMatch, bool)> {
        let (spaced, spaces) = with_spaces(text);
        // Offsets in the text itself, without the inserted spaces.
        let own = |at: usize| at - spaces.partition_point(|space| *space < at);
        let found = self.names.find(&spaced).into_iter();
        let found = found.map(|found| {
            let range = own(found.range.start)..own(found.range.end);
            (PhraseMatch { id: found.id / 2, range }, found.id % 2 == 1)
        });
        found.collect()
    }
}

/// A spelling, and the same words joined or apart: `Strange Loop` and `StrangeLoop`, `DevOpsDays` and `DevOps Days`.
fn variants(spelling: &str) -> Vec<String> {
    let joined: String = spelling.split_whitespace().collect();
    let characters: Vec<(usize, char)> = spelling.char_indices().collect();
    let begins_word = |pair: &[(usize, char)]| match pair {
        [(_, one), (at, other)] if one.is_lowercase() && other.is_uppercase() => Some(*at),
        _ => None,
    };
    let cuts: Vec<usize> = characters.windows(2).filter_map(begins_word).collect();
    let cut_at = |cuts: &[usize]| {
        let mut cut = spelling.to_owned();
        cuts.iter().rev().for_each(|at| cut.insert(*at, ' '));
        cut
    };
    let last = cuts.len().saturating_sub(1);
    let mut all = vec![
        spelling.to_owned(),
        joined,
        cut_at(&cuts),
        cut_at(cuts.get(last..).unwrap_or_default()),
    ];
    all.sort();
    all.dedup();
    all
}

/// The text with a space before each year that is glued to a word, and the places of these spaces.
fn with_spaces(text: &str) -> (String, Vec<usize>) {
    let mut spaced = String::with_capacity(text.len());
    let mut spaces = Vec::new();
    let mut at = 0;
    for word in words_of(text) {
        if word.start == at && at > 0 {
            spaces.push(spaced.len());
            spaced.push(' ');
        }
        spaced.push_str(text.get(at..word.end).unwrap_or_default());
        at = word.end;
    }
    spaced.push_str(text.get(at..).unwrap_or_default());
    (spaced, spaces)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::registry::Conferences;

    #[test]
    fn a_year_may_be_glued_to_a_name() {
        let mut finder = SeriesFinder::new(&Editions::new(&Conferences::default()));
        finder.learn("LoomConf", true);
        finder.learn("JS Day", true);
        let spaced: Vec<bool> =
            finder.find("JS Day 2019").into_iter().map(|(_, is_everyday)| is_everyday).collect();
        assert_eq!(spaced, [true]);
        let text = "At LoomConf2024 and RubyKaigi2024 é FOSDEM";
        let found: Vec<&str> =
            finder.find(text).into_iter().map(|(found, _)| &text[found.range]).collect();
        assert_eq!(found, ["LoomConf", "RubyKaigi", "FOSDEM"]);
    }
}
