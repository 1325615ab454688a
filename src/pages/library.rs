//! The data for pages beyond the catalog: the texts, and results that many pages share.

use crate::{
    model::{Chunk, ConferenceId, Note, NoteId},
    query::{Engine, Extras, Query, search},
    timeline::{Matrix, ThemeOrder},
};
use reactive_graph::owner::expect_context;
use std::{collections::BTreeMap, sync::Arc};

/// The texts of a collection. A context; cheap to copy.
#[derive(Clone)]
pub(crate) struct Library(Arc<Shards>);

struct Shards {
    chunks: Arc<[Chunk]>,
    /// Chunk of each edition.
    editions: BTreeMap<Option<ConferenceId>, usize>,
    /// The chunk of each note, and its position there.
    notes: BTreeMap<NoteId, (usize, usize)>,
    matrix: Matrix,
}

impl Library {
    /// The texts of the collection of `engine`.
    pub(crate) fn new(engine: &Engine, extras: &Extras, chunks: Arc<[Chunk]>) -> Self {
        let all = search(engine, extras, &Query::default());
        let matrix = Matrix::new(
            engine,
            extras.evidence.as_deref().unwrap_or_default(),
            &all,
            ThemeOrder::Name,
        );
        let editions = chunks.iter().enumerate();
        let editions = editions.map(|(place, chunk)| (chunk.conference.clone(), place)).collect();
        let mut notes = BTreeMap::new();
        for (chunk, texts) in chunks.iter().enumerate() {
            let ids = texts.notes.iter().enumerate();
            notes.extend(ids.map(|(place, note)| (note.id.clone(), (chunk, place))));
        }
        Self(Arc::new(Shards { chunks, editions, notes, matrix }))
    }

    /// The text of a note.
    pub(crate) fn note(&self, id: &NoteId) -> Option<&Note> {
        let (chunk, place) = self.0.notes.get(id)?;
        self.0.chunks.get(*chunk)?.notes.get(*place)
    }

    /// The chunk with a note.
    pub(crate) fn chunk_of(&self, id: &NoteId) -> Option<&Chunk> {
        let (chunk, _) = self.0.notes.get(id)?;
        self.0.chunks.get(*chunk)
    }

    /// The chunk of an edition.
    #[expect(clippy::ref_option, reason = "recaps without an edition have a chunk, too")]
    pub(crate) fn chunk(&self, conference: &Option<ConferenceId>) -> Option<&Chunk> {
        self.0.chunks.get(*self.0.editions.get(conference)?)
    }

    /// Themes by edition, of the whole collection.
    pub(crate) fn matrix(&self) -> &Matrix {
        &self.0.matrix
    }
}

/// The texts for the current page.
pub(crate) fn library() -> Library {
    expect_context()
}
