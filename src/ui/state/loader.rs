//! Requests the parts of a collection that are not loaded yet.

use crate::ui::signals::{Callback, RwSignal, StoredValue};
use crate::{model::ConferenceId, query::IndexPart};

/// A part of the dataset that is a separate file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Need {
    /// The talks and notes of a shard.
    Shard(usize),
    /// The full-text index.
    Text,
    /// A part of the full-text index.
    TextPart(IndexPart),
    /// Which entries have each theme, person and organization.
    Lists,
    /// The order by title.
    Titles,
    /// What notes say about themes.
    Evidence,
    /// The texts of the notes of a conference, or of recaps without a known conference.
    NoteTexts(Option<ConferenceId>),
}

/// Requests files, each once.
#[derive(Clone, Copy)]
pub struct Loader {
    asked: StoredValue<Vec<Need>>,
    /// Loads a file. `None` on a static page, which loads nothing.
    fetch: StoredValue<Option<Callback<Need>>>,
    /// Files that could not be loaded and whose absence the reader notices.
    failed: StoredValue<Vec<Need>>,
    /// Whether `failed` is not empty.
    has_failed: RwSignal<bool>,
}

impl Loader {
    /// Loads nothing until [`serve_by`](Self::serve_by).
    pub(crate) fn new() -> Self {
        Self {
            asked: StoredValue::new(Vec::new()),
            fetch: StoredValue::new(None),
            failed: StoredValue::new(Vec::new()),
            has_failed: RwSignal::new(false),
        }
    }

    /// Loads a file, unless it was already requested.
    pub(crate) fn want(self, need: Need) {
        let is_known = self.asked.with_value(|asked| asked.contains(&need));
        if !is_known && let Some(fetch) = self.fetch.get_value() {
            self.asked.update_value(|asked| asked.push(need.clone()));
            fetch.run(need);
        }
    }

    /// Whether a file failed to load and the reader notices.
    pub(crate) fn has_failed(self) -> bool {
        self.has_failed.get()
    }

    /// Tries again to load the files that failed.
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

/// Only the client calls these.
impl Loader {
    /// Loads files with `fetch` from now on.
    pub fn serve_by(self, fetch: Callback<Need>) {
        self.fetch.set_value(Some(fetch));
    }

    /// Records that a file could not be loaded. Without a text the reader still sees the title above it, and the
    /// next search tries again. Any other failure is shown.
    pub fn fail(self, need: Need) {
        if matches!(need, Need::NoteTexts(_)) {
            self.forget(&need);
        } else {
            self.failed.update_value(|failed| failed.push(need));
            self.has_failed.set(true);
        }
    }
}
