//! The edition that a part of a recap names.

/// Lines that name a separate edition, such as a row of a table.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::bundle) struct PartEdition {
    /// First line.
    pub(in crate::bundle) first: u32,
    /// Last line.
    pub(in crate::bundle) last: u32,
    /// The edition. `None` when it cannot be identified.
    pub(in crate::bundle) edition: Option<usize>,
    /// The words that name it.
    pub(in crate::bundle) words: String,
}
