//! Queries on a collection, and their answers.
//!
//! A [`Query`] is the whole filter state, and its address is its serialized form. An [`Engine`] has the facts about
//! every entry, [`Extras`] the data that only some answers need. [`search()`] returns the [`Matches`] of a query. An
//! [`EntityIndex`] looks up an entity and its relations by id.
//!
//! Each room uses only those before it: `words`, `catalog`, `filters`, `index`, `answers`.
//!
//! Pure: no I/O, no clock, and nothing here can fail.

mod answers;
mod catalog;
mod filters;
mod index;
mod numbers;
pub(crate) mod sorting;
mod words;

pub use answers::{
    Correction, Engine, Extras, Hit, Matches, Snippet, Terms, highlights, search, snippet,
};
pub(crate) use catalog::{Direction, Moment};
pub use catalog::{
    EntityIndex, Related, Signature, author_key, location_word, locations, signatures, signed_names,
};
pub use filters::{
    Action, AddressProblem, AddressWarning, EntryKind, Facet, FacetValue, History, MAX_TEXT_CHARS,
    MAX_YEAR, MIN_YEAR, Query, Selection, Sort, View, foreign_parts, year_runs,
};
pub use index::{
    About, EntryId, Evidence, FacetCounts, FacetIndex, IndexPart, IndexedCatalog, Positions,
    PostingLists, TextIndex, positions_from_wire, positions_into_wire,
};
pub(crate) use numbers::{to_f64, to_usize};
pub use words::{Stems, folded};
