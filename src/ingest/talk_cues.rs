//! Finds talks that a sentence tells of: a title in quotation marks with its speaker, or a speaker who speaks.

use super::names::{Named, names_in};
use super::sentences::{quoted, sentences};
use crate::model::{Rule, TalkKind};
use std::ops::Range;

/// A talk that a text tells of.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Sighting {
    /// The title; `None` when the text gives none.
    pub title: Option<String>,
    /// Who spoke.
    pub speakers: Vec<Named>,
    /// What sort of talk.
    pub kind: TalkKind,
    /// The rule that found it.
    pub rule: Rule,
    /// The distinction the author gives it. Empty when none.
    pub award: String,
    /// Bytes of the sentence in the text.
    pub sentence: Range<usize>,
}

/// Words for a talk.
pub(super) const TALK_WORDS: &[&str] = &[
    "talk",
    "talks",
    "keynote",
    "keynotes",
    "session",
    "sessions",
    "presentation",
    "presentations",
    "panel",
    "workshop",
    "tutorial",
    "demo",
];

/// The talks a text tells of, at most one a sentence, in order.
pub(super) fn sightings(text: &str) -> Vec<Sighting> {
    let mut found = Vec::new();
    for range in sentences(text) {
        let sentence = text.get(range.clone()).unwrap_or_default();
        if let Some(sighting) = by_title(sentence).or_else(|| by_speaker(sentence)) {
            found.push(Sighting { sentence: range, ..sighting });
        }
    }
    found
}

/// A title in quotation marks, and a speaker in the same sentence.
fn by_title(sentence: &str) -> Option<Sighting> {
    let lower = sentence.to_lowercase();
    for range in quoted(sentence) {
        let title = sentence.get(range.clone())?.trim().trim_end_matches([',', '.']);
        let before = lower.get(..range.start).unwrap_or_default();
        let after = sentence
            .get(range.end..)
            .unwrap_or_default()
            .trim_start_matches(['”', '"', '“', '»', ',', ' ']);
        let is_named = ["titled", "called", "entitled", "title", "named"]
            .iter()
            .any(|cue| before.trim_end_matches(['“', '"', '„', '«', ' ']).ends_with(cue));
        let has_by = after.starts_with("by ")
            || after.starts_with("from ")
            || after.starts_with('(')
            || after.starts_with("with ");
        let has_cue = is_named
            || has_by
            || words(&lower).any(|word| {
                TALK_WORDS.contains(&word) || word == "spoke" || SPEAKING.contains(&word)
            });
        let speakers: Vec<Named> = names_in(sentence)
            .into_iter()
            .filter(|named| named.range.end <= range.start || named.range.start >= range.end)
            .collect();
        if has_cue && !speakers.is_empty() && is_title(title, is_named || has_by) {
            return Some(Sighting {
                title: Some(title.to_owned()),
                kind: kind_of(title).or_else(|| kind_of(sentence)).unwrap_or_default(),
                speakers,
                rule: Rule::TalkInQuotes,
                award: award(sentence).unwrap_or_default(),
                sentence: 0..sentence.len(),
            });
        }
    }
    None
}

/// Whether words in quotation marks can be a title: they begin with a capital and mostly go on so.
fn is_title(text: &str, is_named: bool) -> bool {
    let first = text.chars().next();
    let begins_well = first.is_some_and(|c| c.is_uppercase() || c.is_numeric());
    let count = text.split_whitespace().count();
    begins_well && count <= 30 && (count >= 2 && title_case_share(text) >= 0.5 || is_named)
}

/// Which share of the longer words begins with a capital, 0 to 1; 1 for a text without any.
pub(super) fn title_case_share(text: &str) -> f64 {
    let long: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c == '/')
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().count() >= 4)
        .collect();
    let capitals =
        long.iter().filter(|word| word.chars().any(|c| c.is_uppercase() || c.is_numeric())).count();
    let share = |part: usize, whole: usize| {
        f64::from(u32::try_from(part).unwrap_or(0)) / f64::from(u32::try_from(whole).unwrap_or(1))
    };
    if long.is_empty() { 1.0 } else { share(capitals, long.len()) }
}

