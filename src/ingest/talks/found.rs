//! A talk that was found in a line.

use crate::ingest::lines::line::Line;
use crate::ingest::lines::reading::{Order, Reading};
use crate::ingest::names::named_people::Named;
use crate::model::TalkKind;

/// A talk that a line names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Found {
    /// The title; empty when the line names only the kind and the speakers.
    pub title: String,
    /// The speakers.
    pub speakers: Vec<Named>,
    /// The kind of talk, if the line gives it.
    pub kind: Option<TalkKind>,
    /// Addresses that the title and the text beside it link to.
    pub links: Vec<String>,
    /// The address that the title itself links to.
    pub page: Option<String>,
    /// Byte after which the note begins.
    pub end: usize,
    /// Number of passages after a heading that name the speakers.
    pub bylines: usize,
    /// Another reading is nearly as good.
    pub is_uncertain: bool,
    /// The words between title and speakers often join other things.
    pub is_weak: bool,
    /// The order of title and speakers in the line.
    pub order: Option<Order>,
}

impl Found {
    /// The talk in one reading of a line.
    pub(super) fn new(line: &Line, reading: &Reading) -> Self {
        Self {
            links: line.links(&reading.range).map(str::to_owned).collect(),
            page: line.link_of(&reading.title),
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
