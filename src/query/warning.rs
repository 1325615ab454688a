//! What of an address was ignored, and why.

use std::fmt;

/// A part of an address that was ignored. Displays as a sentence for the reader.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct AddressWarning {
    /// The key, e.g. `year`.
    pub key: String,
    /// The value, or the one of several that is wrong. May be empty.
    pub value: String,
    /// Why it was ignored.
    pub problem: AddressProblem,
}

/// Why a part of an address was ignored.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum AddressProblem {
    /// No key of ours. It may be another program's: [`foreign_parts`](super::foreign_parts).
    UnknownKey,
    /// Neither a year nor a range of years.
    NotAYear,
    /// A year outside of 1900 to 2199, or a range that ends before it begins.
    ImpossibleYear,
    /// Not one of the words this key takes.
    NotAChoice,
    /// Not of the form of an id: `a-z`, `0-9`, `-` and `.`.
    NotAnId,
    /// Not of the form `talk/id`.
    NotAPage,
    /// The form is right, but the collection holds no such thing.
    NotInCollection,
    /// The address, or its search text, goes on beyond what is read.
    TooLong,
}

impl fmt::Display for AddressWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.key, self.value)
    }
}
