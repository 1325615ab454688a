//! Cuts the passages of a recap into notes, each about a talk, a theme or the event, and finds the talks.

use super::draft::{DraftNote, DraftTalk};
use super::listed::{Listed, announces_talks, skipped, taken, talk_in_heading, talk_in_item};
use super::passage::{Passage, links_of};
use super::talk_cues::{Sighting, TALK_WORDS, award, sightings};
use super::{address, names::Named};
use crate::model::{Block, LinkKind, Rule, inline_text, plain_text};

/// Talks and notes of a recap.
#[derive(Debug, Default)]
pub struct Notes {
    /// The talks: those the header states first, then those found.
    pub talks: Vec<DraftTalk>,
    /// The notes in reading order.
    pub notes: Vec<DraftNote>,
}

/// Cuts `passages` into notes. `stated` are the talks of the header; if there are any, no others are looked for.
pub fn notes(title: &str, passages: &[Passage], stated: Vec<DraftTalk>) -> Notes {
    let may_find = stated.is_empty();
    let mut cutter = Cutter { talks: stated, notes: Vec::new(), may_find, announces: announces_talks(title) };
    let mut talk_below: Option<(u8, usize)> = None;
    let mut talks_parent: Option<u8> = None;
    for section in sections(passages) {
        let level = section.level;
        if talks_parent.is_some_and(|parent| level <= parent) {
            talks_parent = None;
        }
        if talk_below.is_some_and(|(parent, _)| level <= parent) {
            talk_below = None;
        }
        let found = cutter.heading_talk(&section, talks_parent.is_some());
        // A smaller heading below the heading of a talk is a part of the note on that talk.
        let talk = found.or_else(|| talk_below.map(|(_, talk)| talk)).or_else(|| cutter.only_talk(&section));
        if found.is_some() {
            talk_below = talk.map(|talk| (level, talk));
        } else if talk.is_none() && is_about_talks(&section.heading) {
            talks_parent = Some(level);
        }
        match talk {
            Some(talk) => cutter.whole(&section, talk, found.is_none()),
            None => cutter.cut(&section),
        }
    }
    Notes { talks: cutter.talks, notes: cutter.notes }
}

/// Passages under one heading, or after a gap.
struct Section<'a> {
    /// Empty when the section has none.
    heading: String,
    level: u8,
    first: u32,
    passages: &'a [Passage],
}

fn sections(passages: &[Passage]) -> Vec<Section<'_>> {
    let begins = |passage: &Passage| matches!(passage.block, Block::Heading { .. }) || passage.is_after_gap;
    let mut sections = Vec::new();
    let mut rest = passages;
    while let Some(opening) = rest.first() {
        let (heading, level, skip) = match &opening.block {
            Block::Heading { level, text } => (inline_text(text).trim().to_owned(), *level, 1),
            _ => (String::new(), u8::MAX, 0),
        };
        let length = 1 + rest.iter().skip(1).take_while(|passage| !begins(passage)).count();
        let (section, tail) = rest.split_at(length);
        let passages = section.get(skip..).unwrap_or_default();
        sections.push(Section { heading, level, first: opening.first, passages });
        rest = tail;
    }
    sections
}

/// A heading such as "Talks" or "My favorite sessions" above headings that are titles.
fn is_about_talks(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    let last = lower.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty());
    last.is_some_and(|word| word.ends_with('s') && TALK_WORDS.contains(&word)) && award(heading).is_none()
}

struct Cutter {
    talks: Vec<DraftTalk>,
    notes: Vec<DraftNote>,
    may_find: bool,
    /// The recap's title or the text just before says that talks follow.
    announces: bool,
}

impl Cutter {
    /// The talk whose title, or description, the heading is.
    fn heading_talk(&mut self, section: &Section<'_>, is_below_talks: bool) -> Option<usize> {
        if section.heading.is_empty() {
            return None;
        }
        let listed = talk_in_heading(&section.heading, is_below_talks);
        let key = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
        let headings = [Some(section.heading.as_str()), listed.as_ref().map(|listed| listed.title.as_str())];
        let stated = self.talks.iter().position(|talk| headings.iter().flatten().any(|heading| key(heading) == key(&talk.shown_title())));
        if stated.is_some() || !self.may_find {
            return stated;
        }
        let last = section.passages.last().map_or(section.first, |passage| passage.last);
        listed.map(|listed| self.add_listed(listed, Rule::TalkInHeading, (section.first, last), false, &section.heading))
    }

