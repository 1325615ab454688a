//! Reads a line as title and speakers, in each possible order, and scores each reading.

use super::line::{Line, Mark};
use super::line_parts::{Joint, Part, parts};
use super::lone_readings::{alone, name_only, on_topic};
use super::reading::{LONGEST, Order, RARE, Reading};
use super::speaker_first::speaker_first;
use super::title::{is_kind_only, is_section, n_words, title_in, title_odds};
use crate::ingest::names::byline::Byline;
use crate::ingest::names::clutter::{Lead, lead, without_labels, without_tail};
use crate::ingest::names::cue_words::{JOINTS, WITH, leading};
use crate::ingest::names::kinds::{is_talk_word, kind_of};
use crate::ingest::names::link_words::is_link_word;
use crate::ingest::names::name_shape::person_odds;
use crate::ingest::names::named_people::names_in;
use crate::ingest::names::surnames::is_undivided_name;
use crate::model::TalkKind;

/// How a quoted title in brackets begins.
const TITLE_IN_BRACKETS: [&str; 4] = ["(\"", "(“", "(„", "(«"];

/// The readings of a line, the best of each order first.
pub(in crate::ingest) fn readings(line: &Line) -> Vec<Reading> {
    let end = line
        .words
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take_while(|at| *at <= LONGEST)
        .last();
    let end = end.unwrap_or(0);
    // Text after a line break is not an opinion on the title.
    let end = if line.words.contains('\n') { end } else { without_tail(line.text(0..end)) };
    let lead = lead(line.text(0..end));
    let mut found: Vec<Reading> = Vec::new();
    let whole = parts(line, lead.length..end, true);
    let kept = by_parts(line, &lead, &whole, end).into_iter();
    found.extend(kept.map(|reading| Reading { odds: reading.odds + 0.5, ..reading }));
    // Most lines have no marks to cut at, and the same parts would give the same readings at lower odds.
    let cut = parts(line, lead.length..end, false);
    if cut != whole {
        found.extend(by_parts(line, &lead, &cut, end));
    }
    found.extend(alone(line, &lead, end));
    found.extend(name_only(line, &lead, end));
    found.extend(on_topic(line, &lead, end));
    found.sort_by(|a, b| b.odds.total_cmp(&a.odds));
    let mut best: Vec<Reading> = Vec::new();
    for reading in found {
        if best.iter().all(|known| known.order != reading.order) {
            best.push(reading);
        }
    }
    best
}

