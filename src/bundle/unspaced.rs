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

/// Whether a character is of the script that Chinese and Japanese share.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// Small words of Chinese, which stand right beside names.
const SMALL_WORDS: &str = "的和与在是于对为从到用及或把被让给之了等跟與於對為從";

/// Whether a name may stand at some bytes of a text in a script without spaces.
///
/// Longer names are also found within a run of the same script. Two characters meet by chance: 「京都」 in 「東京都」,
/// so they need another script, a mark or a small word at both ends. In Korean, particles follow a name, and nothing
/// stands before it: 「넷이」 is not in 「인터넷이」.
pub(super) fn may_be_name(text: &str, range: &Range<usize>) -> bool {
    const LONG: usize = 3;
    let name = text.get(range.clone()).unwrap_or_default();
    let before = text.get(..range.start).and_then(|text| text.chars().next_back());
    let after = text.get(range.end..).and_then(|text| text.chars().next());
    if name.starts_with(is_hangul) {
        return !before.is_some_and(is_hangul);
    }
    let is_within = |c: char| is_han(c) && !SMALL_WORDS.contains(c);
    let is_short = name.chars().all(is_han) && name.chars().count() < LONG;
    !is_short || ![before, after].into_iter().flatten().any(is_within)
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
