//! From people, organizations, themes and editions to what names them.
//!
//! The pages of a collection ask for these one after the other; a walk over the catalog for each would
//! take time that grows with the square of the collection.

use super::Index;
use crate::model::{ConferenceId, OrganizationId, PersonId, ThemeId};
use std::collections::BTreeMap;

/// Places in the catalog, in order, by what they name.
type Places<K> = BTreeMap<K, Vec<usize>>;

/// The ways of one catalog, made when the first of them is asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Ways {
    /// The themes of each talk and of the notes on it, and the broader ones of each.
    pub(super) themes_of_talks: Vec<Vec<ThemeId>>,
    /// The talks of each theme, those of its narrower ones among them.
    pub(super) talks_of_themes: Places<ThemeId>,
    /// The notes of each theme, likewise.
    pub(super) notes_of_themes: Places<ThemeId>,
    /// The talks at each edition.
    pub(super) talks_of_conferences: Places<ConferenceId>,
    /// The notes about each edition.
    pub(super) notes_of_conferences: Places<ConferenceId>,
    /// The talks that each person gave.
    pub(super) talks_of_people: Places<PersonId>,
    /// The notes that name each person.
    pub(super) notes_of_people: Places<PersonId>,
    /// The talks given for each organization.
    pub(super) talks_of_organizations: Places<OrganizationId>,
    /// The notes that name each organization.
    pub(super) notes_of_organizations: Places<OrganizationId>,
}

impl Ways {
    pub(super) fn new(index: &Index) -> Self {
        let mut ways = Self::default();
        for (place, talk) in index.catalog().talks.iter().enumerate() {
            let themes = index.themes_of_talk(talk);
            for theme in &themes {
                put(&mut ways.talks_of_themes, theme, place);
            }
            ways.themes_of_talks.push(themes);
            if let Some(conference) = &talk.conference {
                put(&mut ways.talks_of_conferences, conference, place);
            }
            for speaker in &talk.speakers {
                put(&mut ways.talks_of_people, &speaker.person, place);
                for organization in &speaker.organizations {
                    put(&mut ways.talks_of_organizations, organization, place);
                }
            }
        }
        for (place, note) in index.catalog().notes.iter().enumerate() {
            let named = note.themes.iter().map(|counted| &counted.theme);
            for theme in index.with_broader_themes(named) {
                put(&mut ways.notes_of_themes, &theme, place);
            }
            if let Some(conference) = &note.conference {
                put(&mut ways.notes_of_conferences, conference, place);
            }
            for person in &note.people {
                put(&mut ways.notes_of_people, person, place);
            }
            for organization in &note.organizations {
                put(&mut ways.notes_of_organizations, organization, place);
            }
        }
        ways
    }
}

/// Adds a place, once.
fn put<K: Clone + Ord>(places: &mut Places<K>, key: &K, place: usize) {
    match places.get_mut(key) {
        Some(known) => {
            if known.last() != Some(&place) {
                known.push(place);
            }
        }
        None => drop(places.insert(key.clone(), vec![place])),
    }
}
