//! An outline, prepared to be asked.

use super::{Direction, EntryId, Index, Kind, Moment, Sort, facets::Facets, sorting::sort_by_key};
use crate::model::{Catalog, Outline, Shelf};
use std::sync::{Arc, OnceLock};

/// A collection that answers queries: what can be asked of every entry, without its texts.
#[derive(Clone, Debug, Default)]
pub struct Engine {
    index: Arc<Index>,
    kinds: Vec<u32>,
    conferences: Vec<u32>,
    years: Vec<u32>,
    /// The first recap that tells of each entry.
    recaps: Vec<usize>,
    of_recaps: Vec<Vec<u32>>,
    shelves: Vec<Shelf>,
    /// How many talks each conference of the tables has.
    n_talks_of: Vec<usize>,
    /// How many talks there are before each entry, and in all.
    n_talks_before: Vec<usize>,
    /// The place of each entry when the earliest comes first; few readers ask for that.
    oldest: OnceLock<Vec<usize>>,
    pub(super) facets: Facets,
}

impl Engine {
    /// Prepares `outline`.
    pub fn new(mut outline: Outline) -> Self {
        let facets = Facets::new(&mut outline);
        let Outline { tables, kinds, conferences, years, of_recaps, shelves, .. } = outline;
        let mut recaps = vec![0; kinds.len()];
        // Backwards, so that the first one stays.
        for (place, entries) in of_recaps.iter().enumerate().rev() {
            for entry in entries {
                if let Some(recap) = recaps.get_mut(index(*entry)) {
                    *recap = place;
                }
            }
        }
        let mut n_talks = 0;
        let mut n_talks_before = vec![0];
        let mut n_talks_of = vec![0; tables.conferences.len()];
        for (kind, conference) in kinds.iter().zip(&conferences) {
            let n_more = usize::from(*kind > 0);
            n_talks += n_more;
            n_talks_before.push(n_talks);
            let conference = index(*conference).checked_sub(1);
            if let Some(sum) = conference.and_then(|place| n_talks_of.get_mut(place)) {
                *sum += n_more;
            }
        }
        Self {
            index: Arc::new(Index::new(Arc::new(tables))),
            kinds,
            conferences,
            years,
            recaps,
            of_recaps,
            shelves,
            n_talks_of,
            n_talks_before,
            oldest: OnceLock::new(),
            facets,
        }
    }

    /// The place of each entry in the order that has the earliest edition first; within one it is the
    /// usual one.
    fn oldest_first(&self) -> Vec<usize> {
        let mut entries: Vec<usize> = (0..self.n_entries()).collect();
        sort_by_key(&mut entries, |entry| self.moment(EntryId(*entry), Direction::Oldest));
        let mut places = vec![0; entries.len()];
        for (place, entry) in entries.into_iter().enumerate() {
            if let Some(slot) = places.get_mut(entry) {
                *slot = place;
            }
        }
        places
    }

    /// Everything but talks and notes, by id.
    pub fn index(&self) -> Arc<Index> {
        Arc::clone(&self.index)
    }

    /// Everything but talks and notes.
    pub fn tables(&self) -> &Catalog {
        self.index.catalog()
    }

    /// The facets with the lists that are no part of the outline.
    pub fn with_lists(&self, lists: Vec<Vec<u32>>) -> Facets {
        self.facets.with_lists(self.tables(), lists)
    }

    /// How many entries there are.
    pub fn n_entries(&self) -> usize {
        self.kinds.len()
    }

    /// What an entry is; a note when there is no such entry.
    pub fn kind(&self, entry: EntryId) -> Kind {
        Kind::of_number(number(&self.kinds, entry))
    }

    /// Whether an entry is a talk.
    pub fn is_talk(&self, entry: EntryId) -> bool {
        number(&self.kinds, entry) > 0
    }

    /// The place of an entry's edition in the tables.
    pub fn conference(&self, entry: EntryId) -> Option<usize> {
        index(number(&self.conferences, entry)).checked_sub(1)
    }

    /// The year of an entry.
    pub fn year(&self, entry: EntryId) -> Option<u16> {
        u16::try_from(number(&self.years, entry)).ok().filter(|year| *year > 0)
    }

    /// The place in the tables of the first recap that tells of an entry.
    pub fn recap(&self, entry: EntryId) -> usize {
        self.recaps.get(entry.0).copied().unwrap_or_default()
    }

    /// For each recap of the tables, the entries that it tells of.
    pub fn of_recaps(&self) -> impl Iterator<Item = &[u32]> {
        self.of_recaps.iter().map(Vec::as_slice)
    }

    /// Where the talks and notes are.
    pub fn shelves(&self) -> &[Shelf] {
        &self.shelves
    }

    /// The shelf that holds an entry, and how many entries of its sort come before it there: talks
    /// before a talk, notes about no talk before such a note.
    pub fn place_on_shelf(&self, entry: EntryId) -> (usize, usize) {
        let shelf = self.shelves.partition_point(|shelf| index(shelf.first) <= entry.0);
        let shelf = shelf.saturating_sub(1);
        let first = self.shelves.get(shelf).map_or(0, |shelf| index(shelf.first));
        let n_talks_before = |entry| self.n_talks_before.get(entry).copied().unwrap_or_default();
        let n_talks = n_talks_before(entry.0) - n_talks_before(first);
        let n_before = if self.is_talk(entry) { n_talks } else { entry.0 - first - n_talks };
        (shelf, n_before)
    }

    /// How many talks an edition has.
    pub fn n_talks_of(&self, conference: usize) -> usize {
        self.n_talks_of.get(conference).copied().unwrap_or_default()
    }

    /// How many talks a recap tells of.
    pub fn n_talks_of_recap(&self, recap: usize) -> usize {
        let entries = self.of_recaps.get(recap).into_iter().flatten();
        entries.filter(|entry| self.is_talk(EntryId(index(**entry)))).count()
    }

    /// When an entry is listed.
    pub(crate) fn moment(&self, entry: EntryId, direction: Direction) -> Moment {
        Moment::new(self.tables(), self.year(entry), self.conference(entry), direction)
    }

    /// The place of an entry in an order; `title_ranks` are those of all entries by title. For relevance
    /// it is what breaks ties: the newest first.
    pub(super) fn rank(&self, entry: EntryId, sort: Sort, title_ranks: &[u32]) -> usize {
        match sort {
            Sort::Newest | Sort::Relevance => entry.0,
            Sort::Oldest => {
                let oldest = self.oldest.get_or_init(|| self.oldest_first());
                oldest.get(entry.0).copied().unwrap_or(entry.0)
            }
            Sort::Title => title_ranks.get(entry.0).map_or(entry.0, |rank| index(*rank)),
        }
    }
}

/// What a column says of an entry.
fn number(column: &[u32], entry: EntryId) -> u32 {
    column.get(entry.0).copied().unwrap_or_default()
}

/// A number of an outline as a place.
pub(crate) fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
