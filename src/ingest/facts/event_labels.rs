//! Finds the event that a text or a part of it names: a line "Conference: …", or a column "Event" of a table.

use crate::ingest::draft::{Draft, EventSpan};
use crate::ingest::lines::line::Line;
use crate::ingest::names::cue_words::{TITLE_HEADS, has};
use crate::ingest::names::edition_name::editions_in;
use crate::ingest::passage::{Passage, worded_links};
use crate::ingest::reference::referenced;
use crate::ingest::spelling::letters;
use crate::model::{Block, Inline, Rule, inline_text};
use std::collections::BTreeMap;

/// Labels and column heads that name an event, as their [`letters`].
const EVENTS: &[&str] = &[
    "conference",
    "conf",
    "event",
    "conférence",
    "événement",
    "konferenz",
    "veranstaltung",
    "conferencia",
    "evento",
    "congreso",
    "conferenza",
    "congresso",
    "conferência",
    "conferentie",
    "evenement",
    "カンファレンス",
    "イベント",
];

/// Column heads that name an event or a place.
const PLACES: &[&str] = &["where", "at", "venue", "presentedat", "givenat", "seenat", "wo", "où"];

/// Heads of columns that contain the year.
const YEARS: &[&str] = &["year", "date", "when", "jahr", "datum", "année", "año", "anno", "ano"];

/// A label within this many passages of the start is about the whole text.
const OPENING: usize = 6;

/// Longest name of an event, in characters.
const LONGEST: usize = 80;

/// A label with its place.
struct EventLabel {
    value: String,
    line: u32,
    /// The index of its passage.
    at: usize,
}

/// Adds the events that the text of a draft names.
pub(in crate::ingest) fn find(draft: &mut Draft) {
    let mut labels: Vec<EventLabel> = Vec::new();
    let mut spans = Vec::new();
    for (at, passage) in draft.passages.iter().enumerate() {
        labels
            .extend(lines(passage).into_iter().filter_map(|(line, text)| labeled(&text, line, at)));
        match &passage.block {
            Block::Table(table) => spans.extend(rows(passage, &table.rows)),
            Block::List { items: all, .. } => spans.extend(items(passage, all)),
            Block::Paragraph(_)
            | Block::Heading { .. }
            | Block::Quote(_)
            | Block::Code { .. }
            | Block::Image { .. }
            | Block::Video(_)
            | Block::Rule => {}
        }
    }
    draft.span_blocks = spans.iter().map(|span: &EventSpan| span.block).collect();
    place_talks(draft);
    let is_same =
        |one: &EventLabel, other: &EventLabel| letters(&one.value) == letters(&other.value);
    if let Some(first) = labels.first() {
        if first.at < OPENING && labels.iter().all(|label| is_same(first, label)) {
            draft.event_hints.push((first.value.clone(), first.line));
        } else {
            let mut sections = sections(&draft.passages, &labels);
            sections.dedup_by_key(|span| span.first);
            spans.extend(sections);
        }
    }
    spans.sort_by_key(|span| (span.first, std::cmp::Reverse(span.last)));
    draft.span_blocks = spans.iter().map(|span| span.block).collect();
    draft.event_spans = spans;
}

/// The lines of a passage that may be labels.
fn lines(passage: &Passage) -> Vec<(u32, String)> {
    let of_paragraph = |text: &[Inline], line: u32| -> Vec<(u32, String)> {
        let words = Line::of(text).words;
        (line..).zip(words.split('\n').map(str::to_owned)).collect()
    };
    match &passage.block {
        Block::Paragraph(text) => of_paragraph(text, passage.first),
        Block::List { items, .. } => {
            let first = |(at, item): (usize, &Vec<Block>)| {
                let Some(Block::Paragraph(text)) = item.first() else { return Vec::new() };
                let line = passage.items.get(at).map_or(passage.first, |lines| lines.0);
                of_paragraph(text, line)
            };
            items.iter().enumerate().flat_map(first).collect()
        }
        Block::Table(table) => {
            let pair = |row: &Vec<Vec<Inline>>| match row.as_slice() {
                [label, value] => {
                    Some((passage.first, format!("{}: {}", inline_text(label), inline_text(value))))
                }
                _ => None,
            };
            table.rows.iter().filter_map(pair).collect()
        }
        Block::Heading { .. }
        | Block::Quote(_)
        | Block::Code { .. }
        | Block::Image { .. }
        | Block::Video(_)
        | Block::Rule => Vec::new(),
    }
}

/// A picture that people put before the name of an event, in place of a label.
const PICTURE: char = '\u{1f3aa}';

