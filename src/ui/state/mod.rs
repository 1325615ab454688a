//! The state of the explorer, and how views ask for it.

pub mod collection;
mod context;
pub mod explorer;
pub(crate) mod flag;
pub mod loader;
pub(crate) mod settings;
pub mod texts;
pub mod words;
