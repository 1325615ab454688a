//! What the first view needs: every entity, no text.

use super::{Conference, NoteHead, Organization, Person, Recap, Series, Talk, Theme};
use serde::{Deserialize, Serialize};

/// Every entity of a dataset, without the text of its notes.
///
/// References between entities are ids that exist in the same catalog; the bundler checks it.
/// Series, people, organizations and themes are sorted by id; conferences by start, newest first,
/// those without a date last; talks and recaps in the order of their conferences.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
pub struct Catalog {
    /// Series of conferences.
    pub series: Vec<Series>,
    /// Editions, with or without recaps.
    pub conferences: Vec<Conference>,
    /// Talks.
    pub talks: Vec<Talk>,
    /// People who spoke or are named.
    pub people: Vec<Person>,
    /// Organizations somebody spoke for, or that are named.
    pub organizations: Vec<Organization>,
    /// Themes that are named at least once, and those broader ones that they are part of.
    pub themes: Vec<Theme>,
    /// Articles.
    pub recaps: Vec<Recap>,
    /// Heads of the notes, in the order of their recaps.
    pub notes: Vec<NoteHead>,
}
