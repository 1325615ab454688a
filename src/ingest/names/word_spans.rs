//! The words of a text with their bytes, for finding names.

/// A word of a text without surrounding punctuation, and its bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub(in crate::ingest) text: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let bare = piece.trim_matches(|c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    ',' | ';' | ':' | '!' | '?' | '(' | ')' | '[' | ']' | '"' | '“' | '”' | '‘'
                )
        });
        // A full stop ends a word unless it marks an initial; an apostrophe at the end is also punctuation.
        let is_initial = bare.chars().count() == 2 && bare.ends_with('.');
        let bare = if is_initial { bare } else { bare.trim_end_matches(['.', '’', '\'']) };
        if let Some(offset) = piece.find(bare).filter(|_| !bare.is_empty()) {
            words.push(Word { text: bare, start: at + offset, end: at + offset + bare.len() });
        }
        at += piece.len();
    }
    words
}
