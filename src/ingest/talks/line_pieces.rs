//! Finds talks in blocks that have a name or a label on each line.

use super::found::Found;
use super::found_talks::Piece;
use super::notes::Cutter;
use crate::ingest::names::byline::Byline;
use crate::ingest::passage::Passage;
use crate::model::{Block, Rule, inline_text};

impl Cutter {
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
