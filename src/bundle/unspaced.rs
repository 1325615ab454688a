//! Words in scripts without spaces between them.

use std::ops::Range;

/// Whether a character belongs to a script without spaces between words: `RubyKaigi参加` is two words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// Whether a character is a syllable of Korean, which joins particles to names.
pub(super) fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

/// A word in its parts, if it contains a script without spaces: a run of katakana or of other scripts is one part, and
/// so is each other character.
pub(super) fn without_spaces(text: &str, word: Range<usize>) -> Vec<Range<usize>> {
    let written = text.get(word.clone()).unwrap_or_default();
    if written.is_ascii() || !written.contains(|c| is_unspaced(c) || is_hangul(c)) {
        return vec![word];
    }
    let kind = |c: char| match c {
        '\u{30a0}'..='\u{30ff}' => 1,
        c if is_unspaced(c) || is_hangul(c) => 2,
        _ => 0,
    };
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut last = 2;
    for (at, c) in written.char_indices() {
        let (start, end) = (word.start + at, word.start + at + c.len_utf8());
        match parts.last_mut().filter(|_| kind(c) == last && last < 2) {
            Some(part) => part.end = end,
            None => parts.push(start..end),
        }
        last = kind(c);
    }
    parts
}

/// Whether some bytes are a part of a longer run of letters in a script without spaces.
pub(super) fn is_within(text: &str, range: &Range<usize>) -> bool {
    let is_joined = |at: usize| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at..).and_then(|text| text.chars().next());
        before.zip(after).is_some_and(|(one, other)| {
            let is_split = [one, other].into_iter().any(|c| is_unspaced(c) || is_hangul(c));
            is_split && one.is_alphanumeric() && other.is_alphanumeric()
        })
    };
    is_joined(range.start) || is_joined(range.end)
}
