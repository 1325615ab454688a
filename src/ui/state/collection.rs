//! The collection of an explorer: everything that is loaded.

use crate::{
    model::{Catalog, NoteHead, NoteId, Shard, Talk},
    query::{Engine, EntityIndex, EntryId, Extras, IndexedCatalog, Stems, TextIndex},
};
use std::{collections::BTreeSet, sync::Arc};

/// A collection: everything that is loaded.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    /// Answers queries.
    pub engine: Engine,
    /// The data that only some answers need.
    pub extras: Extras,
    /// The talks and notes, by shard of the engine; shards beyond the end are not loaded.
    pub shards: Vec<Catalog>,
}

/// A loaded entry.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    shard: Arc<EntityIndex>,
    is_talk: bool,
    place: usize,
}

impl Record {
    /// An entry of `shard`.
    pub(super) fn new(engine: &Engine, entry: EntryId, shard: Arc<EntityIndex>) -> Self {
        let (_, place) = engine.position_in_shard(entry);
        Self { shard, is_talk: engine.is_talk(entry), place }
    }

    /// The talk of the entry.
    pub(crate) fn talk(&self) -> Option<&Talk> {
        self.shard.catalog().talks.get(self.place).filter(|_| self.is_talk)
    }

    /// The note of the entry.
    pub(crate) fn note(&self) -> Option<&NoteHead> {
        let mut notes = self.shard.catalog().notes.iter().filter(|note| note.talk.is_none());
        notes.nth(self.place).filter(|_| !self.is_talk)
    }

    /// The notes on the talk of the entry.
    pub(crate) fn notes(&self) -> Vec<&NoteHead> {
        self.talk().map(|talk| self.shard.notes_of_talk(&talk.id)).unwrap_or_default()
    }
}

/// For a bundler, which has everything and loads nothing.
impl Collection {
    /// All of `index`, without a full-text index.
    pub fn whole(index: &EntityIndex) -> Self {
        let mut indexed = IndexedCatalog::new(index);
        indexed.catalog_index.shards = vec![Shard::default()];
        let shard = indexed.shard(index, 0..indexed.abouts.len());
        let extras = Extras {
            stems: Stems::default(),
            text: TextIndex::default(),
            facets: None,
            title_ranks: indexed.title_ranks,
            evidence: Some(indexed.evidence),
        };
        Self { engine: Engine::new(indexed.catalog_index), extras, shards: vec![shard] }
    }

    /// The same with a full-text index of titles, names, and the texts that `body` returns for the ids of notes.
    #[must_use]
    pub fn with_words(mut self, index: &EntityIndex, body: &dyn Fn(&NoteId) -> String) -> Self {
        self.extras.text =
            TextIndex::build(index, &IndexedCatalog::new(index).abouts, body, &BTreeSet::new());
        self
    }
}
