//! Marked text that may be the title of a talk: quoted, bold, italic or linked.

use super::line::{Line, Mark, Span};
use super::title::{title_odds, unquoted};
use crate::ingest::names::cue_words::{BY, WITH, has, phrases};
use crate::ingest::names::kinds::{is_talk_word, words};
use crate::ingest::names::likeness::Likeness;
use crate::ingest::names::name_shape::may_be_name;
use crate::ingest::names::named_people::names_in;
use crate::ingest::names::speech::is_owned_talk;
use crate::ingest::names::told_words::TOPIC_LINKS;
use crate::text::sentences::sentence_ranges;
use std::ops::Range;

/// A part of a text that may be the title of a talk.
#[derive(Clone, Debug)]
pub(in crate::ingest) struct Title {
    /// Bytes of the words.
    pub inner: Range<usize>,
    /// Bytes including the marks around them.
    pub outer: Range<usize>,
    /// It is in quotation marks.
    pub is_quoted: bool,
    /// It links to a recording or to a schedule entry.
    pub is_evident: bool,
}

/// Marked parts that may be titles; overlapping parts are joined.
pub(in crate::ingest) fn titles(line: &Line) -> Vec<Title> {
    let mut found: Vec<Title> = Vec::new();
    for span in line.spans.iter().filter(|span| !is_quotation(line, span)) {
        let is_quoted = span.mark == Mark::Quoted;
        let is_evident = matches!(&span.mark, Mark::Link(url) if is_evidence(url));
        let outer =
            if is_quoted { with_marks(&line.words, &span.range) } else { span.range.clone() };
        if let Some(last) = found.last_mut().filter(|last| last.outer.end > span.range.start) {
            // "[a talk by Ada Weaver about “Looms”](…)": the words around the title name its speaker.
            let is_about = is_quoted && tells_of_talk(line.text(last.outer.start..outer.start));
            last.outer = if is_about {
                outer
            } else {
                last.outer.start.min(outer.start)..last.outer.end.max(outer.end)
            };
            // Quotation marks show best where the title begins.
            if is_quoted && !last.is_quoted {
                last.inner = span.range.clone();
                last.is_quoted = true;
            }
            last.is_evident |= is_evident;
        } else {
            found.push(Title { inner: span.range.clone(), outer, is_quoted, is_evident });
        }
    }
    found.retain(|title| {
        let text = unquoted(line.text(title.inner.clone()));
        let before = line.text(0..title.outer.start);
        // "with **Bo Spindle**", but "with [Slow Silk](…)" may lead to a talk.
        let is_by =
            is_by(before, |by| !has(WITH, by)) || !title.is_evident && is_by(before, |_| true);
        // Words linked to a recording are a name only if they can hardly be anything else: "Power-Aware Weaving".
        let least = if title.is_evident { 1.5 } else { -1.0 };
        let is_name =
            !title.is_quoted && may_be_name(text) && (is_by || Likeness::of(text).person() > least);
        // "[Ada Weaver's talk on looms](…)" says who spoke, but has no title.
        let is_told = !title.is_quoted
            && names_in(text).first().is_some_and(|named| {
                named.range.start == 0
                    && is_owned_talk(text.get(named.range.end..).unwrap_or_default())
            });
        !is_name
            && !is_told
            && title_odds(text, true).is_some()
            && text.chars().any(char::is_alphabetic)
    });
    found
}

/// Whether words say that a talk follows, by somebody or about something.
fn tells_of_talk(lead: &str) -> bool {
    let lower = lead.to_lowercase();
    let links_topic = |word: &str| has(TOPIC_LINKS, word);
    let is_named = || names_in(lead).first().is_some_and(|named| named.range.start == 0);
    lead.contains(' ')
        && (words(&lower).any(is_talk_word)
            || words(&lower).last().is_some_and(links_topic) && is_named())
}

/// Whether everything in brackets is marked: quoted or italic.
pub(super) fn is_set_off_in_brackets(line: &Line, inside: &Range<usize>) -> bool {
    let length = line.text(inside.clone()).trim_matches(['"', '“', '”', '„', '«', '»']).len();
    let mut spans = line.spans.iter();
    spans.any(|span| {
        inside.start <= span.range.start
            && span.range.end <= inside.end
            && span.range.len() >= length.max(1)
            && !matches!(span.mark, Mark::Link(_))
    })
}

/// Whether a span is quoted speech, in which other marks show titles: “I saw *Looms that sing* by Ada Weaver. It was
/// loud.” A single sentence is also a title, unless a label comes before it.
fn is_quotation(line: &Line, span: &Span) -> bool {
    const LEAST_AROUND: usize = 5;
    if span.mark != Mark::Quoted {
        return false;
    }
    let has_inside = line.spans_from(&span.range).any(|other| {
        other.mark != Mark::Quoted
            && other.range.end <= span.range.end
            && other.range.len() + LEAST_AROUND < span.range.len()
            && line.text(other.range.clone()).contains(' ')
    });
    let before = line.text(0..span.range.start).trim_end_matches(['“', '"', '„', '«', ' ']);
    has_inside
        && (before.ends_with(':') || sentence_ranges(line.text(span.range.clone())).len() > 1)
}

