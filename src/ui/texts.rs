//! The texts of the notes: one chunk per edition, fetched when a view first asks for it.

use crate::model::{Chunk, ConferenceId};
use leptos::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

/// A chunk on its way.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) enum Text {
    /// Asked for, not here yet.
    #[default]
    Loading,
    /// Here.
    Ready(Arc<Chunk>),
    /// It could not be had. The reader may ask again.
    Failed,
}

/// Whoever gets chunks, and reports to [`Texts::put`]. `None` where nothing can be got.
pub(crate) type Fetch = Option<Callback<Option<ConferenceId>>>;

/// The chunks by edition; `None` is the chunk of recaps whose edition is unknown.
#[derive(Clone, Copy)]
pub(crate) struct Texts {
    chunks: RwSignal<BTreeMap<Option<ConferenceId>, Text>>,
    fetch: StoredValue<Fetch>,
}

impl Texts {
    /// No chunk yet.
    pub(crate) fn new() -> Self {
        Self { chunks: RwSignal::default(), fetch: StoredValue::new(None) }
    }

    /// Chunks are got by `fetch` from now on.
    pub(crate) fn fetch_by(self, fetch: Callback<Option<ConferenceId>>) {
        self.fetch.set_value(Some(fetch));
    }

    /// The text of an edition. Wakes only when that changes.
    pub(crate) fn of(self, conference: Option<ConferenceId>) -> Memo<Text> {
        Memo::new(move |_| {
            self.chunks.with(|chunks| chunks.get(&conference).cloned().unwrap_or_default())
        })
    }

    /// The chunk of an edition if it is here. Asks for nothing.
    #[expect(clippy::ref_option, reason = "no conference is a key of the map, too")]
    pub(crate) fn ready(self, conference: &Option<ConferenceId>) -> Option<Arc<Chunk>> {
        self.chunks.with(|chunks| match chunks.get(conference) {
            Some(Text::Ready(chunk)) => Some(Arc::clone(chunk)),
            Some(Text::Loading | Text::Failed) | None => None,
        })
    }

    /// Wakes whoever asks whenever a text comes or fails.
    pub(crate) fn track(self) {
        self.chunks.track();
    }

    /// Gets the text of an edition unless it is here or on its way.
    pub(crate) fn request(self, conference: Option<ConferenceId>) {
        let is_known = self.chunks.with_untracked(|chunks| {
            matches!(chunks.get(&conference), Some(Text::Loading | Text::Ready(_)))
        });
        if !is_known && let Some(fetch) = self.fetch.get_value() {
            self.put(conference.clone(), Text::Loading);
            fetch.run(conference);
        }
    }

    /// Takes what became of a request.
    pub(crate) fn put(self, conference: Option<ConferenceId>, text: Text) {
        self.chunks.update(|chunks| {
            chunks.insert(conference, text);
        });
    }
}
