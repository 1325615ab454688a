//! Finds what a line says between and around the title and the speakers of its talk, so that the note keeps it.

use super::found::Found;
use crate::ingest::names::affiliation::{is_frame, is_role};
use crate::ingest::names::clutter::lead;
use crate::ingest::names::frame_words::is_frame_word;
use crate::ingest::names::likeness::{Class, Likeness};
use crate::ingest::spelling::letters;
use std::collections::BTreeSet;
use std::ops::Range;

/// Fewest letters of a word that matters.
const FEWEST: usize = 3;

/// Where the first remark begins in the words of a line before the note of its talk: "very good" in "Shrinking looms –
/// Ada Weaver – very good". Neither the title nor the speakers nor their roles explain it.
pub(super) fn first_unread(words: &str, found: &Found) -> Option<usize> {
    let head = words.get(..found.end)?;
    let named = found.speakers.iter().flat_map(|named| {
        std::iter::once(named.name.as_str()).chain(named.organizations.iter().map(String::as_str))
    });
    let read: BTreeSet<String> =
        named.chain([found.title.as_str()]).flat_map(tokens).map(letters).collect();
    let is_unread = |word: &&str| {
        word.chars().filter(|c| c.is_alphabetic()).count() >= FEWEST
            && !is_frame_word(&word.to_lowercase())
            && !read.contains(&letters(word))
    };
    let start = lead(head).length.min(head.len());
    // "[must see] Looms that sing" begins with a remark.
    let start = head.find('[').filter(|at| *at < start).unwrap_or(start);
    clauses(head, start).into_iter().find_map(|(range, is_bracketed)| {
        let clause = head.get(range.clone())?;
        let unread = tokens(clause).filter(is_unread).count();
        // One word in brackets is a role or a handle.
        let is_remark = unread > usize::from(is_bracketed) && !is_about_person(clause.trim());
        is_remark.then(|| if is_bracketed { range.start - 1 } else { range.start })
    })
}

fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a clause is a role, a place or a time.
fn is_about_person(clause: &str) -> bool {
    is_role(clause)
        || is_frame(clause)
        || clause.starts_with('@')
        || clause.starts_with("http")
        || Likeness::of(clause).class() == Class::Role
}

/// The bytes of each clause of a text from `start` on, and whether it is in brackets.
fn clauses(text: &str, start: usize) -> Vec<(Range<usize>, bool)> {
    let mut found = Vec::new();
    let (mut from, mut is_bracketed) = (start, false);
    let characters = text.char_indices().filter(|(at, _)| *at >= start);
    for (at, c) in characters {
        let after = at + c.len_utf8();
        let is_spaced = text.get(after..).is_some_and(|rest| rest.starts_with(' '));
        let cuts = match c {
            ',' | ';' | '(' | ')' | '[' | ']' | '|' | ':' | '\n' | '（' | '）' => true,
            '.' | '!' | '?' => is_spaced,
            '-' | '–' | '—' | '/' => {
                is_spaced && text.get(..at).is_some_and(|it| it.ends_with(' '))
            }
            _ => false,
        };
        if cuts {
            found.push((from..at, is_bracketed));
            from = after;
            is_bracketed =
                matches!(c, '(' | '[' | '（') || is_bracketed && !matches!(c, ')' | ']' | '）');
        }
    }
    found.push((from..text.len(), is_bracketed));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::talks::tests::{check, notes_of, talks_of};

    #[test]
    fn a_clause_knows_its_brackets() {
        let text = "Looms (by Ada) – good, very-good. Yes";
        let found: Vec<_> =
            clauses(text, 0).into_iter().map(|(range, inside)| (&text[range], inside)).collect();
        assert_eq!(
            found,
            [
                ("Looms ", false),
                ("by Ada", true),
                (" ", false),
                (" good", false),
                (" very-good", false),
                (" Yes", false)
            ]
        );
    }

    #[test]
    fn a_kind_inside_a_title_is_part_of_it() {
        check(
            "## Beyond the tutorial – Ada Weaver\n\nGood.\n",
            &["Beyond the tutorial | Ada Weaver"],
        );
        check("## Opening keynote – Ada Weaver\n\nGood.\n", &[" | Ada Weaver"]);
    }

    #[test]
    fn each_speaker_has_a_company() {
        let talk = "Looms – Ada Weaver (Google) and Bob Stone (Microsoft)";
        check(&format!("## {talk}\n\nGood.\n"), &["Looms | Ada Weaver + Bob Stone"]);
    }

    #[test]
    fn no_verb_and_no_preposition_is_part_of_a_name() {
        for (sentence, expected) in [
            (
                "Abrió Ada Weaver con la charla «Accesibilidad sin excusas».",
                "Accesibilidad sin excusas | Ada Weaver",
            ),
            ("Cerró Marta Kowalska con «Lana para todos».", "Lana para todos | Marta Kowalska"),
        ] {
            assert!(
                talks_of(sentence).iter().all(|talk| talk == expected),
                "{:?}",
                talks_of(sentence)
            );
        }
        assert!(
            !talks_of("Selon Anne Petit, « le café est meilleur ».")
                .iter()
                .any(|it| it.contains("Selon"))
        );
    }

    #[test]
    fn what_neither_title_nor_speaker_explains_is_in_the_note() {
        let keeps = |line: &str, expected: &str| {
            let document = format!("{line}\n- Fast wool for all – Marta Kowalska\n");
            assert_eq!(notes_of(&document), expected, "{line}");
        };
        keeps(
            "- Shrinking looms for fun – Ada Weaver – very funny as always",
            "very funny as always",
        );
        keeps("- Shrinking looms for fun by Ada Weaver – funny, about silk", "funny, about silk");
        keeps("- Shrinking looms for fun – Ada Weaver, Lead Engineer, Warpworks", "");
        keeps("- Shrinking looms for fun (Ada Weaver, she/her)", "");
        keeps("- 10:30 Keynote: Shrinking looms for fun (Ada Weaver, Warpworks)", "");
    }
}