fn by_parts(line: &Line, lead: &Lead, parts: &[Part], end: usize) -> Vec<Reading> {
    let mut found = Vec::new();
    for (first, part) in parts.iter().enumerate() {
        let start = part.range.start;
        for last in (first..parts.len()).rev() {
            let Some(last_part) = parts.get(last) else { continue };
            // A byline continues only over commas and brackets.
            let inner = parts.get(first + 1..=last).unwrap_or_default();
            if inner.iter().any(|part| {
                is_loud(line, part)
                    || !matches!(
                        part.joint,
                        Joint::Comma
                            | Joint::Bracket
                            | Joint::After
                            | Joint::Dash
                            | Joint::By
                            | Joint::Span
                    )
            }) {
                continue;
            }
            let is_bracket = part.joint == Joint::Bracket;
            if is_bracket && (last > first || is_behind_name(line, parts, first)) {
                continue;
            }
            let closes = usize::from(last > first && last_part.joint == Joint::Bracket);
            let people_end = (last_part.range.end + closes).min(end);
            // "Ada Weaver (“Looms”), Bo Reed (“Wool”)": each bracket has a talk and no company.
            if TITLE_IN_BRACKETS.iter().any(|open| line.text(start..people_end).contains(open)) {
                continue;
            }
            let (text, kind) = without_labels(line.text(start..people_end));
            let byline =
                if is_bracket { Byline::parse_inside(&text) } else { Byline::parse(&text) };
            let byline = byline.or_else(|| {
                let is_led = matches!(part.joint, Joint::Dash | Joint::Colon);
                told(&text).filter(|_| is_led && first > 0 && last == first)
            });
            let byline = byline.or_else(|| {
                let is_led = parts.get(last + 1).is_some_and(|next| next.joint == Joint::Colon);
                inverted(&text).filter(|_| first == 0 && is_led)
            });
            let byline = byline.or_else(|| {
                let is_led = matches!(part.joint, Joint::Dash | Joint::By);
                in_lower_case(&text).filter(|_| is_led && first > 0)
            });
            let Some(byline) = byline else { continue };
            let kind = lead.kind.or(kind);
            let after = if is_bracket { people_end + 1 } else { people_end };
            let crossed = inner.iter().any(|part| matches!(part.joint, Joint::Dash | Joint::By));
            let rest = parts.get(last + 1..).unwrap_or_default();
            // "Ada Weaver - Exec Dir - Warpworks" ends in a company.
            let is_word = |part: &Part| n_words(line.text(part.range.clone())) < 2;
            if first == 0 && crossed && rest.first().is_some_and(is_word) {
                continue;
            }
            let doubt = if crossed { doubt_of_crossing(rest) } else { 0.0 };
            let byline = Byline { odds: byline.odds - doubt, ..byline };
            // "(Ada Weaver) Looms that sing".
            let is_opening = is_bracket
                && first == 1
                && parts.first().is_some_and(|it| line.text(it.range.clone()).trim().is_empty());
            if is_opening {
                found.extend(speaker_first(line, lead, rest, end, &byline, kind));
            } else if first > 0 {
                found.extend(title_first(
                    line,
                    lead,
                    parts,
                    (first, after.min(end), end),
                    &byline,
                    kind,
                ));
                // "Keynote by Ada Weaver: Looms that sing".
                let label = line.text(lead.length..part.range.start.min(end));
                if first == 1 && part.joint == Joint::By && is_talk_label(label) {
                    let kind = kind.or_else(|| kind_of(label));
                    found.extend(speaker_first(line, lead, rest, end, &byline, kind));
                }
            } else if !rest.is_empty() {
                found.extend(speaker_first(line, lead, rest, end, &byline, kind));
            }
        }
    }
    found
}

/// Whether a part ends like a title: "Ada Weaver - Looms on call! - Building a game" has no company.
fn is_loud(line: &Line, part: &Part) -> bool {
    line.text(part.range.clone()).trim_end().ends_with(['!', '?'])
}

/// Whether a bracket follows a name without spaces, as in "織機の話 / 鈴木一郎（糸ソフト）": then it names a company.
fn is_behind_name(line: &Line, parts: &[Part], bracket: usize) -> bool {
    let Some(before) = bracket.checked_sub(1).filter(|at| *at > 0).and_then(|at| parts.get(at))
    else {
        return false;
    };
    let name = line.text(before.range.clone()).trim();
    matches!(before.joint, Joint::Dash | Joint::By) && is_undivided_name(name)
}

/// The penalty for a byline that continues over a dash; `rest` follows it.
fn doubt_of_crossing(rest: &[Part]) -> f32 {
    // "Ada Weaver (Warpworks) – Looms that sing" above a remark: title and name share a line.
    let is_above = rest.first().is_some_and(|next| next.joint == Joint::Break);
    if is_above { 4.0 } else { 0.7 }
}

/// Whether the words before "by Ada Weaver" only say that there was a talk: "Keynote by".
fn is_talk_label(words: &str) -> bool {
    let lower = words.to_lowercase();
    let first = lower.split_whitespace().next().unwrap_or_default();
    lower.split_whitespace().count() <= 2 && (kind_of(first).is_some() || is_talk_word(first))
}

/// The person in "ada weaver" and "ada weaver (warpworks)". Any two words may look like this, so the name must be a
/// common one.
fn in_lower_case(text: &str) -> Option<Byline> {
    const LEAST: f32 = 5.0;
    const DOUBT: f32 = 2.5;
    if text.contains(char::is_uppercase) {
        return None;
    }
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
    };
    let words: Vec<String> = text.split(' ').map(capital).collect();
    let byline = Byline::parse(&words.join(" ")).filter(|byline| byline.odds > LEAST)?;
    Some(Byline { odds: byline.odds.min(5.0) - DOUBT, ..byline })
}

