//! The passages of the notes: one file per edition, got when search results first show some of them.

use crate::model::{ConferenceId, Passages};
use leptos::prelude::*;
use std::sync::Arc;

/// An edition, or none for recaps that nobody could place, and its passages.
type OfEdition = (Option<ConferenceId>, Arc<Passages>);

/// The passages by edition. There are some dozens at most, so a list will do.
#[derive(Clone, Copy, Default)]
pub(crate) struct Texts(RwSignal<Vec<OfEdition>>);

impl Texts {
    /// The passages of an edition if they are here. Asks for nothing.
    #[expect(clippy::ref_option, reason = "no conference is a key of the map, too")]
    pub(crate) fn ready(self, conference: &Option<ConferenceId>) -> Option<Arc<Passages>> {
        self.0.with(|all| {
            all.iter().find(|(known, _)| known == conference).map(|(_, it)| Arc::clone(it))
        })
    }

    /// Takes the passages of an edition.
    #[cfg(feature = "app")]
    pub(crate) fn put(self, conference: Option<ConferenceId>, passages: Passages) {
        self.0.update(|all| all.push((conference, Arc::new(passages))));
    }
}
