//! The texts of notes: one file per edition, loaded when search results first show some of them.

use crate::model::{ConferenceId, NoteTexts};
use crate::ui::signals::RwSignal;
use std::sync::Arc;

/// The texts of the notes of a conference, or of recaps without a known conference.
type OfEdition = (Option<ConferenceId>, Arc<NoteTexts>);

/// The texts by conference. There are a few dozen at most, so a list is fast enough.
#[derive(Clone, Copy, Default)]
pub struct Texts(RwSignal<Vec<OfEdition>>);

impl Texts {
    /// The texts of an edition, if they are loaded. Does not load them.
    #[expect(clippy::ref_option, reason = "no conference is a key of the map, too")]
    pub(crate) fn ready(self, conference: &Option<ConferenceId>) -> Option<Arc<NoteTexts>> {
        self.0.with(|all| {
            all.iter().find(|(known, _)| known == conference).map(|(_, it)| Arc::clone(it))
        })
    }

    /// Adds the texts of an edition.
    pub fn put(self, conference: Option<ConferenceId>, texts: NoteTexts) {
        self.0.update(|all| all.push((conference, Arc::new(texts))));
    }
}
