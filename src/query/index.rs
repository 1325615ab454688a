//! Everything a view asks of the catalog, prepared once.

use super::{About, Entry, EntryId, facets::FacetSets, order::Orders, sorting};
use crate::model::{
    Catalog, Conference, ConferenceId, NoteHead, NoteId, Organization, OrganizationId, PartialDate,
    Person, PersonId, Recap, RecapId, Talk, TalkId, Theme, ThemeId,
};
use std::{collections::BTreeMap, sync::Arc};

/// A catalog with its entries and the ways from each entity to the others.
#[derive(Clone, Debug)]
pub struct Index {
    catalog: Arc<Catalog>,
    pub(super) places: Places,
    entries: Vec<Entry>,
    /// Entry of each note, in the order of the catalog.
    entries_of_notes: Vec<Option<EntryId>>,
    pub(super) facets: FacetSets,
    pub(super) orders: Orders,
}

impl Index {
    /// Prepares `catalog`.
    pub fn new(catalog: Arc<Catalog>) -> Self {
        let places = Places::new(&catalog);
        let talks = catalog.talks.iter().map(|talk| Entry::of_talk(talk, &catalog, &places));
        let mut entries: Vec<Entry> = talks.collect();
        let mut entries_of_notes = Vec::with_capacity(catalog.notes.len());
        for note in &catalog.notes {
            let entry_of_talk =
                |talk: &TalkId| places.talks.get(talk.as_str()).copied().map(EntryId);
            entries_of_notes.push(if let Some(talk) = &note.talk {
                entry_of_talk(talk)
            } else {
                entries.push(Entry::of_note(note, &catalog, &places));
                Some(EntryId(entries.len() - 1))
            });
        }
        let facets = FacetSets::new(&catalog, &entries);
        let orders = Orders::new(&catalog, &places, &entries);
        Self { catalog, places, entries, entries_of_notes, facets, orders }
    }

    /// The catalog.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Every entry with its name, in the order of the catalog: talks, then notes about no talk.
    pub fn entries(&self) -> impl Iterator<Item = (EntryId, &Entry)> {
        self.entries.iter().enumerate().map(|(place, entry)| (EntryId(place), entry))
    }

    /// How many entries there are.
    pub fn n_entries(&self) -> usize {
        self.entries.len()
    }

    /// An entry; `None` when `id` is of another index.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.entries.get(id.0)
    }

    /// The entry of a talk.
    pub fn entry_of_talk(&self, id: &TalkId) -> Option<EntryId> {
        self.places.talks.get(id.as_str()).copied().map(EntryId)
    }

    /// The entry of a note: its own, or that of the talk it is about.
    pub fn entry_of_note(&self, id: &NoteId) -> Option<EntryId> {
        self.places.notes.get(id.as_str()).and_then(|place| *self.entries_of_notes.get(*place)?)
    }

    /// Where in the catalog a note stands.
    pub(crate) fn place_of_note(&self, id: &NoteId) -> Option<usize> {
        self.places.notes.get(id.as_str()).copied()
    }

    /// The entry of a document of the [`TextIndex`](super::TextIndex): talks, then all notes.
    pub(super) fn entry_of_document(&self, document: usize) -> Option<EntryId> {
        match document.checked_sub(self.catalog.talks.len()) {
            None => Some(EntryId(document)),
            Some(note) => *self.entries_of_notes.get(note)?,
        }
    }

    /// The notes behind an entry: those on the talk, or the note that it is.
    pub fn notes_of_entry(&self, id: EntryId) -> Vec<&NoteHead> {
        match self.entry(id).map(|entry| &entry.about) {
            Some(About::Talk(talk)) => self.notes_of_talk(talk),
            Some(About::Note(note)) => self.note(note).into_iter().collect(),
            None => Vec::new(),
        }
    }

    /// A conference by id.
    pub fn conference(&self, id: &ConferenceId) -> Option<&Conference> {
        self.places.conference(&self.catalog, id)
    }

    /// A talk by id.
    pub fn talk(&self, id: &TalkId) -> Option<&Talk> {
        self.places.talk(&self.catalog, id)
    }

    /// A theme by id.
    pub fn theme(&self, id: &ThemeId) -> Option<&Theme> {
        self.places.theme(&self.catalog, id)
    }

    /// A person by id.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.places.person(&self.catalog, id)
    }

    /// An organization by id.
    pub fn organization(&self, id: &OrganizationId) -> Option<&Organization> {
        self.places
            .organizations
            .get(id.as_str())
            .and_then(|place| self.catalog.organizations.get(*place))
    }

    /// A recap by id.
    pub fn recap(&self, id: &RecapId) -> Option<&Recap> {
        self.places.recap(&self.catalog, id)
    }

    /// The head of a note by id.
    pub fn note(&self, id: &NoteId) -> Option<&NoteHead> {
        self.places.note(&self.catalog, id)
    }

    /// The years that entries or editions have, in order.
    pub fn years(&self) -> Vec<u16> {
        let editions = self.catalog.conferences.iter().filter_map(|conference| conference.start);
        let years = editions
            .map(PartialDate::year)
            .chain(self.entries.iter().filter_map(|entry| entry.year));
        sorting::sorted_once(years)
    }
}

