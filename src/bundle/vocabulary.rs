//! Finds known names and phrases in a text as whole words. If two overlap, the longer one wins.

use super::unspaced::{is_hangul, is_unspaced, is_within, may_be_name, without_spaces};
use std::collections::BTreeMap;
use std::ops::Range;

/// A known phrase in a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct PhraseMatch {
    /// The number that was given to the phrase.
    pub id: usize,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

#[derive(Clone, Debug)]
struct Phrase {
    id: usize,
    words: Vec<String>,
    /// The words as written, if only this spelling counts.
    exact: Option<Vec<String>>,
}

/// A text split into words, so that several vocabularies can search it.
#[derive(Debug)]
pub(super) struct IndexedText<'a> {
    whole: &'a str,
    ranges: Vec<Range<usize>>,
    written: Vec<&'a str>,
    /// The words in lower case.
    folded: Vec<String>,
}

impl<'a> IndexedText<'a> {
    /// Splits a text into words.
    pub(super) fn new(text: &'a str) -> Self {
        let ranges: Vec<Range<usize>> =
            words(text).flat_map(|range| without_spaces(text, range)).collect();
        let written: Vec<&str> =
            ranges.iter().map(|range| text.get(range.clone()).unwrap_or_default()).collect();
        let folded = written.iter().map(|word| word.to_lowercase()).collect();
        Self { whole: text, ranges, written, folded }
    }

    /// The words in lower case.
    #[cfg(test)]
    pub(super) fn folded(&self) -> &[String] {
        &self.folded
    }

    /// The text itself.
    pub(super) fn whole(&self) -> &'a str {
        self.whole
    }

    /// Whether the text contains `words` in this spelling, as whole words or not.
    pub(super) fn contains(&self, words: &str) -> bool {
        self.whole.contains(words)
    }

    /// The text in a byte range.
    pub(super) fn get(&self, range: Range<usize>) -> &'a str {
        self.whole.get(range).unwrap_or_default()
    }
}

/// Phrases to look for.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    /// Phrases by their first word in lower case, longest first.
    by_word: BTreeMap<String, Vec<Phrase>>,
}

impl Vocabulary {
    /// Adds a phrase for the thing with that number.
    pub(super) fn add(&mut self, id: usize, phrase: &str, is_exact: bool) {
        let IndexedText { written, folded, .. } = IndexedText::new(phrase);
        let written = || written.into_iter().map(str::to_owned).collect();
        let Some(first) = folded.first().cloned() else { return };
        let phrases = self.by_word.entry(first).or_default();
        phrases.push(Phrase { id, words: folded, exact: is_exact.then(written) });
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
    }

    /// The phrases in the text, in order and without overlap.
    pub(super) fn find(&self, text: &str) -> Vec<PhraseMatch> {
        self.find_in(&IndexedText::new(text))
    }

    /// The same for a text that is already split into words.
    pub(super) fn find_in(&self, text: &IndexedText<'_>) -> Vec<PhraseMatch> {
        // A short name may be a part of a longer one: 「田中」 in 「田中央」.
        let mut found = self.find_where(text, |_| true);
        found.retain(|found| !is_within(text.whole, &found.range));
        found
    }

    /// The same, but ignores single words in compounds with another meaning: `docker-compose` is not Docker, but
    /// `gVisor-based` is about gVisor. In scripts without spaces, names are also found within text: 「機織」 in 「機織の話」.
    pub(super) fn find_apart(&self, text: &IndexedText<'_>) -> Vec<PhraseMatch> {
        let mut found = self.find_where(text, |range| is_apart(text.whole, range));
        found.retain(|found| may_be_name(text.whole, &found.range));
        found
    }