/// Whether words end in one that counts, such as "by".
fn is_by(before: &str, counts: impl Fn(&str) -> bool) -> bool {
    const LONGEST: usize = 40;
    let before = before.trim_end();
    let start = (before.len().saturating_sub(LONGEST)..=before.len())
        .find(|at| before.is_char_boundary(*at))
        .unwrap_or(0);
    let lower = before.get(start..).unwrap_or_default().to_lowercase();
    phrases(BY)
        .any(|by| counts(by) && lower.strip_suffix(by).is_some_and(|head| head.ends_with(' ')))
}

fn with_marks(words: &str, range: &Range<usize>) -> Range<usize> {
    let before = words.get(..range.start).and_then(|text| text.chars().next_back());
    let after = words.get(range.end..).and_then(|text| text.chars().next());
    range.start - before.map_or(0, char::len_utf8)..range.end + after.map_or(0, char::len_utf8)
}

/// Whether an address leads to a recording or to a schedule page.
pub(in crate::ingest) fn is_evidence(url: &str) -> bool {
    /// Folders of programs, with a page for each talk below them.
    const FOLDERS: [&str; 8] = [
        "/proposal/",
        "/proposals/",
        "/program/",
        "/programme/",
        "/programm/",
        "/programa/",
        "/programma/",
        "/fahrplan/",
    ];
    let lower = url.to_lowercase();
    let has_page = |folder: &&str| {
        lower
            .split_once(*folder)
            .is_some_and(|(_, page)| page.contains(char::is_alphabetic) || page.len() > 2)
    };
    crate::ingest::address::leads_to_recording(url)
        || FOLDERS.iter().any(has_page)
        || [
            "sched.co/",
            "sched.com/",
            "sched.org/",
            "/schedule/",
            "/session/",
            "/sessions/",
            "/talk/",
            "/talks/",
            "/event/",
            "/presentation/",
            "/speaker/",
            "/sched/",
            "/vortrag/",
        ]
        .iter()
        .any(|part| lower.contains(part))
}

/// The sentences of a line. None ends within or right after marked words if the sentence continues.
pub(in crate::ingest) fn whole_sentences(line: &Line) -> Vec<Range<usize>> {
    let mut whole: Vec<Range<usize>> = Vec::new();
    let mut spans = line.spans.iter().filter(|span| !is_quotation(line, span)).peekable();
    let mut reach = 0;
    for range in sentence_ranges(&line.words) {
        if let Some(last) = whole.last_mut() {
            while let Some(span) = spans.next_if(|span| span.range.start < last.end) {
                reach = reach.max(span.range.end);
            }
            let goes_on = line.text(range.clone()).starts_with(['(', '–', '—', '-', '（']);
            if reach > last.end || reach + 2 >= last.end && goes_on {
                last.end = range.end;
                continue;
            }
        }
        whole.push(range);
    }
    whole
}

/// Whether quoted words can be a title: they begin with a capital, and so do most of the rest.
pub(in crate::ingest) fn is_title(text: &str, is_named: bool) -> bool {
    let first = text.chars().next();
    let begins_well = first.is_some_and(|c| c.is_uppercase() || c.is_numeric());
    let count = text.split_whitespace().count();
    let is_cased = title_case_share(text) >= 0.5 || Likeness::of(text).title() > 2.0;
    begins_well && count <= 30 && (count >= 2 && is_cased || is_named)
}

/// The share of longer words that begin with a capital, 0 to 1; 1 if there are none.
pub(in crate::ingest) fn title_case_share(text: &str) -> f64 {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Inline;

    #[test]
    fn what_somebody_said_is_no_title() {
        let text = |text: &str| Inline::Text(text.to_owned());
        let title = || Inline::Emphasis(vec![text("Shrinking Looms for Fun")]);
        let found = |head: &str, tail: &str| {
            let line = Line::of(&[text(head), title(), text(tail)]);
            let titles = titles(&line).into_iter();
            let titles: Vec<String> =
                titles.map(|title| line.text(title.inner).to_owned()).collect();
            (titles.join(" + "), whole_sentences(&line).len())
        };
        let own = "Shrinking Looms for Fun".to_owned();
        assert_eq!(found("Jo: “I saw ", " by Ada Weaver.”"), (own.clone(), 1));
        assert_eq!(found("“I saw ", " by Ada Weaver. It was loud.”"), (own, 2));
        let whole = "The Art of Shrinking Looms for Fun and Profit".to_owned();
        assert_eq!(found("I saw “The Art of ", " and Profit”."), (whole, 1));
    }
}
