//! Reads a line in which the speaker comes before the title.

use super::line::{Line, Mark};
use super::line_parts::{Joint, Part};
use super::reading::{Order, Reading};
use super::set_off::{is_set_off_in_brackets, title_case_share};
use super::title::{n_words, title_in, title_odds};
use crate::ingest::names::affiliation::is_role;
use crate::ingest::names::byline::Byline;
use crate::ingest::names::clutter::Lead;
use crate::ingest::names::likeness::{Class, Likeness};
use crate::ingest::names::link_words::is_link_word;
use crate::ingest::names::name_shape::{is_handle, person_odds};
use crate::ingest::names::prefix::is_place;
use crate::model::TalkKind;

/// Odds above which words before a colon are a name; a natural logarithm.
const NAMED: f32 = 1.0;

/// Whether a text gives a role and a company: "Exec Dir - Warpworks".
fn is_role_and_company(text: &str) -> bool {
    const MOST_WORDS: usize = 3;
    let cuts = [" - ", " – ", " — ", ", "].into_iter().filter_map(|mark| text.split_once(mark));
    cuts.min_by_key(|(role, _)| role.len()).is_some_and(|(role, company)| {
        is_role(role) && n_words(role) <= MOST_WORDS && n_words(company) <= MOST_WORDS
    })
}

/// Whether words beside a name are only a handle or the address of a site: "@ada", "warpworks.example".
fn is_handle_or_site(text: &str) -> bool {
    let is_site = |text: &str| {
        let (name, domain) = text.rsplit_once('.').unwrap_or_default();
        let is_plain =
            |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
        !name.is_empty() && domain.len() > 1 && text.chars().all(is_plain)
    };
    is_handle(text) || is_site(text)
}

/// Whether the words after a full stop are written like a title: "I Have Seen the Loom. You Can Choose a Better One."
fn continues_title(words: &str) -> bool {
    const FEWEST_WORDS: usize = 3;
    const LONGEST: usize = 80;
    words.len() <= LONGEST && n_words(words) >= FEWEST_WORDS && title_case_share(words) >= 0.9
}

/// Whether everybody in a byline has a likely name.
fn is_named(byline: &Byline) -> bool {
    byline.people.iter().all(|named| person_odds(&named.name) > NAMED)
}

/// Whether a text after a sure name and a comma can only be a title: "Ada Weaver, Looms that sing at night".
fn is_plain_title(text: &str, byline: &Byline) -> bool {
    const SURE: f32 = 3.0;
    const FEWEST_WORDS: usize = 4;
    let text = text.trim();
    let is_title = || {
        let likeness = Likeness::of(text);
        likeness.class() == Class::Title && likeness.title() > 1.0
    };
    byline.people.len() == 1
        && !byline.has_company()
        && byline.people.iter().all(|named| person_odds(&named.name) > SURE)
        && n_words(text) >= FEWEST_WORDS
        && !text.ends_with('.')
        && !is_role(text)
        && is_title()
}

/// How well a separator leads from speakers to the title, which begins with `first`.
fn joint_odds(line: &Line, lead: &Lead, first: &Part, byline: &Byline) -> Option<f32> {
    // "Weaver, Ada: Looms that sing" is scored after the name is turned around.
    let is_inverted = || line.text(lead.length..first.range.start).contains(", ");
    let odds = match first.joint {
        Joint::Dash | Joint::Break => 1.0,
        // "Color Contrast: a deep dive" has a subtitle.
        Joint::Colon if !is_named(byline) && !byline.has_company() && !is_inverted() => -1.5,
        Joint::Colon => 0.8,
        Joint::Comma => -1.0,
        // "Ada Weaver (“Looms that sing”): a sentence on it."
        Joint::Bracket if is_set_off_in_brackets(line, &first.range) => 0.5,
        Joint::By | Joint::Bracket | Joint::Start | Joint::Stop => return None,
        // "(Ada Weaver) Looms that sing" and "Ada Weaver (Warpworks) Looms that sing".
        Joint::After if parts_begin_with_bracket(line, lead) => 0.8,
        Joint::After => -0.5,
        Joint::Span => 0.3,
    };
    Some(odds)
}

/// The part with the title among those behind a byline: "Ada Weaver | @ada | warpworks.example | Looms that sing".
fn title_part<'a>(line: &Line, rest: &'a [Part]) -> Option<&'a Part> {
    let text_of = |part: &&Part| line.text(part.range.clone()).trim();
    let mut filled = rest.iter().filter(|part| !text_of(part).is_empty());
    filled.clone().find(|part| !is_handle_or_site(text_of(part))).or_else(|| filled.next())
}

