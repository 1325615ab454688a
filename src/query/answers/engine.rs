//! A catalog index, prepared for queries.

use crate::model::{Catalog, CatalogIndex, Shard};
use crate::query::{
    Direction, EntityIndex, EntryId, EntryKind, FacetIndex, Moment, Sort, sorting::sort_by_key,
    to_usize,
};
use std::sync::{Arc, OnceLock};

/// A collection that answers queries. It has the facts about every entry, but no texts.
#[derive(Clone, Debug, Default)]
pub struct Engine {
    index: Arc<EntityIndex>,
    kinds: Vec<u32>,
    conferences: Vec<u32>,
    years: Vec<u32>,
    /// The first recap about each entry.
    recaps: Vec<usize>,
    of_recaps: Vec<Vec<u32>>,
    shards: Vec<Shard>,
    /// How many talks each conference of the tables has.
    n_talks_of: Vec<usize>,
    /// How many talks there are before each entry, and in all.
    n_talks_before: Vec<usize>,
    /// The rank of each entry with the earliest first. Computed on demand: few readers ask for it.
    oldest: OnceLock<Vec<usize>>,
    pub(super) facets: FacetIndex,
}

impl Engine {
    /// Prepares `catalog_index`.
    pub fn new(mut catalog_index: CatalogIndex) -> Self {
        let facets = FacetIndex::new(&mut catalog_index);
        let CatalogIndex { tables, kinds, conferences, years, of_recaps, shards, .. } =
            catalog_index;
        let mut recaps = vec![0; kinds.len()];
        // Backward, so that the first one wins.
        for (place, entries) in of_recaps.iter().enumerate().rev() {
            for entry in entries {
                if let Some(recap) = recaps.get_mut(to_usize(*entry)) {
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
            let conference = to_usize(*conference).checked_sub(1);
            if let Some(sum) = conference.and_then(|place| n_talks_of.get_mut(place)) {
                *sum += n_more;
            }
        }
        Self {
            index: Arc::new(EntityIndex::new(Arc::new(tables))),
            kinds,
            conferences,
            years,
            recaps,
            of_recaps,
            shards,
            n_talks_of,
            n_talks_before,
            oldest: OnceLock::new(),
            facets,
        }
    }

    /// The rank of each entry with the earliest conference first. Entries of one conference keep their usual order.
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
    pub fn index(&self) -> Arc<EntityIndex> {
        Arc::clone(&self.index)
    }

    /// Everything but talks and notes.
    pub fn tables(&self) -> &Catalog {
        self.index.catalog()
    }

    /// The facets whose lists are not part of the catalog index.
    pub fn with_lists(&self, lists: Vec<Vec<u32>>) -> FacetIndex {
        self.facets.with_lists(self.tables(), lists)
    }

    /// How many entries there are.
    pub fn n_entries(&self) -> usize {
        self.kinds.len()
    }

    /// The kind of an entry; a note if the entry does not exist.
    pub fn kind(&self, entry: EntryId) -> EntryKind {
        EntryKind::of_number(number(&self.kinds, entry))
    }

    /// Whether an entry is a talk.
    pub fn is_talk(&self, entry: EntryId) -> bool {
        number(&self.kinds, entry) > 0
    }

    /// The number of an entry's conference in the tables.
    pub fn conference(&self, entry: EntryId) -> Option<usize> {
        to_usize(number(&self.conferences, entry)).checked_sub(1)
    }

    /// The year of an entry.
    pub fn year(&self, entry: EntryId) -> Option<u16> {
        u16::try_from(number(&self.years, entry)).ok().filter(|year| *year > 0)
    }

    /// The number in the tables of the first recap about an entry.
    pub fn recap(&self, entry: EntryId) -> usize {
        self.recaps.get(entry.0).copied().unwrap_or_default()
    }

    /// For each recap of the tables, the entries that it is about.
    pub fn of_recaps(&self) -> impl Iterator<Item = &[u32]> {
        self.of_recaps.iter().map(Vec::as_slice)
    }

    /// The shards of talks and notes.
    pub fn shards(&self) -> &[Shard] {
        &self.shards
    }

    /// The shard that contains an entry, and how many entries of the same kind precede it there: talks before a talk,
    /// or notes about no talk before such a note.
    pub fn position_in_shard(&self, entry: EntryId) -> (usize, usize) {
        let shard = self.shards.partition_point(|shard| to_usize(shard.first) <= entry.0);
        let shard = shard.saturating_sub(1);
        let first = self.shards.get(shard).map_or(0, |shard| to_usize(shard.first));
        let n_talks_before = |entry| self.n_talks_before.get(entry).copied().unwrap_or_default();
        let n_talks = n_talks_before(entry.0) - n_talks_before(first);
        let n_before = if self.is_talk(entry) { n_talks } else { entry.0 - first - n_talks };
        (shard, n_before)
    }

    /// How many talks an edition has.
    pub fn n_talks_of(&self, conference: usize) -> usize {
        self.n_talks_of.get(conference).copied().unwrap_or_default()
    }

    /// How many talks a recap is about.
    pub fn n_talks_of_recap(&self, recap: usize) -> usize {
        let entries = self.of_recaps.get(recap).into_iter().flatten();
        entries.filter(|entry| self.is_talk(EntryId(to_usize(**entry)))).count()
    }

    /// The date by which an entry is listed.
    pub(crate) fn moment(&self, entry: EntryId, direction: Direction) -> Moment {
        Moment::new(self.tables(), self.year(entry), self.conference(entry), direction)
    }

    /// The rank of an entry in an order. `title_ranks` has the ranks by title. For relevance the rank breaks ties: the
    /// newest comes first.
    pub(super) fn rank(&self, entry: EntryId, sort: Sort, title_ranks: &[u32]) -> usize {
        match sort {
            Sort::Newest | Sort::Relevance => entry.0,
            Sort::Oldest => {
                let oldest = self.oldest.get_or_init(|| self.oldest_first());
                oldest.get(entry.0).copied().unwrap_or(entry.0)
            }
            Sort::Title => title_ranks.get(entry.0).map_or(entry.0, |rank| to_usize(*rank)),
        }
    }
}

/// The value of a column for an entry.
fn number(column: &[u32], entry: EntryId) -> u32 {
    column.get(entry.0).copied().unwrap_or_default()
}
