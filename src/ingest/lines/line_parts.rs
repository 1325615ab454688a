//! Splits a line at its separators: dashes, colons, commas, brackets, "by", and marked words.

use super::line::{Line, Mark, Span};
use crate::ingest::names::cue_words::{AUTHOR_LABELS, BY, SPEAKER_LABELS, has, leading, phrases};
use crate::ingest::names::told_words::TOPIC_LINKS;
use std::ops::Range;

/// The separator before a part of a line.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Joint {
    Start,
    Dash,
    Colon,
    Break,
    By,
    Comma,
    Bracket,
    /// Text after a bracket.
    After,
    /// Marked words begin or end there.
    Span,
    /// A sentence ended before it.
    Stop,
}

#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Part {
    /// Bytes of the words.
    pub range: Range<usize>,
    /// The separator before it.
    pub joint: Joint,
}

/// Whether the words are a label that only speakers follow.
fn leads_to_speakers(words: &str) -> bool {
    let is_frame = |c: char| c.is_whitespace() || matches!(c, '*' | '_');
    let label = words.trim_matches(is_frame).to_lowercase();
    has(SPEAKER_LABELS, &label) && !has(AUTHOR_LABELS, &label)
}

/// Most parts between separators that are examined.
const MOST_PARTS: usize = 12;

/// Splits a line at its separators. `is_kept_whole`: does not split marked words.
#[expect(clippy::too_many_lines, reason = "one arm for each separator")]
pub(super) fn parts(line: &Line, range: Range<usize>, is_kept_whole: bool) -> Vec<Part> {
    const DASHES: &[&str] = &[
        " - ",
        " – ",
        " — ",
        " -- ",
        " --- ",
        " ― ",
        " | ",
        " · ",
        " • ",
        " / ",
        " // ",
        " :: ",
        " → ",
        " => ",
        " -> ",
        " … ",
        " ... ",
        " ~ ",
        " ≫ ",
        " » ",
        " 🎤 ",
        " 🎙 ",
        " 🎙\u{fe0f} ",
        " 🗣 ",
        " 🗣\u{fe0f} ",
        " 👤 ",
        " 👥 ",
    ];
    let mut parts = vec![Part { range: range.clone(), joint: Joint::Start }];
    let whole: Vec<&Span> = line
        .spans
        .iter()
        .filter(|span| {
            is_kept_whole && !(span.range.start <= range.start && span.range.end >= range.end)
        })
        .collect();
    let mut whole = whole.iter().peekable();
    let links = line.spans.iter().filter(|span| !is_kept_whole && span.mark != Mark::Quoted);
    let mut ends: Vec<usize> = links.map(|span| span.range.end).collect();
    ends.sort_unstable();
    let mut ends = ends.into_iter().peekable();
    let mut at = range.start;
    while let Some(c) = line.text(at..range.end).chars().next() {
        while whole.next_if(|span| span.range.end <= at).is_some() {}
        if let Some(span) = whole.peek().filter(|span| span.range.contains(&at)) {
            // Marked words are a separate part, with or without a separator beside them.
            let is_part = span.mark != Mark::Quoted;
            if is_part && at > range.start {
                cut_at(&mut parts, at, range.end);
            }
            let is_east = span.mark == Mark::Quoted
                && line.text(range.start..at).ends_with(['「', '『'])
                && parts.last().is_some_and(|last| last.range.start + 3 < at);
            if is_east && let Some(last) = parts.last_mut() {
                // "松田 明さん「題名」".
                last.range.end = at - '「'.len_utf8();
                parts.push(Part { range: at - '「'.len_utf8()..range.end, joint: Joint::Dash });
            }
            let is_led = !is_part
                && !is_east
                && cut_before_quote(&mut parts, line, range.start..at, range.end);
            at = span.range.end.min(range.end);
            let close =
                line.text(at..range.end).chars().next().filter(|c| matches!(c, '」' | '』'));
            if let Some(close) = close.filter(|_| !is_part && !is_led) {
                // "「題名」松田 明": no separator follows the title.
                at += close.len_utf8();
                cut_at(&mut parts, at, range.end);
            } else if is_part {
                cut_at(&mut parts, at, range.end);
            }
            continue;
        }
        if parts.len() >= MOST_PARTS {
            break;
        }
        // "[Looms by Ada Weaver](…) Very good": the link ends the byline.
        if ends.next_if_eq(&at).is_some()
            && line.text(at..range.end).trim_start().starts_with(char::is_uppercase)
        {
            cut_at(&mut parts, at, range.end);
        }
        while ends.next_if(|end| *end <= at).is_some() {}
        let rest = line.text(at..range.end);
        // "Speakers: Ada Weaver and Bo Thread" on a line of its own is one part.
        let start = parts.last().filter(|part| part.joint == Joint::Break);
        let start = start.map(|part| part.range.start);
        let is_byline = |at| start.is_some_and(|start| leads_to_speakers(line.text(start..at)));
        let mut cut = |joint: Joint, end: usize, next: usize| {
            if let Some(last) = parts.last_mut() {
                last.range.end = end.max(last.range.start);
            }
            parts.push(Part { range: next..range.end, joint });
        };
        let after = |list: &[&str]| {
            list.iter().find(|mark| rest.starts_with(**mark)).map(|mark| mark.len())
        };
        if c == '\n' {
            cut(Joint::Break, at, at + 1);
            at += 1;
        } else if c == '\t' || rest.starts_with("   ") {
            // Plain-text columns.
            let gap = rest.len() - rest.trim_start().len();
            cut(Joint::Dash, at, at + gap);
            at += gap;
        } else if ends_sentence(line.text(range.start..at), rest) {
            cut(Joint::Stop, at, at + 1);
            at += 1;
        } else if let Some(length) =
            after(DASHES).or_else(|| tight_dash(line.text(range.start..at), rest))
        {
            cut(Joint::Dash, at, at + length);
            at += length
                - usize::from(length > 1 && rest.get(..length).is_some_and(|it| it.ends_with(' ')));
        } else if let Some(length) = by(rest).filter(|_| !is_title_behind_dash(line, at, rest)) {
            cut(Joint::By, at, at + length);
            at += length - 1;
        } else if matches!(c, '：') || rest.starts_with(": ") || rest.starts_with(" : ") {
            let length =
                if rest.starts_with(" : ") { 3 } else { c.len_utf8() + usize::from(c == ':') };
            if !is_byline(at) {
                cut(Joint::Colon, at, at + length);
            }
            at += length;
        } else if rest.starts_with(", ") || rest.starts_with("; ") || c == '、' {
            let length = if c == '、' { c.len_utf8() } else { 2 };
            cut(Joint::Comma, at, at + length);
            at += length - 1;
        } else if matches!(c, '(' | '（' | '[') {
            let close = match c {
                '(' => ')',
                '（' => '）',
                _ => ']',
            };
            let Some(length) = rest.find(close) else {
                at += c.len_utf8();
                continue;
            };
            cut(Joint::Bracket, at, at + c.len_utf8());
            let inner_end = at + length;
            let next = inner_end + close.len_utf8();
            if let Some(last) = parts.last_mut() {
                last.range.end = inner_end;
            }
            parts.push(Part { range: next..range.end, joint: Joint::After });
            at = next;
        } else {
            at += c.len_utf8();
        }
    }
    parts
}

