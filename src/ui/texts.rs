//! The passages of the notes: one file per edition, got when search results first show some of them.

use crate::model::{ConferenceId, Passages};
use leptos::prelude::*;
use std::sync::Arc;

/// Whoever gets passages, and reports to [`Texts::put`]. `None` where nothing can be got.
#[cfg(feature = "app")]
pub(crate) type Fetch = Option<Callback<Option<ConferenceId>>>;

/// An edition, or none for recaps that nobody could place, and its passages; none while they are on
/// their way.
type Shelf = (Option<ConferenceId>, Option<Arc<Passages>>);

/// The passages by edition. There are some dozens at most, so a list will do.
#[derive(Clone, Copy)]
pub(crate) struct Texts {
    passages: RwSignal<Vec<Shelf>>,
    #[cfg(feature = "app")]
    fetch: StoredValue<Fetch>,
}

impl Texts {
    /// No passage yet.
    pub(crate) fn new() -> Self {
        Self {
            passages: RwSignal::default(),
            #[cfg(feature = "app")]
            fetch: StoredValue::new(None),
        }
    }

    /// The passages of an edition if they are here. Asks for nothing.
    #[expect(clippy::ref_option, reason = "no conference is a key of the map, too")]
    pub(crate) fn ready(self, conference: &Option<ConferenceId>) -> Option<Arc<Passages>> {
        self.passages.with(|shelves| {
            shelves.iter().find(|(known, _)| known == conference).and_then(|(_, it)| it.clone())
        })
    }
}

/// What only the browser side asks.
#[cfg(feature = "app")]
impl Texts {
    /// Passages are got by `fetch` from now on.
    pub(crate) fn fetch_by(self, fetch: Callback<Option<ConferenceId>>) {
        self.fetch.set_value(Some(fetch));
    }

    /// Gets the passages of an edition unless they are here or on their way.
    pub(crate) fn request(self, conference: Option<ConferenceId>) {
        let is_known = self
            .passages
            .with_untracked(|shelves| shelves.iter().any(|(known, _)| *known == conference));
        if !is_known && let Some(fetch) = self.fetch.get_value() {
            self.passages.update(|shelves| shelves.push((conference.clone(), None)));
            fetch.run(conference);
        }
    }

    /// Takes what became of a request. A failed one is forgotten, so that the next search tries anew.
    pub(crate) fn put(self, conference: Option<ConferenceId>, text: Option<Passages>) {
        self.passages.update(|shelves| {
            shelves.retain(|(known, _)| *known != conference);
            shelves.extend(text.map(|text| (conference, Some(Arc::new(text)))));
        });
    }
}