    fn find_where(
        &self,
        text: &IndexedText<'_>,
        may_be_one: impl Fn(&Range<usize>) -> bool,
    ) -> Vec<PhraseMatch> {
        let IndexedText { whole: _, ranges, written, folded } = text;
        let mut found = Vec::new();
        let mut at = 0;
        while at < folded.len() {
            let may_be_one = || ranges.get(at).is_some_and(&may_be_one);
            match self.phrase_at(folded, written, at, may_be_one) {
                Some((id, length)) => {
                    if let (Some(first), Some(last)) = (ranges.get(at), ranges.get(at + length - 1))
                    {
                        found.push(PhraseMatch { id, range: first.start..last.end });
                    }
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The longest phrase that begins at a word. `may_be_one` decides whether that word alone may be one.
    fn phrase_at(
        &self,
        folded: &[String],
        written: &[&str],
        at: usize,
        may_be_one: impl Fn() -> bool,
    ) -> Option<(usize, usize)> {
        let first = folded.get(at)?;
        // The plural of a single-word phrase is a different word.
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
                (is_match && is_as_written && (length > 1 || may_be_one()))
                    .then_some((phrase.id, length))
            })
    }
}

/// Whether a text contains the words of `phrase` as whole words, in this spelling.
pub(super) fn contains_phrase(text: &str, phrase: &str) -> bool {
    let mut vocabulary = Vocabulary::default();
    vocabulary.add(0, phrase, true);
    !vocabulary.find(text).is_empty()
}

/// The byte ranges of the words: letters and digits, so that `CRI-O` is two words and `weeks` one.
///
/// Signs that distinguish names belong to their word: `C++`, `F#` and `.NET` are not `C`, `F` and `NET`. A dot belongs
/// to the word after it at the start of the text, after a space and after a bracket.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = rest.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = start
            + text.get(start..).and_then(|text| text.chars().next()).map_or(1, char::len_utf8);
        while let Some((at, c)) = rest.next_if(|(_, c)| c.is_alphanumeric()) {
            end = at + c.len_utf8();
        }
        let begins_with_dot = is_dotted(text.get(..start).unwrap_or_default());
        end += sign_after(text.get(end..).unwrap_or_default());
        Some(if begins_with_dot { start - 1 } else { start }..end)
    })
}

/// Whether the text before a word ends with a dot that belongs to the word.
fn is_dotted(before: &str) -> bool {
    before.strip_suffix('.').is_some_and(|before| {
        let last = before.chars().next_back();
        last.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '“'))
    })
}

/// The length in bytes of the sign after a word that belongs to it: `++` or `#`, as in `C++17` and `C#`.
fn sign_after(after: &str) -> usize {
    if after.starts_with("++") {
        return 2;
    }
    let Some(rest) = after.strip_prefix('#') else { return 0 };
    usize::from(!rest.starts_with(char::is_alphanumeric))
}

/// Whether a word stands alone or in a compound that is still about it.
///
/// A compound is about its first word when an adjective (`gVisor-based`, `Istio-compatible`), a number
/// (`Istio-1.5`) or a capitalized noun follows, as in German and in titles (`Istio-Workshop`). It is about its
/// last word only after capitalized words (`Kubernetes-Security`). Any other compound is a word of its own:
/// `docker-compose`, `cutting-edge`, `non-Docker`.
fn is_apart(text: &str, word: &Range<usize>) -> bool {
    let is_part = |c: char| {
        c.is_alphanumeric() && !is_unspaced(c) && !is_hangul(c) || matches!(c, '-' | '_' | '‑')
    };
    let before = text.get(..word.start).unwrap_or_default();
    let head = before.trim_end_matches(is_part).len();
    let head = before.get(head..).unwrap_or_default().trim_start_matches(['-', '_', '‑']);
    let after = text.get(word.end..).unwrap_or_default();
    let tail = after.split(|c: char| !is_part(c)).next().unwrap_or_default();
    let tail = tail.trim_end_matches(['-', '_', '‑']);
    let is_proper = |part: &str| {
        let mut characters = part.chars();
        characters.next().is_some_and(char::is_uppercase)
            && characters.next().is_some_and(char::is_lowercase)
    };
    let parts = |text: &'_ str| -> Vec<String> {
        let parts = text.split(['-', '_', '‑']).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    let speaks_of_it = |part: &String| {
        is_proper(part) || part.starts_with(|c: char| c.is_ascii_digit()) || is_adjective(part)
    };
    let (head, tail) = (parts(head), parts(tail));
    let begins_well = head.iter().all(|part| is_proper(part));
    let written_large =
        text.get(word.clone()).is_some_and(|word| word.contains(char::is_uppercase));
    (head.is_empty() || begins_well && written_large) && tail.first().is_none_or(speaks_of_it)
}

