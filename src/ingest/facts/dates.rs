//! Dates in the forms that people write at the top of an article.

use super::date_ranges::{is_filler_word, month};
use crate::model::{DateError, PartialDate};

/// A date at the start of the text, and its length in bytes. The text may continue without a space.
///
/// `None` when there is no date; an error when there is one but the calendar has no such day.
pub(crate) fn leading_date(text: &str) -> Option<(Result<PartialDate, DateError>, usize)> {
    iso(text).or_else(|| worded(text))
}

/// The date that a header value states; a time of day after it is ignored.
pub(in crate::ingest) fn stated_date(value: &str) -> Result<PartialDate, DateError> {
    // Org puts its dates in brackets.
    let value = value.trim().trim_matches(['<', '>', '[', ']']).trim();
    if let Ok(date) = value.parse() {
        return Ok(date);
    }
    if let Some(date) = numeric(value).or_else(|| digits_only(value)) {
        return date;
    }
    let after_weekday = value
        .split_once(", ")
        .or_else(|| value.split_once(' '))
        .filter(|(day, _)| day.len() <= 12 && day.chars().all(char::is_alphabetic));
    let value =
        after_weekday.filter(|(day, _)| month(day).is_none()).map_or(value, |(_, rest)| rest);
    // "12-Mar-2019"
    let apart = || leading_date(&value.replace('-', " "));
    let (date, length) = leading_date(value).or_else(apart).ok_or(DateError::Form)?;
    let rest = value.get(length..).unwrap_or_default();
    let is_time = rest.is_empty() || rest.starts_with(['T', ' ', 't']);
    if is_time { date } else { Err(DateError::Form) }
}

/// `2018-05-04` and `2018/05/04`.
fn iso(text: &str) -> Option<(Result<PartialDate, DateError>, usize)> {
    let head = text.get(..10)?;
    let mut parts = head.split(['-', '/']);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let is_shape = year.len() == 4 && month.len() == 2 && day.len() == 2;
    let is_digits =
        [year, month, day].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let goes_on = text.get(10..)?.starts_with(|c: char| c.is_ascii_digit());
    if !is_shape || !is_digits || goes_on {
        return None;
    }
    Some((PartialDate::from_day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?), 10))
}

/// `20180504`, `2018-5-4`, `2018.05.04` and `2018年5月4日`.
fn digits_only(value: &str) -> Option<Result<PartialDate, DateError>> {
    let head = value.split([' ', 'T']).next()?.trim_end_matches('日');
    let is_joined = head.len() == 8 && head.bytes().all(|byte| byte.is_ascii_digit());
    let parts = if is_joined {
        vec![head.get(..4)?, head.get(4..6)?, head.get(6..)?]
    } else {
        head.split(['-', '.', '年', '月']).collect()
    };
    let [year, month, day] = parts.as_slice() else { return None };
    let year = year_of(year)?;
    let small = |part: &str| part.parse::<u8>().ok().filter(|_| part.len() <= 2);
    Some(PartialDate::from_day(year, small(month)?, small(day)?))
}

/// `04.05.2018`, which begins with the day, and `25/12/2018`, where only one of the two numbers can be the month.
fn numeric(value: &str) -> Option<Result<PartialDate, DateError>> {
    let mark = value.chars().find(|c| !c.is_ascii_digit()).filter(|c| ['.', '/'].contains(c))?;
    // A time of day may follow.
    let number = |part: &str| part.trim().split([' ', 'T']).next()?.parse().ok();
    let parts: Vec<u16> = value.splitn(3, mark).map(number).collect::<Option<_>>()?;
    let &[first, second, year @ 1900..=2199] = parts.as_slice() else { return None };
    let is_day_first = mark == '.' || first > 12 || first == second;
    if !is_day_first && second <= 12 {
        // The fourth of May, or the fifth of April.
        return None;
    }
    let (day, month) = if is_day_first { (first, second) } else { (second, first) };
    let small = |number: u16| u8::try_from(number).unwrap_or(u8::MAX);
    Some(PartialDate::from_day(year, small(month), small(day)))
}

/// `May 4, 2018`, `4th of May 2018`, `4. Mai 2018`, `4 de mayo de 2018`, `May 2018`.
fn worded(text: &str) -> Option<(Result<PartialDate, DateError>, usize)> {
    let mut words = Words { text, at: 0 };
    let first = words.next()?;
    let (found_month, mut day) = match (month(first), day_of(first)) {
        (Some(found), _) => (found, None),
        (None, Some(day)) => (month(words.next_but_fillers()?)?, Some(day)),
        (None, None) => return None,
    };
    let mut third = words.next_but_fillers()?;
    if day.is_none() && third.len() <= 4 && year_of(third).is_none() {
        day = Some(day_of(third)?);
        third = words.next()?;
    }
    let year = year_of(third)?;
    let date = day.map_or_else(
        || PartialDate::from_month(year, found_month),
        |day| PartialDate::from_day(year, found_month, day),
    );
    Some((date, words.at))
}

fn day_of(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = word.get(digits.len()..)?;
    let is_day =
        matches!(ending.to_ascii_lowercase().as_str(), "" | "st" | "nd" | "rd" | "th" | "er");
    digits.parse().ok().filter(|day| is_day && (1..=99).contains(day))
}