/// Verbs of speaking that say enough by themselves, unless a person or a purpose follows.
const SPEAKING: &[&str] = &[
    "presented",
    "presents",
    "presenting",
    "demoed",
    "demo’ed",
    "demo'ed",
    "demonstrated",
    "introduced",
    "introduces",
    "introducing",
    "keynoted",
    "unveiled",
];

/// Somebody with a name speaks, but no title is given.
fn by_speaker(sentence: &str) -> Option<Sighting> {
    let quotes = quoted(sentence);
    let is_outside = |named: &Named| {
        quotes.iter().all(|quote| named.range.end <= quote.start || named.range.start >= quote.end)
    };
    let speakers: Vec<Named> = names_in(sentence).into_iter().filter(is_outside).collect();
    let first = speakers.first()?;
    let before = sentence.get(..first.range.start).unwrap_or_default().trim_end().to_lowercase();
    let is_by = TALK_WORDS.iter().any(|word| {
        before.ends_with(&format!("{word} by"))
            || before.ends_with(&format!("{word} from"))
            || before.ends_with(&format!("{word} with"))
    });
    let last_end = speakers.iter().map(|named| named.end).max()?;
    let speaks = speakers.iter().any(|named| speaks(sentence.get(named.end..).unwrap_or_default()))
        || speaks(sentence.get(last_end..)?);
    (is_by || speaks).then(|| Sighting {
        title: None,
        kind: kind_of(sentence).unwrap_or_default(),
        rule: Rule::TalkBySpeaker,
        award: award(sentence).unwrap_or_default(),
        sentence: 0..sentence.len(),
        speakers,
    })
}

/// Whether the words after a name say that the person spoke.
fn speaks(after: &str) -> bool {
    const GIVING: &[&str] = &["gave", "gives", "giving", "delivered", "delivers", "did", "held"];
    const GIVEN: &[&str] = &["update", "overview", "introduction", "rundown", "tour", "lecture"];
    let lower = after.to_lowercase();
    let near: Vec<&str> = words(&lower).take(8).collect();
    near.iter().enumerate().any(|(at, word)| {
        let next = near.get(at + 1).copied().unwrap_or_default();
        let is_given =
            || near.iter().skip(at).any(|word| TALK_WORDS.contains(word) || GIVEN.contains(word));
        let is_to_somebody = matches!(next, "me" | "us" | "him" | "her" | "them" | "myself" | "to");
        GIVING.contains(word) && is_given()
            || matches!(*word, "talked" | "talks" | "talking" | "spoke" | "speaks" | "speaking")
                && matches!(next, "about" | "on")
            || SPEAKING.contains(word) && !is_to_somebody
    })
}

/// What sort of talk the words name, if any.
pub(super) fn kind_of(text: &str) -> Option<TalkKind> {
    let lower = text.to_lowercase();
    words(&lower).find_map(|word| match word {
        "keynote" | "keynotes" => Some(TalkKind::Keynote),
        "panel" | "panelists" | "panellists" => Some(TalkKind::Panel),
        "lightning" => Some(TalkKind::Lightning),
        "tutorial" | "workshop" => Some(TalkKind::Tutorial),
        _ => None,
    })
}

/// The distinction in the words, e.g. `Most inspiring talk`; first letter in upper case.
pub(super) fn award(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let all: Vec<&str> = words(&lower).collect();
    let last = all.iter().enumerate().position(|(at, word)| {
        at > 0
            && matches!(*word, "talk" | "keynote" | "session" | "presentation" | "panel" | "demo")
            && praise_start(&all, at).is_some()
    })?;
    let first = praise_start(&all, last)?;
    let words = all.get(first..=last)?.join(" ");
    let mut characters = words.chars();
    let initial = characters.next()?;
    Some(initial.to_uppercase().chain(characters).collect())
}

