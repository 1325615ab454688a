//! Recognizes things by the facts that they share with ledger entries.

use super::facts::Facts;
use super::things::LedgerThing;
use std::collections::{BTreeMap, BTreeSet};

/// An id that the ledger knows, with its facts.
#[derive(Clone, Debug)]
pub(super) struct Old {
    /// The id.
    pub(super) id: String,
    /// The facts that identify it.
    pub(super) facts: Facts,
}

/// Maps current things to ledger entries.
#[derive(Debug)]
pub(super) struct Matching {
    /// For each current thing, its entry.
    pub(super) old_of: Vec<Option<usize>>,
    /// For each entry, the current thing that it is or was merged into.
    pub(super) new_of: Vec<Option<usize>>,
    /// For each entry, the only thing that it can be, because that thing states its id.
    claims: Vec<Option<usize>>,
}

/// Names of facts that identify things; all facts of a row must be equal.
pub(super) type LedgerRow = &'static [&'static str];

/// Facts that every entry has from its own id, and a current thing only if its file states them. No two entries are equal
/// in them, whatever they say.
const OF_AN_ID: [&str; 3] = ["anchor", "former", "stated"];

/// The matches of one kind: the ledger entries, and the current thing for each.
pub(super) struct LedgerMatches {
    /// The entries, sorted by id.
    pub(super) old: Vec<Old>,
    /// The thing for each entry.
    pub(super) matching: Matching,
}

impl LedgerMatches {
    /// Recognizes entries by `rows`, and merged entries by `merged`.
    pub(super) fn new(
        old: Vec<Old>,
        new: &[Facts],
        rows: &[LedgerRow],
        merged: &[LedgerRow],
    ) -> Self {
        let mut matching = Matching::new(&old, new);
        matching.find(rows, &old, new);
        matching.merge(merged, &old, new);
        Self { old, matching }
    }

    /// The current thing for an old id.
    pub(super) fn new_of<'t>(
        &self,
        things: &'t [LedgerThing],
        id: &str,
    ) -> Option<&'t LedgerThing> {
        let index = self.old.binary_search_by(|old| old.id.as_str().cmp(id)).ok()?;
        things.get((*self.matching.new_of.get(index)?)?)
    }
}

impl Matching {
    /// Starts without any matches.
    pub(super) fn new(old: &[Old], new: &[Facts]) -> Self {
        let stated =
            |facts: &Facts| facts.keys(&["stated"]).into_iter().chain(facts.keys(&["former"]));
        let owners = owners(new.iter().map(|facts| stated(facts).collect()).enumerate());
        let claim = |old: &Old| only(owners.get(&format!("{}\t", old.id))?);
        let claims = old.iter().map(claim).collect();
        Self { old_of: vec![None; new.len()], new_of: vec![None; old.len()], claims }
    }

    /// Matches things by each row in turn, most certain first. Two things are the same if all facts of the row are
    /// equal and no other thing has these values. A rule that could also mean another thing does not apply.
    pub(super) fn find(&mut self, rows: &[LedgerRow], old: &[Old], new: &[Facts]) {
        for row in rows {
            for (old_index, new_index) in self.pairs(row, old, new) {
                let slots = (self.new_of.get_mut(old_index), self.old_of.get_mut(new_index));
                if let (Some(of_old @ None), Some(of_new @ None)) = slots {
                    *of_old = Some(new_index);
                    *of_new = Some(old_index);
                }
            }
        }
        self.find_equal(rows, old, new);
    }

    /// Matches things that are equal in all facts and equally frequent as before, such as two notes with the same
    /// words. They are matched in order, because nobody could distinguish them.
    fn find_equal(&mut self, rows: &[LedgerRow], old: &[Old], new: &[Facts]) {
        let shared = || rows.iter().filter(|row| row.iter().all(|name| !OF_AN_ID.contains(name)));
        let keys = |facts: &Facts| shared().map(|row| facts.keys(row)).collect::<Vec<_>>();
        let mut open: BTreeMap<_, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (index, old) in old.iter().enumerate() {
            let is_claimed = self.claims.get(index).is_some_and(Option::is_some);
            if self.new_of.get(index).is_some_and(Option::is_none) && !is_claimed {
                open.entry(keys(&old.facts)).or_default().0.push(index);
            }
        }
        for (index, facts) in new.iter().enumerate() {
            if self.old_of.get(index).is_some_and(Option::is_none) {
                open.entry(keys(facts)).or_default().1.push(index);
            }
        }
        for (keys, (old, new)) in open {
            if old.len() != new.len() || keys.iter().all(BTreeSet::is_empty) {
                continue;
            }
            for (old, new) in old.into_iter().zip(new) {
                if let (Some(of_old), Some(of_new)) =
                    (self.new_of.get_mut(old), self.old_of.get_mut(new))
                {
                    *of_old = Some(new);
                    *of_new = Some(old);
                }
            }
        }
    }

