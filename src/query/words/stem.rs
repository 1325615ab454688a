//! Forms of one word: `mesh` and `meshes`, `scale`, `scales`, `scaled` and `scaling`.
//!
//! A light stemmer, since existing crates are larger than the whole search. It knows only English endings that do not
//! change the meaning. The index has words as they are written. Their forms are looked up during a search, so bundler
//! and client cannot disagree.

/// Which words are forms of one word: a rule for each language that has one.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Stems {
    /// Every word is its only form.
    #[default]
    None,
    /// Plurals, and forms with `-ed` and `-ing`.
    English,
}

/// The fewest letters of a stem: `us` is not a form of `using`.
const MIN_STEM: usize = 3;

impl Stems {
    /// The rule for a language, BCP 47.
    pub fn of(language: &str) -> Self {
        let is_english = language == "en" || language.starts_with("en-");
        if is_english { Self::English } else { Self::None }
    }

    /// Whether two folded words are forms of the same word.
    pub(in crate::query) fn are_forms(self, a: &str, b: &str) -> bool {
        a == b || (self == Self::English && english(a) == english(b))
    }

    /// The other words that may be forms of a folded word. Most of them do not exist.
    pub(in crate::query) fn forms(self, word: &str) -> Vec<String> {
        /// The endings of the forms of a word, after the common stem.
        const ENDINGS: [&str; 12] =
            ["", "s", "e", "es", "ed", "ing", "ings", "y", "ie", "ies", "ied", "ying"];
        let mut forms = Vec::new();
        if self == Self::None {
            return forms;
        }
        let stem = english(word);
        let beginning = stem.trim_end_matches(is_silent);
        let doubled = beginning.get(beginning.len().saturating_sub(1)..).unwrap_or_default();
        for before in [[beginning, ""], [beginning, doubled], [&stem, ""]] {
            for ending in ENDINGS {
                let form = before.concat() + ending;
                if form != word && english(&form) == stem {
                    forms.push(form);
                }
            }
        }
        forms
    }
}

/// Final letters of a stem that some forms lack: `note` and `noting`, `policy` and `policies`.
fn is_silent(letter: char) -> bool {
    matches!(letter, 'e' | 'i' | 'y')
}

