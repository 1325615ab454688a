//! What a word is, and which spellings and forms of it count as the same.

pub(super) mod fold;
mod letters;
mod spelling;
mod stem;
pub(super) mod typo;
mod word;

pub use fold::folded;
pub(super) use spelling::other_spellings;
pub use stem::Stems;
pub(super) use word::{Word, words};
