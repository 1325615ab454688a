//! What programs that follow a collection need to know of its past: permanent ids, and what was mended when.

use super::file::Kind;
use super::things::recap_of;
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
    /// The id of each author's page, by the name as [`author_key`](crate::query::author_key) writes it.
    pub author_ids: BTreeMap<String, String>,
    /// The notes that left a talk, and the themes that left a conference, each with that.
    pub(super) left: Vec<((Kind, String), String)>,
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

    /// What became of old ids of a kind: each with the current one.
    fn former(&self, kind: Kind) -> impl Iterator<Item = (&str, &str)> {
        let former = self.former_ids.iter().filter(move |former| former.kind == kind);
        former.map(|former| (former.id.as_str(), former.now.as_str()))
    }

    /// The ids that each thing of a kind had, by the current one.
    pub fn former_by_now(&self, kind: Kind) -> BTreeMap<String, Vec<String>> {
        grouped(self.former(kind).map(|(then, now)| (now, then)))
    }

    /// The notes that were on the pages of talks and are there no more, by the talk.
    pub fn left_notes(&self) -> BTreeMap<String, Vec<String>> {
        grouped(self.left(Kind::Note).map(|(note, talk)| (talk, note)))
    }

    /// The conferences that had notes on the pages of themes and have none there now, by the theme.
    pub fn left_conferences(&self) -> BTreeMap<String, Vec<String>> {
        grouped(self.left(Kind::Theme))
    }

    fn left(&self, kind: Kind) -> impl Iterator<Item = (&str, &str)> {
        let left = self.left.iter().filter(move |((it, _), _)| *it == kind);
        left.map(|((_, id), place)| (id.as_str(), place.as_str()))
    }

    /// The anchors whose notes are in another recap now, by the recap that had them: each with the note.
    pub fn moved_anchors(&self) -> BTreeMap<String, Vec<(String, String)>> {
        let recaps: BTreeMap<&str, &str> = self.former(Kind::Recap).collect();
        let mut anchors: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
        for (then, now) in self.former(Kind::Note) {
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

/// The second values of pairs by the first ones.
fn grouped<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> BTreeMap<String, Vec<String>> {
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (key, value) in pairs {
        groups.entry(key.to_owned()).or_default().push(value.to_owned());
    }
    groups
}

/// What a build does to addresses that were public.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct AddressChanges {
    /// Addresses that now lead to another one: what had the address, and what it is now.
    pub lead_on: Vec<((Kind, String), (Kind, String))>,
    /// What leaves a page and stays elsewhere: a note, with its talk, or a theme, with a conference that names it no more.
    pub left: Vec<((Kind, String), String)>,
    /// Pages that have no note or no talk any more, so that their exports of these end.
    pub emptied: Vec<(Kind, String)>,
    /// Addresses that end.
    pub ended: Vec<(Kind, String)>,
}
