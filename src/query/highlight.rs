//! Where in a text the search words stand.

use std::ops::Range;

/// The words and phrases to mark in what is shown. Empty when there is no text to search for.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Terms {
    /// Folded whole words.
    pub(super) words: Vec<String>,
    /// A folded beginning of words, from the last word typed.
    pub(super) prefix: Option<String>,
    /// Folded words that stand in a row.
    pub(super) phrases: Vec<Vec<String>>,
}

impl Terms {
    /// Whether there is nothing to mark.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.prefix.is_none() && self.phrases.is_empty()
    }
}

/// The byte ranges of `text` to mark: in order, apart from each other, on character boundaries.
pub fn highlights(_text: &str, _terms: &Terms) -> Vec<Range<usize>> {
    Vec::new()
}

/// A window on a text.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Snippet {
    /// The words in the window, without dots for what is left out.
    pub text: String,
    /// Byte ranges of `text` to mark.
    pub highlights: Vec<Range<usize>>,
    /// The text goes on before the window.
    pub is_cut_before: bool,
    /// The text goes on after the window.
    pub is_cut_after: bool,
}

/// The window of at most `max_chars` characters that holds most different search words; the
/// beginning when it holds none. Cuts between words where it can.
pub fn snippet(_text: &str, _terms: &Terms, _max_chars: usize) -> Snippet {
    Snippet::default()
}
