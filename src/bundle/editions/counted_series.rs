//! Series that number their editions, so that the number gives the year.

use super::event_words::words_of;
use super::series_finder::SeriesFinder;
use std::ops::Range;

/// Series held once a year, by the letters of their names, and the year before the first edition.
const COUNTED: &[(&str, u16)] = &[("defcon", 1992)];

/// The indexes of those series in the finder, with that year.
pub(super) fn counted(finder: &SeriesFinder) -> Vec<(usize, u16)> {
    let place = |(letters, zeroth): &(&str, u16)| Some((finder.with_letters(letters)?, *zeroth));
    COUNTED.iter().filter_map(place).collect()
}

/// `32C3`: the Chaos Communication Congress numbers its editions. Returns the place, the series and the year of each.
pub(super) fn congresses(text: &str, finder: &SeriesFinder) -> Vec<(Range<usize>, usize, u16)> {
    let Some(series) = finder.with_letters("chaoscommunicationcongress") else { return Vec::new() };
    let congress = |bytes: Range<usize>| {
        let word = text.get(bytes.clone())?;
        let number: u16 =
            word.strip_suffix("C3").or_else(|| word.strip_suffix("c3"))?.parse().ok()?;
        // It did not take place from 2020 to 2022.
        let year = if number < 37 { number + 1983 } else { number + 1986 };
        (10..=60).contains(&number).then_some((bytes, series, year))
    };
    words_of(text).filter_map(congress).collect()
}
