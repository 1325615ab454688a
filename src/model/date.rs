//! Civil dates as sources state them: a year, a month of a year, or a day. No clock, no time zone.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};

/// A date of the Gregorian calendar that may lack its day, or its month and day.
///
/// Ordered by time; a less precise date comes before the more precise ones it contains.
/// Written as `2018`, `2018-05` or `2018-05-02`.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct PartialDate {
    year: u16,
    /// 1 to 12, or 0 when the source states only a year.
    month: u8,
    /// 1 to 31, or 0 when the source states no day.
    day: u8,
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum DateError {
    /// Not of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    Form,
    /// The form is right, but there is no such month or day.
    Impossible,
}

impl PartialDate {
    /// A whole year. Years are 1 to 9999.
    pub fn from_year(year: u16) -> Result<Self, DateError> {
        Self::new(year, 0, 0)
    }

    /// A month of a year.
    pub fn from_month(year: u16, month: u8) -> Result<Self, DateError> {
        if month == 0 { Err(DateError::Impossible) } else { Self::new(year, month, 0) }
    }

    /// A day.
    pub fn from_day(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        if month == 0 || day == 0 {
            Err(DateError::Impossible)
        } else {
            Self::new(year, month, day)
        }
    }

    fn new(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        let is_possible =
            (1..=9999).contains(&year) && month <= 12 && day <= days_in_month(year, month);
        if is_possible { Ok(Self { year, month, day }) } else { Err(DateError::Impossible) }
    }

    /// The date as the number `YYYYMMDD`, with zeros for what is not known.
    pub(super) fn to_number(self) -> u32 {
        u32::from(self.year) * 10_000 + u32::from(self.month) * 100 + u32::from(self.day)
    }

    /// The date that [`to_number`](Self::to_number) writes so; `None` for any other number.
    pub(super) fn from_number(number: u32) -> Option<Self> {
        let part = |number: u32| u8::try_from(number % 100).ok();
        let year = u16::try_from(number / 10_000).ok()?;
        Self::new(year, part(number / 100)?, part(number)?).ok()
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, if known.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, 1 to 31, if known.
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// Days since 1 January of year 0, taking the first day of an incomplete date.
    pub fn first_day_number(self) -> i32 {
        day_number(self.year, self.month.max(1), self.day.max(1))
    }

    /// Days since 1 January of year 0, taking the last day of an incomplete date.
    pub fn last_day_number(self) -> i32 {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { days_in_month(self.year, month) } else { self.day };
        day_number(self.year, month, day)
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// Days of the month; of month 0 (unknown), 0.
fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        0 => 0,
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn day_number(year: u16, month: u8, day: u8) -> i32 {
    let before = i32::from(year) - 1;
    let leap_days = before / 4 - before / 100 + before / 400 + i32::from(year > 0);
    let months: i32 = (1..month).map(|month| i32::from(days_in_month(year, month))).sum();
    i32::from(year) * 365 + leap_days + months + i32::from(day) - 1
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let year = digits(parts.next(), 4)?;
        let month = parts.next().map(|part| digits(Some(part), 2)).transpose()?;
        let day = parts.next().map(|part| digits(Some(part), 2)).transpose()?;
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        let small = |number: u16| u8::try_from(number).map_err(|_number| DateError::Impossible);
        match (month, day) {
            (None, _) => Self::from_year(year),
            (Some(month), None) => Self::from_month(year, small(month)?),
            (Some(month), Some(day)) => Self::from_day(year, small(month)?, small(day)?),
        }
    }
}

fn digits(part: Option<&str>, length: usize) -> Result<u16, DateError> {
    let part = part.ok_or(DateError::Form)?;
    if part.len() != length || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DateError::Form);
    }
    part.parse().map_err(|_number| DateError::Form)
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "not a date of the form YYYY, YYYY-MM or YYYY-MM-DD",
            Self::Impossible => "no such day in the calendar",
        })
    }
}

impl std::error::Error for DateError {}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "bundle")]
impl schemars::JsonSchema for PartialDate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PartialDate".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A civil date: YYYY, YYYY-MM or YYYY-MM-DD.",
            "type": "string",
            "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<&str, DateError>) {
        let parsed = text.parse::<PartialDate>().map(|date| date.to_string());
        assert_eq!(parsed.as_deref().map_err(|error| *error), expected);
    }

    #[test]
    fn a_date_may_lack_day_and_month() {
        check("2018", Ok("2018"));
        check("2018-05", Ok("2018-05"));
        check("2018-05-02", Ok("2018-05-02"));
        check("2016-02-29", Ok("2016-02-29"));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        check("", Err(DateError::Form));
        check("18-05-02", Err(DateError::Form));
        check("2018-5-2", Err(DateError::Form));
        check("2018-05-02-01", Err(DateError::Form));
        check("2018-13", Err(DateError::Impossible));
        check("2018-02-30", Err(DateError::Impossible));
        check("2017-02-29", Err(DateError::Impossible));
        check("2018-00-10", Err(DateError::Impossible));
        check("0000", Err(DateError::Impossible));
    }

    #[test]
    fn day_numbers_count_days() {
        let day = |text: &str| text.parse::<PartialDate>().unwrap();
        assert_eq!(day("2018-05-02").first_day_number() - day("2018-05-01").first_day_number(), 1);
        assert_eq!(
            day("2017-01-01").first_day_number() - day("2016-01-01").first_day_number(),
            366
        );
        assert_eq!(day("2001-01-01").first_day_number() - day("2000-12-31").first_day_number(), 1);
        assert_eq!(day("2016-02").last_day_number(), day("2016-02-29").first_day_number());
        assert_eq!(day("2018").last_day_number(), day("2018-12-31").first_day_number());
    }
}
