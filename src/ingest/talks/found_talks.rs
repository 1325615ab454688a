//! Finds the talks in a passage, and splits the passage where it moves to another talk.

use super::agreed_rows::like_the_others;
use super::found::Found;
use super::lead_ins::introduces_others;
use super::lists::edition_items::without_editions;
use super::lists::event_lists::lists_events;
use super::lists::linked_lists::with_pages;
use super::lists::listed::talk_in_item;
use super::lists::lone_items::{without_lone_speakers, without_strays};
use super::lists::title_lists::{with_evident, with_siblings, with_titles};
use super::notes::Cutter;
use super::sentences::talk_cues::{Sighting, sightings};
use super::sentences::tellers::tellers;
use super::titles::row_prefixes::without_shared_prefixes;
use super::unread::first_unread;
use crate::ingest::lines::cut::{skipped, split, taken};
use crate::ingest::lines::line::{Line, Mark};
use crate::ingest::lines::line_talks::talk_lines;
use crate::ingest::names::clutter::lead;
use crate::ingest::names::likeness::Likeness;
use crate::ingest::passage::Passage;
use crate::model::{Block, Inline, Rule, inline_text};

/// A part of a passage that is about one talk, or about no talk.
pub(super) struct Piece {
    pub(super) talk: Option<usize>,
    pub(super) award: String,
    pub(super) passages: Vec<Passage>,
}

impl Cutter {
    /// The passage, split where it moves to another talk.
    pub(super) fn pieces(&mut self, at: usize, passage: &Passage, announces: bool) -> Vec<Piece> {
        if let Some(found) = self.plan.entries.get(&at).cloned() {
            return self.entry_pieces(passage, found);
        }
        match &passage.block {
            Block::List { start, items } => self.list_pieces(passage, *start, items, announces),
            Block::Table(rows) => self.table_pieces(passage, rows),
            Block::Paragraph(inlines) => {
                let pieces = self.schedule_pieces(passage, inlines);
                if !pieces.is_empty() {
                    return pieces;
                }
                match self.plan.paragraphs.get(&at).cloned() {
                    Some(found) => self.lead_pieces(passage, inlines, found),
                    None => self.paragraph_pieces(passage),
                }
            }
            Block::Quote(blocks) => self.quoted_pieces(passage, blocks),
            Block::Heading { .. }
            | Block::Code { .. }
            | Block::Image { .. }
            | Block::Video(_)
            | Block::Rule => Vec::new(),
        }
    }

    /// A paragraph that begins with a talk, followed by the note about it.
    fn lead_pieces(&mut self, passage: &Passage, inlines: &[Inline], found: Found) -> Vec<Piece> {
        let note = note_after(inlines, &found);
        let reason = found.title.clone();
        let lines = (passage.first, passage.last);
        let talk = self.add_found(found, Rule::TalkInParagraph, lines, &reason);
        self.links(talk, std::slice::from_ref(&passage.block));
        let passages = note.into_iter().map(|block| Passage::new(block, lines.0, lines.1));
        vec![Piece { talk: Some(talk), award: String::new(), passages: passages.collect() }]
    }

    /// The talks of a paragraph that lists them: one on each line, or a time before each.
    fn schedule_pieces(&mut self, passage: &Passage, inlines: &[Inline]) -> Vec<Piece> {
        let lines = talk_lines(&self.plan.reader, inlines);
        if !lines.is_empty() {
            let items: Vec<Vec<Block>> =
                lines.into_iter().map(|line| vec![Block::Paragraph(line)]).collect();
            return self.list_pieces(passage, None, &items, false);
        }
        let words = inline_text(inlines);
        let starts = entry_starts(&words);
        if starts.len() < 3 {
            return Vec::new();
        }
        let ends: Vec<usize> = starts.iter().skip(1).copied().chain([words.len()]).collect();
        let entries: Vec<Vec<Inline>> = starts
            .iter()
            .zip(ends)
            .map(|(start, end)| skipped(&taken(inlines, end), *start))
            .collect();
        let items: Vec<Vec<Block>> =
            entries.into_iter().map(|entry| vec![Block::Paragraph(entry)]).collect();
        let list = Passage::new(
            Block::List { start: None, items: items.clone() },
            passage.first,
            passage.last,
        );
        self.list_pieces(&list, None, &items, true)
    }