/// The common part of the forms of an English word, as in the first steps of Porter's rules. Words with other
/// characters than `a` to `z`, such as `k8s`, have no other forms.
fn english(word: &str) -> String {
    let is_plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
    // The plural of something else.
    if !is_plain || word.len() <= MIN_STEM || word == "news" {
        return word.to_owned();
    }
    let mut stem = word;
    let mut ending = "";
    if let Some(shorter) = word.strip_suffix("ies").or_else(|| word.strip_suffix("ied")) {
        (stem, ending) = (shorter, if shorter.len() < MIN_STEM { "ie" } else { "i" });
    } else if let Some(singular) = word.strip_suffix('s').filter(|it| !it.ends_with('s')) {
        stem = singular;
    }
    let verb = stem.strip_suffix("ing").or_else(|| stem.strip_suffix("ed")).unwrap_or_default();
    // Not `speed`, not `string`.
    if verb.len() >= MIN_STEM && n_syllables(verb) > 0 && !stem.ends_with("eed") {
        stem = verb;
        if stem.len() > MIN_STEM && is_doubled(stem) {
            stem = without_last(stem);
        } else if is_short(stem) {
            ending = "e";
        }
    } else if let Some(shorter) = stem.strip_suffix('e')
        && shorter.len() >= MIN_STEM
        && !is_short(shorter)
    {
        stem = shorter;
    }
    if stem.ends_with("ll") && n_syllables(stem) > 1 {
        stem = without_last(stem);
    }
    if let [.., before, b'y'] = stem.as_bytes()
        && !is_vowel(*before)
    {
        (stem, ending) = (without_last(stem), "i");
    }
    [stem, ending].concat()
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// How many runs of vowels there are.
fn n_syllables(word: &str) -> usize {
    let mut was_vowel = false;
    let mut n_runs = 0;
    for byte in word.bytes() {
        let is_vowel = is_vowel(byte);
        n_runs += usize::from(is_vowel && !was_vowel);
        was_vowel = is_vowel;
    }
    n_runs
}

/// Whether it ends in a double consonant that only marks a short vowel before `-ing`.
fn is_doubled(word: &str) -> bool {
    matches!(word.as_bytes(), [.., a, b] if a == b && !is_vowel(*b) && !b"lsz".contains(b))
}

/// Whether it has one syllable that ends in a single consonant. Then an `e` belongs after it, as in `note`; `test` has
/// none.
fn is_short(word: &str) -> bool {
    let ends_so = matches!(word.as_bytes(), [.., a, b, c]
        if !is_vowel(*a) && is_vowel(*b) && !is_vowel(*c) && !matches!(c, b'w' | b'x'));
    ends_so && n_syllables(word) == 1
}

fn without_last(word: &str) -> &str {
    word.get(..word.len().saturating_sub(1)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn are_one(words: &str) {
        let words: Vec<&str> = words.split(' ').collect();
        for a in &words {
            for b in &words {
                assert!(Stems::English.are_forms(a, b), "{a} {b}: {} {}", english(a), english(b));
                assert!(a == b || Stems::English.forms(a).iter().any(|form| form == b), "{a} {b}");
            }
        }
    }

    #[track_caller]
    fn are_two(a: &str, b: &str) {
        assert!(!Stems::English.are_forms(a, b), "{a} {b}: {}", english(a));
    }

    #[test]
    fn forms_of_one_word() {
        are_one("pod pods");
        are_one("mesh meshes");
        are_one("box boxes boxing boxed");
        are_one("class classes");
        are_one("cache caches cached caching");
        are_one("service services serviced servicing");
        are_one("database databases");
        are_one("release releases released releasing");
        are_one("policy policies");
        are_one("apply applies applied applying");
        are_one("movie movies");
        are_one("deploy deploys deployed deploying");
        are_one("note notes noted noting");
        are_one("node nodes");
        are_one("scale scales scaled scaling");
        are_one("store stores stored storing");
        are_one("test tests tested testing");
        are_one("run runs running");
        are_one("log logs logged logging");
        are_one("plan plans planned planning");
        are_one("open opens opened opening");
        are_one("control controls controlled controlling");
        are_one("install installs installed installing");
        are_one("call calls called calling");
        are_one("process processes processed processing");
        are_one("access accesses accessed accessing");
        are_one("build builds building");
        are_one("meet meets meeting meetings");
        are_one("monitor monitors monitored monitoring");
        are_one("type types typed typing");
        are_one("api apis");
        are_one("add adds added adding");
    }

    #[test]
    fn what_only_looks_like_a_form_is_another_word() {
        are_two("new", "news");
        are_two("not", "note");
        are_two("not", "noted");
        are_two("car", "care");
        are_two("us", "using");
        are_two("str", "string");
        are_two("k8", "k8s");
        are_two("spe", "speed");
        are_two("police", "policy");
        are_two("plane", "plan");
        are_two("sit", "site");
        are_two("clas", "class");
        are_two("kubernetes", "kubernetic");
        are_two("東", "東s");
    }

    #[test]
    fn a_language_without_a_rule_has_no_forms() {
        assert_eq!(Stems::of("en-GB"), Stems::English);
        assert_eq!(Stems::of("en"), Stems::English);
        assert_eq!(Stems::of("enm"), Stems::None);
        assert_eq!(Stems::of("de"), Stems::None);
        assert_eq!(Stems::of(""), Stems::None);
        assert!(!Stems::None.are_forms("pod", "pods"));
        assert!(Stems::None.forms("pod").is_empty());
    }

    proptest! {
        #[test]
        fn forms_are_forms_of_each_other(word in "[a-z]{1,6}(|s|es|e|ed|ing|y|ies|l|ll)") {
            for form in Stems::English.forms(&word) {
                prop_assert!(Stems::English.are_forms(&word, &form));
            }
        }

        #[test]
        fn no_word_breaks_it(word in "\\PC{0,12}") {
            prop_assert!(Stems::English.are_forms(&word, &word));
            prop_assert!(!Stems::English.forms(&word).contains(&word));
        }
    }
}