/// Where in the catalog each id stands. One map type for all, since every kind of map is code to download.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    pub(super) conferences: BTreeMap<String, usize>,
    talks: BTreeMap<String, usize>,
    themes: BTreeMap<String, usize>,
    people: BTreeMap<String, usize>,
    organizations: BTreeMap<String, usize>,
    recaps: BTreeMap<String, usize>,
    notes: BTreeMap<String, usize>,
}

impl Places {
    pub(super) fn new(catalog: &Catalog) -> Self {
        Self {
            conferences: places(
                catalog.conferences.iter().map(|conference| conference.id.as_str()),
            ),
            talks: places(catalog.talks.iter().map(|talk| talk.id.as_str())),
            themes: places(catalog.themes.iter().map(|theme| theme.id.as_str())),
            people: places(catalog.people.iter().map(|person| person.id.as_str())),
            organizations: places(
                catalog.organizations.iter().map(|organization| organization.id.as_str()),
            ),
            recaps: places(catalog.recaps.iter().map(|recap| recap.id.as_str())),
            notes: places(catalog.notes.iter().map(|note| note.id.as_str())),
        }
    }

    pub(super) fn conference<'a>(
        &self,
        catalog: &'a Catalog,
        id: &ConferenceId,
    ) -> Option<&'a Conference> {
        self.conferences.get(id.as_str()).and_then(|place| catalog.conferences.get(*place))
    }

    pub(super) fn talk<'a>(&self, catalog: &'a Catalog, id: &TalkId) -> Option<&'a Talk> {
        self.talks.get(id.as_str()).and_then(|place| catalog.talks.get(*place))
    }

    pub(super) fn person<'a>(&self, catalog: &'a Catalog, id: &PersonId) -> Option<&'a Person> {
        self.people.get(id.as_str()).and_then(|place| catalog.people.get(*place))
    }

    pub(super) fn organization<'a>(
        &self,
        catalog: &'a Catalog,
        id: &OrganizationId,
    ) -> Option<&'a Organization> {
        self.organizations.get(id.as_str()).and_then(|place| catalog.organizations.get(*place))
    }

    pub(super) fn theme<'a>(&self, catalog: &'a Catalog, id: &ThemeId) -> Option<&'a Theme> {
        self.themes.get(id.as_str()).and_then(|place| catalog.themes.get(*place))
    }

    pub(super) fn broader(&self, catalog: &Catalog, id: &ThemeId) -> Option<ThemeId> {
        self.theme(catalog, id)?.broader.clone()
    }

    pub(super) fn recap<'a>(&self, catalog: &'a Catalog, id: &RecapId) -> Option<&'a Recap> {
        self.recaps.get(id.as_str()).and_then(|place| catalog.recaps.get(*place))
    }

    pub(super) fn note<'a>(&self, catalog: &'a Catalog, id: &NoteId) -> Option<&'a NoteHead> {
        self.notes.get(id.as_str()).and_then(|place| catalog.notes.get(*place))
    }
}

/// Where each of `ids` stands.
pub(super) fn places<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<String, usize> {
    let mut places = BTreeMap::new();
    places.extend(ids.enumerate().map(|(place, id)| (id.to_owned(), place)));
    places
}
