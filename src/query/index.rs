//! Everything a view asks of the catalog, prepared once.

use super::{Entry, EntryId};
use crate::model::{
    Catalog, Conference, ConferenceId, NoteHead, NoteId, Organization, OrganizationId, Person,
    PersonId, Recap, RecapId, Talk, TalkId, Theme, ThemeId,
};
use std::sync::Arc;

/// A catalog with its entries and the ways from each entity to the others.
#[derive(Clone, Debug)]
pub struct Index {
    catalog: Arc<Catalog>,
    entries: Vec<Entry>,
}

impl Index {
    /// Prepares `catalog`.
    pub fn new(catalog: Arc<Catalog>) -> Self {
        Self { catalog, entries: Vec::new() }
    }

    /// The catalog.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Every entry with its name, in the order of the catalog: talks, then notes about no talk.
    pub fn entries(&self) -> impl Iterator<Item = (EntryId, &Entry)> {
        self.entries.iter().enumerate().map(|(position, entry)| (EntryId(position), entry))
    }

    /// An entry; `None` when `id` is of another index.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.entries.get(id.0)
    }

    /// The entry of a talk.
    pub fn entry_of_talk(&self, _id: &TalkId) -> Option<EntryId> {
        None
    }

    /// The entry of a note: its own, or that of the talk it is about.
    pub fn entry_of_note(&self, _id: &NoteId) -> Option<EntryId> {
        None
    }

    /// A conference by id.
    pub fn conference(&self, _id: &ConferenceId) -> Option<&Conference> {
        None
    }

    /// A talk by id.
    pub fn talk(&self, _id: &TalkId) -> Option<&Talk> {
        None
    }

    /// A theme by id.
    pub fn theme(&self, _id: &ThemeId) -> Option<&Theme> {
        None
    }

    /// A person by id.
    pub fn person(&self, _id: &PersonId) -> Option<&Person> {
        None
    }

    /// An organization by id.
    pub fn organization(&self, _id: &OrganizationId) -> Option<&Organization> {
        None
    }

    /// A recap by id.
    pub fn recap(&self, _id: &RecapId) -> Option<&Recap> {
        None
    }

    /// The head of a note by id.
    pub fn note(&self, _id: &NoteId) -> Option<&NoteHead> {
        None
    }

    /// The notes on a talk, in the order of their recaps.
    pub fn notes_of_talk(&self, _id: &TalkId) -> Vec<&NoteHead> {
        Vec::new()
    }

    /// The notes that name a theme or a narrower one, in the order of the catalog.
    pub fn notes_of_theme(&self, _id: &ThemeId) -> Vec<&NoteHead> {
        Vec::new()
    }

    /// The notes that name a person, in the order of the catalog.
    pub fn notes_of_person(&self, _id: &PersonId) -> Vec<&NoteHead> {
        Vec::new()
    }

    /// The notes that name an organization, in the order of the catalog.
    pub fn notes_of_organization(&self, _id: &OrganizationId) -> Vec<&NoteHead> {
        Vec::new()
    }

    /// The notes about an edition, in the order of the catalog.
    pub fn notes_of_conference(&self, _id: &ConferenceId) -> Vec<&NoteHead> {
        Vec::new()
    }

    /// The notes of a recap, in reading order.
    pub fn notes_of_recap(&self, _id: &RecapId) -> Vec<&NoteHead> {
        Vec::new()
    }

    /// The recaps of an edition, in the order of the catalog.
    pub fn recaps_of_conference(&self, _id: &ConferenceId) -> Vec<&Recap> {
        Vec::new()
    }

    /// The talks at an edition, in the order of the catalog.
    pub fn talks_of_conference(&self, _id: &ConferenceId) -> Vec<&Talk> {
        Vec::new()
    }

    /// The talks somebody gave, in the order of the catalog.
    pub fn talks_of_person(&self, _id: &PersonId) -> Vec<&Talk> {
        Vec::new()
    }

    /// The talks given for an organization, in the order of the catalog.
    pub fn talks_of_organization(&self, _id: &OrganizationId) -> Vec<&Talk> {
        Vec::new()
    }

    /// The talks about a theme or a narrower one, in the order of the catalog.
    pub fn talks_of_theme(&self, _id: &ThemeId) -> Vec<&Talk> {
        Vec::new()
    }

    /// The talks a recap tells of, in reading order, each once.
    pub fn talks_of_recap(&self, _id: &RecapId) -> Vec<&Talk> {
        Vec::new()
    }

    /// The themes directly below a theme, sorted by id.
    pub fn narrower_themes(&self, _id: &ThemeId) -> Vec<&Theme> {
        Vec::new()
    }

    /// The years that entries or editions have, in order.
    pub fn years(&self) -> Vec<u16> {
        Vec::new()
    }
}
