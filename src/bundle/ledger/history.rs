//! What programs that follow a collection need to know of its past: permanent ids, and what was mended when.

use super::file::Kind;
use crate::model::PartialDate;
use std::collections::BTreeMap;

/// An old id, and the one to which it leads.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct FormerId {
    /// What it names.
    pub kind: Kind,
    /// The old id.
    pub id: String,
    /// The current id.
    pub now: String,
}

/// The past of a collection.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Old ids, which lead on.
    pub former_ids: Vec<FormerId>,
    /// The first public id of whatever has another one now.
    pub(super) first_ids: BTreeMap<(Kind, String), String>,
    /// The day on which each mended recap was mended last.
    pub(super) updated: BTreeMap<String, PartialDate>,
    /// How often the facts of a conference or a talk changed.
    pub(super) changes: BTreeMap<(Kind, String), u32>,
}

impl History {
    /// The id that names a thing for ever in feeds and calendars: the first one that was public.
    pub fn permanent_id<'a>(&'a self, kind: Kind, id: &'a str) -> &'a str {
        self.first_ids.get(&(kind, id.to_owned())).map_or(id, String::as_str)
    }

    /// The day on which a recap was mended last; `None` when it is as it was published.
    pub fn updated(&self, recap: &str) -> Option<PartialDate> {
        self.updated.get(recap).copied()
    }

    /// How often what a calendar says of a thing has changed.
    pub fn n_changes(&self, kind: Kind, id: &str) -> u32 {
        self.changes.get(&(kind, id.to_owned())).copied().unwrap_or_default()
    }

    /// The old anchors of each note.
    pub fn former_anchors(&self) -> BTreeMap<String, Vec<String>> {
        let mut anchors: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for former in self.former_ids.iter().filter(|former| former.kind == Kind::Note) {
            anchors.entry(former.now.clone()).or_default().push(former.id.clone());
        }
        anchors
    }
}

/// What a build does to addresses that were public.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct AddressChanges {
    /// Pages whose address now leads to another one: the kind, the old id and the new one.
    pub lead_on: Vec<(Kind, String, String)>,
    /// Pages whose address ends.
    pub ended: Vec<(Kind, String)>,
}
