//! What of a collection is not here yet, and asking for it.

use crate::{model::ConferenceId, query::Part};
use leptos::prelude::*;

/// Something that is a file of its own.
#[derive(Clone, Debug, Eq, PartialEq)]
#[cfg_attr(not(feature = "app"), expect(dead_code, reason = "a static page asks for nothing"))]
pub(crate) enum Need {
    /// The talks and notes of a shelf.
    Shelf(usize),
    /// The index of words.
    Text,
    /// A part of the index of words.
    TextPart(Part),
    /// Which entries have each theme, person and organization.
    Lists,
    /// The order by title.
    Titles,
    /// What notes say of themes.
    Evidence,
    /// The passages of an edition, or those of recaps that nobody could place.
    Passages(Option<ConferenceId>),
}

/// Asks for files, each once.
#[derive(Clone, Copy)]
pub(crate) struct Loader {
    asked: StoredValue<Vec<Need>>,
    /// Whoever gets them. `None` where nothing can be got.
    fetch: StoredValue<Option<Callback<Need>>>,
    /// What was not to be had, and what a reader misses.
    failed: StoredValue<Vec<Need>>,
    /// Whether there is any of that.
    has_failed: RwSignal<bool>,
}

impl Loader {
    /// Asks for nothing until [`serve_by`](Self::serve_by).
    pub(crate) fn new() -> Self {
        Self {
            asked: StoredValue::new(Vec::new()),
            fetch: StoredValue::new(None),
            failed: StoredValue::new(Vec::new()),
            has_failed: RwSignal::new(false),
        }
    }

    /// Gets a file unless it was asked for before.
    pub(crate) fn want(self, need: Need) {
        let is_known = self.asked.with_value(|asked| asked.contains(&need));
        if !is_known && let Some(fetch) = self.fetch.get_value() {
            self.asked.update_value(|asked| asked.push(need.clone()));
            fetch.run(need);
        }
    }

    /// Whether something that a reader misses was not to be had.
    pub(crate) fn has_failed(self) -> bool {
        self.has_failed.get()
    }

    /// Asks again for what was not to be had.
    pub(crate) fn retry(self) {
        if !self.has_failed.get_untracked() {
            return;
        }
        self.has_failed.set(false);
        let failed = self.failed.try_update_value(std::mem::take).unwrap_or_default();
        for need in failed {
            self.forget(&need);
            self.want(need);
        }
    }

    fn forget(self, need: &Need) {
        self.asked.update_value(|asked| asked.retain(|known| known != need));
    }
}

/// What only the browser side asks.
#[cfg(feature = "app")]
impl Loader {
    /// Files are got by `fetch` from now on.
    pub(crate) fn serve_by(self, fetch: Callback<Need>) {
        self.fetch.set_value(Some(fetch));
    }

    /// A file was not to be had. Who misses a passage still has the title above it, and may ask again; of
    /// anything else the reader is told.
    pub(crate) fn fail(self, need: Need) {
        if matches!(need, Need::Passages(_)) {
            self.forget(&need);
        } else {
            self.failed.update_value(|failed| failed.push(need));
            self.has_failed.set(true);
        }
    }
}