    pub(super) fn paragraph_pieces(&mut self, passage: &Passage) -> Vec<Piece> {
        let Block::Paragraph(inlines) = &passage.block else { return Vec::new() };
        let line = Line::of(inlines);
        let mut starts: Vec<(usize, Option<usize>, String)> = Vec::new();
        for sighting in sightings(&line) {
            let Some(talk) = self.sighted(&sighting, (passage.first, passage.last)) else {
                continue;
            };
            // A sentence about several talks is a note on none of them; each gets the links beside its title.
            if sighting.is_shared {
                self.own_links(talk, line.links(&sighting.own));
            }
            let talk = (!sighting.is_shared).then_some(talk);
            if starts.last().is_none_or(|(_, before, _)| *before != talk) {
                // The start of the paragraph introduces its first talk.
                let start = if starts.is_empty() { 0 } else { sighting.sentence.start };
                starts.push((start, talk, sighting.award));
            }
        }
        let cuts: Vec<usize> = starts.iter().skip(1).map(|(start, ..)| *start).collect();
        let mut pieces = Vec::new();
        for ((_, talk, award), words) in starts.into_iter().zip(split(inlines, &cuts)) {
            let block = Block::Paragraph(words);
            if let Some(talk) = talk {
                self.links(talk, std::slice::from_ref(&block));
            }
            pieces.push(Piece {
                talk,
                award,
                passages: vec![Passage::new(block, passage.first, passage.last)],
            });
        }
        pieces
    }

    pub(super) fn list_pieces(
        &mut self,
        passage: &Passage,
        start: Option<u32>,
        items: &[Vec<Block>],
        announces: bool,
    ) -> Vec<Piece> {
        if lists_events(items) {
            return Vec::new();
        }
        let found = self.found_in_items(items);
        let told = tellers(items, &found);
        let sure = found.iter().flatten().count();
        let is_list_of_talks = announces || sure > 0;
        let mut pieces: Vec<Piece> = Vec::new();
        let mut others: Vec<Vec<Block>> = Vec::new();
        let mut lines = passage.items.iter().copied();
        for ((item, found), told) in items.iter().zip(found).zip(told) {
            let (first, last) = lines.next().unwrap_or((passage.first, passage.last));
            let several = self.several_pieces(item, (first, last));
            if !several.is_empty() {
                pieces.extend(several);
                continue;
            }
            if let Some(found) = found {
                let mut note = match item.first() {
                    Some(Block::Paragraph(inlines) | Block::Heading { text: inlines, .. }) => {
                        note_after(inlines, &found)
                    }
                    _ => Vec::new(),
                };
                note.extend(item.iter().skip(1).cloned());
                let reason = found.title.clone();
                let talk = self.add_found(found, Rule::TalkInListItem, (first, last), &reason);
                self.links(talk, item);
                let passages = note.into_iter().map(|block| Passage::new(block, first, last));
                pieces.push(Piece {
                    talk: Some(talk),
                    award: String::new(),
                    passages: passages.collect(),
                });
                continue;
            }
            let inner = self.inner_pieces(item, (first, last));
            if !inner.is_empty() {
                pieces.extend(inner);
                continue;
            }
            let listed = talk_in_item(item).filter(|_| is_list_of_talks);
            let listed = listed
                .filter(|listed| listed.speakers.iter().all(|named| is_likely_name(&named.name)));
            let found = match listed {
                Some(mut listed) => {
                    let by_speaker = listed.title.is_empty();
                    let note = std::mem::take(&mut listed.note);
                    let note = if by_speaker { item.clone() } else { note };
                    let names = listed.speakers.iter().map(|named| named.name.as_str());
                    let names = names.collect::<Vec<_>>().join(", ");
                    let title = if by_speaker { names } else { listed.title.clone() };
                    let is_uncertain = by_speaker || sure == 0 && !self.announces && !announces;
                    let rule = if by_speaker { Rule::TalkBySpeaker } else { Rule::TalkInListItem };
                    let talk = self.add_listed(listed, rule, (first, last), is_uncertain, &title);
                    Some((talk, note))
                }
                None => self
                    .item_sighting(item, (first, last))
                    .or_else(|| self.sighted(&told?, (first, last)))
                    .map(|talk| (talk, item.clone())),
            };
            match found {
                Some((talk, blocks)) => {
                    self.links(talk, item);
                    let passages =
                        blocks.into_iter().map(|block| Passage::new(block, first, last)).collect();
                    pieces.push(Piece { talk: Some(talk), award: String::new(), passages });
                }
                None => others.push(item.clone()),
            }
        }
        if !others.is_empty() && !pieces.is_empty() {
            let list =
                Passage::new(Block::List { start, items: others }, passage.first, passage.last);
            pieces.insert(0, Piece { talk: None, award: String::new(), passages: vec![list] });
        }
        pieces
    }

    /// The talk in each item of a list.
    pub(super) fn found_in_items(&self, items: &[Vec<Block>]) -> Vec<Option<Found>> {
        let (bare, leads) = without_editions(items);
        let mut found = self.found_in_bare_items(&bare);
        for (found, lead) in found.iter_mut().zip(leads) {
            if let Some(found) = found {
                found.end += lead;
            }
        }
        found
    }