/// The person in "Weaver, Ada". Places have the same form, so other lines of the document must agree.
fn inverted(text: &str) -> Option<Byline> {
    const DOUBT: f32 = 3.0;
    let byline = Byline::inverted(text)?;
    Some(Byline { odds: byline.odds.min(2.0) - DOUBT, ..byline })
}

/// The person at the start of a sentence: "Ada Weaver explains how".
fn told(text: &str) -> Option<Byline> {
    // The end of a quoted title.
    if text.contains(['"', '”', '“', '«', '»']) {
        return None;
    }
    let named = names_in(text).into_iter().next().filter(|named| named.range.start == 0)?;
    let rest = text.get(named.range.end.max(named.end)..)?.trim_start_matches([',', ' ']);
    let odds = person_odds(&named.name) - 1.0;
    let is_sentence = rest.starts_with(char::is_lowercase) && odds > 0.0;
    is_sentence.then(|| Byline { people: vec![named], odds })
}

/// The title ends where the byline begins.
fn title_first(
    line: &Line,
    lead: &Lead,
    parts: &[Part],
    (people, after, end): (usize, usize, usize),
    byline: &Byline,
    kind: Option<TalkKind>,
) -> Option<Reading> {
    let before = parts.get(people.checked_sub(1)?)?;
    let joint = parts.get(people)?.joint;
    let range = lead.length..before.range.end;
    if joint == Joint::After && is_behind_speaker(line, parts, people) {
        return None;
    }
    // Names before a comma do not end the title.
    if is_list_of_names(line, parts, people, joint) {
        return None;
    }
    let (title, is_set_off, mut kind_of_title) = title_in(line, range.clone());
    // An empty part after a bracket such as "[video]" refers back to the title before it.
    let fit = title_odds(&title, is_set_off || lead.is_labeled);
    // "Talk by Ada Weaver".
    let is_talk = joint == Joint::By && is_talk_word(&title.to_lowercase());
    let title_is_kind = title.is_empty() || is_kind_only(&title) || is_talk;
    if title_is_kind {
        let kind = kind_of(&title).or(lead.kind).or_else(|| is_talk.then_some(TalkKind::Talk));
        kind_of_title = kind.filter(|_| !byline.people.is_empty());
        kind_of_title?;
    }
    // "Keynote | Ada Weaver, Bo Thread": a list of names has no title.
    let is_list = joint == Joint::Comma && !is_set_off && n_words(&title) <= 3;
    if is_list && lead.is_labeled && person_odds(&title) > RARE {
        return None;
    }
    // Two names are not title and speaker: "Ada Weaver (@ada)", "Ada Weaver - Bo Thread".
    let as_person = person_odds(&title);
    let is_surer = byline.has_company() && byline.odds > as_person + 1.0;
    if !title_is_kind && !is_set_off && !lead.is_labeled && as_person > 1.5 && !is_surer {
        return None;
    }
    // "Welcome (Ada Weaver)" is not a talk, but "What the linter saw (Ada Weaver)" is.
    let is_short = n_words(&title) <= 3;
    if !title_is_kind && !is_set_off && !lead.is_labeled && is_short && is_section(&title, 4.0) {
        return None;
    }
    let fit = if title_is_kind { 0.5 } else { fit? };
    let rest = line.text(after..line.words.len()).trim_start_matches(' ');
    let is_last = after >= end && line.words.len() <= LONGEST;
    let ends_well = rest.is_empty()
        || is_last
        || rest.starts_with("http")
        || line.text(0..after).ends_with([')', '）'])
        || line.spans.iter().any(|span| {
            span.range.end == after && matches!(span.mark, Mark::Link(_) | Mark::Strong)
                || span.range.start == line.words.len() - rest.len()
                    && is_link_word(line.text(span.range.clone()))
        })
        || rest.starts_with([
            ':', '：', '.', '-', '–', '—', '\n', '(', '[', ',', ';', '!', '|', '→', '/', '·', '•',
        ]);
    if !ends_well {
        return None;
    }
    let by = line.text(before.range.end..after).trim_start_matches(',').trim_start();
    let is_weak = matches!(joint, Joint::Colon | Joint::Comma | Joint::Stop)
        || joint == Joint::By && leading(WITH, by).is_some();
    // Several sentences are a title only if they are marked as one.
    let crosses =
        parts.get(1..people).unwrap_or_default().iter().any(|part| part.joint == Joint::Stop);
    let is_weak = is_weak || crosses;
    let joint = joint_odds(joint, by, byline, rest)?;
    Some(Reading {
        order: Order::TitleFirst,
        title: if title_is_kind { String::new() } else { title },
        range: range.start..after,
        speakers: byline.people.clone(),
        kind: kind.or(kind_of_title),
        // "Ada Weaver (Warpworks) showed how": the sentence of the note begins with the speaker. A handle stays in the
        // note, because no name replaces it.
        end: if rest.starts_with(char::is_lowercase) || byline.people.is_empty() {
            before.range.end
        } else {
            after
        },
        is_set_off,
        is_weak,
        odds: fit + byline.odds.clamp(-4.0, 5.0) + joint
            - if crosses { 2.5 } else { 0.0 }
            - if rest.starts_with(',') && !is_aside(rest) { 6.0 } else { 0.0 }
            // "Ada Weaver / Bo Thread": the second person also spoke, if the name can be read.
            - if rest.starts_with('/') { 1.0 } else { 0.0 },
    })
}

