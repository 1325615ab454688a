//! What is found and counted: a talk, or a note that is about no talk.

use super::Kind;
use crate::model::{ConferenceId, NoteId, OrganizationId, PersonId, TalkId, ThemeId};

/// Names an entry of one [`Index`](super::Index). Ordered as the catalog: talks, then notes.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct EntryId(pub(super) usize);

/// What an entry is.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum About {
    /// A talk, with all notes on it.
    Talk(TalkId),
    /// A note that is about no talk.
    Note(NoteId),
}

/// What is found and counted: a talk, or a note that is about no talk.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entry {
    /// What it is.
    pub about: About,
    /// The edition, if known.
    pub conference: Option<ConferenceId>,
    /// Year of the edition's start; else that in which its recap was published; else none.
    pub year: Option<u16>,
    /// Its kind.
    pub kind: Kind,
    /// It has a recording, itself or in a note on it.
    pub has_video: bool,
    /// Its themes, those of the notes on it, and the broader themes of each; sorted.
    pub themes: Vec<ThemeId>,
    /// Speakers, and people the notes name; sorted.
    pub people: Vec<PersonId>,
    /// Organizations spoken for, and those the notes name; sorted.
    pub organizations: Vec<OrganizationId>,
}
