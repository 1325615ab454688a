//! The search engine as the client holds it, without the views: for measuring it beside other engines.
//! Whoever asks fetches the files.

use hallway::{
    model::{Catalog, FileRef, Ids, Packed},
    query::{Engine, EntryId, Extras, Part, Query, TextIndex, Words, search, unpack_places},
};
use wasm_bindgen::prelude::wasm_bindgen;

/// A collection, and what was last asked of it.
#[wasm_bindgen]
pub struct Collection {
    engine: Engine,
    extras: Extras,
    search: FileRef,
    shelves: Vec<Option<Catalog>>,
    ids: Ids,
    /// What [`Collection::missing`] named last.
    parts: Vec<Part>,
    hits: Vec<EntryId>,
    counts: Vec<u32>,
}

#[wasm_bindgen]
impl Collection {
    /// Reads an outline; none when it is damaged.
    pub fn open(outline: &[u8]) -> Option<Self> {
        let packed = Packed::read(outline).ok()?;
        let (mut outline, here, ids) = packed.into_outline().ok()?;
        let search = std::mem::take(&mut outline.search);
        let mut shelves: Vec<Option<Catalog>> = here.into_iter().map(Some).collect();
        shelves.resize(outline.shelves.len().max(shelves.len()), None);
        Some(Self {
            engine: Engine::new(outline),
            extras: Extras::default(),
            search,
            shelves,
            ids,
            parts: Vec::new(),
            hits: Vec::new(),
            counts: Vec::new(),
        })
    }

    /// The path of the index of words.
    pub fn words_path(&self) -> String {
        self.search.path.clone()
    }

    /// Takes the index of words.
    pub fn put_words(&mut self, bytes: &[u8]) {
        self.extras.text = TextIndex::unpack(Packed::read(bytes).unwrap_or_default());
    }

    /// The paths of what an address needs and is not here, one to a line.
    pub fn missing(&mut self, address: &str) -> String {
        self.parts = self.extras.missing(&Query::parse(address).0);
        lines(self.parts.iter().filter_map(|part| self.extras.text.file(*part)))
    }

    /// Takes what was named as missing at that place.
    pub fn put_missing(&mut self, place: usize, bytes: &[u8]) {
        let packed = Packed::read(bytes).unwrap_or_default();
        match self.parts.get(place) {
            Some(Part::Words(shelf)) => self.extras.text.put_words(*shelf, Words::unpack(packed)),
            Some(Part::Places(shelf)) => self.extras.text.put_places(*shelf, unpack_places(packed)),
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

    /// How many entries each value of each facet would leave, as of the last answer.
    pub fn counts(&self) -> Vec<u32> {
        self.counts.clone()
    }

    /// The paths of the talks and notes of the first hits that are not here, one to a line.
    pub fn shelves(&self, n_hits: usize) -> String {
        lines(
            self.wanted(n_hits)
                .iter()
                .filter_map(|shelf| Some(&self.engine.shelves().get(*shelf)?.file)),
        )
    }

    /// Takes what [`Collection::shelves`] named first for that many hits.
    pub fn put_shelf(&mut self, n_hits: usize, bytes: &[u8]) {
        let packed = Packed::read(bytes).unwrap_or_default();
        let first = self.wanted(n_hits).first().copied();
        if let Some(slot) = first.and_then(|shelf| self.shelves.get_mut(shelf)) {
            *slot = Some(packed.into_shelf(&mut self.ids).unwrap_or_default());
        }
    }

    /// The ids of the first hits, one to a line; empty where they are not here.
    pub fn names(&self, n_hits: usize) -> String {
        let name = |entry: &EntryId| {
            let (shelf, place) = self.engine.place_on_shelf(*entry);
            let Some(Some(catalog)) = self.shelves.get(shelf) else { return String::new() };
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
    /// The shelves of the first hits that are not here, in the order in which they are met.
    fn wanted(&self, n_hits: usize) -> Vec<usize> {
        let mut wanted = Vec::new();
        for entry in self.hits.iter().take(n_hits) {
            let (shelf, _) = self.engine.place_on_shelf(*entry);
            if matches!(self.shelves.get(shelf), Some(None)) && !wanted.contains(&shelf) {
                wanted.push(shelf);
            }
        }
        wanted
    }
}

fn lines<'a>(files: impl Iterator<Item = &'a FileRef>) -> String {
    files.map(|file| file.path.as_str()).collect::<Vec<_>>().join("\n")
}
