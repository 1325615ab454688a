//! Whether a sentence looks back at an event or ahead to it, so that its year is not that of the recap.

use super::text_parts::{sentence_at, sentence_before};
use std::ops::Range;

/// How a sentence looks at the event that it names.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum TimeView {
    /// It may tell of a visit.
    #[default]
    At,
    /// It compares with an earlier edition, or continues from one: `better than LoomConf 2017`.
    Back,
    /// It tells of a visit in the year before: `Last year I was at LoomConf`.
    LastYear,
    /// It announces an edition: `See you at LoomConf 2020`.
    Ahead,
}

/// Words right before a name that look back.
const BACK: &[&str] =
    &["than", "since", "unlike", "after", "seit", "nach", "als", "depuis", "après", "sinds"];

/// Words that may stand between those and the name.
const ARTICLES: &[&str] = &[
    "the", "my", "our", "last", "first", "der", "die", "das", "dem", "den", "la", "le", "de", "het",
];

/// Words right before a name that look ahead.
const AHEAD: &[&str] = &[
    "see you at",
    "see you in",
    "see you all at",
    "see you again at",
    "until",
    "looking forward to",
    "next up",
    "next stop",
    "bis zur",
    "bis zum",
    "auf zur",
    "sehen uns auf der",
    "à l'année prochaine à",
    "rendez-vous à",
    "nos vemos en",
    "ci vediamo a",
    "tot op",
    "register for",
    "tickets for",
    "join us at",
    "join me at",
];

/// Words for the year before.
const LAST_YEAR: &[&str] = &[
    "last year",
    "l'an dernier",
    "l’an dernier",
    "l'année dernière",
    "l’année dernière",
    "letztes jahr",
    "im letzten jahr",
    "vorig jaar",
    "el año pasado",
    "l'anno scorso",
    "l’anno scorso",
    "no ano passado",
];

/// Words for a visit of the author.
const VISITS: &[&str] = &[
    "i was",
    "i went",
    "i attended",
    "i visited",
    "i spoke",
    "we were",
    "we went",
    "war ich",
    "waren wir",
    "besuchte ich",
    "j'ai",
    "j’ai",
    "j'étais",
    "j’étais",
    "estuve",
    "fui",
    "sono stat",
    "was ik",
    "estive",
];

impl TimeView {
    /// How the sentence around the name at some bytes of a text looks at it.
    pub(super) fn of(text: &str, bytes: &Range<usize>) -> Self {
        let before = sentence_before(text, bytes.start);
        let before = before.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        let ends_with = |words: &&str| {
            let head = before.strip_suffix(*words);
            head.is_some_and(|head| !head.ends_with(char::is_alphanumeric))
        };
        if AHEAD.iter().any(ends_with) {
            return Self::Ahead;
        }
        let mut words = before.split_whitespace().rev();
        if words.find(|word| !ARTICLES.contains(word)).is_some_and(|word| BACK.contains(&word)) {
            return Self::Back;
        }
        let sentence = sentence_at(text, bytes.clone()).to_lowercase();
        let says = |all: &[&str]| all.iter().any(|words| sentence.contains(words));
        if says(LAST_YEAR) && says(VISITS) { Self::LastYear } else { Self::At }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before_a_name_look_back_or_ahead() {
        for (text, expected) in [
            ("Better than WeftFest, which rained.", TimeView::Back),
            ("Größer als die WeftFest.", TimeView::Back),
            ("After WeftFest I promised it.", TimeView::Back),
            ("It rained. See you at WeftFest!", TimeView::Ahead),
            ("Bis zur WeftFest!", TimeView::Ahead),
            ("Last year I was at WeftFest.", TimeView::LastYear),
            ("L’an dernier, j’ai participé à WeftFest.", TimeView::LastYear),
            ("Last year WeftFest had looms.", TimeView::At),
            ("Thereafter came the news. WeftFest was good.", TimeView::At),
            ("Notes from WeftFest", TimeView::At),
            ("WeftFest", TimeView::At),
        ] {
            let at = text.find("WeftFest").unwrap();
            assert_eq!(TimeView::of(text, &(at..at + 8)), expected, "{text}");
        }
    }
}
