//! Which words stand where: tables of words, and for each word its entries.
//!
//! The words are cut into shelves, in their order, so that a search in a large collection needs only
//! those that its words may stand on. A small collection has one shelf, which is part of the index.

use super::{EntryId, engine::index};
use crate::model::{FileRef, Packed};

/// Which words stand where in the entries of one outline; a file of the dataset.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct TextIndex {
    /// The first word of each shelf, sorted.
    pub(super) firsts: Vec<String>,
    /// The words of each shelf, as far as they are here.
    pub(super) words: Vec<Option<Words>>,
    /// The places of the words of each shelf, as far as they are here. Only phrases need them.
    pub(super) places: Vec<Option<Places>>,
    /// The file of the words of each shelf. Empty when all are here.
    pub(super) word_files: Vec<FileRef>,
    /// The file of their places. Empty when all are here.
    pub(super) place_files: Vec<FileRef>,
}

/// A run of words.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Words {
    /// The words, folded, sorted, each once.
    pub(super) terms: Vec<String>,
    /// For each word its entries, in order: the step from the entry before, times [`N_WEIGHTS`], and
    /// how well the word says what the entry is about, see [`weight_of`].
    pub(super) postings: Vec<Vec<u32>>,
}

/// Where each word of a run stands.
///
/// For each of its entries: at how many places, the first, and the steps between them. The words of an
/// entry are numbered through all its texts, with a number skipped where no phrase may cross.
pub type Places = Vec<Vec<u32>>;

impl Words {
    /// As a file.
    pub fn pack(self) -> Packed {
        let mut numbers = Vec::new();
        write(&self.postings, &mut numbers);
        Packed::new(self.terms, numbers)
    }

    /// From a file. What is cut off is left out.
    pub fn unpack(packed: Packed) -> Self {
        let (terms, numbers) = packed.into_parts();
        Self { terms, postings: read(&mut numbers.into_iter()) }
    }
}

/// Places as a file.
pub fn pack_places(places: &Places) -> Packed {
    let mut numbers = Vec::new();
    write(places, &mut numbers);
    Packed::new(Vec::new(), numbers)
}

/// Places from a file. What is cut off is left out.
pub fn unpack_places(packed: Packed) -> Places {
    read(&mut packed.into_parts().1.into_iter())
}

/// How many lists there are, and each with its length.
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
        lists.push(numbers.by_ref().take(index(length)).collect());
    }
    lists
}

/// A part of a text index that is a file of its own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Part {
    /// The words of a shelf.
    Words(usize),
    /// The places of the words of a shelf.
    Places(usize),
}

/// A word: its shelf, and where it stands there.
pub(super) type Term = (usize, usize);

/// How many weights are told apart.
pub(super) const N_WEIGHTS: u32 = 64;
/// The highest weight there is.
pub(super) const MAX_WEIGHT: f64 = 21.5;
/// Beginnings shorter than this are not looked for on several shelves; they are read as words.
const MIN_BEGINNING_CHARS: usize = 3;

/// The weight that a number of a posting stands for, 0 to [`MAX_WEIGHT`]. Small ones are told apart
/// better, since most are small.
pub(super) fn weight_of(number: u32) -> f64 {
    let share = f64::from(number) / f64::from(N_WEIGHTS - 1);
    share * share * MAX_WEIGHT
}

impl TextIndex {
    /// As a file: the words of its only shelf, or the first words and the files of all shelves.
    pub fn pack(self) -> Packed {
        let mut words = self.words.into_iter().flatten();
        let mut places = self.places.into_iter().flatten();
        if let Some((words, places)) = words.next().zip(places.next()) {
            let mut numbers = vec![0];
            write(&words.postings, &mut numbers);
            write(&places, &mut numbers);
            return Packed::new(words.terms, numbers);
        }
        let n_shelves = u32::try_from(self.firsts.len()).unwrap_or(u32::MAX);
        let files = self.word_files.into_iter().chain(self.place_files);
        let files = files.flat_map(|file| [file.path, file.integrity]);
        Packed::new(self.firsts.into_iter().chain(files).collect(), vec![n_shelves])
    }

    /// From a file. What is cut off is left out.
    pub fn unpack(packed: Packed) -> Self {
        let (texts, numbers) = packed.into_parts();
        let mut numbers = numbers.into_iter();
        // No more than there can be.
        let n_shelves = index(numbers.next().unwrap_or_default()).min(texts.len());
        if n_shelves == 0 {
            let words = Words { postings: read(&mut numbers), terms: texts };
            return Self::of_shelf(words, read(&mut numbers));
        }
        let mut texts = texts.into_iter();
        let firsts: Vec<String> = texts.by_ref().take(n_shelves).collect();
        let mut files = Vec::new();
        while let Some((path, integrity)) = texts.next().zip(texts.next()) {
            files.push(FileRef { path, integrity });
        }
        let place_files = files.split_off(n_shelves.min(files.len()));
        Self {
            words: vec![None; n_shelves],
            places: vec![None; n_shelves],
            firsts,
            word_files: files,
            place_files,
        }
    }

