//! A line split into title and speakers.

use crate::ingest::names::named_people::Named;
use crate::model::TalkKind;
use std::ops::Range;
use std::rc::Rc;

/// The odds of a rare name. Above them, words shaped like a name are not a title where a name may be.
pub(super) const RARE: f32 = -3.0;

/// The order of title and speakers in a line.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(in crate::ingest) enum Order {
    /// "Title - Ada Weaver".
    TitleFirst,
    /// "Ada Weaver: Title".
    SpeakerFirst,
    /// The title alone.
    TitleOnly,
}

/// One way to split a line.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ingest) struct Reading {
    /// The order.
    pub order: Order,
    /// The title; empty if the line gives only kind and speaker, as in "Keynote by Ada Weaver".
    pub title: String,
    /// Bytes of title and speakers in the words of the line.
    pub range: Range<usize>,
    /// The speakers.
    pub speakers: Vec<Named>,
    /// The kind of talk, if the line gives it.
    pub kind: Option<TalkKind>,
    /// Byte after which the note begins.
    pub end: usize,
    /// The title is quoted, bold, italic or linked.
    pub is_set_off: bool,
    /// Title and speakers are joined by a comma, a colon or "with", which also join other things.
    pub is_weak: bool,
    /// How well it fits, a natural logarithm; above zero when it is more likely right than wrong.
    pub odds: f32,
}

/// The readings of a line, shared by the rules that ask for them.
pub(in crate::ingest) type Readings = Rc<[Reading]>;

/// Longest part of a line that is examined, in bytes.
pub(super) const LONGEST: usize = 500;
