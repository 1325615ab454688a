//! Tells whether a text that stands alone may be the title of a talk.

use super::event_titles::{OnEvent, on_event};
use crate::ingest::lines::title::{is_kind_only, is_section, title_odds};
use crate::ingest::names::byline::Byline;
use crate::ingest::names::cue_words::{THE, has};
use crate::ingest::names::kinds::{is_on_plans, is_talk_word};
use crate::ingest::names::likeness::{Class, Likeness};
use crate::ingest::names::other_words::LEFT_OVER;

/// Odds above which a text heads a section; a natural logarithm.
const SECTION: f32 = -0.5;

/// Whether words look like the title of a talk, and not like that of a section.
pub(in crate::ingest) fn may_be_title(title: &str) -> bool {
    let likeness = Likeness::of(title);
    title_odds(title, true).is_some_and(|odds| odds > 0.5)
        && matches!(likeness.class(), Class::Title | Class::Phrase)
        && !is_section(title, SECTION)
        && !is_kind_only(title)
        && !title.ends_with(':')
        && !is_point(title)
        && !is_on_plans(title)
        && !tells_of_talk(title)
        && !has(LEFT_OVER, &title.split(' ').next().unwrap_or_default().to_lowercase())
        && Byline::parse(title).is_none_or(|byline| byline.odds < 1.0)
        && on_event(title) != OnEvent::Yes
}

/// Whether a text begins with an article and a word for talks: "The talk from Ada", "The talks I went to".
fn tells_of_talk(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    let begins = words.next().is_some_and(|first| has(THE, first));
    begins && words.next().is_some_and(is_talk_word)
}

/// Whether a text is one of several numbered points, or a question: "Myth #1: Looms are loud", "Q: Best talk?".
pub(in crate::ingest::talks) fn is_point(text: &str) -> bool {
    text.split_once(": ").is_some_and(|(label, _)| {
        let is_numbered = label.ends_with(|c: char| c.is_ascii_digit());
        label.chars().count() == 1 || is_numbered && label.split_whitespace().count() == 2
    })
}