fn labeled(text: &str, line: u32, at: usize) -> Option<EventLabel> {
    if let Some(value) = text.trim_start().strip_prefix(PICTURE) {
        let value = value.trim_matches(|c: char| c.is_whitespace() || "\u{fe0f}:".contains(c));
        let is_name = value.chars().any(char::is_alphabetic) && value.chars().count() <= LONGEST;
        return is_name.then(|| EventLabel { value: value.to_owned(), line, at });
    }
    let (label, value) = text.split_once([':', '：'])?;
    let value = value.trim_matches(|c: char| c.is_whitespace() || ":*_[]".contains(c));
    let is_name = !value.is_empty() && value.chars().count() <= LONGEST && !value.contains("://");
    let is_label = EVENTS.contains(&letters(label).as_str());
    (is_label && is_name).then(|| EventLabel { value: value.to_owned(), line, at })
}

/// The sections that contain labels: from the heading above to the next heading that is not below it.
fn sections(passages: &[Passage], labels: &[EventLabel]) -> Vec<EventSpan> {
    let heads: Vec<(usize, u32, u8)> = passages
        .iter()
        .enumerate()
        .filter_map(|(at, passage)| {
            let Block::Heading { level, .. } = passage.block else { return None };
            Some((at, passage.first, level))
        })
        .collect();
    let section = |label: &EventLabel| {
        let next = heads.partition_point(|(at, ..)| *at < label.at);
        let head = next.checked_sub(1).and_then(|index| heads.get(index));
        let mut below = heads.iter().skip(next);
        let end = below.find(|(_, _, own)| head.is_none_or(|(_, _, level)| own <= level));
        EventSpan {
            words: label.value.clone(),
            first: head.map_or(1, |(_, line, _)| *line),
            last: end.map_or(u32::MAX, |(_, line, _)| line.saturating_sub(1)),
            block: passages.get(label.at).map_or(label.line, |passage| passage.first),
            is_sure: true,
            links: Vec::new(),
        }
    };
    labels.iter().map(section).collect()
}

/// The rows of a table with an event column. Empty when all rows name the same event, or no row names one.
fn rows(passage: &Passage, rows: &[Vec<Vec<Inline>>]) -> Vec<EventSpan> {
    let Some((head, body)) = rows.split_first() else { return Vec::new() };
    let heads: Vec<String> = head.iter().map(|cell| letters(&inline_text(cell))).collect();
    let column = |known: &[&str]| heads.iter().position(|head| known.contains(&head.as_str()));
    // "Conférence" is also a talk, and "event" may be one.
    let is_title = |at: &usize| heads.get(*at).is_some_and(|head| has(TITLE_HEADS, head));
    let is_event =
        |at: &usize| !is_title(at) || (0..heads.len()).any(|it| it != *at && is_title(&it));
    let sure = column(EVENTS).filter(is_event);
    let Some(at) = sure.or_else(|| column(PLACES)).filter(|_| head.len() > 2) else {
        return Vec::new();
    };
    let year_at = column(YEARS);
    let words = |row: &Vec<Vec<Inline>>| {
        let cell = |at: usize| row.get(at).map(|cell| inline_text(cell)).unwrap_or_default();
        let (name, year) = (cell(at), year_at.map(cell).unwrap_or_default());
        let name = name.trim();
        let has_year = name.contains(|c: char| c.is_ascii_digit()) || year.trim().is_empty();
        let year: String = year.chars().filter(char::is_ascii_digit).take(4).collect();
        if name.is_empty() || has_year { name.to_owned() } else { format!("{name} {year}") }
    };
    let named: Vec<String> = body.iter().map(words).collect();
    // In HTML the line of a row is unknown, so no row gets lines.
    let n_lines = (passage.last - passage.first + 1) as usize;
    let has_lines = n_lines == rows.len() + 1;
    let span = |(index, (row, words)): (u32, (&Vec<Vec<Inline>>, String))| {
        let line = passage.first + 2 + index;
        let cells: Vec<Block> = row.iter().map(|cell| Block::Paragraph(cell.clone())).collect();
        let links = worded_links(&cells).into_iter();
        let links = links.filter_map(|(url, _)| Some(referenced(&url)?.to_owned())).collect();
        EventSpan {
            words: if has_lines { words } else { String::new() },
            first: if has_lines { line } else { passage.first },
            last: if has_lines { line } else { passage.last },
            block: passage.first,
            is_sure: sure.is_some(),
            links,
        }
    };
    (0u32..).zip(body.iter().zip(named)).map(span).collect()
}

