//! Reads a line as only a title, or as only a speaker.

use super::line::Line;
use super::reading::{LONGEST, Order, RARE, Reading};
use super::title::{is_section, title_in, title_odds};
use crate::ingest::names::byline::Byline;
use crate::ingest::names::clutter::Lead;
use crate::ingest::names::cue_words::leading;
use crate::ingest::names::name_shape::person_odds;
use crate::ingest::names::named_people::names_in;
use crate::ingest::names::told_words::TOPIC_LINKS;

/// "Keynote: Ada Weaver": kind and speaker without a title.
pub(super) fn name_only(line: &Line, lead: &Lead, end: usize) -> Option<Reading> {
    let kind = lead.kind.filter(|_| lead.is_labeled)?;
    let byline = Byline::parse(line.text(lead.length..end))
        .filter(|byline| byline.odds > 1.0 && !byline.people.is_empty())?;
    // "Keynote: Ada Weaver – Spinning wool into practical ropes" has a title after the name.
    let is_title =
        |name: &String| name.split(' ').count() > 2 && title_odds(name, false) > Some(1.0);
    if byline.people.iter().flat_map(|named| &named.organizations).any(is_title) {
        return None;
    }
    Some(Reading {
        order: Order::TitleFirst,
        title: String::new(),
        range: lead.length..end,
        speakers: byline.people,
        kind: Some(kind),
        end,
        is_set_off: false,
        is_weak: false,
        odds: byline.odds.min(5.0) + 1.0,
    })
}

/// The whole line as a title.
pub(super) fn alone(line: &Line, lead: &Lead, end: usize) -> Option<Reading> {
    if line.words.len() > LONGEST {
        return None;
    }
    let stop = line.words.find('\n').unwrap_or(end).max(lead.length);
    let (title, is_set_off, kind) = title_in(line, lead.length..stop);
    // "Keynote – Ada Weaver" has no title.
    if lead.is_labeled && !is_set_off && person_odds(&title) > RARE {
        return None;
    }
    let odds = title_odds(&title, is_set_off).filter(|_| is_set_off || !is_section(&title, 2.0))?;
    Some(Reading {
        order: Order::TitleOnly,
        title,
        range: lead.length..stop,
        speakers: Vec::new(),
        kind: lead.kind.or(kind),
        end: stop,
        is_set_off,
        is_weak: false,
        odds,
    })
}

/// "Ada Weaver on Looms that sing" and "Ada Weaver's “Looms that sing”".
pub(super) fn on_topic(line: &Line, lead: &Lead, end: usize) -> Option<Reading> {
    let text = line.text(lead.length..end);
    let named = names_in(text).into_iter().next().filter(|named| named.range.start == 0)?;
    let reach = lead.length + named.end.max(named.range.end);
    let rest = line.text(reach..end);
    let owned = ["'s ", "’s "].iter().find(|mark| rest.starts_with(**mark)).map(|mark| mark.len());
    let on = rest.strip_prefix(' ').and_then(|rest| Some(leading(TOPIC_LINKS, rest)? + 2));
    let start = reach + owned.or(on)?;
    let (title, is_set_off, kind) = title_in(line, start..end);
    let begins = title.starts_with(|c: char| !c.is_lowercase());
    let fit =
        title_odds(&title, is_set_off).filter(|_| begins && (is_set_off || owned.is_none()))?;
    Some(Reading {
        order: Order::SpeakerFirst,
        title,
        range: lead.length..end,
        kind: lead.kind.or(kind),
        end,
        is_set_off,
        is_weak: !is_set_off,
        odds: fit + person_odds(&named.name).clamp(-4.0, 5.0) - 0.5,
        speakers: vec![named],
    })
}