    /// An index of one shelf that is here.
    pub(super) fn of_shelf(words: Words, places: Places) -> Self {
        Self {
            firsts: words.terms.first().cloned().into_iter().collect(),
            words: vec![Some(words)],
            places: vec![Some(places)],
            ..Self::default()
        }
    }

    /// Whether it knows any word.
    pub fn is_empty(&self) -> bool {
        self.firsts.is_empty()
    }

    /// The file of a part. `None` when there is no such part.
    pub fn file(&self, part: Part) -> Option<&FileRef> {
        match part {
            Part::Words(shelf) => self.word_files.get(shelf),
            Part::Places(shelf) => self.place_files.get(shelf),
        }
    }

    /// Takes the words of a shelf.
    pub fn put_words(&mut self, shelf: usize, words: Words) {
        if let Some(slot) = self.words.get_mut(shelf) {
            *slot = Some(words);
        }
    }

    /// Takes the places of the words of a shelf.
    pub fn put_places(&mut self, shelf: usize, places: Places) {
        if let Some(slot) = self.places.get_mut(shelf) {
            *slot = Some(places);
        }
    }

    /// Whether a part is here.
    pub(super) fn has(&self, part: Part) -> bool {
        match part {
            Part::Words(shelf) => self.words.get(shelf).is_none_or(Option::is_some),
            Part::Places(shelf) => self.places.get(shelf).is_none_or(Option::is_some),
        }
    }

    /// The shelf that a word stands on, if on any.
    pub(super) fn shelf_of(&self, word: &str) -> usize {
        self.firsts.partition_point(|first| first.as_str() <= word).saturating_sub(1)
    }

    /// The shelves that words with that beginning may stand on.
    pub(super) fn shelves_from(&self, beginning: &str) -> std::ops::RangeInclusive<usize> {
        let start = self.shelf_of(beginning);
        let is_short = beginning.chars().count() < MIN_BEGINNING_CHARS;
        let begins = |first: &&String| !is_short && first.starts_with(beginning);
        start..=start + self.firsts.iter().skip(start + 1).take_while(begins).count()
    }

    /// A word.
    pub(super) fn term(&self, word: &str) -> Option<Term> {
        let shelf = self.shelf_of(word);
        let terms = &self.words.get(shelf)?.as_ref()?.terms;
        let place = terms.binary_search_by(|term| term.as_str().cmp(word)).ok()?;
        Some((shelf, place))
    }

    /// The words that begin so.
    pub(super) fn terms_from(&self, beginning: &str) -> Vec<Term> {
        if self.firsts.len() > 1 && beginning.chars().count() < MIN_BEGINNING_CHARS {
            return self.term(beginning).into_iter().collect();
        }
        let mut found = Vec::new();
        for shelf in self.shelves_from(beginning) {
            let terms = self.terms_on(shelf);
            let start = terms.partition_point(|term| term.as_str() < beginning);
            let terms = terms.iter().skip(start).take_while(|term| term.starts_with(beginning));
            found.extend(terms.enumerate().map(|(place, _)| (shelf, start + place)));
        }
        found
    }

    /// The words of a shelf, in order; none when they are not here.
    pub(super) fn terms_on(&self, shelf: usize) -> &[String] {
        let words = self.words.get(shelf).and_then(Option::as_ref);
        words.map_or(&[], |words| words.terms.as_slice())
    }

    /// The entries of a word, and how well it says what each is about, 0 to [`MAX_WEIGHT`].
    pub(super) fn postings(&self, (shelf, place): Term) -> impl Iterator<Item = (EntryId, f64)> {
        let words = self.words.get(shelf).and_then(Option::as_ref);
        let postings = words.and_then(|words| words.postings.get(place));
        let mut entry = 0_u32;
        postings.into_iter().flatten().map(move |number| {
            entry = entry.wrapping_add(number / N_WEIGHTS);
            (EntryId(index(entry)), weight_of(number % N_WEIGHTS))
        })
    }

    /// Where a word stands: entry and place, in order. What a damaged index holds beyond sense is left
    /// out.
    pub(super) fn places(&self, term: Term) -> Vec<(EntryId, u32)> {
        let (shelf, place) = term;
        let places = self.places.get(shelf).and_then(Option::as_ref);
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