    /// Finds merged entries: entries without a match whose facts now belong to one thing that already matches another
    /// entry.
    pub(super) fn merge(&mut self, rows: &[LedgerRow], old: &[Old], new: &[Facts]) {
        for (slot, claim) in self.new_of.iter_mut().zip(&self.claims) {
            *slot = slot.or(*claim);
        }
        for row in rows {
            let owners = owners(new.iter().map(|facts| facts.keys(row)).enumerate());
            for (old, slot) in old.iter().zip(&mut self.new_of).filter(|(_, slot)| slot.is_none()) {
                let keys = old.facts.keys(row);
                let found: BTreeSet<usize> =
                    keys.iter().filter_map(|key| only(owners.get(key)?)).collect();
                *slot = only(&found);
            }
        }
    }

    /// Pairs of unmatched entries and things that are alike by a row.
    pub(super) fn alike(&self, row: LedgerRow, old: &[Old], new: &[Facts]) -> Vec<(usize, usize)> {
        self.pairs(row, old, new)
    }

    fn pairs(&self, row: LedgerRow, old: &[Old], new: &[Facts]) -> Vec<(usize, usize)> {
        let is_open =
            |slots: &[Option<usize>], index: usize| slots.get(index).is_some_and(Option::is_none);
        let open_old = old.iter().map(|old| old.facts.keys(row)).enumerate();
        let open_old = owners(open_old.filter(|(index, _)| is_open(&self.new_of, *index)));
        let open_new = new.iter().map(|facts| facts.keys(row)).enumerate();
        let open_new = owners(open_new.filter(|(index, _)| is_open(&self.old_of, *index)));
        let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
        for (key, old) in &open_old {
            pairs.extend(only(old).zip(open_new.get(key).and_then(only)));
        }
        pairs.retain(|(old, new)| {
            self.claims.get(*old).is_none_or(|claim| claim.is_none_or(|claim| claim == *new))
        });
        let mut n_of_old: BTreeMap<usize, usize> = BTreeMap::new();
        let mut n_of_new: BTreeMap<usize, usize> = BTreeMap::new();
        for (old, new) in &pairs {
            *n_of_old.entry(*old).or_default() += 1;
            *n_of_new.entry(*new).or_default() += 1;
        }
        // Two branches may have given one id to two things: the first one keeps it.
        let is_merged = |index: usize| {
            old.get(index).is_some_and(|old| old.facts.all("stamp").nth(1).is_some())
        };
        let is_sure = |(old, new): &(usize, usize)| {
            (n_of_old.get(old) == Some(&1) || is_merged(*old)) && n_of_new.get(new) == Some(&1)
        };
        pairs.into_iter().filter(is_sure).collect()
    }
}

/// The owners of each key.
fn owners(
    keys: impl Iterator<Item = (usize, BTreeSet<String>)>,
) -> BTreeMap<String, BTreeSet<usize>> {
    let mut owners: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (index, keys) in keys {
        for key in keys {
            owners.entry(key).or_default().insert(index);
        }
    }
    owners
}

/// The only element of a set.
fn only(set: &BTreeSet<usize>) -> Option<usize> {
    set.first().copied().filter(|_| set.len() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(pairs: &[(&str, &str)]) -> Facts {
        pairs.iter().fold(Facts::default(), |facts, (name, value)| facts.with(name, value))
    }

    #[track_caller]
    fn check(old: &[&[(&str, &str)]], new: &[&[(&str, &str)]], expected: &[Option<usize>]) {
        let old: Vec<Old> =
            old.iter().map(|pairs| Old { id: String::new(), facts: facts(pairs) }).collect();
        let new: Vec<Facts> = new.iter().map(|pairs| facts(pairs)).collect();
        let mut matching = Matching::new(&old, &new);
        matching.find(&[&["stated"], &["file", "title"], &["title"]], &old, &new);
        assert_eq!(matching.old_of, expected);
    }

    #[test]
    fn the_surest_row_counts_first_and_what_two_share_does_not_count() {
        let a: &[_] = &[("file", "a"), ("title", "T")];
        let b: &[_] = &[("file", "b"), ("title", "T")];
        let c: &[_] = &[("file", "c"), ("title", "T")];
        check(&[a, b], &[b, a], &[Some(1), Some(0)]);
        check(&[a, b], &[a, c], &[Some(0), Some(1)]);
        check(&[a, b], &[c], &[None]);
        check(&[a], &[b, c], &[None, None]);
    }

    #[test]
    fn what_is_equal_in_all_keeps_its_order() {
        let a: &[_] = &[("file", "a"), ("title", "T")];
        check(&[a, a], &[a, a], &[Some(0), Some(1)]);
        // Each entry has its own id, and nothing that is here now states one.
        let first: &[_] = &[("file", "a"), ("title", "T"), ("stated", "one")];
        let second: &[_] = &[("file", "a"), ("title", "T"), ("stated", "two")];
        check(&[first, second], &[a, a], &[Some(0), Some(1)]);
        // One of three is gone, but it is unknown which.
        check(&[a, a, a], &[a, a], &[None, None]);
        let bare: &[(&str, &str)] = &[];
        check(&[bare], &[bare], &[None]);
    }
}
