//! Splits text into words.
//!
//! A word is a run of letters and digits. Each ideograph and kana is a separate word, since those scripts have no
//! spaces. Everything else separates words, so `cloud-native` is two.

use super::{fold, letters::is_of_word};
use std::ops::Range;

/// A word and its position.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::query) struct Word {
    /// The word, folded. Never empty.
    pub(in crate::query) folded: String,
    /// Its bytes in the text.
    pub(in crate::query) range: Range<usize>,
}

/// The words of `text`, in order.
pub(in crate::query) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut is_open = false;
    for (start, character) in text.char_indices() {
        let is_alone = is_ideograph(character);
        let is_mark = fold::is_combining(character);
        let belongs = words.last().is_some_and(|word| word.range.end == start);
        if is_mark && !belongs || !(is_alone || is_mark || is_of_word(character)) {
            is_open = false;
            continue;
        }
        let end = start + character.len_utf8();
        match words.last_mut() {
            Some(word) if is_mark || is_open && !is_alone => {
                fold::push_folded(&mut word.folded, character);
                word.range.end = end;
            }
            Some(_) | None => {
                let mut folded = String::new();
                fold::push_folded(&mut folded, character);
                words.push(Word { folded, range: start..end });
            }
        }
        // A mark does not end a word.
        is_open = if is_mark { is_open } else { !is_alone };
    }
    words.retain(|word| !word.folded.is_empty());
    words
}

/// Whether `character` is a word by itself: kana, and the ideographs of Chinese and Japanese.
fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9d}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let words = words(text);
        assert_eq!(words.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>(), expected);
        for word in words {
            assert_eq!(fold::folded(&text[word.range]), word.folded);
        }
    }

    #[test]
    fn letters_and_digits_make_words() {
        check("", &[]);
        check(" -- !", &[]);
        check("Cloud-native gRPC, k8s 1.10", &["cloud", "native", "grpc", "k8s", "1", "10"]);
        check("It's Kelsey’s", &["it", "s", "kelsey", "s"]);
    }

    #[test]
    fn each_ideograph_is_a_word() {
        check("東京でk8s会議", &["東", "京", "で", "k8s", "会", "議"]);
    }

    #[test]
    fn an_accent_of_its_own_stays_with_its_letter() {
        check("cafe\u{301}s \u{301}x", &["cafes", "x"]);
        check("ki\u{ad}lo\u{ad}watt", &["kilowatt"]);
        check("か\u{3099}くﾌﾟ", &["が", "く", "プ"]);
        check("עִבְרִית ｋ８ｓ", &["עברית", "k8s"]);
    }
}
