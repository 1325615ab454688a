//! Every word a reader sees, a table for each language.
//!
//! The words of the explorer are data ([`Strings`]): the client contains English and reads any other language from its
//! page. The words of static pages are in `site`, with all other languages.

mod dates;
pub mod english;
mod phrases;
mod plural;
mod table;

#[cfg(feature = "publish")]
pub(crate) mod site;

pub use table::Strings;

/// The element of a page that holds the words of the explorer, when they are not English.
pub(crate) const WORDS: &str = "hallway-words";
/// Its attribute with their lines.
pub(crate) const WORDS_LINES: &str = "data-lines";
