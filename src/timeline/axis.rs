//! Editions on an axis that is true to time.

use crate::{
    model::{ConferenceId, PartialDate},
    query::{Index, Matches},
};

/// Whole years side by side, and where on them each edition stands. Positions are fractions of its
/// width: 0 is the first day of the first year, 1 the end of the last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// Every year of the axis, in order. Empty when no edition has a date.
    pub ticks: Vec<Tick>,
    /// Every edition with a date, earliest first.
    pub marks: Vec<Mark>,
}

/// A year on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The year.
    pub year: u16,
    /// Where it begins.
    pub start: f64,
    /// Where it ends, which is where the next begins.
    pub end: f64,
}

/// An edition on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The edition.
    pub conference: ConferenceId,
    /// Year of its start.
    pub year: u16,
    /// The middle of its days.
    pub x: f64,
    /// Its size against the largest, 0 to 1: the area stands for recaps and talks held, never for
    /// attendance. An edition that nothing is held of has a small size above 0.
    pub radius: f64,
    /// Recaps that tell of it.
    pub n_recaps: usize,
    /// Talks of it.
    pub n_talks: usize,
    /// Entries of it that match.
    pub n_matches: usize,
}

impl Axis {
    /// Places every edition of `index` that has a date.
    pub fn new(_index: &Index, _matches: &Matches) -> Self {
        Self::default()
    }

    /// Where a date stands: the middle of the days it can mean. Outside of the axis it is below 0 or
    /// above 1; on an empty axis 0.
    pub fn x_of(&self, _date: PartialDate) -> f64 {
        0.0
    }

    /// The year at `x`, the first or last one when `x` is outside; `None` when the axis is empty.
    pub fn year_at(&self, _x: f64) -> Option<u16> {
        None
    }
}
