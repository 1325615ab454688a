//! Decides from the words around a name whether the person spoke.

use super::cue_words::{
    ABOUT, EASTERN_OPENERS, GIVEN, GIVING, LEADS_TO_TITLE, OWNERS, SHORT_LEADS, SPEAKING, TALKING,
    has, phrases,
};
use super::kinds::{TALK_WORDS, words};
use super::likeness::Likeness;
use super::name_shape::may_be_name;
use super::named_people::Named;

/// Whether a name is likely real: its odds are above `least`, or a company comes with it, which makes nearly anything a
/// name.
pub(in crate::ingest) fn is_likely(named: &Named, least: f32) -> bool {
    let least = if named.organizations.is_empty() { least } else { -5.0 };
    Likeness::of(&named.name).person() > least
}

/// Whether the words after a name say that the person spoke.
pub(in crate::ingest) fn speaks(after: &str) -> bool {
    const LONGEST: usize = 120;
    let end = after
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take_while(|end| *end <= LONGEST)
        .last();
    let lower = after.get(..end.unwrap_or(0)).unwrap_or_default().to_lowercase();
    let near: Vec<&str> = words(&lower).take(8).collect();
    near.iter().enumerate().any(|(at, word)| {
        let next = near.get(at + 1).copied().unwrap_or_default();
        let is_given =
            || near.iter().skip(at).any(|word| TALK_WORDS.contains(word) || has(GIVEN, word));
        let is_to_somebody = matches!(next, "me" | "us" | "him" | "her" | "them" | "myself" | "to");
        has(GIVING, word) && is_given()
            || has(TALKING, word) && has(ABOUT, next)
            || has(SPEAKING, word)
                && !is_to_somebody
                && !is_passive(at.checked_sub(1).and_then(|at| near.get(at)))
    })
}

/// Whether the verb after the word is passive: "was presented".
fn is_passive(before: Option<&&str>) -> bool {
    before.is_some_and(|word| {
        matches!(*word, "was" | "were" | "been" | "being" | "is" | "are" | "be")
    })
}

/// Whether the words after a name are "'s talk" or "'s great keynote".
pub(in crate::ingest) fn is_owned_talk(after: &str) -> bool {
    let Some(rest) = after.strip_prefix("'s ").or_else(|| after.strip_prefix("’s ")) else {
        return false;
    };
    let near = rest.char_indices().nth(40).map_or(rest, |(at, _)| rest.get(..at).unwrap_or(rest));
    let lower = near.to_lowercase();
    words(&lower).take(3).any(|word| TALK_WORDS.contains(&word) && word != "demo")
}

/// Whether the words between a name and a title make the person the speaker: "'s talk", "gave", "on", "for her talk".
pub(in crate::ingest) fn leads_to_title(between: &str) -> bool {
    let lower = between.to_lowercase();
    let trimmed = lower.trim_end_matches(['“', '"', '„', '«', '(', ' ', '*', '_', '[']);
    // ":" and dashes after a name introduce a title, like "'s".
    if matches!(trimmed.trim(), ":" | "–" | "—" | "-") {
        return true;
    }
    let is_possessive = ["'s", "’s", "’ ", "' "].iter().any(|mark| lower.starts_with(mark));
    let words: Vec<&str> = words(trimmed).collect();
    if trimmed.contains(['.', ';', '?', '!']) || words.len() > 12 {
        return false;
    }
    let is_link = |(at, word): (usize, &&str)| {
        has(LEADS_TO_TITLE, word) || has(SHORT_LEADS, word) && (at < 2 || at + 1 == words.len())
    };
    // "Ada Weaver and her “Looms that sing”".
    let is_owned = words.len() <= 3 && words.last().is_some_and(|last| has(OWNERS, last));
    is_possessive && words.len() <= 7 || is_owned || words.iter().enumerate().any(is_link)
}

/// Whether the text between two names joins them: "and", a comma, a closing bracket.
pub(in crate::ingest) fn is_joint(between: &str) -> bool {
    let bare = between.trim().trim_matches([',', ')', '(', '*', '_']).trim();
    bare.is_empty()
        || matches!(
            bare,
            "and"
                | "&"
                | "und"
                | "et"
                | "y"
                | "e"
                | "en"
                | "with"
                | "mit"
                | "avec"
                | "con"
                | "+"
                | "/"
        )
}

/// 「姓 名さんの」 right before a title.
pub(in crate::ingest) fn eastern_possessor(before: &str) -> Option<Named> {
    const TALKS: [&str; 6] = ["基調講演", "講演", "発表", "セッション", "トーク", "LT"];
    let before = before.trim_end_matches(['「', '『', '“', '"', '《', '、']);
    let before = TALKS.iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
    let before = ["の", "による", "が", "は"].iter().find_map(|link| before.strip_suffix(link))?;
    let before = ["さん", "氏", "先生", "様"].iter().find_map(|end| before.strip_suffix(end))?;
    let start = before
        .char_indices()
        .rev()
        .take(14)
        .take_while(|(_, c)| {
            matches!(c, ' ' | '・' | '　')
                || c.is_alphabetic()
                    && !matches!(c, 'は' | 'が' | 'を' | 'に' | 'で' | 'と' | 'も' | 'の')
        })
        .last()?
        .0;
    let name = before.get(start..)?.trim();
    // "続いて松田 明さんの": a word that leads to the next talk is not part of the name.
    let name = phrases(EASTERN_OPENERS).find_map(|word| name.strip_prefix(word)).unwrap_or(name);
    may_be_name(name).then(|| Named { name: name.to_owned(), ..Named::default() })
}
