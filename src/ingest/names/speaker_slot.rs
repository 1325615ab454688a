//! Reads names without the usual shape, where other lines have the speaker.

use super::affiliation::is_role;
use super::clutter::is_picture;
use super::cue_words::{ORGANIZATION_WORDS, PARTICLES, has};
use super::name_shape::{is_handle, person_odds};
use super::named_people::Named;
use super::nobody::names_nobody;
use super::other_words::{ARTICLES, SOMEBODY};

/// Most words of a name.
const LONGEST_NAME: usize = 6;

/// The text without pictures around it.
pub(super) fn bare(text: &str) -> &str {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '.' | ')' | ']' | '"' | '”' | '’');
    let text = text.trim_start_matches(|c: char| is_picture(c) || c.is_whitespace());
    text.trim_end_matches(|c: char| !is_part(c))
}

/// The names in words that stand where other lines have their speakers: "Anna", "nulldev2", "Anna & Bo Roth". They are
/// empty for somebody without a name: "me", "our CTO", "several people". `None` when the words name nobody.
pub(super) fn names_in_slot(text: &str) -> Option<Vec<Named>> {
    if is_somebody(text) {
        return Some(Vec::new());
    }
    let cut =
        [", ", " (", " [", " aka ", " @", " | ", " / @"].iter().filter_map(|it| text.find(it));
    let names = cut.min().and_then(|at| text.get(..at)).unwrap_or(text).trim();
    let names: Vec<&str> = names.split([' ', '\u{a0}']).collect();
    // "Otto von und zu Loom" is one person.
    let is_inside =
        |at: usize| at > 0 && names.get(at - 1).is_some_and(|word| has(PARTICLES, word));
    let mut people = vec![Vec::new()];
    for (at, word) in names.iter().enumerate() {
        match people.last_mut() {
            Some(last) if !is_joint(word) || is_inside(at) => last.push(*word),
            _ => people.push(Vec::new()),
        }
    }
    let names: Vec<String> = people.iter().map(|words| words.join(" ")).collect();
    // "Live Demo" and "Blue Room" give no name, but the row is a talk.
    if names.iter().any(|name| names_nobody(name)) {
        return Some(Vec::new());
    }
    let named = |name: String| is_name(&name).then(|| Named { name, ..Named::default() });
    names.into_iter().map(named).collect()
}

/// Whether a word joins two names.
fn is_joint(word: &str) -> bool {
    matches!(
        word,
        "&" | "+" | "x" | "×" | "/" | "and" | "und" | "et" | "en" | "e" | "og" | "och" | "i" | "и"
    )
}

/// Whether a name has no second person or title in it.
pub(super) fn is_clean(name: &str) -> bool {
    !name.split(' ').any(is_joint) && !name.split(' ').any(|word| matches!(word, "aka" | "a.k.a."))
}

/// Whether words speak of somebody without giving a name.
fn is_somebody(text: &str) -> bool {
    let lower = text.to_lowercase();
    let first = lower.split(' ').next().unwrap_or_default();
    let last = lower.rsplit(' ').next().unwrap_or_default();
    has(SOMEBODY, &lower)
        || has(SOMEBODY, first)
        || is_role(text)
        || has(ARTICLES, first)
            && (is_role(last) || has(ORGANIZATION_WORDS, last) || last == "team")
        || is_handle(text)
}

/// Whether words may be a name where nothing but a speaker stands.
fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let is_word = |word: &&str| {
        let inside = |c: char| {
            c.is_alphanumeric() || matches!(c, '-' | '‐' | '\'' | '’' | '.' | '"' | '“' | '”' | '_')
        };
        // "Loud." ends a sentence; "J.", "Jr." and "P.G." are parts of names.
        let ends = word.len() > 4 && word.ends_with('.') && word.matches('.').count() == 1;
        word.chars().all(inside) && word.contains(char::is_alphabetic) && !ends
    };
    let is_small = |word: &&str| word.starts_with(char::is_lowercase);
    let first_capital = words.iter().find(|word| !has(PARTICLES, word));
    // "nulldev2" and "jane_doe" are handles; "great" is a remark.
    let is_alias = words.len() == 1 && name.contains(|c: char| c.is_ascii_digit() || c == '_');
    let is_led = first_capital.is_some_and(|word| !is_small(word));
    let n_small = words.iter().filter(|word| is_small(word) && !has(PARTICLES, word)).count();
    (1..=LONGEST_NAME).contains(&words.len())
        && words.iter().all(is_word)
        && !words.iter().any(|word| has(ORGANIZATION_WORDS, &word.to_lowercase()))
        && (is_led && n_small <= 1 || is_alias || is_quiet(name))
        && !is_role(name)
}

/// Whether words in lower case would be the name of a person with capitals: "ingvar helgason".
fn is_quiet(name: &str) -> bool {
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect::<String>()
    };
    let words: Vec<String> = name.split(' ').map(capital).collect();
    (2..=3).contains(&words.len())
        && !name.contains(char::is_uppercase)
        && person_odds(&words.join(" ")) > 2.0
}
