//! A collection that answers queries, and its answers as ids.

use hallway::{
    bundle::{Folder, bundle, function_words},
    model::{Catalog, Chunk, NoteId, Shard, plain_text},
    query::{
        About, Engine, EntityIndex, EntryId, Extras, IndexedCatalog, Matches, Query, Stems,
        TextIndex, search,
    },
};
use std::path::Path;
use std::sync::{Arc, LazyLock};

pub(crate) struct Asked {
    pub(crate) index: EntityIndex,
    pub(crate) indexed: IndexedCatalog,
    pub(crate) engine: Engine,
    pub(crate) extras: Extras,
}

/// The shipped collection, read once for all tests.
pub(crate) fn shipped() -> &'static Asked {
    static SHIPPED: LazyLock<Asked> = LazyLock::new(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let dataset = bundle(&Folder::read(&root.join("data")).unwrap()).dataset;
        Asked::new(dataset.catalog, &dataset.chunks)
    });
    &SHIPPED
}

impl Asked {
    /// `catalog` with the texts of `chunks`.
    pub(crate) fn new(catalog: impl Into<Arc<Catalog>>, chunks: &[Chunk]) -> Self {
        let index = EntityIndex::new(catalog.into());
        let mut indexed = IndexedCatalog::new(&index);
        indexed.catalog_index.shards = vec![Shard::default()];
        let notes: Vec<_> = chunks.iter().flat_map(|chunk| &chunk.notes).collect();
        let body = |id: &NoteId| {
            let note = notes.iter().find(|note| note.id == *id);
            note.map(|note| plain_text(&note.blocks)).unwrap_or_default()
        };
        let extras = Extras {
            stems: Stems::English,
            text: TextIndex::build(&index, &indexed.abouts, &body, &function_words("en")),
            facets: None,
            title_ranks: indexed.title_ranks.clone(),
            evidence: Some(indexed.evidence.clone()),
        };
        let engine = Engine::new(indexed.catalog_index.clone());
        Self { index, indexed, engine, extras }
    }

    pub(crate) fn search(&self, query: &Query) -> Matches {
        search(&self.engine, &self.extras, query)
    }

    pub(crate) fn find(&self, address: &str) -> Matches {
        self.search(&Query::parse(address).0)
    }

    /// The title of an entry.
    pub(crate) fn id(&self, entry: EntryId) -> String {
        match self.indexed.about(entry) {
            Some(About::Talk(id)) => id.to_string(),
            Some(About::Note(id)) => id.to_string(),
            None => "?".to_owned(),
        }
    }

    /// The ids of entries, in order.
    pub(crate) fn ids(&self, entries: impl IntoIterator<Item = EntryId>) -> String {
        let ids: Vec<String> = entries.into_iter().map(|entry| self.id(entry)).collect();
        ids.join(" ")
    }

    /// The ids of the hits, in order.
    pub(crate) fn print(&self, matches: &Matches) -> String {
        self.ids(matches.hits.iter().map(|hit| hit.entry))
    }
}
