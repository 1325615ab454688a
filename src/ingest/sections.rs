//! Cuts a recap at its headings, and where an export may have lost one.

use super::passage::Passage;
use super::talk_cues::{TALK_WORDS, award};
use crate::model::{Block, inline_text};

/// Passages under one heading, or after a gap.
pub(super) struct Section<'a> {
    /// Empty when the section has none.
    pub(super) heading: String,
    pub(super) level: u8,
    pub(super) first: u32,
    pub(super) passages: &'a [Passage],
}

impl<'a> Section<'a> {
    /// The section up to a passage, and what comes after, which has no heading of its own.
    pub(super) fn split_at(&self, passage: usize) -> (Self, Self) {
        let (head, tail) = self.passages.split_at(passage.min(self.passages.len()));
        let part = |heading: &str, passages: &'a [Passage]| Self {
            heading: heading.to_owned(),
            level: self.level,
            first: self.first,
            passages,
        };
        (part(&self.heading, head), part("", tail))
    }
}

pub(super) fn sections(passages: &[Passage]) -> Vec<Section<'_>> {
    let begins =
        |passage: &Passage| matches!(passage.block, Block::Heading { .. }) || passage.is_after_gap;
    let mut sections = Vec::new();
    let mut rest = passages;
    while let Some(opening) = rest.first() {
        let (heading, level, skip) = if let Block::Heading { level, text } = &opening.block {
            (inline_text(text).trim().to_owned(), *level, 1)
        } else {
            (String::new(), u8::MAX, 0)
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
pub(super) fn is_about_talks(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    let last = lower.split(|c: char| !c.is_alphanumeric()).rfind(|word| !word.is_empty());
    last.is_some_and(|word| word.ends_with('s') && TALK_WORDS.contains(&word))
        && award(heading).is_none()
}
