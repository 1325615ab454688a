//! Years of an address: single ones, and ranges such as `2016..2018`, `..2018` and `2016..`.

use std::{collections::BTreeSet, ops::RangeInclusive};

/// The first year that can be asked for.
pub const MIN_YEAR: u16 = 1900;
/// The last year that can be asked for.
pub const MAX_YEAR: u16 = 2199;

/// The years of `range` that can be asked for.
pub(super) fn within_limits(range: RangeInclusive<u16>) -> RangeInclusive<u16> {
    (*range.start()).max(MIN_YEAR)..=(*range.end()).min(MAX_YEAR)
}

/// Whether `year` can be asked for.
pub(super) fn is_within_limits(year: u16) -> bool {
    (MIN_YEAR..=MAX_YEAR).contains(&year)
}

/// Unbroken runs of `years`, in order: 2016, 2017, 2019 are `2016..=2017` and `2019..=2019`.
pub fn year_runs(years: &BTreeSet<u16>) -> Vec<RangeInclusive<u16>> {
    let mut runs: Vec<RangeInclusive<u16>> = Vec::new();
    for &year in years {
        match runs.last_mut() {
            Some(run) if run.end().checked_add(1) == Some(year) => *run = *run.start()..=year,
            Some(_) | None => runs.push(year..=year),
        }
    }
    runs
}
