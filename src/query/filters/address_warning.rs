//! The parts of an address that were ignored, and why.

use std::fmt;

/// A part of an address that was ignored. Displays as words for a curator.
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
    /// Not one of our keys. It may belong to another program: [`foreign_parts`](crate::query::foreign_parts).
    UnknownKey,
    /// Neither a year nor a range of years.
    NotAYear,
    /// A year outside of 1900 to 2199, or a range that ends before it begins.
    ImpossibleYear,
    /// Not one of the words this key takes.
    NotAChoice,
    /// Not in the form of an id: `a-z`, `0-9`, `-` and `.`.
    NotAnId,
    /// The form is right, but the collection does not have the id.
    NotInCollection,
    /// The address or its search text is too long, so the end was not read.
    TooLong,
}

/// How many characters of a value the reader sees.
const SHOWN_CHARS: usize = 40;

impl AddressWarning {
    /// The part as shown to the reader, e.g. `year=20x`: shortened, and without characters that could change the
    /// sentence around it.
    pub fn part(&self) -> String {
        let mut part = visible_start(&self.key);
        if !self.value.is_empty() {
            part.push('=');
            part += &visible_start(&self.value);
        }
        part
    }
}

impl fmt::Display for AddressWarning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ignored {}: {}", self.part(), self.problem)
    }
}

impl fmt::Display for AddressProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnknownKey => "not a filter of this page",
            Self::NotAYear => "not a year such as 2018 or a range such as 2016..2018",
            Self::ImpossibleYear => "years go from 1900 to 2199, the earlier one first",
            Self::NotAChoice => "not one of the choices",
            Self::NotAnId => "names are written with a-z, 0-9 and hyphens here",
            Self::NotInCollection => "not in this collection",
            Self::TooLong => "the rest is too long to be read",
        })
    }
}

fn visible_start(text: &str) -> String {
    let mut letters = text.chars().filter(|character| !is_invisible(*character));
    let mut shown: String = letters.by_ref().take(SHOWN_CHARS).collect();
    if letters.next().is_some() {
        shown.push('…');
    }
    shown
}

/// Control characters and direction marks, with which an address could change our sentence.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