fn year_of(word: &str) -> Option<u16> {
    word.parse().ok().filter(|year| word.len() == 4 && (1900..=2199).contains(year))
}

/// Words and numbers, with the punctuation between them skipped. A number ends where letters begin, except for the
/// letters of `4th`, so `2018Lately` is a year and a word.
struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Words<'a> {
    /// The next word that is not one such as "of" or "de".
    fn next_but_fillers(&mut self) -> Option<&'a str> {
        let word = self.next()?;
        if is_filler_word(word) { self.next() } else { Some(word) }
    }

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.text.get(self.at..)?;
        let lead = rest.len() - rest.trim_start_matches([' ', ',', '.']).len();
        let rest = rest.get(lead..)?;
        let is_number = rest.starts_with(|c: char| c.is_ascii_digit());
        let mut end = rest
            .find(|c: char| if is_number { !c.is_ascii_digit() } else { !c.is_alphabetic() })
            .unwrap_or(rest.len());
        if is_number && end <= 2 {
            let ending = rest.get(end..end + 2).unwrap_or_default().to_ascii_lowercase();
            if matches!(ending.as_str(), "st" | "nd" | "rd" | "th" | "er") {
                end += 2;
            }
        }
        let word = rest.get(..end).filter(|word| !word.is_empty() && lead <= 2)?;
        self.at += lead + end;
        Some(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = leading_date(text).map(|(date, length)| {
            (date.map_or_else(|e| e.to_string(), |d| d.to_string()), text[length..].to_owned())
        });
        assert_eq!(found, expected.map(|(date, rest)| (date.to_owned(), rest.to_owned())));
    }

    #[test]
    fn a_date_is_read_wherever_the_text_goes_on() {
        check("Jan 12, 2018Lately all", Some(("2018-01-12", "Lately all")));
        check("May 04, 2018", Some(("2018-05-04", "")));
        check("4th of May 2018 by", Some(("2018-05-04", " by")));
        check("12. September 2019", Some(("2019-09-12", "")));
        check("Sept. 3rd, 2019", Some(("2019-09-03", "")));
        check("June 2018", Some(("2018-06", "")));
        check("4. Mai 2018", Some(("2018-05-04", "")));
        check("1er août 2019 à Paris", Some(("2019-08-01", " à Paris")));
        check("4 de mayo de 2018", Some(("2018-05-04", "")));
        check("12 dicembre 2017", Some(("2017-12-12", "")));
        check("12 marca 2019", Some(("2019-03-12", "")));
        check("5 września 2019", Some(("2019-09-05", "")));
        check("12. června 2019", Some(("2019-06-12", "")));
        check("12. července 2019", Some(("2019-07-12", "")));
        check("3 maj 2020", Some(("2020-05-03", "")));
        check("3 maart 2020", Some(("2020-03-03", "")));
        check("2018-05-04T22:30", Some(("2018-05-04", "T22:30")));
        check("2018/05/04 x", Some(("2018-05-04", " x")));
        check("Feb 30, 2018", Some(("no such day in the calendar", "")));
    }

    #[test]
    fn what_only_looks_like_a_date_is_none() {
        for text in
            ["May I say", "12 talks", "March 4 of us", "2018 was", "Maybe 4, 2018", "1.2.2018", ""]
        {
            check(text, None);
        }
    }

    #[test]
    fn a_header_may_state_a_time_of_day_too() {
        let check = |value: &str, expected: Result<&str, DateError>| {
            assert_eq!(
                stated_date(value).map(|date| date.to_string()),
                expected.map(str::to_owned),
                "{value}"
            );
        };
        check("2018-05-04T22:30:57+01:00", Ok("2018-05-04"));
        check("2018-05-04 22:30:57 -0700", Ok("2018-05-04"));
        check("Fri, 04 May 2018 10:00:00 GMT", Ok("2018-05-04"));
        check("Fri May 04 2018 10:00:00 GMT+0000 (Coordinated Universal Time)", Ok("2018-05-04"));
        check("<2018-05-04 Fri>", Ok("2018-05-04"));
        check("May 4, 2018", Ok("2018-05-04"));
        check("2018", Ok("2018"));
        check("04.05.2018", Ok("2018-05-04"));
        check("04.05.2018 10:00", Ok("2018-05-04"));
        check("4. 5. 2018", Ok("2018-05-04"));
        check("25/12/2018", Ok("2018-12-25"));
        check("12/25/2018", Ok("2018-12-25"));
        check("04/05/2018", Err(DateError::Form));
        check("2018-5-4", Ok("2018-05-04"));
        check("20180504", Ok("2018-05-04"));
        check("20180504T1030", Ok("2018-05-04"));
        check("2018.05.04", Ok("2018-05-04"));
        check("2018年5月4日", Ok("2018-05-04"));
        check("04-May-2018", Ok("2018-05-04"));
        // The fourth of May 2018, or the eighteenth of May 2004.
        check("04.05.18", Err(DateError::Form));
        check("20181504", Err(DateError::Impossible));
        check("12345", Err(DateError::Form));
        check("31.02.2018", Err(DateError::Impossible));
        check("Freitag, 4. Mai 2018", Ok("2018-05-04"));
        check("vendredi 4 mai 2018", Ok("2018-05-04"));
        check("2018-02-30", Err(DateError::Impossible));
        check("last week", Err(DateError::Form));
        check("2018-05-04ish", Err(DateError::Form));
    }
}
