//! What an explorer explores, as far as it is here.

use crate::{
    model::{Catalog, NoteHead, NoteId, Shelf, Talk},
    query::{Engine, EntryId, Extras, Index, Outlined, Stems, TextIndex},
};
use std::sync::Arc;

/// A collection, as far as it is here.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    /// What answers queries.
    pub engine: Engine,
    /// What some answers need beside it.
    pub extras: Extras,
    /// The talks and notes, by shelf of the engine; shelves beyond the end are not here.
    pub shelves: Vec<Catalog>,
}

/// An entry that is here.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    shelf: Arc<Index>,
    is_talk: bool,
    place: usize,
}

impl Record {
    /// An entry of `shelf`.
    pub(super) fn new(engine: &Engine, entry: EntryId, shelf: Arc<Index>) -> Self {
        let (_, place) = engine.place_on_shelf(entry);
        Self { shelf, is_talk: engine.is_talk(entry), place }
    }

    /// The talk that it is.
    pub(crate) fn talk(&self) -> Option<&Talk> {
        self.shelf.catalog().talks.get(self.place).filter(|_| self.is_talk)
    }

    /// The note that it is.
    pub(crate) fn note(&self) -> Option<&NoteHead> {
        let mut notes = self.shelf.catalog().notes.iter().filter(|note| note.talk.is_none());
        notes.nth(self.place).filter(|_| !self.is_talk)
    }

    /// The notes on the talk that it is.
    pub(crate) fn notes(&self) -> Vec<&NoteHead> {
        self.talk().map(|talk| self.shelf.notes_of_talk(&talk.id)).unwrap_or_default()
    }
}

/// Made of what a bundler has; nothing is left to load.
impl Collection {
    /// All of `index`, without an index of words.
    pub fn whole(index: &Index) -> Self {
        let mut outlined = Outlined::new(index);
        outlined.outline.shelves = vec![Shelf::default()];
        let shelf = outlined.shelf(index, 0..outlined.abouts.len());
        let extras = Extras {
            stems: Stems::default(),
            text: TextIndex::default(),
            facets: None,
            title_ranks: outlined.title_ranks,
            evidence: Some(outlined.evidence),
        };
        Self { engine: Engine::new(outlined.outline), extras, shelves: vec![shelf] }
    }

    /// The same with an index of words: of titles and names, and of the texts that `body` gives for the
    /// ids of notes.
    #[must_use]
    pub fn with_words(mut self, index: &Index, body: &dyn Fn(&NoteId) -> String) -> Self {
        self.extras.text = TextIndex::build(index, &Outlined::new(index).abouts, body);
        self
    }
}
