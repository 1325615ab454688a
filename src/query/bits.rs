//! A set of entries as one bit each.

use super::EntryId;

/// A set of the entries of one index.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// The empty set, with room for `n_entries`.
    pub(super) fn none(n_entries: usize) -> Self {
        Self { words: vec![0; n_entries.div_ceil(64)] }
    }

    /// The set of all `n_entries`.
    pub(super) fn all(n_entries: usize) -> Self {
        let mut bits = Self::none(n_entries);
        (0..n_entries).map(EntryId).for_each(|entry| bits.insert(entry));
        bits
    }

    /// Adds an entry; one beyond the room is left out.
    pub(super) fn insert(&mut self, entry: EntryId) {
        if let Some(word) = self.words.get_mut(entry.0 / 64) {
            *word |= 1 << (entry.0 % 64);
        }
    }

    pub(super) fn contains(&self, entry: EntryId) -> bool {
        self.words.get(entry.0 / 64).is_some_and(|word| word & (1 << (entry.0 % 64)) != 0)
    }

    /// Leaves only what `other` has too.
    pub(super) fn intersect(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    /// Adds what `other` has.
    pub(super) fn unite(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// How many entries both have.
    pub(super) fn count_shared(&self, other: &Self) -> usize {
        let ones =
            self.words.iter().zip(&other.words).map(|(word, other)| (word & other).count_ones());
        ones.map(|ones| usize::try_from(ones).unwrap_or(usize::MAX)).sum()
    }

    /// The entries, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = EntryId> {
        (0..self.words.len() * 64).map(EntryId).filter(|entry| self.contains(*entry))
    }
}
