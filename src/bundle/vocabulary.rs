//! Finds known names and phrases in a text as whole words; of two at one place the longer wins.

use std::collections::BTreeMap;
use std::ops::Range;

/// A known phrase in a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Found {
    /// The number that was given for the phrase.
    pub id: usize,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

#[derive(Clone, Debug)]
struct Phrase {
    id: usize,
    words: Vec<String>,
    /// The words as written, when only that spelling counts.
    exact: Option<Vec<String>>,
}

/// Phrases to look for.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    /// Phrases by their first word in lower case, longest first.
    by_word: BTreeMap<String, Vec<Phrase>>,
}

impl Vocabulary {
    /// Adds a phrase that means the thing with that number.
    pub(super) fn add(&mut self, id: usize, phrase: &str, is_exact: bool) {
        let written: Vec<String> =
            words(phrase).map(|range| phrase.get(range).unwrap_or_default().to_owned()).collect();
        let folded: Vec<String> = written.iter().map(|word| word.to_lowercase()).collect();
        let Some(first) = folded.first().cloned() else { return };
        let phrases = self.by_word.entry(first).or_default();
        phrases.push(Phrase { id, words: folded, exact: is_exact.then_some(written) });
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
    }

    /// The phrases in the text, in order and without overlap.
    pub(super) fn find(&self, text: &str) -> Vec<Found> {
        let ranges: Vec<Range<usize>> = words(text).collect();
        let written: Vec<&str> =
            ranges.iter().map(|range| text.get(range.clone()).unwrap_or_default()).collect();
        let folded: Vec<String> = written.iter().map(|word| word.to_lowercase()).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < folded.len() {
            match self.phrase_at(&folded, &written, at) {
                Some((id, length)) => {
                    if let (Some(first), Some(last)) = (ranges.get(at), ranges.get(at + length - 1))
                    {
                        found.push(Found { id, range: first.start..last.end });
                    }
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }

    fn phrase_at(&self, folded: &[String], written: &[&str], at: usize) -> Option<(usize, usize)> {
        let first = folded.get(at)?;
        // A plural of a single-word phrase starts with another word than the phrase.
        let singular = first.strip_suffix('s').filter(|word| word.len() >= 3);
        let candidates = [Some(first.as_str()), singular];
        candidates
            .into_iter()
            .flatten()
            .filter_map(|word| self.by_word.get(word))
            .flatten()
            .find_map(|phrase| {
                let length = phrase.words.len();
                let text = folded.get(at..at + length)?;
                let last = length - 1;
                let is_match =
                    phrase.words.iter().zip(text).enumerate().all(|(index, (known, word))| {
                        known == word
                            || index == last
                                && known.len() >= 3
                                && word.strip_suffix('s') == Some(known)
                    });
                let is_as_written = phrase.exact.as_ref().is_none_or(|exact| {
                    exact
                        .iter()
                        .zip(written.get(at..).unwrap_or_default())
                        .all(|(known, word)| known == word || word.strip_suffix('s') == Some(known))
                });
                (is_match && is_as_written).then_some((phrase.id, length))
            })
    }
}

/// The byte ranges of the words: letters and digits, so that `CRI-O` is two words and `weeks` one.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = rest.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = start
            + text.get(start..).and_then(|text| text.chars().next()).map_or(1, char::len_utf8);
        while let Some((at, c)) = rest.next_if(|(_, c)| c.is_alphanumeric()) {
            end = at + c.len_utf8();
        }
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut vocabulary = Vocabulary::default();
        for (id, (phrase, is_exact)) in [
            ("eks", false),
            ("CRI", false),
            ("CRI-O", false),
            ("service mesh", false),
            ("Helm", true),
            ("gVisor", false),
        ]
        .into_iter()
        .enumerate()
        {
            vocabulary.add(id, phrase, is_exact);
        }
        let found: Vec<&str> =
            vocabulary.find(text).into_iter().map(|found| &text[found.range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn only_whole_words_are_found() {
        check("for weeks on EKS", &["EKS"]);
        check("GVisor and gvisor's", &["GVisor", "gvisor"]);
        check("Service meshes, service-mesh and a service mesh", &["service-mesh", "service mesh"]);
        check("", &[]);
    }

    #[test]
    fn the_longer_of_two_phrases_wins() {
        check("CRI-O is a CRI", &["CRI-O", "CRI"]);
    }

    #[test]
    fn some_phrases_count_only_as_written() {
        check("at the helm of Helm", &["Helm"]);
    }
}
