//! A set of entries as one bit each.

use super::entry::EntryId;

/// A set of the entries of one index.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::query) struct EntrySet {
    words: Vec<u64>,
}

impl EntrySet {
    /// The empty set, with room for `n_entries`.
    pub(in crate::query) fn none(n_entries: usize) -> Self {
        Self { words: vec![0; n_entries.div_ceil(64)] }
    }

    /// The set of all `n_entries`.
    pub(in crate::query) fn all(n_entries: usize) -> Self {
        let mut bits = Self::none(n_entries);
        (0..n_entries).map(EntryId).for_each(|entry| bits.insert(entry));
        bits
    }

    /// Adds an entry. Ignores entries beyond the room.
    pub(in crate::query) fn insert(&mut self, entry: EntryId) {
        if let Some(word) = self.words.get_mut(entry.0 / 64) {
            *word |= 1 << (entry.0 % 64);
        }
    }

    pub(in crate::query) fn contains(&self, entry: EntryId) -> bool {
        self.words.get(entry.0 / 64).is_some_and(|word| word & (1 << (entry.0 % 64)) != 0)
    }

    /// Keeps only entries that `other` also has.
    pub(in crate::query) fn intersect(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= other);
    }

    /// Removes the entries that `other` has.
    pub(in crate::query) fn subtract(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
    }

    /// The entries, in order.
    pub(in crate::query) fn iter(&self) -> impl Iterator<Item = EntryId> {
        self.words.iter().enumerate().flat_map(|(place, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = usize::try_from(left.trailing_zeros()).ok().filter(|_| left != 0)?;
                left &= left - 1;
                Some(EntryId(place * 64 + bit))
            })
        })
    }
}
