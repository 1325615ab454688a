//! Looks up entities by id.

use super::{backlinks::Backlinks, locations::locations};
use crate::model::{
    Catalog, Conference, ConferenceId, NoteHead, NoteId, Organization, OrganizationId, PartialDate,
    Person, PersonId, Recap, RecapId, Talk, TalkId, Theme, ThemeId,
};
use crate::query::sorting;
use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

/// A catalog with the backlinks from each id to its entity, and from each entity to the others.
#[derive(Clone, Debug, Default)]
pub struct EntityIndex {
    catalog: Arc<Catalog>,
    places: Places,
    /// Only pages need it.
    pub(super) backlinks: OnceLock<Backlinks>,
}

impl EntityIndex {
    /// Prepares `catalog`.
    pub fn new(catalog: Arc<Catalog>) -> Self {
        Self { places: Places::new(&catalog), catalog, backlinks: OnceLock::new() }
    }

    /// The catalog.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// A conference by id.
    pub fn conference(&self, id: &ConferenceId) -> Option<&Conference> {
        self.catalog.conferences.get(self.position_of_conference(id)?)
    }

    /// A talk by id.
    pub fn talk(&self, id: &TalkId) -> Option<&Talk> {
        self.catalog.talks.get(self.position_of_talk(id)?)
    }

    /// A theme by id.
    pub fn theme(&self, id: &ThemeId) -> Option<&Theme> {
        self.catalog.themes.get(place(&self.places.themes, id.as_str())?)
    }

    /// A person by id.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.catalog.people.get(place(&self.places.people, id.as_str())?)
    }

    /// An organization by id.
    pub fn organization(&self, id: &OrganizationId) -> Option<&Organization> {
        self.catalog.organizations.get(place(&self.places.organizations, id.as_str())?)
    }

    /// The name of a city or a country of some conference, by how an address writes it.
    pub fn location_name(&self, word: &str) -> Option<&str> {
        let mut all = locations(&self.catalog.conferences).into_iter();
        all.find(|location| location.word == word).map(|location| location.name)
    }

    /// A recap by id.
    pub fn recap(&self, id: &RecapId) -> Option<&Recap> {
        self.catalog.recaps.get(self.position_of_recap(id)?)
    }

    /// The head of a note by id.
    pub fn note(&self, id: &NoteId) -> Option<&NoteHead> {
        self.catalog.notes.get(self.position_of_note(id)?)
    }

    /// The position of a conference in the catalog.
    pub(crate) fn position_of_conference(&self, id: &ConferenceId) -> Option<usize> {
        place(&self.places.conferences, id.as_str())
    }

    /// The position of a talk in the catalog.
    pub(crate) fn position_of_talk(&self, id: &TalkId) -> Option<usize> {
        place(&self.places.talks, id.as_str())
    }

    /// The position of a recap in the catalog.
    pub(crate) fn position_of_recap(&self, id: &RecapId) -> Option<usize> {
        place(&self.places.recaps, id.as_str())
    }

    /// The position of a note in the catalog.
    pub(crate) fn position_of_note(&self, id: &NoteId) -> Option<usize> {
        place(&self.places.notes, id.as_str())
    }

    /// The years of conferences, and of recaps that belong to none, in order.
    pub fn years(&self) -> Vec<u16> {
        let editions = self.catalog.conferences.iter().filter_map(|conference| conference.start);
        let recaps = self.catalog.recaps.iter().filter(|recap| {
            let edition = recap.conference.as_ref().and_then(|id| self.conference(id));
            edition.is_none_or(|edition| edition.start.is_none())
        });
        let published = recaps.filter_map(|recap| recap.published);
        sorting::sorted_once(editions.chain(published).map(PartialDate::year))
    }
}

/// The position of each id in the catalog. All maps have one type, since each further type would be more code to
/// download.
#[derive(Clone, Debug, Default)]
struct Places {
    conferences: BTreeMap<String, usize>,
    talks: BTreeMap<String, usize>,
    themes: BTreeMap<String, usize>,
    people: BTreeMap<String, usize>,
    organizations: BTreeMap<String, usize>,
    recaps: BTreeMap<String, usize>,
    notes: BTreeMap<String, usize>,
}

impl Places {
    fn new(catalog: &Catalog) -> Self {
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
}

/// The position of each of `ids`.
pub(in crate::query) fn places<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<String, usize> {
    let mut places = BTreeMap::new();
    places.extend(ids.enumerate().map(|(place, id)| (id.to_owned(), place)));
    places
}

fn place(places: &BTreeMap<String, usize>, id: &str) -> Option<usize> {
    places.get(id).copied()
}
