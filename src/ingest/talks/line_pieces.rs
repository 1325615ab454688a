//! Finds talks in blocks that have a name or a label on each line.

use super::found::Found;
use super::found_talks::Piece;
use super::notes::Cutter;
use super::sections::is_head;
use super::sentences::talk_cues::sightings;
use crate::ingest::lines::line::Line;
use crate::ingest::names::byline::Byline;
use crate::ingest::passage::Passage;
use crate::model::{Block, Rule, inline_text};

impl Cutter {
    /// Whether a passage below the head of a talk is a note on it, and names no other talk.
    pub(super) fn goes_on(&self, at: usize, passage: &Passage) -> bool {
        let is_planned =
            self.plan.entries.contains_key(&at) || self.plan.paragraphs.contains_key(&at);
        let is_note = match &passage.block {
            Block::Paragraph(text) => {
                sightings(&Line::of(text)).iter().all(|found| found.title.is_none())
            }
            Block::List { items, .. } => self.found_in_items(items).iter().all(Option::is_none),
            Block::Quote(_) | Block::Code { .. } | Block::Image { .. } | Block::Video(_) => true,
            Block::Heading { .. } | Block::Table(_) | Block::Rule => false,
        };
        is_note && !is_planned && !is_head(passage)
    }

    /// A block that labels title and speaker. The block is kept because it may say more.
    pub(super) fn entry_pieces(&mut self, passage: &Passage, found: Found) -> Vec<Piece> {
        let reason = found.title.clone();
        let lines = (passage.first, passage.last);
        let talk = self.add_found(found, Rule::TalkInParagraph, lines, &reason);
        self.links(talk, std::slice::from_ref(&passage.block));
        vec![Piece { talk: Some(talk), award: String::new(), passages: vec![passage.clone()] }]
    }

    /// The talks in a list of names below "Keynotes" or a similar heading, which gives no titles.
    pub(super) fn names_in_items(&self, items: &[Vec<Block>]) -> Option<Vec<Option<Found>>> {
        let kind = self.heading_kind?;
        let named = |item: &Vec<Block>| {
            let Some(Block::Paragraph(text)) = item.first() else { return None };
            let byline = Byline::parse(&inline_text(text))
                .filter(|byline| byline.odds > 1.0 && !byline.people.is_empty())?;
            let end = inline_text(text).len();
            let speakers = byline.people;
            Some(Found { kind: Some(kind), speakers, end, ..Found::default() })
        };
        let found: Vec<Option<Found>> = items.iter().map(named).collect();
        (found.iter().flatten().count() * 3 > items.len() * 2).then_some(found)
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;

    /// The talk of each note of a document, by its place among the talks, and the words of the note's last block.
    fn notes(text: &str) -> Vec<(Option<usize>, String)> {
        let text = format!("# LoomConf 2019\n\n{text}");
        let notes = ingest("a.md", text.as_bytes()).draft.unwrap().notes;
        let last = |blocks: &[crate::model::Block]| {
            crate::model::plain_text(&blocks[blocks.len() - 1..]).trim().to_owned()
        };
        notes.iter().map(|note| (note.talk, last(&note.blocks))).collect()
    }

    #[test]
    fn what_follows_the_head_of_a_talk_is_a_note_on_it() {
        let bold = "**10:00, Hall 2**\n**Looms at scale**\n*Ada Weaver (Woolen)*\n\nBig.\n\n\
            **11:00, Hall 1**\n**Nets at sea**\n*Bo Reed (Silk)*\n\n- wet\n- cold\n";
        let labels = "Speaker: Ada Weaver\nTitle: Looms at scale\nRoom: Hall 1\n\nBig.\n\n\
            Speaker: Bo Reed\nTitle: Nets at sea\nRoom: Hall 2\n\n- wet\n- cold\n";
        for text in [bold, labels] {
            let expected = [(Some(0), "Big.".to_owned()), (Some(1), "wet\ncold".to_owned())];
            assert_eq!(notes(text), expected, "{text}");
        }
    }
}
