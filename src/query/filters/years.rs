//! Years of an address: single ones, and ranges such as `2016..2018`, `..2018` and `2016..`.

use super::address_warning::AddressProblem;
use std::ops::RangeInclusive;

/// The earliest possible year.
pub const MIN_YEAR: u16 = 1900;
/// The latest possible year.
pub const MAX_YEAR: u16 = 2199;

/// The possible years of `range`.
pub(super) fn within_limits(range: RangeInclusive<u16>) -> RangeInclusive<u16> {
    (*range.start()).max(MIN_YEAR)..=(*range.end()).min(MAX_YEAR)
}

/// Whether `year` is possible.
pub(super) fn is_within_limits(year: u16) -> bool {
    (MIN_YEAR..=MAX_YEAR).contains(&year)
}

/// Unbroken runs of `years`, which are in order: 2016, 2017, 2019 are `2016..=2017` and `2019..=2019`.
pub fn year_runs(years: &[u16]) -> Vec<RangeInclusive<u16>> {
    let mut runs: Vec<RangeInclusive<u16>> = Vec::new();
    for &year in years {
        match runs.last_mut() {
            Some(run) if run.end().checked_add(1) == Some(year) => *run = *run.start()..=year,
            Some(_) | None => runs.push(year..=year),
        }
    }
    runs
}

/// Reads one year or range.
pub(super) fn parse(text: &str) -> Result<RangeInclusive<u16>, AddressProblem> {
    let (first, last) = match text.split_once("..") {
        None => {
            let year = parse_year(text)?;
            (year, year)
        }
        Some(("", "")) => return Err(AddressProblem::NotAYear),
        Some(("", last)) => (MIN_YEAR, parse_year(last)?),
        Some((first, "")) => (parse_year(first)?, MAX_YEAR),
        Some((first, last)) => (parse_year(first)?, parse_year(last)?),
    };
    if first <= last { Ok(first..=last) } else { Err(AddressProblem::ImpossibleYear) }
}

fn parse_year(text: &str) -> Result<u16, AddressProblem> {
    let is_form_right = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = text.parse().ok().filter(|_| is_form_right).ok_or(AddressProblem::NotAYear)?;
    if is_within_limits(year) { Ok(year) } else { Err(AddressProblem::ImpossibleYear) }
}

/// Writes years as [`parse`] reads them, separated by commas; three or more in a row become a range.
pub(super) fn write(years: &[u16]) -> String {
    let parts: Vec<String> = year_runs(years).into_iter().flat_map(write_run).collect();
    parts.join(",")
}

fn write_run(run: RangeInclusive<u16>) -> Vec<String> {
    let (first, last) = (*run.start(), *run.end());
    if last - first < 2 {
        return run.map(|year| year.to_string()).collect();
    }
    vec![match (first, last) {
        (MIN_YEAR, MAX_YEAR) => format!("{MIN_YEAR}..{MAX_YEAR}"),
        (MIN_YEAR, _) => format!("..{last}"),
        (_, MAX_YEAR) => format!("{first}.."),
        _ => format!("{first}..{last}"),
    }]
}
