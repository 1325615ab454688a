//! What can be asked of a collection without its talks and notes: the tables of everything else, and
//! columns of numbers.

use super::{Catalog, Site};
use serde::{Deserialize, Serialize};

/// What is known of every entry without its texts. An entry is a talk, or a note that is about no talk.
///
/// Entries are numbered as the timeline lists them, newest first, so that a range of numbers is a range
/// of time.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct CatalogIndex {
    /// The site that the collection belongs to.
    pub site: Site,
    /// Every entity but talks and notes.
    pub tables: Catalog,
    /// The kind of each entry: 0 for a note, else that of a talk, counted from 1 in [`TalkKind::ALL`](super::TalkKind::ALL).
    pub kinds: Vec<u32>,
    /// Whether each entry has a recording: 1 or 0.
    pub videos: Vec<u32>,
    /// The edition of each entry, as its place in the tables, counted from 1; 0 for none.
    pub conferences: Vec<u32>,
    /// The year of each entry; 0 for none.
    pub years: Vec<u32>,
    /// The entries that each recap tells of, in order.
    pub of_recaps: Vec<Vec<u32>>,
    /// The entries of each theme, those of its narrower ones among them, in order. These and the next two
    /// are empty when the lists are a file of their own.
    pub of_themes: Vec<Vec<u32>>,
    /// The entries that each person speaks or is named in, in order.
    pub of_people: Vec<Vec<u32>>,
    /// The entries of each organization, in order.
    pub of_organizations: Vec<Vec<u32>>,
    /// How many entries each theme, each person and each organization has, when their lists are a file
    /// of their own; else empty.
    pub totals: Vec<u32>,
    /// The lists of themes, people and organizations. Empty when they are here.
    pub lists: FileRef,
    /// Where the talks and notes are, in order of their entries. The first begins with entry 0.
    pub shards: Vec<Shard>,
    /// The index of words.
    pub search: FileRef,
    /// For each entry, how many come before it by title.
    pub titles: FileRef,
    /// What notes say of themes.
    pub evidence: FileRef,
    /// The files of the texts of notes: of recaps that nobody could place, then of each edition of the tables.
    pub note_texts: FileRef,
}

/// The talks and notes of a run of entries.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Shard {
    /// The number of its first entry. It ends where the next one begins.
    pub first: u32,
    /// The file that holds them. Empty when they come with the catalog index.
    pub file: FileRef,
}

/// A file of the dataset that another one names.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct FileRef {
    /// Name beside the manifest.
    pub path: String,
    /// What its bytes must be, as in HTML's `integrity`.
    pub integrity: String,
}
