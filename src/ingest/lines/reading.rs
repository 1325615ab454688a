//! A line taken apart into title and speakers.

use crate::ingest::names::named_people::Named;
use crate::model::TalkKind;
use std::ops::Range;

/// The odds of a rare name. Above them, words with the outline of a name are no title where a name may stand.
pub(super) const RARE: f32 = -3.0;

/// In which order a line names title and speakers.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(in crate::ingest) enum Order {
    /// "Title - Ada Weaver".
    TitleFirst,
    /// "Ada Weaver: Title".
    SpeakerFirst,
    /// The title alone.
    TitleOnly,
}

/// A line taken apart in one way.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ingest) struct Reading {
    /// The order.
    pub order: Order,
    /// The title; empty when the line names only kind and speaker, as "Keynote by Ada Weaver" does.
    pub title: String,
    /// Bytes of title and speakers in the words of the line.
    pub range: Range<usize>,
    /// Who spoke.
    pub speakers: Vec<Named>,
    /// What sort of talk, if the line says.
    pub kind: Option<TalkKind>,
    /// Byte after which the note begins.
    pub end: usize,
    /// The title is quoted, bold, italic or linked.
    pub is_set_off: bool,
    /// A comma, a colon or "with" joins title and speakers, which join other things as well.
    pub is_weak: bool,
    /// How well it fits, a natural logarithm; above zero when it is more likely so than not.
    pub odds: f32,
}

/// Longest part of a line that is looked at, in bytes.
pub(super) const LONGEST: usize = 500;
