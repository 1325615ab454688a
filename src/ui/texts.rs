//! The passages of the notes: one file per edition, got when search results first show some of them.

use crate::model::{ConferenceId, Passages};
use leptos::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

/// Whoever gets passages, and reports to [`Texts::put`]. `None` where nothing can be got.
#[cfg(feature = "app")]
pub(crate) type Fetch = Option<Callback<Option<ConferenceId>>>;

/// The passages by edition; `None` is the edition of recaps that nobody could place. Those that are
/// on their way have an entry without passages.
#[derive(Clone, Copy)]
pub(crate) struct Texts {
    passages: RwSignal<BTreeMap<Option<ConferenceId>, Option<Arc<Passages>>>>,
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
        self.passages.with(|passages| passages.get(conference).cloned().flatten())
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
        let is_known = self.passages.with_untracked(|passages| passages.contains_key(&conference));
        if !is_known && let Some(fetch) = self.fetch.get_value() {
            self.passages.update(|passages| {
                passages.insert(conference.clone(), None);
            });
            fetch.run(conference);
        }
    }

    /// Takes what became of a request. A failed one is forgotten, so that the next search tries anew.
    pub(crate) fn put(self, conference: Option<ConferenceId>, text: Option<Passages>) {
        self.passages.update(|passages| match text {
            Some(text) => {
                passages.insert(conference, Some(Arc::new(text)));
            }
            None => {
                passages.remove(&conference);
            }
        });
    }
}
