//! The past of a collection, for programs that follow it: permanent ids, and dates of corrections.

use super::file::IdKind;
use super::things::recap_of;
use crate::model::PartialDate;
use std::collections::BTreeMap;

/// An old id, and the id that it leads to.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct FormerId {
    /// The kind of thing.
    pub kind: IdKind,
    /// The old id.
    pub id: String,
    /// The current id.
    pub now: String,
}

/// The past of a collection.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Old ids that lead to current ones.
    pub former_ids: Vec<FormerId>,
    /// The first public id of each thing whose id has changed.
    pub(super) first_ids: BTreeMap<(IdKind, String), String>,
    /// The day on which each corrected recap was last corrected.
    pub(super) updated: BTreeMap<String, PartialDate>,
    /// The id of each author's page, by the name as [`author_key`](crate::query::author_key) writes it.
    pub author_ids: BTreeMap<String, String>,
    /// Notes that left a talk, and themes that left a conference, each with that talk or conference.
    pub(super) left: Vec<((IdKind, String), String)>,
    /// How often the facts of a conference or a talk changed.
    pub(super) changes: BTreeMap<(IdKind, String), u32>,
}

impl History {
    /// The permanent id of a thing in feeds and calendars: its first public one.
    pub fn permanent_id<'a>(&'a self, kind: IdKind, id: &'a str) -> &'a str {
        self.first_ids.get(&(kind, id.to_owned())).map_or(id, String::as_str)
    }

    /// The day on which a recap was last corrected; `None` when it is unchanged since its publication.
    pub fn updated(&self, recap: &str) -> Option<PartialDate> {
        self.updated.get(recap).copied()
    }

    /// How often the calendar entry of a thing has changed.
    pub fn n_changes(&self, kind: IdKind, id: &str) -> u32 {
        self.changes.get(&(kind, id.to_owned())).copied().unwrap_or_default()
    }

    /// The old ids of a kind, each with its current id.
    fn former(&self, kind: IdKind) -> impl Iterator<Item = (&str, &str)> {
        let former = self.former_ids.iter().filter(move |former| former.kind == kind);
        former.map(|former| (former.id.as_str(), former.now.as_str()))
    }

    /// The former ids of each thing of a kind, by its current id.
    pub fn former_by_now(&self, kind: IdKind) -> BTreeMap<String, Vec<String>> {
        grouped(self.former(kind).map(|(then, now)| (now, then)))
    }

    /// Notes that were on talk pages and no longer are, by talk.
    pub fn left_notes(&self) -> BTreeMap<String, Vec<String>> {
        grouped(self.left(IdKind::Note).map(|(note, talk)| (talk, note)))
    }

    /// Conferences that had notes on theme pages and no longer do, by theme.
    pub fn left_conferences(&self) -> BTreeMap<String, Vec<String>> {
        grouped(self.left(IdKind::Theme))
    }

    fn left(&self, kind: IdKind) -> impl Iterator<Item = (&str, &str)> {
        let left = self.left.iter().filter(move |((it, _), _)| *it == kind);
        left.map(|((_, id), place)| (id.as_str(), place.as_str()))
    }

    /// Anchors whose notes have moved to another recap, by the old recap. Each comes with its note.
    pub fn moved_anchors(&self) -> BTreeMap<String, Vec<(String, String)>> {
        let recaps: BTreeMap<&str, &str> = self.former(IdKind::Recap).collect();
        let mut anchors: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
        for (then, now) in self.former(IdKind::Note) {
            let had = recap_of(then);
            let had = recaps.get(had).copied().unwrap_or(had);
            if had != recap_of(now) {
                let moved = (then.to_owned(), now.to_owned());
                anchors.entry(had.to_owned()).or_default().push(moved);
            }
        }
        anchors
    }
}

/// Groups the second values of pairs by the first ones.
fn grouped<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> BTreeMap<String, Vec<String>> {
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (key, value) in pairs {
        groups.entry(key.to_owned()).or_default().push(value.to_owned());
    }
    groups
}

/// What a build does to public addresses.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct AddressChanges {
    /// Addresses that now lead to other ones: the former thing, and the current thing.
    pub lead_on: Vec<((IdKind, String), (IdKind, String))>,
    /// Things that leave a page but stay elsewhere: a note with its talk, or a theme with a conference that no longer
    /// names it.
    pub left: Vec<((IdKind, String), String)>,
    /// Pages without any notes or talks left, whose exports therefore end.
    pub emptied: Vec<(IdKind, String)>,
    /// Addresses that end.
    pub ended: Vec<(IdKind, String)>,
    /// Ids that end and are forgotten, because the curator keeps their files out of the site.
    pub forgotten: Vec<(IdKind, String)>,
}
