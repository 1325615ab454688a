//! The dataset: the types that the bundler writes and the client reads, and nothing else.
//!
//! Both sides are built from these types, so they *are* the format; [`SCHEMA`] lets an old client
//! say that it is old. Nothing here decides: a type knows whether it is
//! valid and what its words are, no more.

mod block;
mod catalog;
mod catalog_index;
mod chunk;
mod conference;
mod date;
mod footnote;
mod id;
mod manifest;
mod plain_text;
mod provenance;
mod recap;
#[cfg(feature = "bundle")]
mod settings;
mod slug;
mod talk;
mod wire;

pub use block::{Alignment, Block, Inline, MEDIA, Provider, Table, Video, is_site_path};
pub use catalog::Catalog;
pub use catalog_index::{CatalogIndex, FileRef, Shard};
pub use chunk::{Chunk, CopyText, DiffSpan, Extra, Note, NoteText, NoteTexts, OwnPage, Stretch};
pub use conference::{Attendance, Conference, Series};
pub use date::{DateError, PartialDate};
pub use footnote::{FOOTNOTE, FootnoteLink};
pub use id::{ConferenceId, NoteId, OrganizationId, PersonId, RecapId, SeriesId, TalkId, ThemeId};
pub use manifest::{FileEntry, FileRole, Manifest, Site, SitePage};
pub use plain_text::{inline_text, plain_text};
pub use provenance::{Assignment, Lines, Method, Rule, Subject, Target};
pub use recap::{Copy, NoteHead, Recap, ThemeCount};
#[cfg(feature = "bundle")]
pub use settings::{Accent, Embedding, ExtraFiles, Fonts, Look, SavedView, Statistics};
pub(crate) use slug::slug;
pub use talk::{Link, LinkKind, Organization, Person, Speaker, Talk, TalkKind, Theme};
pub use wire::{Damaged, Ids, Unreadable, WireFile};

/// Version of the dataset format. A client refuses data of another version and says so.
pub const SCHEMA: u32 = 1;
