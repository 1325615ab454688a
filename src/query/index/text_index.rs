//! The full-text index: tables of words, and for each word the entries that contain it.
//!
//! Sorted words are cut into shards, so that a search in a large collection loads only the shards that may contain its
//! words. A small collection has one shard, which is part of the index.

use super::entry::EntryId;
use crate::model::{FileRef, WireFile};
use crate::query::to_usize;

/// The full-text index of one catalog index. A file of the dataset.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct TextIndex {
    /// The first word of each shard, sorted.
    pub(super) firsts: Vec<String>,
    /// The words of each shard, as far as they are loaded.
    pub(super) words: Vec<Option<PostingLists>>,
    /// The positions of the words of each shard, as far as they are loaded. Only phrases need them.
    pub(super) places: Vec<Option<Positions>>,
    /// The file with the words of each shard. Empty if everything is in the index.
    pub(super) posting_files: Vec<FileRef>,
    /// The file with their positions. Empty if everything is in the index.
    pub(super) position_files: Vec<FileRef>,
}

/// A run of words.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct PostingLists {
    /// The words, folded, sorted, each once.
    pub(super) terms: Vec<String>,
    /// For each word its entries, in order: the step from the entry before, times [`N_WEIGHTS`], plus how well the word
    /// describes the entry, see [`weight_of`].
    pub(super) postings: Vec<Vec<u32>>,
}

/// The positions of each word of a run.
///
/// For each of its entries: the number of positions, the first, and the steps between them. The words of an entry are
/// numbered across all its texts. One number is skipped wherever no phrase may cross.
pub type Positions = Vec<Vec<u32>>;

impl PostingLists {
    /// As a file.
    pub fn into_wire(self) -> WireFile {
        let mut numbers = Vec::new();
        write(&self.postings, &mut numbers);
        WireFile::new(self.terms, numbers)
    }

    /// From a file. Ignores a truncated rest.
    pub fn from_wire(wire: WireFile) -> Self {
        let (terms, numbers) = wire.into_parts();
        Self { terms, postings: read(&mut numbers.into_iter()) }
    }
}

/// Writes positions as a file.
pub fn positions_into_wire(places: &Positions) -> WireFile {
    let mut numbers = Vec::new();
    write(places, &mut numbers);
    WireFile::new(Vec::new(), numbers)
}

/// Reads positions from a file. Leaves out a truncated rest.
pub fn positions_from_wire(wire: WireFile) -> Positions {
    read(&mut wire.into_parts().1.into_iter())
}

/// How many lists there are, and each list with its length.
fn write(lists: &[Vec<u32>], numbers: &mut Vec<u32>) {
    numbers.push(u32::try_from(lists.len()).unwrap_or(u32::MAX));
    for list in lists {
        numbers.push(u32::try_from(list.len()).unwrap_or(u32::MAX));
        numbers.extend(list);
    }
}

fn read(numbers: &mut std::vec::IntoIter<u32>) -> Vec<Vec<u32>> {
    let mut lists = Vec::new();
    for _ in 0..numbers.next().unwrap_or_default() {
        let Some(length) = numbers.next() else { break };
        lists.push(numbers.by_ref().take(to_usize(length)).collect());
    }
    lists
}

/// A part of a text index that is a separate file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum IndexPart {
    /// The words of a shard.
    Postings(usize),
    /// The places of the words of a shard.
    Positions(usize),
}

/// A word: its shard, and its number in that shard.
pub(in crate::query) type Term = (usize, usize);

/// The number of different weights.
pub(super) const N_WEIGHTS: u32 = 64;
/// The number that stands for no weight: the one of function words, such as "the", which say nothing about an entry.
pub(super) const NO_WEIGHT: u32 = 0;
/// The highest weight.
pub(super) const MAX_WEIGHT: f64 = 21.5;
/// Prefixes shorter than this are not looked up in several shards; they are read as whole words.
const MIN_BEGINNING_CHARS: usize = 3;

/// The weight that a number in a posting stands for, 0 to [`MAX_WEIGHT`]. Small weights have finer steps, since most
/// weights are small.
pub(super) fn weight_of(number: u32) -> f64 {
    let share = f64::from(number) / f64::from(N_WEIGHTS - 1);
    share * share * MAX_WEIGHT
}

impl TextIndex {
    /// As a file: the words of its only shard, or the first words and the files of all shards.
    pub fn into_wire(self) -> WireFile {
        let mut words = self.words.into_iter().flatten();
        let mut places = self.places.into_iter().flatten();
        if let Some((words, places)) = words.next().zip(places.next()) {
            let mut numbers = vec![0];
            write(&words.postings, &mut numbers);
            write(&places, &mut numbers);
            return WireFile::new(words.terms, numbers);
        }
        let n_shards = u32::try_from(self.firsts.len()).unwrap_or(u32::MAX);
        let files = self.posting_files.into_iter().chain(self.position_files);
        let files = files.flat_map(|file| [file.path, file.integrity]);
        WireFile::new(self.firsts.into_iter().chain(files).collect(), vec![n_shards])
    }

    /// From a file. Ignores a truncated rest.
    pub fn from_wire(wire: WireFile) -> Self {
        let (texts, numbers) = wire.into_parts();
        let mut numbers = numbers.into_iter();
        // There cannot be more.
        let n_shards = to_usize(numbers.next().unwrap_or_default()).min(texts.len());
        if n_shards == 0 {
            let words = PostingLists { postings: read(&mut numbers), terms: texts };
            return Self::of_shard(words, read(&mut numbers));
        }
        let mut texts = texts.into_iter();
        let firsts: Vec<String> = texts.by_ref().take(n_shards).collect();
        let mut files = Vec::new();
        while let Some((path, integrity)) = texts.next().zip(texts.next()) {
            files.push(FileRef { path, integrity });
        }
        let position_files = files.split_off(n_shards.min(files.len()));
        Self {
            words: vec![None; n_shards],
            places: vec![None; n_shards],
            firsts,
            posting_files: files,
            position_files,
        }
    }