/// "Looms – Ada Weaver (Warpworks) and Bo Thread": whether the bracket before a part is behind another speaker.
fn is_behind_speaker(line: &Line, parts: &[Part], people: usize) -> bool {
    let named = people.checked_sub(2).and_then(|at| parts.get(at));
    named.is_some_and(|part| {
        part.joint != Joint::Start
            && Byline::parse(line.text(part.range.clone())).is_some_and(|it| it.odds > RARE)
    })
}

/// "Title - Ada Weaver, Bo Thread": whether names come right before the comma or slash that leads to a part.
fn is_list_of_names(line: &Line, parts: &[Part], people: usize, joint: Joint) -> bool {
    let Some(before) = people.checked_sub(1).and_then(|at| parts.get(at)) else { return false };
    let is_slash =
        joint == Joint::Dash && line.text(before.range.end..line.words.len()).starts_with(" / ");
    (joint == Joint::Comma || is_slash)
        && parts.get(1..people).unwrap_or_default().iter().any(|part| {
            let text = line.text(part.range.start..before.range.end);
            let least = if part.joint == Joint::Dash { RARE } else { 0.0 };
            (is_slash || part.joint != Joint::Comma)
                && Byline::parse(text).is_some_and(|it| it.odds > least)
        })
}

/// How well a separator leads from a title to speakers; `by` is the text from the separator on, `rest` follows the
/// names.
fn joint_odds(joint: Joint, by: &str, byline: &Byline, rest: &str) -> Option<f32> {
    let odds = match joint {
        Joint::By => {
            if by.starts_with("by ") {
                2.5
            } else {
                0.5
            }
        }
        Joint::Bracket => 1.5,
        Joint::Dash | Joint::Break => 1.0,
        Joint::Colon | Joint::Comma => -0.5,
        Joint::After | Joint::Start => -2.0,
        Joint::Span => 0.0,
        // "Looms that sing. Ada Weaver (Warpworks). On sound."
        Joint::Stop if byline.odds > 1.5 && (rest.is_empty() || rest.starts_with('.')) => -1.0,
        Joint::Stop => return None,
    };
    Some(odds)
}

/// Whether the text after a comma is no longer part of the byline: ", loved it", ", room 3".
fn is_aside(rest: &str) -> bool {
    let next = rest.trim_start_matches([',', ' ']);
    let first = next.split([',', '.', '(', '-']).next().unwrap_or_default();
    next.starts_with(char::is_lowercase) && leading(JOINTS, next).is_none()
        || crate::ingest::names::affiliation::is_frame(first)
}
