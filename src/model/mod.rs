//! The dataset: the types that the bundler writes and the client reads, and nothing else.
//!
//! Both sides are built from these types, so they *are* the format; [`SCHEMA`] lets an old client
//! say that it is old. Nothing here decides: a type knows whether it is
//! valid and what its words are, no more.

mod block;
mod catalog;
mod chunk;
mod conference;
mod date;
#[cfg(feature = "bundle")]
mod embedding;
mod id;
mod manifest;
mod outline;
mod packed;
mod plain_text;
mod provenance;
mod recap;
mod slug;
mod talk;

pub use block::{Block, Inline, Provider, Video};
pub use catalog::Catalog;
pub use chunk::{Chunk, CopyText, Extra, Note, OwnPage, Passage, Passages, Stretch, Words};
pub use conference::{Attendance, Conference, Series};
pub use date::{DateError, PartialDate};
#[cfg(feature = "bundle")]
pub use embedding::{Companions, Embedding, SavedView};
pub use id::{ConferenceId, NoteId, OrganizationId, PersonId, RecapId, SeriesId, TalkId, ThemeId};
pub use manifest::{FileEntry, FileRole, Manifest, Site, SitePage};
pub use outline::{FileRef, Outline, Shelf};
pub use packed::{Damaged, Ids, Packed, Unreadable};
pub use plain_text::{inline_text, plain_text};
pub use provenance::{Assignment, Lines, Method, Rule, Subject, Target};
pub use recap::{Copy, NoteHead, Recap, ThemeCount};
pub(crate) use slug::slug;
pub use talk::{Link, LinkKind, Organization, Person, Speaker, Talk, TalkKind, Theme};

/// Version of the dataset format. A client refuses data of another version and says so.
pub const SCHEMA: u32 = 1;