/// The title begins after the byline.
pub(super) fn speaker_first(
    line: &Line,
    lead: &Lead,
    rest: &[Part],
    end: usize,
    byline: &Byline,
    kind: Option<TalkKind>,
) -> Option<Reading> {
    let first = title_part(line, rest)?;
    let joint = joint_odds(line, lead, first, byline)?;
    // A marked title ends at its mark, otherwise at a line break, otherwise with the line.
    let start = first.range.start;
    let lead_in = line.text(start..end).len()
        - line
            .text(start..end)
            .trim_start_matches([' ', '"', '“', '„', '«', '「', '『', ',', ':', '-', '–'])
            .len();
    let span = line
        .spans
        .iter()
        .find(|span| span.range.start >= start && span.range.start <= start + lead_in);
    let is_end = |part: &&Part| {
        let is_link = || {
            let text = line.text(part.range.clone()).trim();
            text.starts_with("http") || is_link_word(text)
        };
        part.range.start > start + 1
            && (part.joint == Joint::Break
                || part.joint == Joint::Stop && !continues_title(line.text(part.range.start..end))
                || part.joint == Joint::Dash && is_link())
    };
    let stop = rest.iter().find(is_end).map_or(end, |part| {
        // A question mark belongs to the title; a full stop does not.
        let at = part.range.start - 1;
        if line.text(at..at + 1).starts_with(['?', '!']) { at + 1 } else { at }
    });
    // "[Ada Weaver: Looms that sing](…) - really good": the link ends the title.
    let around = line.spans.iter().find(|span| {
        matches!(span.mark, Mark::Link(_))
            && span.range.start <= lead.length
            && (start + 1..stop).contains(&span.range.end)
    });
    let stop = span.or(around).map_or(stop, |span| span.range.end);
    // "Looms that sing @ Main Hall".
    let place = line.text(start..stop).rfind(" @ ");
    let place = place.filter(|at| is_place(line.text(start + at + 3..stop)));
    let stop = place.map_or(stop, |at| start + at);
    // "Ada Weaver (Warpworks), Looms that sing".
    let is_after_bracket = first.joint == Joint::Comma
        && byline.has_company()
        && line.text(lead.length..start).trim_end_matches([',', ' ']).ends_with([')', ']']);
    let is_open = first.joint == Joint::After && parts_begin_with_bracket(line, lead);
    let is_plain = first.joint == Joint::Comma && is_plain_title(line.text(start..stop), byline);
    if matches!(first.joint, Joint::After | Joint::Comma)
        && span.is_none()
        && !(is_open || is_after_bracket || is_plain)
    {
        return None;
    }
    // "Ada Weaver: the loom must be simple." is what she said.
    let words = line.text(start..end).trim();
    let is_speech = words.starts_with(char::is_lowercase) && words.ends_with(['.', '!']);
    if first.joint == Joint::Colon && span.is_none() && is_speech {
        return None;
    }
    let (title, is_set_off, kind_of_title) = title_in(line, start..stop);
    // "**Ada Weaver** keeps three looms": a sentence continues after the name.
    if first.joint == Joint::Span && !is_set_off && title.starts_with(char::is_lowercase) {
        return None;
    }
    // "Red Hat - hats" says what a booth offered.
    if !is_set_off && n_words(&title) < 2 && title.starts_with(char::is_lowercase) {
        return None;
    }
    if !is_set_off && is_role_and_company(&title) {
        return None;
    }
    let fit = title_odds(&title, is_set_off)?;
    // "Old Wefts - Ada Weaver, Warpworks": the part with a company is the speaker.
    if !is_set_off && Byline::parse(&title).is_some_and(|it| it.has_company() && it.odds > 1.0) {
        return None;
    }
    let after = line.text(stop..line.words.len());
    let after =
        stop + after.len() - after.trim_start_matches(['"', '”', '“', '»', '」', '』']).len();
    Some(Reading {
        order: Order::SpeakerFirst,
        title,
        range: lead.length..after,
        speakers: byline.people.clone(),
        kind: kind.or(kind_of_title),
        end: after,
        is_set_off,
        is_weak: false,
        odds: fit + byline.odds.clamp(-4.0, 5.0) + joint - 0.3,
    })
}

fn parts_begin_with_bracket(line: &Line, lead: &Lead) -> bool {
    line.text(lead.length..line.words.len()).starts_with(['(', '[', '（'])
}
