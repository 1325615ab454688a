//! What a search reads instead of the recaps: tables of entries, of the values of facets, and of words.

mod entry;
mod entry_set;
mod facet_index;
mod indexed_catalog;
mod text_index;
mod text_index_builder;

pub use entry::{About, EntryId};
pub(super) use entry_set::EntrySet;
pub use facet_index::{FacetCounts, FacetIndex};
pub use indexed_catalog::{Evidence, IndexedCatalog};
pub(super) use text_index::Term;
pub use text_index::{
    IndexPart, Positions, PostingLists, TextIndex, positions_from_wire, positions_into_wire,
};
