//! Remembers the former places of moved things, so that links to them lead on: notes on talk pages, and conferences on
//! theme pages.

use super::file::{IdKind, Key};
use super::ids::LedgerIds;
use std::collections::{BTreeMap, BTreeSet};

/// The kinds whose places are remembered, each with the fact that names the places and the kind of a place.
const PLACES: [(IdKind, &str, IdKind); 2] =
    [(IdKind::Note, "talk", IdKind::Talk), (IdKind::Theme, "conference", IdKind::Conference)];

/// The fact that names the talks that a note has left, or the conferences that a theme has left.
pub(super) const LEFT: &str = "left";

impl LedgerIds {
    /// Adds the former places of notes and themes to their facts. Returns those that left since the last build: notes
    /// with a talk, and themes with a conference.
    pub(super) fn remember_places(&mut self) -> Vec<(Key, String)> {
        let mut new = Vec::new();
        for (kind, fact, of) in PLACES {
            let ends = self.new.ends(kind, |_, facts| facts.is_current());
            let ends_of = self.new.ends(of, |_, facts| facts.is_current());
            // Where each was at the last build, and the places that it had already left.
            let mut stood: BTreeMap<Key, [BTreeSet<String>; 2]> = BTreeMap::new();
            for ((_, id), facts) in self.old.of_kind(kind) {
                let Some(now) = ends.get(id.as_str()) else { continue };
                let places = |name: &str| -> Vec<String> {
                    let places = facts.all(name).filter_map(|place| ends_of.get(place));
                    places.map(|place| (*place).to_owned()).collect()
                };
                let (here, left) = (places(fact), places(LEFT));
                let [known, before] = stood.entry((kind, (*now).to_owned())).or_default();
                known.extend(here);
                before.extend(left);
            }
            for (key, [known, before]) in stood {
                let Some(facts) = self.new.entries.get_mut(&key) else { continue };
                let here: BTreeSet<String> = facts.all(fact).map(str::to_owned).collect();
                let left: BTreeSet<String> =
                    known.union(&before).filter(|place| !here.contains(*place)).cloned().collect();
                new.extend(left.difference(&before).map(|place| (key.clone(), place.clone())));
                facts.set(LEFT, left);
            }
        }
        new
    }
}
