//! Series that number their editions, so that the number gives the year.

use super::event_words::words_of;
use super::series_finder::SeriesFinder;
use std::ops::{Range, RangeInclusive};

/// How a series counts its editions.
struct Count {
    /// The letters of its name, as in the built-in list.
    series: &'static str,
    /// The numbers for which the rest is true.
    numbers: RangeInclusive<u16>,
    /// The number of the first edition of a year.
    first: u16,
    /// That year.
    year: u16,
    /// Editions in each year. The number distinguishes them if there are several.
    per_year: u16,
}

const COUNTS: &[Count] = &[
    Count { series: "defcon", numbers: 1..=60, first: 27, year: 2019, per_year: 1 },
    Count { series: "froscon", numbers: 1..=40, first: 14, year: 2019, per_year: 1 },
    Count { series: "gpn", numbers: 10..=19, first: 19, year: 2019, per_year: 1 },
    // There was none in 2020 and 2021.
    Count { series: "gpn", numbers: 20..=40, first: 20, year: 2022, per_year: 1 },
    Count { series: "ietf", numbers: 20..=160, first: 104, year: 2019, per_year: 3 },
    Count { series: "nanog", numbers: 45..=140, first: 75, year: 2019, per_year: 3 },
    Count { series: "icann", numbers: 40..=130, first: 64, year: 2019, per_year: 3 },
    Count { series: "ripe", numbers: 50..=120, first: 78, year: 2019, per_year: 2 },
];

/// An edition that a text names by its number.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct CountedEdition {
    /// The name and the number.
    pub(super) bytes: Range<usize>,
    /// The series, as an index into those of the finder.
    pub(super) series: usize,
    pub(super) year: u16,
    /// The number, if there are several editions a year.
    pub(super) number: Option<u16>,
}

/// The edition with a number of a known series, whose name is at some bytes of a text: `DEF CON 26`, `IETF-104`.
pub(super) fn numbered(
    text: &str,
    name: Range<usize>,
    series: usize,
    finder: &SeriesFinder,
) -> Option<CountedEdition> {
    let counts = COUNTS.iter().filter(|count| finder.with_letters(count.series) == Some(series));
    let mut counts = counts.peekable();
    counts.peek()?;
    let rest = text.get(name.end..)?;
    let gap = usize::from(rest.starts_with([' ', '-', '_']));
    let digits = rest.get(gap..)?;
    let length = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let is_word = !digits.get(length..)?.starts_with(char::is_alphanumeric);
    let number: u16 = digits.get(..length)?.parse().ok().filter(|_| is_word && length <= 3)?;
    let count = counts.find(|count| count.numbers.contains(&number))?;
    let years = (i32::from(number) - i32::from(count.first)).div_euclid(count.per_year.into());
    Some(CountedEdition {
        bytes: name.start..name.end + gap + length,
        series,
        year: u16::try_from(i32::from(count.year) + years).ok()?,
        number: (count.per_year > 1).then_some(number),
    })
}

/// The editions that a text names in one word, or in a word and a number: `32C3`, `GPN17`, `ripe-76`.
pub(super) fn counted_editions(text: &str, finder: &SeriesFinder) -> Vec<CountedEdition> {
    let counted = |bytes: Range<usize>| {
        let word = text.get(bytes.clone())?;
        let name = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let letters = name.to_lowercase();
        let count = COUNTS.iter().find(|count| count.series == letters)?;
        let series = finder.with_letters(count.series)?;
        numbered(text, bytes.start..bytes.start + name.len(), series, finder)
    };
    words_of(text)
        .filter_map(|word| congress(text, word.clone(), finder).or_else(|| counted(word)))
        .collect()
}

/// `32C3`: the Chaos Communication Congress.
fn congress(text: &str, bytes: Range<usize>, finder: &SeriesFinder) -> Option<CountedEdition> {
    let word = text.get(bytes.clone())?;
    let number: u16 = word.strip_suffix("C3").or_else(|| word.strip_suffix("c3"))?.parse().ok()?;
    // It did not take place from 2020 to 2022.
    let year = if number < 37 { number + 1983 } else { number + 1986 };
    let series = finder.with_letters("chaoscommunicationcongress")?;
    let found = CountedEdition { bytes, series, year, number: None };
    (10..=60).contains(&number).then_some(found)
}
