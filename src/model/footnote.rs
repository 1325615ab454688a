//! Links between a text and its footnotes.

use super::{Block, Inline};
use std::fmt;

/// How the addresses of links between a text and its footnotes begin.
pub const FOOTNOTE: &str = "#footnote-";

/// A link between a text and its footnotes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum FootnoteLink {
    /// From the text to a footnote.
    Reference {
        /// The number of the footnote in its note.
        number: u32,
        /// The text refers to it for the first time.
        is_first: bool,
    },
    /// From a footnote to the text.
    Back(u32),
}

impl FootnoteLink {
    /// Reads the address of a link. `None` when it has nothing to do with footnotes.
    pub fn of(url: &str) -> Option<Self> {
        let rest = url.strip_prefix(FOOTNOTE)?;
        let (number, end) = rest.split_once('-').unwrap_or((rest, ""));
        let number = number.parse().ok()?;
        match end {
            "" | "again" => Some(Self::Reference { number, is_first: end.is_empty() }),
            "back" => Some(Self::Back(number)),
            _ => None,
        }
    }

    /// The number of the footnote that an item of a list is.
    pub fn of_item(item: &[Block]) -> Option<u32> {
        let Some(Block::Paragraph(text)) = item.last() else { return None };
        let Some(Inline::Link { url, .. }) = text.last() else { return None };
        match Self::of(url)? {
            Self::Back(number) => Some(number),
            Self::Reference { .. } => None,
        }
    }
}

impl fmt::Display for FootnoteLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reference { number, is_first: true } => write!(f, "{FOOTNOTE}{number}"),
            Self::Reference { number, is_first: false } => write!(f, "{FOOTNOTE}{number}-again"),
            Self::Back(number) => write!(f, "{FOOTNOTE}{number}-back"),
        }
    }
}
