//! Lists of words and phrases, each written as one string. A list is searched thousands of times per document, so it is
//! split only once, and phrases are found by their hash.

use fnv::FnvHasher;
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;
use std::sync::{LazyLock, PoisonError, RwLock};

/// A list after splitting.
#[derive(Default)]
struct SplitList {
    /// The phrases in order.
    phrases: Vec<&'static str>,
    known: HashSet<&'static str, Build>,
    /// The phrases by their lower-case first byte.
    by_first: HashMap<u8, Vec<&'static str>, Build>,
}

impl SplitList {
    fn new(phrases: impl Iterator<Item = &'static str>) -> Self {
        let mut list = Self { phrases: phrases.collect(), ..Self::default() };
        list.known.extend(&list.phrases);
        for phrase in &list.phrases {
            let first = phrase.bytes().next().unwrap_or_default().to_ascii_lowercase();
            list.by_first.entry(first).or_default().push(phrase);
        }
        list
    }
}

/// Fast for short texts. Its weakness does no harm: documents never add words.
type Build = BuildHasherDefault<FnvHasher>;

/// Returns the list in `text`. `split` splits it the first time; each list is always used with the same `split`.
fn taken_apart<I: Iterator<Item = &'static str>>(
    text: &'static str,
    split: fn(&'static str) -> I,
) -> &'static SplitList {
    type Lists = HashMap<(usize, usize), &'static SplitList, Build>;
    static LISTS: LazyLock<RwLock<Lists>> = LazyLock::new(RwLock::default);
    let key = (text.as_ptr().addr(), text.len());
    let known = LISTS.read().unwrap_or_else(PoisonError::into_inner).get(&key).copied();
    known.unwrap_or_else(|| {
        let list = Box::leak(Box::new(SplitList::new(split(text))));
        LISTS.write().unwrap_or_else(PoisonError::into_inner).entry(key).or_insert(list)
    })
}

fn of_phrases(text: &'static str) -> &'static SplitList {
    taken_apart(text, |text| text.split('|').map(str::trim))
}

/// Whether a phrase is in a list of phrases with `|` between them. The list is in lower case.
pub(in crate::ingest) fn has(list: &'static str, phrase: &str) -> bool {
    of_phrases(list).known.contains(phrase)
}

/// The phrases of a list, in order.
pub(in crate::ingest) fn phrases(list: &'static str) -> impl Iterator<Item = &'static str> {
    of_phrases(list).phrases.iter().copied()
}

/// The length of a listed phrase at the start of a text, in either case, with a space after it.
pub(in crate::ingest) fn leading(list: &'static str, text: &str) -> Option<usize> {
    let first = text.bytes().next()?.to_ascii_lowercase();
    let begun = of_phrases(list).by_first.get(&first)?.iter();
    let leads = |phrase: &&&str| {
        text.get(..phrase.len()).is_some_and(|head| head.eq_ignore_ascii_case(phrase))
            && text.get(phrase.len()..).is_some_and(|rest| rest.starts_with(' '))
    };
    begun.filter(leads).map(|phrase| phrase.len()).max()
}

/// Whether a space-separated list of words contains a word, ignoring case.
pub(super) fn is_listed(words: &'static str, word: &str) -> bool {
    taken_apart(words, str::split_ascii_whitespace).known.contains(word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    const JOINTS: &str = "by | presented by | À propos de | a cura di";

    #[test]
    fn the_longest_phrase_leads() {
        assert_eq!(leading(JOINTS, "Presented by Ada"), Some(12));
        assert_eq!(leading(JOINTS, "by Ada"), Some(2));
        assert_eq!(leading(JOINTS, "À propos de rien"), Some("À propos de".len()));
        assert_eq!(leading(JOINTS, "byline"), None);
        assert_eq!(leading(JOINTS, ""), None);
    }

    #[test]
    fn words_and_phrases_are_found_whole() {
        assert!(has(JOINTS, "a cura di") && !has(JOINTS, "a cura") && !has(JOINTS, ""));
        assert!(is_listed("loom wool", "Loom") && !is_listed("loom wool", "loo"));
        assert_eq!(phrases(JOINTS).count(), 4);
    }
}
