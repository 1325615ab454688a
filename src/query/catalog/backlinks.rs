//! From people, organizations, themes and conferences to the talks and notes that name them.
//!
//! Every page needs some of these. Walking the catalog for each page would take quadratic time.

use crate::model::{ConferenceId, OrganizationId, PersonId, ThemeId};
use std::collections::BTreeMap;

/// For each id, the catalog positions of the entities that name it, in order.
type PositionsBy<K> = BTreeMap<K, Vec<usize>>;

/// The backlinks of one catalog.
#[derive(Clone, Debug, Default)]
pub(super) struct Backlinks {
    /// For each talk by position, its themes, those of the notes on it, and the broader ones of each.
    pub(super) themes_of_talks: Vec<Vec<ThemeId>>,
    /// The talks of each theme, including those of its narrower ones.
    pub(super) talks_of_themes: PositionsBy<ThemeId>,
    /// The notes of each theme, including those of its narrower ones.
    pub(super) notes_of_themes: PositionsBy<ThemeId>,
    /// The talks at each conference.
    pub(super) talks_of_conferences: PositionsBy<ConferenceId>,
    /// The notes about each conference.
    pub(super) notes_of_conferences: PositionsBy<ConferenceId>,
    /// The talks that each person gave.
    pub(super) talks_of_people: PositionsBy<PersonId>,
    /// The notes that name each person.
    pub(super) notes_of_people: PositionsBy<PersonId>,
    /// The talks given for each organization.
    pub(super) talks_of_organizations: PositionsBy<OrganizationId>,
    /// The notes that name each organization.
    pub(super) notes_of_organizations: PositionsBy<OrganizationId>,
}

/// Adds a position, once.
pub(super) fn put<K: Clone + Ord>(positions: &mut PositionsBy<K>, key: &K, position: usize) {
    match positions.get_mut(key) {
        Some(known) => {
            if known.last() != Some(&position) {
                known.push(position);
            }
        }
        None => drop(positions.insert(key.clone(), vec![position])),
    }
}