/// The length of a dash with at most one space beside it, before a capital: "Looms -Ada Weaver", "Looms—Ada Weaver".
/// Also handles the mark that East Asian text uses instead.
fn tight_dash(before: &str, rest: &str) -> Option<usize> {
    let c = rest.trim_start_matches(' ').chars().next()?;
    if c == '／' {
        return rest.starts_with(c).then(|| c.len_utf8());
    }
    if !matches!(c, '-' | '–' | '—') {
        return None;
    }
    let is_spaced = rest.starts_with(' ');
    let length = usize::from(is_spaced) + c.len_utf8();
    let next = rest.get(length..)?;
    let is_capital = |text: &str| text.starts_with(char::is_uppercase);
    let is_word =
        before.ends_with(char::is_alphanumeric) || before.ends_with(['?', '!', '"', '”', ')']);
    match next.strip_prefix(' ') {
        Some(next) if !is_spaced && is_word && is_capital(next) => Some(length + 1),
        None if (is_spaced || c == '—') && is_word && is_capital(next) => Some(length),
        _ => None,
    }
}

/// Ends the last part where another one begins without a separator.
fn cut_at(parts: &mut Vec<Part>, at: usize, end: usize) {
    if at >= end {
        return;
    }
    if let Some(last) = parts.last_mut() {
        last.range.end = at;
    }
    parts.push(Part { range: at..end, joint: Joint::Span });
}

/// Splits "Ada Weaver on “Looms”" before the quoted title. Returns whether it did.
fn cut_before_quote(parts: &mut Vec<Part>, line: &Line, before: Range<usize>, end: usize) -> bool {
    let open = line.text(before.clone()).trim_end_matches(['"', '“', '„', '«', '»', '‘']);
    let words = open.trim_end();
    let mut names = phrases(TOPIC_LINKS).filter_map(|link| words.strip_suffix(link));
    let Some(name) = names.find(|name| name.ends_with(' ')) else { return false };
    let Some(last) = parts.last_mut() else { return false };
    last.range.end = (before.start + name.trim_end().len()).max(last.range.start);
    parts.push(Part { range: before.start + open.len()..end, joint: Joint::Dash });
    true
}

/// Whether the mark at the start of `rest` ends a sentence. Initials and abbreviations do not.
fn ends_sentence(before: &str, rest: &str) -> bool {
    let mut letters = rest.chars();
    let is_mark = matches!(letters.next(), Some('.' | '?' | '!'));
    if !is_mark || letters.next() != Some(' ') {
        return false;
    }
    let begins = rest.get(1..).unwrap_or_default().trim_start();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_short = rest.starts_with('.')
        && (word.chars().count() <= 2
            || matches!(
                word.to_lowercase().as_str(),
                "prof" | "dipl" | "inc" | "ltd" | "dra" | "mag"
            ));
    !is_short
        && begins.starts_with(|c: char| {
            !c.is_lowercase() && c != '(' && c != '-' && c != '–' && c != '—'
        })
}

/// Whether "From" right after a dash begins a title: "Ada Weaver – From wool to thread".
fn is_title_behind_dash(line: &Line, at: usize, rest: &str) -> bool {
    let is_begun = rest.trim_start_matches([',', ' ']).starts_with(char::is_uppercase);
    is_begun && line.text(0..at).trim_end().ends_with(['-', '–', '—', ':', '|'])
}

/// The length of " by " or ", by " with the spaces around it.
fn by(rest: &str) -> Option<usize> {
    let comma = usize::from(rest.starts_with(", "));
    let after = rest.get(comma..)?.strip_prefix(' ')?;
    let length = leading(BY, after)?;
    // "What looms can do (Ada Weaver)": Portuguese "do" is a joint, English "do" is not.
    let is_before_bracket = after.get(length..)?.trim_start().starts_with(['(', '[']);
    (!is_before_bracket).then_some(comma + length + 2)
}
