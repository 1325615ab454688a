//! Conferences on an axis of years, true to scale.

use crate::{
    model::{ConferenceId, PartialDate},
    query::{Engine, Matches, sorting::sort_by, to_f64},
};

/// Whole years side by side, with the position of each conference. Positions are fractions of the width: 0 is the first
/// day of the first year, 1 the end of the last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// Every year of the axis, in order. Empty if no edition has a date.
    pub ticks: Vec<Tick>,
    /// Every edition with a date, earliest first.
    pub marks: Vec<Mark>,
    /// Day number of the first day.
    pub(super) first_day: i32,
    /// Day number after the last day.
    pub(super) end_day: i32,
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
    /// Its radius relative to the largest, 0 to 1. The area shows the number of recaps and talks in the collection,
    /// never attendance. A conference without either has a small radius above 0.
    pub radius: f64,
    /// Number of recaps about it.
    pub n_recaps: usize,
    /// Number of its talks.
    pub n_talks: usize,
    /// Its number in the tables.
    place: usize,
}

/// The smallest radius, and that of a conference without recaps and talks.
const LEAST_RADIUS: f64 = 0.2;

impl Axis {
    /// Places every edition of `engine` that has a date.
    pub fn new(engine: &Engine) -> Self {
        let (index, catalog) = (engine.index(), engine.tables());
        let years = || {
            catalog
                .conferences
                .iter()
                .filter_map(|conference| conference.start)
                .map(PartialDate::year)
        };
        let (Some(first), Some(last)) = (years().min(), years().max()) else {
            return Self::default();
        };
        let mut axis = Self {
            first_day: first_day_of(first),
            end_day: first_day_of(last + 1),
            ..Self::default()
        };
        axis.ticks = (first..=last).map(|year| axis.tick(year)).collect();
        let conferences = catalog.conferences.iter().enumerate();
        let marks = conferences.filter_map(|(place, conference)| {
            let start = conference.start?;
            let (from, to) =
                (start.first_day_number(), conference.end.unwrap_or(start).last_day_number());
            Some(Mark {
                conference: conference.id.clone(),
                year: start.year(),
                x: axis.middle(from, to.max(from)),
                radius: LEAST_RADIUS,
                n_recaps: index.recaps_of_conference(&conference.id).len(),
                n_talks: engine.n_talks_of(place),
                place,
            })
        });
        let mut marks: Vec<Mark> = marks.collect();
        sort_by(&mut marks, |a, b| {
            a.x.total_cmp(&b.x).then_with(|| a.conference.cmp(&b.conference))
        });
        let most = marks.iter().map(Mark::n_held).max().unwrap_or(0).max(1);
        for mark in &mut marks {
            mark.radius = (to_f64(mark.n_held()) / to_f64(most)).sqrt().max(LEAST_RADIUS);
        }
        axis.marks = marks;
        axis
    }

    /// How many entries of each edition match, in the order of its marks.
    pub fn found(&self, engine: &Engine, matches: &Matches) -> Vec<usize> {
        let mut n_matches = vec![0; engine.tables().conferences.len()];
        for place in matches.hits.iter().filter_map(|hit| engine.conference(hit.entry)) {
            if let Some(count) = n_matches.get_mut(place) {
                *count += 1;
            }
        }
        let n_of = |mark: &Mark| n_matches.get(mark.place).copied().unwrap_or(0);
        self.marks.iter().map(n_of).collect()
    }

    /// The position of a date: the middle of the days it can mean. Outside of the axis it is below 0 or above 1; on an
    /// empty axis it is 0.
    pub fn x_of(&self, date: PartialDate) -> f64 {
        self.middle(date.first_day_number(), date.last_day_number())
    }

    /// The year at `x`, the first or last one if `x` is outside; `None` if the axis is empty.
    pub fn year_at(&self, x: f64) -> Option<u16> {
        let within = self.ticks.iter().find(|tick| x < tick.end);
        within.or_else(|| self.ticks.last()).map(|tick| tick.year)
    }

    fn tick(&self, year: u16) -> Tick {
        Tick {
            year,
            start: self.x(f64::from(first_day_of(year))),
            end: self.x(f64::from(first_day_of(year + 1))),
        }
    }

    /// The middle of the days `first` to `last`.
    fn middle(&self, first: i32, last: i32) -> f64 {
        self.x(f64::midpoint(f64::from(first), f64::from(last) + 1.0))
    }

    fn x(&self, day: f64) -> f64 {
        let n_days = f64::from((self.end_day - self.first_day).max(1));
        if self.end_day == self.first_day {
            0.0
        } else {
            (day - f64::from(self.first_day)) / n_days
        }
    }
}

impl Mark {
    /// The number of its recaps and talks.
    pub fn n_held(&self) -> usize {
        self.n_recaps + self.n_talks
    }
}

/// The number of 1 January.
fn first_day_of(year: u16) -> i32 {
    PartialDate::from_year(year).map_or(0, PartialDate::first_day_number)
}