    /// A section on one talk, such as "Coolest talk": the only talk with a title that it tells of.
    fn only_talk(&mut self, section: &Section<'_>) -> Option<usize> {
        let lower = section.heading.to_lowercase();
        let is_on_talk = lower.split(|c: char| !c.is_alphanumeric()).any(|word| TALK_WORDS.contains(&word));
        if !is_on_talk || is_about_talks(&section.heading) {
            return None;
        }
        let mut titled = section.passages.iter().filter(|passage| matches!(passage.block, Block::Paragraph(_))).flat_map(|passage| {
            let found = sightings(&plain_text(std::slice::from_ref(&passage.block)));
            found.into_iter().filter(|sighting| sighting.title.is_some()).map(|sighting| (sighting, passage.first, passage.last))
        });
        let (sighting, first, last) = titled.next()?;
        titled.next().is_none().then(|| self.sighted(&sighting, (first, last))).flatten()
    }

    /// The whole section as one note on a talk.
    fn whole(&mut self, section: &Section<'_>, talk: usize, keeps_heading: bool) {
        let last = section.passages.last().map_or(section.first, |passage| passage.last);
        let praise = award(&section.heading).filter(|_| keeps_heading);
        let mut blocks: Vec<Block> = section.passages.iter().map(|passage| passage.block.clone()).collect();
        let is_part = keeps_heading && praise.is_none() && !section.heading.is_empty();
        if let Some(note) = self.notes.last_mut().filter(|note| is_part && note.talk == Some(talk)) {
            note.blocks.push(Block::Heading { level: section.level, text: super::passage::linkified(&section.heading) });
            note.blocks.append(&mut blocks);
            note.last = last;
            return;
        }
        if let Some(words) = &praise {
            self.praise(talk, words);
        }
        if blocks.is_empty() {
            return;
        }
        let passages: Vec<&Passage> = section.passages.iter().collect();
        self.add_note(Some(talk), &section.heading, &passages);
    }

    /// A section on a theme or the event: passages on talks in it become notes of their own.
    fn cut(&mut self, section: &Section<'_>) {
        let mut about: Vec<&Passage> = Vec::new();
        let mut rest = section.passages.iter().peekable();
        let mut announces = self.announces || announces_talks(&section.heading);
        let mut is_first = true;
        while let Some(passage) = rest.next() {
            let pieces = if self.may_find { self.pieces(passage, announces) } else { Vec::new() };
            if pieces.iter().all(|piece| piece.talk.is_none()) {
                announces = self.announces || announces_talks(&plain_text(std::slice::from_ref(&passage.block)));
                about.push(passage);
                continue;
            }
            let heading = if is_first { section.heading.as_str() } else { "" };
            self.flush(&mut about, &section.heading);
            is_first = false;
            for piece in pieces {
                let passages: Vec<&Passage> = piece.passages.iter().collect();
                let heading = if piece.talk.is_none() { section.heading.as_str() } else { heading };
                self.add_note(piece.talk, heading, &passages);
                if let Some(note) = self.notes.last_mut().filter(|_| !piece.award.is_empty()) {
                    note.award = piece.award;
                }
            }
            // What is shown right after a paragraph on a talk belongs to it.
            while let Some(shown) = rest.next_if(|next| matches!(next.block, Block::Video(_) | Block::Image { .. } | Block::Quote(_))) {
                if let Some(note) = self.notes.last_mut() {
                    note.blocks.push(shown.block.clone());
                    note.last = shown.last;
                    self.talks_video(&shown.block);
                }
            }
        }
        self.flush(&mut about, &section.heading);
    }

    fn flush(&mut self, about: &mut Vec<&Passage>, heading: &str) {
        let passages = std::mem::take(about);
        if !passages.is_empty() {
            self.add_note(None, heading, &passages);
        }
    }

