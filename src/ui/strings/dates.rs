//! Dates and spans of time, in the order of parts that a table states.

use super::{Strings, plural::fill};
use crate::model::PartialDate;

impl Strings {
    /// `2 May 2018`, `May 2018` or `2018`.
    pub(crate) fn date(&self, date: PartialDate) -> String {
        let year = date.year().to_string();
        match (date.month(), date.day()) {
            (Some(month), Some(day)) => {
                fill(self.day, &[&year, self.month_name(month), &day.to_string()])
            }
            (Some(month), None) => fill(self.month, &[&year, self.month_name(month)]),
            (None, _) => year,
        }
    }

    /// `2–4 May 2018`, `30 April – 2 May 2018`; what both days share is said once. Without an end, the
    /// first day.
    pub(crate) fn date_range(&self, start: PartialDate, end: Option<PartialDate>) -> String {
        let Some(end) = end.filter(|end| *end != start) else { return self.date(start) };
        let whole = || fill(self.range, &[&self.date(start), &self.date(end)]);
        if start.year() != end.year() {
            return whole();
        }
        let year = start.year().to_string();
        let (Some(month), Some(last_month)) = (start.month(), end.month()) else {
            return self.date(end);
        };
        let names = (self.month_name(month), self.month_name(last_month));
        let days =
            start.day().zip(end.day()).map(|(first, last)| (first.to_string(), last.to_string()));
        match days {
            Some((first, last)) if month == last_month => {
                fill(self.days, &[&year, names.0, &first, &last])
            }
            Some((first, last)) => {
                fill(self.days_of_months, &[&year, names.0, &first, names.1, &last])
            }
            None if month == last_month => self.date(end),
            None if start.day().is_none() && end.day().is_none() => {
                fill(self.months_range, &[&year, names.0, names.1])
            }
            None => whole(),
        }
    }

    fn month_name(&self, month: u8) -> &'static str {
        self.months.split('|').nth(usize::from(month).saturating_sub(1)).unwrap_or_default()
    }
}
