//! Queries on a collection, and their answers.
//!
//! A [`Query`] is the whole filter state, and its address is its serialized form. An [`Engine`] has the facts about
//! every entry, [`Extras`] the data that only some answers need. [`search()`] returns the [`Matches`] of a query. An
//! [`EntityIndex`] looks up an entity and its relations by id.
//!
//! Pure: no I/O, no clock, and nothing here can fail.

mod action;
mod address;
mod address_warning;
mod backlinks;
mod chronology;
mod engine;
mod entity_index;
mod entity_relations;
mod entry;
mod entry_set;
mod expression;
mod facet;
mod facet_index;
mod filter_state;
mod fold;
mod highlight;
mod indexed_catalog;
mod letters;
mod locations;
mod matching;
mod numbers;
mod qualifier;
mod related_talks;
mod search;
mod selection;
#[cfg(feature = "bundle")]
pub(crate) mod sentences;
mod signatures;
pub(crate) mod sorting;
mod spelling;
mod stem;
mod text_index;
mod text_index_builder;
mod typo;
mod view;
mod words;
mod years;

pub use action::{Action, History};
pub use address::foreign_parts;
pub use address_warning::{AddressProblem, AddressWarning};
pub(crate) use chronology::{Direction, Moment};
pub use engine::Engine;
pub use entity_index::EntityIndex;
pub use entry::{About, EntryId};
pub use facet::{Facet, FacetValue, Kind};
pub use facet_index::{FacetCounts, FacetIndex};
pub use filter_state::{MAX_TEXT_CHARS, Query};
pub use fold::folded;
pub use highlight::{Snippet, Terms, highlights, snippet};
pub use indexed_catalog::{Evidence, IndexedCatalog};
pub use locations::{location_word, locations};
pub use matching::Correction;
pub(crate) use numbers::{to_f64, to_usize};
pub use related_talks::Related;
pub use search::{Extras, Hit, Matches, search};
pub use selection::Selection;
pub use signatures::{Signature, author_key, signatures, signed_names};
pub use stem::Stems;
pub use text_index::{
    IndexPart, Positions, PostingLists, TextIndex, positions_from_wire, positions_into_wire,
};
pub use view::{Sort, View};
pub use years::{MAX_YEAR, MIN_YEAR, year_runs};
