//! A talk that a line was found to name.

use crate::ingest::lines::line::Line;
use crate::ingest::lines::reading::{Order, Reading};
use crate::ingest::names::named_people::Named;
use crate::model::TalkKind;

/// A talk that a line names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Found {
    /// The title; empty when the line names only kind and speakers.
    pub title: String,
    /// Who spoke.
    pub speakers: Vec<Named>,
    /// What sort of talk, if the line says.
    pub kind: Option<TalkKind>,
    /// Addresses that the title and what stands beside it link to.
    pub links: Vec<String>,
    /// Byte of the words after which the note begins.
    pub end: usize,
    /// Passages after a heading that say who spoke.
    pub bylines: usize,
    /// Another reading is nearly as good.
    pub is_uncertain: bool,
    /// Title and speakers are joined by what joins other things as well.
    pub is_weak: bool,
    /// In which order the line names title and speakers.
    pub order: Option<Order>,
}

impl Found {
    /// The talk of a line as one reading has it.
    pub(super) fn new(line: &Line, reading: &Reading) -> Self {
        Self {
            links: line.links(&reading.range).map(str::to_owned).collect(),
            title: reading.title.clone(),
            speakers: reading.speakers.clone(),
            kind: reading.kind,
            end: reading.end,
            bylines: 0,
            is_uncertain: false,
            is_weak: reading.is_weak,
            order: Some(reading.order),
        }
    }
}
