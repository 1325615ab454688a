//! People and organizations: which words name them, and their ids.

mod directory;
mod entities;
mod filter;
mod overlap;

pub(super) use directory::NameDirectory;
pub(super) use entities::Entities;
pub(super) use overlap::{LongerNames, RecapNames};
