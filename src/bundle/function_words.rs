//! Words that only connect others.

use crate::query::folded;
use std::collections::BTreeSet;

/// The words of a language that say nothing about a subject, such as "the", "of" and "how"; folded. A search does not
/// ask for them. Empty if the language is unknown. `language` is a BCP 47 tag.
pub fn function_words(language: &str) -> BTreeSet<String> {
    let primary = language.split('-').next().unwrap_or_default();
    let words = stop_words::lookup(primary).unwrap_or_default();
    words.iter().map(|word| folded(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::function_words;

    #[test]
    fn they_are_those_of_the_language() {
        for (language, word) in [("en", "of"), ("en-GB", "how"), ("de", "fur"), ("ja", "から")] {
            assert!(function_words(language).contains(word), "{language} {word}");
        }
        assert!(!function_words("en").contains("und"));
        assert!(function_words("x-unknown").is_empty());
    }

    /// A longer list would swallow the subject of a question.
    #[test]
    fn subjects_are_none() {
        let words = function_words("en");
        let subjects = ["open", "system", "work", "state", "production", "scale", "go", "c", "r"];
        assert_eq!(subjects.map(|word| words.contains(word)), [false; 9]);
    }
}