/// Whether the end of a compound makes it an adjective.
fn is_adjective(part: &str) -> bool {
    const ENDS: &[&str] = &["ed", "ing", "ble", "ic", "ive", "ous", "built"];
    const WORDS: &[&str] = &[
        "aware", "driven", "first", "free", "friendly", "heavy", "led", "less", "like", "only",
        "ready", "style", "wide",
    ];
    let part = part.to_lowercase();
    WORDS.contains(&part.as_str()) || part.len() >= 5 && ENDS.iter().any(|end| part.ends_with(end))
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
    fn a_compound_is_one_word_unless_it_speaks_of_the_name() {
        let mut vocabulary = Vocabulary::default();
        let known = ["docker", "gVisor", "Istio", "etcd", "edge", "security", "service mesh"];
        for (id, phrase) in known.into_iter().enumerate() {
            vocabulary.add(id, phrase, false);
        }
        for text in [
            "gVisor-based",
            "an etcd-backed store",
            "Istio-native",
            "Docker-like boxes",
            "Istio-compatible",
            "Istio-Workshop",
            "Istio-1.5",
            "Kubernetes-Security",
            "the service-mesh-layer",
            "Istio/Envoy",
            "Istio - the mesh",
            "Istio's -",
        ] {
            assert_eq!(vocabulary.find_apart(&IndexedText::new(text)).len(), 1, "{text}");
        }
        for text in [
            "docker-compose",
            "docker_compose.yaml",
            "etcd-operator",
            "cutting-edge",
            "non-Docker images",
            "Docker-in-Docker",
            "multi-edge-ready",
        ] {
            assert_eq!(vocabulary.find_apart(&IndexedText::new(text)), [], "{text}");
            assert!(!vocabulary.find(text).is_empty(), "{text}");
        }
        let mut listed = Vocabulary::default();
        listed.add(0, "docker-compose", false);
        assert_eq!(listed.find_apart(&IndexedText::new("docker-compose")).len(), 1);
    }

    #[test]
    fn signs_are_part_of_a_word() {
        let mut vocabulary = Vocabulary::default();
        let known = ["C", "C++", "C#", ".NET", "F#", "net"];
        for (id, phrase) in known.into_iter().enumerate() {
            vocabulary.add(id, phrase, false);
        }
        for (text, expected) in [
            ("from C to C++17 and C#.", &["C", "C++", "C#"][..]),
            ("on .NET 8, (.NET) and F#", &[".NET", ".NET", "F#"]),
            ("the net result. Net profit", &["net", "net"]),
            ("press F to pay", &[]),
            ("well...net, F#7", &["net"]),
        ] {
            let found = vocabulary.find(text);
            let found: Vec<&str> = found.into_iter().map(|found| &text[found.range]).collect();
            let folded = |words: &[&str]| words.join(" ").to_lowercase();
            assert_eq!(folded(&found), folded(expected), "{text}");
        }
    }

    #[test]
    fn the_longer_of_two_phrases_wins() {
        check("CRI-O is a CRI", &["CRI-O", "CRI"]);
    }

    #[test]
    fn names_are_found_in_text_without_spaces() {
        let mut vocabulary = Vocabulary::default();
        for (id, phrase) in
            ["機織", "ウール", "Feltmesh", "직물", "機械学習"].into_iter().enumerate()
        {
            vocabulary.add(id, phrase, false);
        }
        for (text, n_found) in [
            ("機織の話", 1),
            ("楽しい機織とウールを学ぶ", 2),
            ("Feltmeshの機織", 2),
            ("직물에 대한 발표", 1),
            ("ウールマーク", 0),
            ("機と織", 0),
            // Names of two characters need a boundary at both ends; those of Korean begin a word.
            ("手機織物の話", 0),
            ("新機織の話", 0),
            ("機織者の話", 0),
            ("他的機織和羊毛", 1),
            ("大規模機械学習入門", 1),
            ("모직물에 대한 발표", 0),
            ("「직물」과 실", 1),
        ] {
            assert_eq!(vocabulary.find_apart(&IndexedText::new(text)).len(), n_found, "{text}");
        }
        // Names of people and places are whole words.
        for (text, n_found) in [("機織", 1), ("「機織」とFeltmesh", 1), ("機織の話", 0)]
        {
            assert_eq!(vocabulary.find(text).len(), n_found, "{text}");
        }
    }

    #[test]
    fn some_phrases_count_only_as_written() {
        check("at the helm of Helm", &["Helm"]);
    }
}
