//! The client's search engine without the views, to measure it beside other engines. The caller fetches the files.

use hallway::{
    model::{Catalog, FileRef, Ids, WireFile},
    query::{
        Engine, EntryId, Extras, IndexPart, PostingLists, Query, TextIndex, positions_from_wire,
        search,
    },
};
use wasm_bindgen::prelude::wasm_bindgen;

/// A collection, and its last query.
#[wasm_bindgen]
pub struct Collection {
    engine: Engine,
    extras: Extras,
    search: FileRef,
    shards: Vec<Option<Catalog>>,
    ids: Ids,
    /// What [`Collection::missing`] returned last.
    parts: Vec<IndexPart>,
    hits: Vec<EntryId>,
    counts: Vec<u32>,
}

#[wasm_bindgen]
impl Collection {
    /// Reads a catalog index; nothing if it is damaged.
    pub fn open(catalog_index: &[u8]) -> Option<Self> {
        let wire = WireFile::read(catalog_index).ok()?;
        let (mut catalog_index, here, ids) = wire.into_catalog_index().ok()?;
        let search = std::mem::take(&mut catalog_index.search);
        let mut shards: Vec<Option<Catalog>> = here.into_iter().map(Some).collect();
        shards.resize(catalog_index.shards.len().max(shards.len()), None);
        Some(Self {
            engine: Engine::new(catalog_index),
            extras: Extras::default(),
            search,
            shards,
            ids,
            parts: Vec::new(),
            hits: Vec::new(),
            counts: Vec::new(),
        })
    }

    /// The path of the word index.
    pub fn words_path(&self) -> String {
        self.search.path.clone()
    }

    /// Adds the word index.
    pub fn put_postings(&mut self, bytes: &[u8]) {
        self.extras.text = TextIndex::from_wire(WireFile::read(bytes).unwrap_or_default());
    }

    /// The paths of the files that an address needs and that are not loaded, one per line.
    pub fn missing(&mut self, address: &str) -> String {
        self.parts = self.extras.missing(&Query::parse(address).0);
        lines(self.parts.iter().filter_map(|part| self.extras.text.file(*part)))
    }

    /// Adds the missing file at that position.
    pub fn put_missing(&mut self, place: usize, bytes: &[u8]) {
        let wire = WireFile::read(bytes).unwrap_or_default();
        match self.parts.get(place) {
            Some(IndexPart::Postings(shard)) => {
                self.extras.text.put_postings(*shard, PostingLists::from_wire(wire));
            }
            Some(IndexPart::Positions(shard)) => {
                self.extras.text.put_positions(*shard, positions_from_wire(wire));
            }
            None => {}
        }
    }

    /// Answers an address: the number of hits. Every value of every facet is counted with it.
    pub fn ask(&mut self, address: &str) -> usize {
        let found = search(&self.engine, &self.extras, &Query::parse(address).0);
        self.hits = found.hits.iter().map(|hit| hit.entry).collect();
        self.counts =
            found.counts.iter().map(|(_, n)| u32::try_from(n).unwrap_or(u32::MAX)).collect();
        self.hits.len()
    }

    /// How many entries each value of each facet would leave, for the last answer.
    pub fn counts(&self) -> Vec<u32> {
        self.counts.clone()
    }

    /// The paths of the talks and notes of the first hits that are not loaded, one per line.
    pub fn shards(&self, n_hits: usize) -> String {
        lines(
            self.wanted(n_hits)
                .iter()
                .filter_map(|shard| Some(&self.engine.shards().get(*shard)?.file)),
        )
    }

    /// Takes what [`Collection::shards`] named first for that many hits.
    pub fn put_shard(&mut self, n_hits: usize, bytes: &[u8]) {
        let wire = WireFile::read(bytes).unwrap_or_default();
        let first = self.wanted(n_hits).first().copied();
        if let Some(slot) = first.and_then(|shard| self.shards.get_mut(shard)) {
            *slot = Some(wire.into_shard(&mut self.ids).unwrap_or_default());
        }
    }

    /// The ids of the first hits, one per line; empty if they are not loaded.
    pub fn names(&self, n_hits: usize) -> String {
        let name = |entry: &EntryId| {
            let (shard, place) = self.engine.position_in_shard(*entry);
            let Some(Some(catalog)) = self.shards.get(shard) else { return String::new() };
            if self.engine.is_talk(*entry) {
                return catalog
                    .talks
                    .get(place)
                    .map(|talk| talk.id.to_string())
                    .unwrap_or_default();
            }
            let is_on_talk = |id| catalog.talks.iter().any(|talk| Some(&talk.id) == id);
            let mut notes = catalog.notes.iter().filter(|note| !is_on_talk(note.talk.as_ref()));
            notes.nth(place).map(|note| note.id.to_string()).unwrap_or_default()
        };
        self.hits.iter().take(n_hits).map(name).collect::<Vec<_>>().join("\n")
    }
}

impl Collection {
    /// The shards of the first hits that are not loaded, in the order of the hits.
    fn wanted(&self, n_hits: usize) -> Vec<usize> {
        let mut wanted = Vec::new();
        for entry in self.hits.iter().take(n_hits) {
            let (shard, _) = self.engine.position_in_shard(*entry);
            if matches!(self.shards.get(shard), Some(None)) && !wanted.contains(&shard) {
                wanted.push(shard);
            }
        }
        wanted
    }
}

fn lines<'a>(files: impl Iterator<Item = &'a FileRef>) -> String {
    files.map(|file| file.path.as_str()).collect::<Vec<_>>().join("\n")
}
