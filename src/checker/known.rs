//! Tells whether two texts say the same, sentence by sentence. A site publishes numbers for its sentences, which are a
//! tenth of their length.

use crate::query::folded;
use crate::text::sentences::sentences;
use fnv::FnvHasher;
use std::hash::Hasher as _;

/// Minimum length of a sentence, in bytes of letters and digits. Shorter ones may be equal by chance.
const FEWEST: usize = 20;

/// A number for each sentence of a text. The command and the browser compute the same number, whatever the case, the
/// accents and the punctuation.
pub(super) fn sentence_marks(text: &str) -> Vec<u32> {
    let letters = |sentence: &str| -> String {
        folded(sentence).chars().filter(|it| it.is_alphanumeric()).collect()
    };
    let sentences = sentences(text).into_iter().map(letters);
    sentences.filter(|letters| letters.len() >= FEWEST).map(|letters| mark(&letters)).collect()
}

/// Half of the FNV-1a hash, which is the same in a build and in the browser.
#[expect(clippy::cast_possible_truncation, reason = "half of the bits tell sentences apart")]
fn mark(text: &str) -> u32 {
    let mut hasher = FnvHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish() as u32
}

/// An address without the parts that may differ for the same page.
pub(super) fn same_address(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.trim_end_matches('/').to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_the_same_whatever_their_signs() {
        for (one, other, n) in [
            ("The loom “sings” all night.", "the LOOM sings, all night!", 1),
            ("The loom sings all night. So do we.", "The loom sings all night.\nSo do we.", 1),
            ("Le métier à tisser chante la nuit.", "Le metier a tisser chante la nuit", 1),
            ("今夜は織機が歌っている。", "今夜は織機が歌っている", 1),
            ("Too short.", "Too short.", 0),
            ("", "", 0),
        ] {
            assert_eq!(sentence_marks(one), sentence_marks(other), "{one}");
            assert_eq!(sentence_marks(one).len(), n, "{one}");
        }
        assert_ne!(
            sentence_marks("The loom sings all night."),
            sentence_marks("The loom sings all noon.")
        );
    }

    #[test]
    fn a_number_is_that_of_other_programs() {
        // The lower halves of the test vectors of the hash.
        assert_eq!([mark(""), mark("a"), mark("foobar")], [0x8422_2325, 0x8601_ec8c, 0xf739_67e8]);
    }

    #[test]
    fn addresses_of_one_page_are_the_same() {
        for url in [
            "https://www.weaver.example/Looms/",
            "http://weaver.example/looms?utm_source=feed",
            "weaver.example/looms#top",
        ] {
            assert_eq!(same_address(url), "weaver.example/looms", "{url}");
        }
        assert_eq!(same_address(""), "");
    }
}
