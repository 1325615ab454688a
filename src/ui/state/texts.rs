//! The passages of the notes: one file per edition, loaded when search results first show some of them.

use crate::model::{ConferenceId, Passages};
use crate::ui::signals::RwSignal;
use std::sync::Arc;

/// The passages of a conference, or of recaps without a known conference.
type OfEdition = (Option<ConferenceId>, Arc<Passages>);

/// The passages by conference. There are a few dozen at most, so a list is fast enough.
#[derive(Clone, Copy, Default)]
pub struct Texts(RwSignal<Vec<OfEdition>>);

impl Texts {
    /// The passages of an edition, if they are loaded. Does not load them.
    #[expect(clippy::ref_option, reason = "no conference is a key of the map, too")]
    pub(crate) fn ready(self, conference: &Option<ConferenceId>) -> Option<Arc<Passages>> {
        self.0.with(|all| {
            all.iter().find(|(known, _)| known == conference).map(|(_, it)| Arc::clone(it))
        })
    }

    /// Adds the passages of an edition.
    pub fn put(self, conference: Option<ConferenceId>, passages: Passages) {
        self.0.update(|all| all.push((conference, Arc::new(passages))));
    }
}