    fn found_in_bare_items(&self, items: &[Vec<Block>]) -> Vec<Option<Found>> {
        let found: Vec<Option<Found>> = match self.names_in_items(items) {
            Some(found) => found,
            None => items.iter().map(|item| self.plan.item(item)).collect(),
        };
        let lines: Vec<Line> = items.iter().map(|item| first_line(item)).collect();
        let found = like_the_others(&lines, found);
        let found = without_strays(&self.plan.reader, items, found);
        let found = without_lone_speakers(found, self.plan.votes);
        let found = with_evident(items, with_siblings(items, found));
        let found = if self.lists_titles { with_pages(items, found) } else { found };
        let mut found =
            if self.lists_titles { with_titles(&self.plan.reader, items, found) } else { found };
        without_shared_prefixes(&mut found);
        found
    }

    /// The talks of a list inside an item that is not a talk: "Day 1" above its talks.
    fn inner_pieces(&mut self, item: &[Block], lines: (u32, u32)) -> Vec<Piece> {
        if matches!(item.first(), Some(Block::Paragraph(text)) if introduces_others(text)) {
            return Vec::new();
        }
        let mut pieces = Vec::new();
        for (at, block) in item.iter().enumerate() {
            if let Block::List { start, items } = block {
                let list = Passage::new(block.clone(), lines.0, lines.1);
                let inner = self.list_pieces(&list, *start, items, false);
                if inner.is_empty() {
                    return Vec::new();
                }
                let head: Vec<Passage> = item
                    .iter()
                    .take(at)
                    .map(|block| Passage::new(block.clone(), lines.0, lines.1))
                    .collect();
                if !head.is_empty() {
                    pieces.push(Piece { talk: None, award: String::new(), passages: head });
                }
                pieces.extend(inner);
            }
        }
        pieces
    }

    /// The talks of an item that quotes several titles, each with its speaker.
    fn several_pieces(&mut self, item: &[Block], (first, last): (u32, u32)) -> Vec<Piece> {
        let Some((Block::Paragraph(text), below)) = item.split_first() else { return Vec::new() };
        let line = Line::of(text);
        let quotes = line.spans.iter().filter(|span| span.mark == Mark::Quoted).count();
        if quotes < 2 {
            return Vec::new();
        }
        let found = sightings(&line);
        let is_whole = |it: &Sighting| it.title.is_some() && !it.speakers.is_empty();
        if found.len() < 2 || !found.iter().all(is_whole) {
            return Vec::new();
        }
        let paragraph = Passage::new(Block::Paragraph(text.clone()), first, last);
        let mut pieces = self.paragraph_pieces(&paragraph);
        let below = below.iter().map(|block| Passage::new(block.clone(), first, last)).collect();
        pieces.push(Piece { talk: None, award: String::new(), passages: below });
        pieces
    }

    /// A talk whose quoted title is anywhere in a list item.
    pub(super) fn item_sighting(&mut self, item: &[Block], lines: (u32, u32)) -> Option<usize> {
        let Some(Block::Paragraph(text)) = item.first() else { return None };
        let found = sightings(&Line::of(text));
        let sighting =
            found.into_iter().find(|sighting| sighting.title.is_some() && !sighting.is_shared)?;
        self.sighted(&sighting, lines)
    }
}

/// Whether a string looks more like a person's name than like anything else.
fn is_likely_name(name: &str) -> bool {
    Likeness::of(name).person() > 0.0
}

/// The text of a line after title and speakers, and what it says between them.
fn note_after(inlines: &[Inline], found: &Found) -> Vec<Block> {
    let words = inline_text(inlines);
    let end = first_unread(&words, found).unwrap_or(found.end);
    let rest = words.get(end..).unwrap_or_default();
    let is_mark = |c: char| {
        c.is_whitespace() || matches!(c, ':' | '.' | ',' | ';' | '-' | '–' | '—' | '|' | ')')
    };
    let lead = rest.len() - rest.trim_start_matches(is_mark).len();
    let note = skipped(inlines, end + lead);
    if inline_text(&note).trim().is_empty() { Vec::new() } else { vec![Block::Paragraph(note)] }
}

/// Where the entries of a schedule begin in a text: at each time of day.
fn entry_starts(words: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut is_word_start = true;
    let mut behind = 0;
    for (at, c) in words.char_indices() {
        if is_word_start && c.is_ascii_digit() && at >= behind {
            let near = words.get(at..).unwrap_or_default();
            let length = near.char_indices().nth(24).map_or(near.len(), |(at, _)| at);
            let lead = lead(near.get(..length).unwrap_or_default());
            if lead.has_time && near.get(..5).is_some_and(|clock| clock.contains([':', 'h', '.'])) {
                starts.push(at);
                behind = at + lead.length;
            }
        }
        is_word_start = c.is_whitespace();
    }
    if starts.first().is_some_and(|first| *first > 0) { Vec::new() } else { starts }
}

/// The line that an item of a list begins with.
pub(super) fn first_line(item: &[Block]) -> Line {
    match item.first() {
        Some(Block::Paragraph(text) | Block::Heading { text, .. }) => Line::of(text),
        _ => Line::default(),
    }
}
