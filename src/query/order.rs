//! Where in time editions and entries are listed.

use crate::model::{Catalog, PartialDate};

/// Which end of time comes first.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Direction {
    /// Latest first.
    Newest,
    /// Earliest first.
    Oldest,
}

/// Where in time an edition, or an entry without one, is listed. The unknown is last in either direction.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Moment {
    has_no_year: bool,
    /// Negated where the latest comes first, as `day`.
    year: i32,
    has_no_conference: bool,
    day: i32,
    /// Place of the conference in the catalog, to keep editions of one day apart.
    place: usize,
}

impl Moment {
    /// When something of `year` at the edition at `place` of `catalog` is listed.
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
