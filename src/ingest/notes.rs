//! Cuts the passages of a recap into notes, each about a talk, a theme or the event, and finds the talks.

use super::draft::{DraftNote, DraftTalk};
use super::listed::{announces_talks, talk_in_heading};
use super::passage::Passage;
use super::sections::{Section, is_about_talks, sections};
use super::talk_cues::{TALK_WORDS, award, sightings};
use crate::model::{Block, Rule, plain_text};

/// Talks and notes of a recap.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// The talks: those the header states first, then those found.
    pub talks: Vec<DraftTalk>,
    /// The notes in reading order.
    pub notes: Vec<DraftNote>,
}

/// Cuts `passages` into notes. `stated` are the talks of the header; if it lists them, no others are looked for.
pub(super) fn notes(title: &str, passages: &[Passage], stated: Option<Vec<DraftTalk>>) -> Notes {
    let mut cutter = Cutter {
        may_find: stated.is_none(),
        talks: stated.unwrap_or_default(),
        notes: Vec::new(),
        announces: announces_talks(title),
    };
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
        let talk = found
            .or_else(|| talk_below.map(|(_, talk)| talk))
            .or_else(|| cutter.only_talk(&section));
        if found.is_some() {
            talk_below = talk.map(|talk| (level, talk));
        } else if talk.is_none() && is_about_talks(&section.heading) {
            talks_parent = Some(level);
        }
        match talk {
            Some(talk) => {
                let (own, rest) = section.split_at(cutter.turn(&section, talk));
                cutter.whole(&own, talk, found.is_none());
                cutter.cut(&rest);
            }
            None => cutter.cut(&section),
        }
    }
    Notes { talks: cutter.talks, notes: cutter.notes }
}

pub(super) struct Cutter {
    pub(super) talks: Vec<DraftTalk>,
    pub(super) notes: Vec<DraftNote>,
    pub(super) may_find: bool,
    /// The recap's title or the text just before says that talks follow.
    pub(super) announces: bool,
}

impl Cutter {
    /// The talk whose title, or description, the heading is.
    fn heading_talk(&mut self, section: &Section<'_>, is_below_talks: bool) -> Option<usize> {
        if section.heading.is_empty() {
            return None;
        }
        let listed = talk_in_heading(&section.heading, is_below_talks);
        let headings =
            [Some(section.heading.as_str()), listed.as_ref().map(|listed| listed.title.as_str())];
        let stated = self
            .talks
            .iter()
            .position(|talk| headings.iter().flatten().any(|heading| talk.is_called(heading)));
        if stated.is_some() || !self.may_find {
            return stated;
        }
        let last = section.passages.last().map_or(section.first, |passage| passage.last);
        listed.map(|listed| {
            self.add_listed(
                listed,
                Rule::TalkInHeading,
                (section.first, last),
                false,
                &section.heading,
            )
        })
    }

    /// Where a section on a talk turns to another one: at the first paragraph that gives another title.
    fn turn(&self, section: &Section<'_>, talk: usize) -> usize {
        let own = self.talks.get(talk).map_or("", |talk| talk.title.as_str());
        let is_other = |passage: &Passage| {
            matches!(passage.block, Block::Paragraph(_))
                && sightings(&plain_text(std::slice::from_ref(&passage.block)))
                    .iter()
                    .any(|found| found.title.as_deref().is_some_and(|title| title != own))
        };
        let turn = section.passages.iter().skip(1).position(is_other).map(|at| at + 1);
        turn.filter(|_| self.may_find).unwrap_or(section.passages.len())
    }

    /// A section on one talk, such as "Coolest talk": the only talk with a title that it tells of.
    fn only_talk(&mut self, section: &Section<'_>) -> Option<usize> {
        let lower = section.heading.to_lowercase();
        let is_on_talk =
            lower.split(|c: char| !c.is_alphanumeric()).any(|word| TALK_WORDS.contains(&word));
        if !is_on_talk || is_about_talks(&section.heading) {
            return None;
        }
        let mut titled = section
            .passages
            .iter()
            .filter(|passage| matches!(passage.block, Block::Paragraph(_)))
            .flat_map(|passage| {
                let found = sightings(&plain_text(std::slice::from_ref(&passage.block)));
                found
                    .into_iter()
                    .filter(|sighting| sighting.title.is_some())
                    .map(|sighting| (sighting, passage.first, passage.last))
            });
        let (sighting, first, last) = titled.next()?;
        titled.next().is_none().then(|| self.sighted(&sighting, (first, last))).flatten()
    }

    /// The whole section as one note on a talk.
    fn whole(&mut self, section: &Section<'_>, talk: usize, keeps_heading: bool) {
        let last = section.passages.last().map_or(section.first, |passage| passage.last);
        let praise = award(&section.heading).filter(|_| keeps_heading);
        let mut blocks: Vec<Block> =
            section.passages.iter().map(|passage| passage.block.clone()).collect();
        let is_part = keeps_heading && praise.is_none() && !section.heading.is_empty();
        if let Some(note) = self.notes.last_mut().filter(|note| is_part && note.talk == Some(talk))
        {
            note.blocks.push(Block::Heading {
                level: section.level,
                text: super::passage::linkified(&section.heading),
            });
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
                announces = self.announces
                    || announces_talks(&plain_text(std::slice::from_ref(&passage.block)));
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
            while let Some(shown) = rest.next_if(|next| {
                matches!(next.block, Block::Video(_) | Block::Image { .. } | Block::Quote(_))
            }) {
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
        let talk =
            self.notes.last().and_then(|note| note.talk).and_then(|talk| self.talks.get_mut(talk));
        if let (Some(talk), Block::Video(video)) = (talk, block)
            && !talk.videos.contains(video)
        {
            talk.videos.push(video.clone());
        }
    }

    fn add_note(&mut self, talk: Option<usize>, heading: &str, passages: &[&Passage]) {
        let (Some(first), Some(last)) = (passages.first(), passages.last()) else { return };
        let blocks: Vec<Block> = passages.iter().map(|passage| passage.block.clone()).collect();
        let title =
            if heading.is_empty() { opening(&plain_text(&blocks)) } else { heading.to_owned() };
        for block in &blocks {
            if let (Some(talk), Block::Video(video)) =
                (talk.and_then(|talk| self.talks.get_mut(talk)), block)
                && !talk.videos.contains(video)
            {
                talk.videos.push(video.clone());
            }
        }
        let award = talk
            .and_then(|talk| self.talks.get(talk))
            .map(|talk| talk.award.clone())
            .unwrap_or_default();
        let has_heading = !heading.is_empty();
        self.notes.push(DraftNote {
            title,
            has_heading,
            talk,
            award,
            blocks,
            first: first.first,
            last: last.last,
        });
    }

    fn praise(&mut self, talk: usize, words: &str) {
        if let Some(talk) = self.talks.get_mut(talk)
            && talk.award.is_empty()
        {
            words.clone_into(&mut talk.award);
        }
    }
}

/// The first words of a text, as a title for a note without one.
fn opening(text: &str) -> String {
    const WORDS: usize = 9;
    let mut words = text.split_whitespace();
    let head: Vec<&str> = words.by_ref().take(WORDS).collect();
    let head = head.join(" ");
    if words.next().is_some() {
        format!("{}…", head.trim_end_matches([',', ';', ':', '.', '–', '-', ' ']))
    } else {
        head
    }
}
