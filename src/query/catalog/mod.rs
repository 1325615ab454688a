//! The things of a collection: looked up by id, in order of time, and from each to those that belong to it.

mod backlinks;
mod chronology;
mod entity_index;
mod entity_relations;
mod locations;
mod related_talks;
mod signatures;

pub(crate) use chronology::{Direction, Moment};
pub use entity_index::EntityIndex;
pub(super) use entity_index::places;
pub use locations::{location_word, locations};
pub use related_talks::Related;
pub use signatures::{Signature, author_key, signatures, signed_names};
