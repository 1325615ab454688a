//! Finds the talks in a passage, and cuts it where it turns from one talk to another.

use super::address;
use super::draft::DraftTalk;
use super::listed::{Listed, skipped, taken, talk_in_item};
use super::names::Named;
use super::notes::Cutter;
use super::passage::{Passage, links_of};
use super::talk_cues::{Sighting, sightings};
use crate::model::{Block, LinkKind, Rule, inline_text, plain_text};

/// A part of a passage that is about one talk, or about none.
pub(super) struct Piece {
    pub(super) talk: Option<usize>,
    pub(super) award: String,
    pub(super) passages: Vec<Passage>,
}

impl Cutter {
    /// The passage, cut where it turns from one talk to another.
    pub(super) fn pieces(&mut self, passage: &Passage, announces: bool) -> Vec<Piece> {
        if let Block::List { start, items } = &passage.block {
            self.list_pieces(passage, *start, items, announces)
        } else {
            self.paragraph_pieces(passage)
        }
    }

    pub(super) fn paragraph_pieces(&mut self, passage: &Passage) -> Vec<Piece> {
        let Block::Paragraph(inlines) = &passage.block else { return Vec::new() };
        let words = inline_text(inlines);
        let mut starts: Vec<(usize, usize, String)> = Vec::new();
        for sighting in sightings(&words) {
            let Some(talk) = self.sighted(&sighting, (passage.first, passage.last)) else {
                continue;
            };
            if starts.last().is_none_or(|(_, before, _)| *before != talk) {
                // The paragraph's beginning leads up to the first talk in it.
                let start = if starts.is_empty() { 0 } else { sighting.sentence.start };
                starts.push((start, talk, sighting.award));
            }
        }
        let ends = starts
            .iter()
            .skip(1)
            .map(|(start, ..)| *start)
            .chain([words.len()])
            .collect::<Vec<_>>();
        let mut pieces = Vec::new();
        for ((start, talk, award), end) in starts.into_iter().zip(ends) {
            let block = Block::Paragraph(skipped(&taken(inlines, end), start));
            self.links(talk, std::slice::from_ref(&block));
            pieces.push(Piece {
                talk: Some(talk),
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
                    Some((
                        self.add_listed(
                            listed,
                            Rule::TalkInListItem,
                            (first, last),
                            sure == 0 && !self.announces && !announces,
                            &title,
                        ),
                        note,
                    ))
                }
                None => self.item_sighting(item, (first, last)).map(|talk| (talk, item.clone())),
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

    /// A talk with its title in quotation marks somewhere in a list item.
    pub(super) fn item_sighting(&mut self, item: &[Block], lines: (u32, u32)) -> Option<usize> {
        let words = plain_text(item);
        let sighting = sightings(&words).into_iter().find(|sighting| sighting.title.is_some())?;
        self.sighted(&sighting, lines)
    }

    /// Addresses in the passage on a talk: recordings and schedule entries are its own.
    pub(super) fn links(&mut self, talk: usize, blocks: &[Block]) {
        let Some(talk) = self.talks.get_mut(talk) else { return };
        for url in links_of(blocks) {
            let host = address::host(&url).unwrap_or_default();
            let kind = if host.ends_with("sched.com") || host.ends_with("sched.org") {
                LinkKind::Schedule
            } else {
                LinkKind::Other
            };
            match address::video(&url) {
                Some(video) if !talk.videos.contains(&video) => talk.videos.push(video),
                None if kind == LinkKind::Schedule
                    && !talk.links.iter().any(|(_, known)| *known == url) =>
                {
                    talk.links.push((kind, url));
                }
                _ => {}
            }
        }
    }

    pub(super) fn add_listed(
        &mut self,
        listed: Listed,
        rule: Rule,
        lines: (u32, u32),
        is_uncertain: bool,
        reason: &str,
    ) -> usize {
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
    pub(super) fn sighted(&mut self, sighting: &Sighting, lines: (u32, u32)) -> Option<usize> {
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
            reason: sighting
                .speakers
                .iter()
                .map(|named| named.name.as_str())
                .collect::<Vec<_>>()
                .join(", "),
            ..DraftTalk::found(sighting.rule, lines.0)
        };
        Some(self.add_talk(talk))
    }

    /// Two passages of one recap tell of one talk if their titles are equal, or neither has one and the speakers are equal.
    pub(super) fn add_talk(&mut self, talk: DraftTalk) -> usize {
        let names = |speakers: &[Named]| {
            speakers.iter().map(|named| named.name.to_lowercase()).collect::<Vec<_>>()
        };
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
