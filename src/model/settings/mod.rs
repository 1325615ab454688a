//! What a curator sets for the whole site. It is not part of the dataset, and the client does not know it: `bundle` reads
//! it, and `pages` and `publish` follow it.

mod embedding;
mod look;
mod statistics;

pub use embedding::{Embedding, ExtraFiles, SavedView};
pub use look::{Accent, Fonts, Look};
pub use statistics::Statistics;
