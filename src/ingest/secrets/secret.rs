//! A secret in a line, and the words among which it is found.

use std::ops::Range;

/// A secret in a line.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Secret {
    /// The secret itself.
    pub(super) value: Range<usize>,
    /// The secret with the label before it: "Passcode: 992817".
    pub(super) whole: Range<usize>,
    /// The rest of its word is an address that works without it.
    pub(super) is_part: bool,
}

impl Secret {
    /// A secret without a label.
    pub(super) fn bare(value: Range<usize>) -> Self {
        Self { whole: value.clone(), value, is_part: false }
    }

    /// A secret behind a label that begins at a place.
    pub(super) fn labeled(value: Range<usize>, label: usize) -> Self {
        Self { whole: label..value.end, value, is_part: false }
    }
}

/// The words of a line with their places: runs between white space, quotation marks and brackets.
pub(super) fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    const MARKS: [char; 14] =
        ['<', '>', '"', '\'', '“', '”', '(', ')', '[', ']', '|', '`', '*', ','];
    let is_mark = |c: char| c.is_whitespace() || MARKS.contains(&c);
    let mut at = 0;
    line.split(is_mark).filter_map(move |word| {
        let start = at;
        let end = start + word.len();
        at = end + line.get(end..)?.chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((start, word))
    })
}
