//! Remembers what stood on a page and is elsewhere now, so that links to it lead on: notes on the pages of talks, and
//! conferences on the pages of themes.

use super::file::{Key, Kind};
use super::ids::Ids;
use std::collections::{BTreeMap, BTreeSet};

/// Whatever has anchors on other pages or other anchors on its page, the fact that names those, and what it names.
const PLACES: [(Kind, &str, Kind); 2] =
    [(Kind::Note, "talk", Kind::Talk), (Kind::Theme, "conference", Kind::Conference)];

/// The fact that names the talks that a note has left, or the conferences that a theme has left.
pub(super) const LEFT: &str = "left";

impl Ids {
    /// Adds to the facts of notes and themes where they stood before and stand no more.
    pub(super) fn remember_places(&mut self) {
        for (kind, fact, of) in PLACES {
            let ends = self.new.ends(kind, |_, facts| facts.is_current());
            let ends_of = self.new.ends(of, |_, facts| facts.is_current());
            let mut stood: BTreeMap<Key, BTreeSet<String>> = BTreeMap::new();
            for ((_, id), facts) in self.old.of_kind(kind) {
                let Some(now) = ends.get(id.as_str()) else { continue };
                let places = facts.all(fact).chain(facts.all(LEFT));
                let places = places.filter_map(|place| ends_of.get(place));
                let places = places.map(|place| (*place).to_owned());
                stood.entry((kind, (*now).to_owned())).or_default().extend(places);
            }
            for (key, mut places) in stood {
                let Some(facts) = self.new.entries.get_mut(&key) else { continue };
                facts.all(fact).for_each(|place| {
                    places.remove(place);
                });
                facts.set(LEFT, places);
            }
        }
    }

    /// What has left since the last build: notes, each with a talk, and themes, each with a conference.
    pub(super) fn newly_left(&self) -> Vec<(Key, String)> {
        let left = self.new.entries.iter().flat_map(|(key, facts)| {
            let known = self.old.entries.get(key);
            let is_known =
                move |place: &str| known.is_some_and(|it| it.all(LEFT).any(|old| old == place));
            let new = facts.all(LEFT).filter(move |place| !is_known(place));
            new.map(|place| (key.clone(), place.to_owned()))
        });
        left.collect()
    }
}
