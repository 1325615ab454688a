//! Finds the entries that answer a query, orders and counts them, and marks its words in their texts.

mod engine;
mod highlight;
mod matching;
mod search;

pub use engine::Engine;
pub use highlight::{Snippet, Terms, highlights, snippet};
pub use matching::Correction;
pub use search::{Extras, Hit, Matches, search};
