//! The chronological order of conferences and entries.

use crate::model::{Catalog, PartialDate};

/// Which end of time comes first.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Direction {
    /// Latest first.
    Newest,
    /// Earliest first.
    Oldest,
}

/// The position in time of a conference, or of an entry without one. Unknown dates come last in either direction.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Moment {
    has_no_year: bool,
    /// Negated where the latest comes first, as `day`.
    year: i32,
    has_no_conference: bool,
    day: i32,
    /// Position of the conference in the catalog, to order conferences of one day.
    place: usize,
}

impl Moment {
    /// The position in time of something of `year` at the conference at `place` of `catalog`.
    pub(crate) fn new(
        catalog: &Catalog,
        year: Option<u16>,
        place: Option<usize>,
        direction: Direction,
    ) -> Self {
        let sign = match direction {
            Direction::Newest => -1,
            Direction::Oldest => 1,
        };
        let start = place.and_then(|place| catalog.conferences.get(place)?.start);
        Self {
            has_no_year: year.is_none(),
            year: sign * year.map_or(0, i32::from),
            has_no_conference: place.is_none(),
            day: sign * start.map_or(0, PartialDate::first_day_number),
            place: place.unwrap_or(0),
        }
    }
}