/// Where the praise before the word at `last` begins: a superlative, or `most` and an adjective.
fn praise_start(words: &[&str], last: usize) -> Option<usize> {
    let before = last.checked_sub(1)?;
    let word = *words.get(before)?;
    let is_superlative = word.len() > 5
        && word.ends_with("est")
        && !matches!(
            word,
            "latest" | "interest" | "request" | "honest" | "modest" | "contest" | "invest"
        )
        || matches!(word, "best" | "favorite" | "favourite");
    if is_superlative {
        return Some(before);
    }
    let is_adjective = ["ing", "ed", "ive", "ous", "ful", "al", "ble", "ant", "ent", "ic", "fun"]
        .iter()
        .any(|ending| word.ends_with(ending));
    before.checked_sub(1).filter(|most| is_adjective && words.get(*most) == Some(&"most"))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')))
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(Option<&str>, &str, TalkKind)]) {
        let found = sightings(text);
        let found: Vec<_> = found
            .iter()
            .map(|s| {
                (
                    s.title.as_deref(),
                    s.speakers.iter().map(|n| n.name.as_str()).collect::<Vec<_>>().join("+"),
                    s.kind,
                )
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(title, names, kind)| (*title, (*names).to_owned(), *kind))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_quoted_title_needs_a_speaker_and_a_cue() {
        use TalkKind::{Keynote, Talk};
        check(
            "I liked “The Threads of Time” by Ada Weaver from Warpworks.",
            &[(Some("The Threads of Time"), "Ada Weaver", Talk)],
        );
        check(
            "Ada Weaver from Warpworks, who gave the keynote titled “Pulling Forward”",
            &[(Some("Pulling Forward"), "Ada Weaver", Keynote)],
        );
        check(
            "Bo Thread gave a talk called \"Hacks: Sliders and Looms\".",
            &[(Some("Hacks: Sliders and Looms"), "Bo Thread", Talk)],
        );
        check("The “hallway track” with Ada Weaver was a talk for itself.", &[]);
        check(
            "In “Threads, and How They Work Together”, Ada Weaver from Warp demoed a loom.",
            &[(Some("Threads, and How They Work Together"), "Ada Weaver", Talk)],
        );
        check("They call it “Threads of Time”.", &[]);
        check("It is known as “threads” in the talk by nobody.", &[]);
    }

    #[test]
    fn somebody_who_speaks_gives_a_talk_without_a_title() {
        use TalkKind::{Keynote, Talk};
        check(
            "Ada Weaver, manager from Warpworks, gave an update in the first keynote.",
            &[(None, "Ada Weaver", Keynote)],
        );
        check(
            "I caught Ada Weaver from Warp, and Bo Thread from Weft, introducing Looms.",
            &[(None, "Ada Weaver+Bo Thread", Talk)],
        );
        check(
            "Bo Thread from Warp/Weft then talked about the trouble with looms.",
            &[(None, "Bo Thread", Talk)],
        );
        check(
            "Also the first keynote by Ada Weaver is worth it.",
            &[(None, "Ada Weaver", Keynote)],
        );
        check("I had the luck to talk to Ada Weaver and Bo Thread.", &[]);
        check("Ada Weaver introduced me to Bo Thread.", &[]);
        check("I talked to an engineer about looms.", &[]);
    }

    #[test]
    fn praise_is_kept_as_worded() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(award(text).as_deref(), expected, "{text}");
        };
        check("Most interesting talk", Some("Most interesting talk"));
        check("The coolest talk of all", Some("Coolest talk"));
        check("My favourite keynote was", Some("Favourite keynote"));
        check("The latest talk", None);
        check("Most people talk", None);
        check("A talk", None);
    }
}
