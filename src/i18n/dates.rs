//! Dates and spans of time, in the order of parts that a table states.
//!
//! Does not use `Intl`: the build does not have it, and pages and client must agree.

use super::{
    Strings,
    plural::{fill, nth},
    table::Entry,
};
use crate::model::PartialDate;

impl Strings {
    /// `2 May 2018`, `May 2018` or `2018`.
    pub(crate) fn date(&self, date: PartialDate) -> String {
        let entry = match (date.month(), date.day()) {
            (Some(_), Some(_)) => Entry::day,
            (Some(_), None) => Entry::month,
            (None, _) => return date.year().to_string(),
        };
        self.dated(entry, date, date)
    }

    /// `2–4 May 2018`, `30 April – 2 May 2018`; parts that both days share appear once. Without an end, only the first
    /// day.
    pub(crate) fn date_range(&self, start: PartialDate, end: Option<PartialDate>) -> String {
        let Some(end) = end.filter(|end| *end != start) else { return self.date(start) };
        let is_month_shared = start.month() == end.month();
        let entry = match (start.month(), start.day(), end.day()) {
            _ if start.year() != end.year() => Entry::range,
            (Some(_), Some(_), Some(_)) if is_month_shared => Entry::days,
            (Some(_), Some(_), Some(_)) => Entry::days_of_months,
            (None, _, _) => return self.date(end),
            _ if is_month_shared => return self.date(end),
            (Some(_), None, None) => Entry::months_range,
            (Some(_), _, _) => Entry::range,
        };
        if matches!(entry, Entry::range) {
            return fill(self.text(entry), &[&self.date(start), &self.date(end)], [""; 2]);
        }
        self.dated(entry, start, end)
    }

    /// An entry that takes the parts of two dates of one year.
    fn dated(&self, entry: Entry, start: PartialDate, end: PartialDate) -> String {
        let year = usize::from(start.year()).to_string();
        let day = |date: PartialDate| usize::from(date.day().unwrap_or_default()).to_string();
        let (first, last) = (day(start), day(end));
        let names = [self.month_name(start), self.month_name(end)];
        fill(self.text(entry), &[&year, names[0], &first, names[1], &last], [""; 2])
    }

    fn month_name(&self, date: PartialDate) -> &'static str {
        let before = usize::from(date.month().unwrap_or_default()).saturating_sub(1);
        nth(self.text(Entry::months), before)
    }
}