    fn talks_video(&mut self, block: &Block) {
        let talk = self.notes.last().and_then(|note| note.talk).and_then(|talk| self.talks.get_mut(talk));
        if let (Some(talk), Block::Video(video)) = (talk, block)
            && !talk.videos.contains(video)
        {
            talk.videos.push(video.clone());
        }
    }

    fn add_note(&mut self, talk: Option<usize>, heading: &str, passages: &[&Passage]) {
        let (Some(first), Some(last)) = (passages.first(), passages.last()) else { return };
        let blocks: Vec<Block> = passages.iter().map(|passage| passage.block.clone()).collect();
        let title = if heading.is_empty() { opening(&plain_text(&blocks)) } else { heading.to_owned() };
        for block in &blocks {
            if let (Some(talk), Block::Video(video)) = (talk.and_then(|talk| self.talks.get_mut(talk)), block)
                && !talk.videos.contains(video)
            {
                talk.videos.push(video.clone());
            }
        }
        let award = talk.and_then(|talk| self.talks.get(talk)).map(|talk| talk.award.clone()).unwrap_or_default();
        let has_heading = !heading.is_empty();
        self.notes.push(DraftNote { title, has_heading, talk, award, blocks, first: first.first, last: last.last });
    }

    fn praise(&mut self, talk: usize, words: &str) {
        if let Some(talk) = self.talks.get_mut(talk)
            && talk.award.is_empty()
        {
            words.clone_into(&mut talk.award);
        }
    }

    /// The passage, cut where it turns from one talk to another.
    fn pieces(&mut self, passage: &Passage, announces: bool) -> Vec<Piece> {
        match &passage.block {
            Block::Paragraph(_) => self.paragraph_pieces(passage),
            Block::List { start, items } => self.list_pieces(passage, *start, items, announces),
            _ => Vec::new(),
        }
    }

    fn paragraph_pieces(&mut self, passage: &Passage) -> Vec<Piece> {
        let Block::Paragraph(inlines) = &passage.block else { return Vec::new() };
        let words = inline_text(inlines);
        let mut starts: Vec<(usize, usize, String)> = Vec::new();
        for sighting in sightings(&words) {
            let Some(talk) = self.sighted(&sighting, (passage.first, passage.last)) else { continue };
            if starts.last().is_none_or(|(_, before, _)| *before != talk) {
                // The paragraph's beginning leads up to the first talk in it.
                let start = if starts.is_empty() { 0 } else { sighting.sentence.start };
                starts.push((start, talk, sighting.award));
            }
        }
        let ends = starts.iter().skip(1).map(|(start, ..)| *start).chain([words.len()]).collect::<Vec<_>>();
        let mut pieces = Vec::new();
        for ((start, talk, award), end) in starts.into_iter().zip(ends) {
            let block = Block::Paragraph(skipped(&taken(inlines, end), start));
            self.links(talk, std::slice::from_ref(&block));
            pieces.push(Piece { talk: Some(talk), award, passages: vec![Passage::new(block, passage.first, passage.last)] });
        }
        pieces
    }

    fn list_pieces(&mut self, passage: &Passage, start: Option<u32>, items: &[Vec<Block>], announces: bool) -> Vec<Piece> {
        let listed: Vec<Option<Listed>> = items.iter().map(|item| talk_in_item(item)).collect();
        let sure = listed.iter().flatten().filter(|listed| !listed.speakers.is_empty()).count();
        let is_list_of_talks = announces || sure > 0;
        let mut pieces: Vec<Piece> = Vec::new();
        let mut others: Vec<Vec<Block>> = Vec::new();
        let mut lines = passage.items.iter().copied();
        for (item, listed) in items.iter().zip(listed) {
            let (first, last) = lines.next().unwrap_or((passage.first, passage.last));
            let found = match listed.filter(|_| is_list_of_talks) {
                Some(mut listed) => {
                    let note = std::mem::take(&mut listed.note);
                    let title = listed.title.clone();
                    Some((self.add_listed(listed, Rule::TalkInListItem, (first, last), sure == 0 && !self.announces && !announces, &title), note))
                }
                None => self.item_sighting(item, (first, last)).map(|talk| (talk, item.clone())),
            };
            match found {
                Some((talk, blocks)) => {
                    self.links(talk, item);
                    let passages = blocks.into_iter().map(|block| Passage::new(block, first, last)).collect();
                    pieces.push(Piece { talk: Some(talk), award: String::new(), passages });
                }
                None => others.push(item.clone()),
            }
        }
        if !others.is_empty() && !pieces.is_empty() {
            let list = Passage::new(Block::List { start, items: others }, passage.first, passage.last);
            pieces.insert(0, Piece { talk: None, award: String::new(), passages: vec![list] });
        }
        pieces
    }

