//! The day on which the command runs.

use crate::model::PartialDate;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Today, in UTC. `SOURCE_DATE_EPOCH` replaces the clock, so that a build can be repeated.
pub(super) fn today() -> Option<PartialDate> {
    let stated = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let since = match stated {
        Some(seconds) => Duration::from_secs(seconds),
        None => SystemTime::now().duration_since(UNIX_EPOCH).ok()?,
    };
    day(since.as_secs() / 86_400)
}

/// The date that many days after 1 January 1970.
fn day(days: u64) -> Option<PartialDate> {
    let mut rest =
        i32::try_from(days).ok()? + PartialDate::from_day(1970, 1, 1).ok()?.first_day_number();
    let mut year = u16::try_from(rest / 366).ok()?.max(1);
    let start = |year| PartialDate::from_day(year, 1, 1).ok().map(PartialDate::first_day_number);
    while start(year + 1)? <= rest {
        year += 1;
    }
    rest -= start(year)?;
    for month in (1..=12).rev() {
        let first = PartialDate::from_day(year, month, 1).ok()?.first_day_number() - start(year)?;
        if first <= rest {
            return PartialDate::from_day(year, month, u8::try_from(rest - first + 1).ok()?).ok();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        for (days, expected) in
            [(0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_454, "2026-01-01")]
        {
            assert_eq!(day(days).map(|day| day.to_string()).as_deref(), Some(expected));
        }
    }
}
