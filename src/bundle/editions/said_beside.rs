//! What a file says about its events outside of sentences: years in headings above, and hashtags.

use super::path_name::{PathPart, is_generic};
use super::series_finder::SeriesFinder;
use super::text_parts::without_year;
use crate::ingest::{Draft, headings, name_key};
use crate::model::plain_text;
use std::collections::BTreeMap;

/// The year that a heading above gives to each heading, by line: "2018" above "FOSDEM".
pub(super) fn years_above(draft: &Draft) -> BTreeMap<u32, u16> {
    let mut above: Vec<(u8, Option<u16>)> = Vec::new();
    let mut years = BTreeMap::new();
    for (passage, level, words) in headings(&draft.passages) {
        above.retain(|(other, _)| *other < level);
        if let Some(year) = above.iter().rev().find_map(|(_, year)| *year) {
            years.insert(passage.first, year);
        }
        let (rest, year) = without_year(&words);
        let is_year =
            rest.split(|c: char| !c.is_alphanumeric()).all(|it| it.is_empty() || is_generic(it));
        above.push((level, year.filter(|_| is_year)));
    }
    years
}

/// Headings that consist of the name of a series, as index and line: "Velocity". Such a name may be an everyday word.
pub(super) fn bare_headings(draft: &Draft, finder: &SeriesFinder) -> Vec<(usize, String, u32)> {
    let named = |words: &str| {
        let key = name_key(words);
        finder.with_letters(&key).filter(|_| finder.is_everyday(&key))
    };
    let all = headings(&draft.passages);
    all.filter_map(|(passage, _, words)| Some((named(&words)?, words, passage.first))).collect()
}

/// Hashtags that name a series with its year, as words: `#LoomConfGhent2019` is `LoomConf Ghent 2019`.
pub(super) fn hashtags(draft: &Draft, finder: &SeriesFinder) -> Vec<(String, u32)> {
    let mut found = Vec::new();
    for passage in draft.passages.iter().filter(|passage| !draft.is_apart(passage.first)) {
        let text = plain_text(std::slice::from_ref(&passage.block));
        for word in text.split_whitespace().filter_map(|word| word.strip_prefix('#')) {
            let tag = word.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let part = PathPart::new(tag);
            if let Some((series, place)) = part.known_series(finder).filter(|_| part.year.is_some())
                && let Some((known, year)) = finder.all.get(series).zip(part.year)
            {
                found.push((format!("{} {place} {year}", known.name), passage.first));
            }
        }
    }
    found
}