    /// A talk with its title in quotation marks somewhere in a list item.
    fn item_sighting(&mut self, item: &[Block], lines: (u32, u32)) -> Option<usize> {
        let words = plain_text(item);
        let sighting = sightings(&words).into_iter().find(|sighting| sighting.title.is_some())?;
        self.sighted(&sighting, lines)
    }

    /// Addresses in the passage on a talk: recordings and schedule entries are its own.
    fn links(&mut self, talk: usize, blocks: &[Block]) {
        let Some(talk) = self.talks.get_mut(talk) else { return };
        for url in links_of(blocks) {
            let host = address::host(&url).unwrap_or_default();
            let kind = if host.ends_with("sched.com") || host.ends_with("sched.org") { LinkKind::Schedule } else { LinkKind::Other };
            match address::video(&url) {
                Some(video) if !talk.videos.contains(&video) => talk.videos.push(video),
                None if kind == LinkKind::Schedule && !talk.links.iter().any(|(_, known)| *known == url) => talk.links.push((kind, url)),
                _ => {}
            }
        }
    }

    fn add_listed(&mut self, listed: Listed, rule: Rule, lines: (u32, u32), is_uncertain: bool, reason: &str) -> usize {
        let talk = DraftTalk {
            title: listed.title,
            kind: listed.kind.unwrap_or_default(),
            speakers: listed.speakers,
            is_uncertain,
            last: lines.1,
            reason: reason.to_owned(),
            ..DraftTalk::found(rule, lines.0)
        };
        let index = self.add_talk(talk);
        if let Some(talk) = self.talks.get_mut(index) {
            talk.videos.extend(listed.links.iter().filter_map(|url| address::video(url)));
        }
        index
    }

    /// The talk a sentence tells of: one already known, or a new one.
    fn sighted(&mut self, sighting: &Sighting, lines: (u32, u32)) -> Option<usize> {
        if !self.may_find {
            return None;
        }
        let talk = DraftTalk {
            title: sighting.title.clone().unwrap_or_default(),
            kind: sighting.kind,
            speakers: sighting.speakers.clone(),
            award: sighting.award.clone(),
            is_uncertain: sighting.title.is_none(),
            last: lines.1,
            reason: sighting.speakers.iter().map(|named| named.name.as_str()).collect::<Vec<_>>().join(", "),
            ..DraftTalk::found(sighting.rule, lines.0)
        };
        Some(self.add_talk(talk))
    }

    /// Two passages of one recap tell of one talk if their titles are equal, or neither has one and the speakers are equal.
    fn add_talk(&mut self, talk: DraftTalk) -> usize {
        let names = |speakers: &[Named]| speakers.iter().map(|named| named.name.to_lowercase()).collect::<Vec<_>>();
        let known = self.talks.iter().position(|known| {
            if talk.title.is_empty() {
                names(&known.speakers) == names(&talk.speakers)
            } else {
                known.title.to_lowercase() == talk.title.to_lowercase()
            }
        });
        known.unwrap_or_else(|| {
            self.talks.push(talk);
            self.talks.len() - 1
        })
    }
}

/// A part of a passage that is about one talk, or about none.
struct Piece {
    talk: Option<usize>,
    award: String,
    passages: Vec<Passage>,
}

/// The first words of a text, as a title for a note without one.
fn opening(text: &str) -> String {
    const WORDS: usize = 9;
    let mut words = text.split_whitespace();
    let head: Vec<&str> = words.by_ref().take(WORDS).collect();
    let head = head.join(" ");
    if words.next().is_some() { format!("{}…", head.trim_end_matches([',', ';', ':', '.', '–', '-', ' '])) } else { head }
}