    /// An index whose only shard is loaded.
    pub(super) fn of_shard(words: PostingLists, places: Positions) -> Self {
        Self {
            firsts: words.terms.first().cloned().into_iter().collect(),
            words: vec![Some(words)],
            places: vec![Some(places)],
            ..Self::default()
        }
    }

    /// Whether it has any word.
    pub fn is_empty(&self) -> bool {
        self.firsts.is_empty()
    }

    /// The file of a part. `None` if the part does not exist.
    pub fn file(&self, part: IndexPart) -> Option<&FileRef> {
        match part {
            IndexPart::Postings(shard) => self.posting_files.get(shard),
            IndexPart::Positions(shard) => self.position_files.get(shard),
        }
    }

    /// Adds the words of a shard.
    pub fn put_postings(&mut self, shard: usize, words: PostingLists) {
        if let Some(slot) = self.words.get_mut(shard) {
            *slot = Some(words);
        }
    }

    /// Adds the positions of the words of a shard.
    pub fn put_positions(&mut self, shard: usize, places: Positions) {
        if let Some(slot) = self.places.get_mut(shard) {
            *slot = Some(places);
        }
    }

    /// Whether a part is loaded.
    pub(in crate::query) fn has(&self, part: IndexPart) -> bool {
        match part {
            IndexPart::Postings(shard) => self.words.get(shard).is_none_or(Option::is_some),
            IndexPart::Positions(shard) => self.places.get(shard).is_none_or(Option::is_some),
        }
    }

    /// The shard that may contain a word.
    pub(in crate::query) fn shard_of(&self, word: &str) -> usize {
        self.firsts.partition_point(|first| first.as_str() <= word).saturating_sub(1)
    }

    /// The shards that may contain words with this prefix.
    pub(in crate::query) fn shards_from(&self, beginning: &str) -> std::ops::RangeInclusive<usize> {
        let start = self.shard_of(beginning);
        let is_short = beginning.chars().count() < MIN_BEGINNING_CHARS;
        let begins = |first: &&String| !is_short && first.starts_with(beginning);
        start..=start + self.firsts.iter().skip(start + 1).take_while(begins).count()
    }

    /// A word.
    pub(in crate::query) fn term(&self, word: &str) -> Option<Term> {
        let shard = self.shard_of(word);
        let terms = &self.words.get(shard)?.as_ref()?.terms;
        let place = terms.binary_search_by(|term| term.as_str().cmp(word)).ok()?;
        Some((shard, place))
    }

    /// The words with this prefix.
    pub(in crate::query) fn terms_from(&self, beginning: &str) -> Vec<Term> {
        if self.firsts.len() > 1 && beginning.chars().count() < MIN_BEGINNING_CHARS {
            return self.term(beginning).into_iter().collect();
        }
        let mut found = Vec::new();
        for shard in self.shards_from(beginning) {
            let terms = self.terms_on(shard);
            let start = terms.partition_point(|term| term.as_str() < beginning);
            let terms = terms.iter().skip(start).take_while(|term| term.starts_with(beginning));
            found.extend(terms.enumerate().map(|(place, _)| (shard, start + place)));
        }
        found
    }

    /// The words of a shard, in order; none if they are not loaded.
    pub(in crate::query) fn terms_on(&self, shard: usize) -> &[String] {
        let words = self.words.get(shard).and_then(Option::as_ref);
        words.map_or(&[], |words| words.terms.as_slice())
    }

    fn numbers(&self, (shard, place): Term) -> &[u32] {
        let words = self.words.get(shard).and_then(Option::as_ref);
        words.and_then(|words| words.postings.get(place)).map_or(&[], Vec::as_slice)
    }

    /// How many entries a word has.
    pub(in crate::query) fn n_entries(&self, term: Term) -> usize {
        self.numbers(term).len()
    }

    /// Whether a word is a function word, such as "the".
    pub(in crate::query) fn is_function_word(&self, term: Term) -> bool {
        self.numbers(term).first().is_some_and(|number| number % N_WEIGHTS == NO_WEIGHT)
    }

    /// The entries of a word, and how well it describes each: 0 for a function word, up to [`MAX_WEIGHT`].
    pub(in crate::query) fn postings(&self, term: Term) -> impl Iterator<Item = (EntryId, f64)> {
        let mut entry = 0_u32;
        self.numbers(term).iter().map(move |number| {
            entry = entry.wrapping_add(number / N_WEIGHTS);
            (EntryId(to_usize(entry)), weight_of(number % N_WEIGHTS))
        })
    }

    /// The positions of a word: entry and position, in order. Leaves out impossible values from a damaged index.
    pub(in crate::query) fn places(&self, term: Term) -> Vec<(EntryId, u32)> {
        let (shard, place) = term;
        let places = self.places.get(shard).and_then(Option::as_ref);
        let mut numbers = places.and_then(|places| places.get(place)).into_iter().flatten();
        let mut found = Vec::new();
        for (entry, _) in self.postings(term) {
            let mut place = 0_u32;
            for step in numbers.by_ref().next().map_or(0..0, |n_places| 0..*n_places) {
                let Some(number) = numbers.next() else { break };
                place = if step == 0 { *number } else { place.wrapping_add(*number) };
                found.push((entry, place));
            }
        }
        found
    }
}
