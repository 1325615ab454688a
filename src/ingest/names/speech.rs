//! Decides from the words around a name whether the person spoke.

use super::cue_words::{TALKS, WITH, has};
use super::kinds::{is_talk_word, words};
use super::likeness::Likeness;
use super::named_people::Named;
use super::told_words::{
    ABOUT, GIVEN, GIVING, LEADS_TO_TITLE, OURSELVES, OWNERS, RELATIVES, SHORT_LEADS, SLAVIC_WITH,
    SPEAKING, SPOKEN, TALKING, TEACHING, TELLING, TO_ONE,
};

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
        let is_given = || near.iter().skip(at).any(|word| is_talk_word(word) || has(GIVEN, word));
        let is_to_somebody = matches!(next, "me" | "us" | "him" | "her" | "them" | "myself" | "to");
        has(GIVING, word) && is_given()
            || has(TALKING, word) && has(ABOUT, next)
            || brings_talk(near.get(at..).unwrap_or_default())
            || has(SPEAKING, word)
                && !is_to_somebody
                && !is_passive(at.checked_sub(1).and_then(|at| near.get(at)))
    })
}

/// Whether words say that somebody came with a talk: "with a live demo", "and her talk", "с докладом".
fn brings_talk(words: &[&str]) -> bool {
    const FARTHEST: usize = 3;
    let Some((first, rest)) = words.split_first() else { return false };
    let reach = if has(OWNERS, first) {
        FARTHEST - 1
    } else if has(WITH, first) || has(SLAVIC_WITH, first) {
        FARTHEST
    } else {
        return false;
    };
    // "their favorite talks" are those of others.
    rest.iter().take(reach).any(|word| is_talk_word(word) && !has(TALKS, word))
}

/// Whether the words after a name say what the person explained: ", who showed how looms sing", "der über Wolle sprach".
pub(in crate::ingest) fn teaches(after: &str) -> bool {
    const NEAR: usize = 120;
    let end = after.char_indices().map(|(at, _)| at).find(|at| *at >= NEAR).unwrap_or(after.len());
    let lower = after.get(..end).unwrap_or_default().to_lowercase();
    let near: Vec<&str> = words(&lower).take(14).collect();
    let is_ours = |word: &&str| has(OURSELVES, word) || has(TO_ONE, word);
    let pairs = near.windows(2).enumerate();
    let told = pairs.filter(|(at, pair)| match pair {
        [verb, link] => {
            let goes_on = near.get(at + 2).is_some();
            let is_how = *at < 7 && goes_on && has(TELLING, verb) && has(TEACHING, link);
            let is_about = *at < 3
                && has(RELATIVES, verb)
                && has(ABOUT, link)
                && near.iter().skip(at + 2).any(|word| has(TALKING, word) || has(SPOKEN, word));
            is_how || is_about
        }
        _ => false,
    });
    let mut own = told.map(|(at, _)| near.iter().take(at).any(is_ours));
    own.next() == Some(false)
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
    words(&lower).take(3).any(|word| is_talk_word(word) && word != "demo")
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