/// The items of a list that name their editions. Empty when all name the same one, or most name none.
fn items(passage: &Passage, items: &[Vec<Block>]) -> Vec<EventSpan> {
    let words = |item: &Vec<Block>| match item.first() {
        Some(Block::Paragraph(text)) => inline_text(text),
        _ => String::new(),
    };
    let words: Vec<String> = items.iter().map(words).collect();
    let Some(found) = editions_in(&words) else { return Vec::new() };
    let named = words.iter().zip(found).map(|(words, range)| range.and_then(|it| words.get(it)));
    let named: Vec<Option<&str>> = named.collect();
    let mut names = named.iter().flatten();
    let first = names.next();
    if names.all(|name| Some(name) == first) {
        return Vec::new();
    }
    let span = |(words, lines): (Option<&str>, &(u32, u32))| EventSpan {
        words: words.unwrap_or_default().to_owned(),
        first: lines.0,
        last: lines.1,
        block: passage.first,
        is_sure: true,
        links: Vec::new(),
    };
    named.into_iter().zip(&passage.items).map(span).collect()
}

/// Moves the talks and notes of tables with events to the lines of their rows.
fn place_talks(draft: &mut Draft) {
    let mut placed: BTreeMap<usize, (u32, u32)> = BTreeMap::new();
    let apart: Vec<&Passage> =
        draft.passages.iter().filter(|it| draft.is_apart(it.first)).collect();
    for passage in apart {
        let Block::Table(table) = &passage.block else { continue };
        if (passage.last - passage.first) as usize != table.rows.len() {
            continue;
        }
        let cells = |row: &Vec<Vec<Inline>>| row.iter().map(|cell| inline_text(cell)).collect();
        let rows: Vec<String> =
            table.rows.iter().map(cells).map(|it: String| letters(&it)).collect();
        // Talks are in row order. The first row is the head.
        let mut next = 1;
        for (index, talk) in draft.talks.iter_mut().enumerate() {
            let is_here = (talk.first, talk.last) == (passage.first, passage.last);
            if talk.rule != Rule::TalkInTable || !is_here {
                continue;
            }
            let title = letters(&talk.title);
            let below = rows.get(next..).unwrap_or_default();
            let Some(row) = below.iter().position(|row| row.contains(&title)) else { continue };
            let line = passage.first + 1 + u32::try_from(next + row).unwrap_or_default();
            placed.insert(index, (talk.first, line));
            (talk.first, talk.last) = (line, line);
            next += row + 1;
        }
    }
    for note in &mut draft.notes {
        if let Some((first, line)) = note.talk.and_then(|talk| placed.get(&talk))
            && note.first == *first
        {
            (note.first, note.last) = (*line, *line);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;

    #[track_caller]
    fn check(text: &str, hints: &[(&str, u32)], spans: &[(&str, u32, u32)]) {
        let draft = ingest("a.md", text.as_bytes()).draft.unwrap();
        let found: Vec<(&str, u32)> =
            draft.event_hints.iter().map(|(words, line)| (words.as_str(), *line)).collect();
        assert_eq!(found, hints, "{text}");
        let found: Vec<(&str, u32, u32)> = draft
            .event_spans
            .iter()
            .map(|span| (span.words.as_str(), span.first, span.last))
            .collect();
        assert_eq!(found, spans, "{text}");
    }

    #[test]
    fn a_label_below_the_title_names_the_event_of_the_whole() {
        check(
            "# Reeds\n\n- Speaker: Ada Weaver\n- Conference: WEFT 2012\n\nGood.",
            &[("WEFT 2012", 4)],
            &[],
        );
        check("# Reeds\n\n**Event:** WEFT 2012, Ghent\n\nGood.", &[("WEFT 2012, Ghent", 3)], &[]);
        check("# Reeds\n\n📍 Ghent  \n🎪 WEFT 2012\n\nGood.", &[("WEFT 2012", 4)], &[]);
        check("# Reeds\n\nThe event: it was good.\n\nMore.", &[], &[]);
    }

    #[test]
    fn labels_of_sections_name_the_events_of_these() {
        let text = "# Talks\n\n## Reeds\n\n- Event: WEFT 2012\n\nGood.\n\n## Wool\n\n- Event: WARP 2013\n\nBetter.";
        check(text, &[], &[("WEFT 2012", 3, 8), ("WARP 2013", 9, u32::MAX)]);
    }

    #[test]
    fn each_row_names_its_own() {
        let text = "# Talks\n\n| Title | Speaker | Event | Year |\n|---|---|---|---|\n| Reeds | Ada Weaver | WEFT 2012 | |\n| Wool | Bo Thread | WARP | 2013 |";
        check(text, &[], &[("WEFT 2012", 5, 5), ("WARP 2013", 6, 6)]);
        let draft = ingest("a.md", text.as_bytes()).draft.unwrap();
        let lines: Vec<u32> = draft.talks.iter().map(|talk| talk.first).collect();
        assert_eq!(lines, [5, 6]);
    }
}
