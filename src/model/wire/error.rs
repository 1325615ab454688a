//! Why a wire file cannot be read.

use std::fmt;

/// Why a wire file cannot be used.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unreadable {
    /// Its bytes do not follow the format.
    Damaged,
    /// It has another version of the format than this program reads.
    Schema,
}

/// The bytes do not follow the format.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Damaged;

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not of the format of a dataset")
    }
}

impl std::error::Error for Damaged {}

impl From<Damaged> for Unreadable {
    fn from(_: Damaged) -> Self {
        Self::Damaged
    }
}
