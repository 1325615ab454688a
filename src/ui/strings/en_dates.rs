//! Dates in English.

use crate::model::PartialDate;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default()
}

/// `2 May 2018`, `May 2018` or `2018`.
pub(super) fn date(date: PartialDate) -> String {
    let year = date.year();
    match (date.month(), date.day()) {
        (Some(month), Some(day)) => format!("{day} {} {year}", month_name(month)),
        (Some(month), None) => format!("{} {year}", month_name(month)),
        (None, _) => year.to_string(),
    }
}

/// `2–4 May 2018`, `30 April – 2 May 2018`; what both days share is said once.
pub(super) fn date_range(start: PartialDate, end: Option<PartialDate>) -> String {
    let Some(end) = end.filter(|end| *end != start) else { return date(start) };
    let last = date(end);
    if start.year() != end.year() {
        return format!("{} – {last}", date(start));
    }
    match (start.month(), start.day(), end.day()) {
        (month, Some(day), Some(_)) if month == end.month() => format!("{day}–{last}"),
        (Some(month), Some(day), _) => format!("{day} {} – {last}", month_name(month)),
        (Some(month), None, _) if Some(month) != end.month() => {
            format!("{} – {last}", month_name(month))
        }
        (Some(_) | None, _, _) => last,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(start: &str, end: &str, expected: &str) {
        assert_eq!(date_range(start.parse().unwrap(), end.parse().ok()), expected);
    }

    #[test]
    fn a_range_says_once_what_both_days_share() {
        check("2018-05-02", "2018-05-04", "2–4 May 2018");
        check("2018-04-30", "2018-05-02", "30 April – 2 May 2018");
        check("2018-12-31", "2019-01-02", "31 December 2018 – 2 January 2019");
        check("2018-05-02", "", "2 May 2018");
        check("2018-05-02", "2018-05-02", "2 May 2018");
    }

    #[test]
    fn a_range_may_lack_days_and_months() {
        check("2018-05", "", "May 2018");
        check("2018-05", "2018-06", "May – June 2018");
        check("2018", "", "2018");
        check("2018", "2019", "2018 – 2019");
    }
}
