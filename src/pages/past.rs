//! Former names and ids, so that old links still work.

use crate::ui::dom::{Element, el};
use reactive_graph::owner::use_context;
use std::{collections::BTreeMap, sync::Arc};

/// The former names and ids in a collection.
#[derive(Clone, Debug, Default)]
pub struct Past {
    /// The old anchors of each note, by the current one.
    pub anchors: BTreeMap<String, Vec<String>>,
    /// The anchors whose notes are now in another recap, by the former recap: each with its note.
    pub moved_anchors: BTreeMap<String, Vec<(String, String)>>,
    /// The notes that are no longer on the page of a talk, by the talk.
    pub left_notes: BTreeMap<String, Vec<String>>,
    /// The conferences that are no longer on the page of a theme, by the theme.
    pub left_conferences: BTreeMap<String, Vec<String>>,
    /// The former ids of each conference, by the current one.
    pub conferences: BTreeMap<String, Vec<String>>,
    /// The ids of the pages of authors, by name as [`author_key`](crate::query::author_key) writes it.
    pub author_ids: BTreeMap<String, String>,
}

/// The past of the collection being printed; empty if it has none.
pub(super) fn past() -> Arc<Past> {
    use_context::<Arc<Past>>().unwrap_or_default()
}

/// Empty elements at old anchors, so that old links lead here.
pub(super) fn at_anchors<'a>(anchors: impl IntoIterator<Item = &'a String>) -> Vec<Element> {
    anchors.into_iter().map(|id| el("span").attr("id", id.clone())).collect()
}
