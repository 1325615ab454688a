//! Finds mentions of known series in a text, with the year and place beside them.

use super::known::Editions;
use crate::bundle::registry::ConferenceEntry;
use crate::ingest::name_key;
use crate::text::event_year;

/// The edition with that id, former id, name or alias, or the only edition that the name mentions.
pub(in crate::bundle) fn named_edition(editions: &Editions, name: &str) -> Option<usize> {
    let wanted = name_key(name);
    let is_named = |edition: &ConferenceEntry| {
        [&edition.id, &edition.name]
            .into_iter()
            .chain(&edition.aliases)
            .chain(&edition.former_ids)
            .any(|known| name_key(known) == wanted)
    };
    editions.all.iter().position(is_named).or_else(|| {
        let full = full_mentions(editions, name);
        let (first, _) = full.first()?;
        full.iter().all(|(other, _)| other == first).then_some(*first)
    })
}

/// Editions whose series, place and year occur together, with the words around them.
pub(super) fn full_mentions(editions: &Editions, text: &str) -> Vec<(usize, String)> {
    let mut mentions = Vec::new();
    for (series, window) in windows(editions, text) {
        let places = places_in(editions, window);
        for year in years(window) {
            let all = editions.of_year(series, year);
            let named = all.iter().copied().filter(|index| editions.is_at(*index, &places));
            let named: Vec<usize> = named.collect();
            // The only edition of its year needs no place.
            let meant =
                if named.is_empty() && places.is_empty() && all.len() == 1 { all } else { named };
            mentions.extend(meant.into_iter().map(|index| (index, window.trim().to_owned())));
        }
    }
    mentions.dedup();
    mentions
}

/// Editions whose series and place occur together, in any year.
pub(super) fn place_mentions(editions: &Editions, text: &str) -> Vec<usize> {
    let mut mentions = Vec::new();
    for (series, window) in windows(editions, text) {
        let places = places_in(editions, window);
        let of_series = editions.of_series(series);
        mentions.extend(of_series.filter(|index| editions.is_at(*index, &places)));
    }
    mentions.sort_unstable();
    mentions.dedup();
    mentions
}

/// Series with a year beside them.
pub(super) fn year_mentions(editions: &Editions, text: &str) -> Vec<(usize, u16)> {
    let windows = windows(editions, text).into_iter();
    let mut found: Vec<(usize, u16)> = windows
        .flat_map(|(series, window)| years(window).into_iter().map(move |year| (series, year)))
        .collect();
    found.dedup();
    found
}

/// Regions and cities in a text, in lower case.
fn places_in(editions: &Editions, text: &str) -> Vec<String> {
    let found = editions.places.find(text).into_iter();
    found.filter_map(|found| text.get(found.range)).map(str::to_lowercase).collect()
}

/// Each mention of a series with the few words around it, within one sentence.
fn windows<'a>(editions: &Editions, text: &'a str) -> Vec<(usize, &'a str)> {
    let found = editions.series_names.find(text).into_iter();
    found.map(|found| (found.id, window(text, found.range))).collect()
}

/// Characters of a window before the name of the series.
const BEFORE: usize = 24;

/// Characters of a window after the name of the series.
const AFTER: usize = 48;

/// The name at `range` and the nearby text of its sentence. A word cut at the edge is left out, because it would be
/// read as another word.
fn window(text: &str, range: std::ops::Range<usize>) -> &str {
    let ends_sentence = |c: char| matches!(c, '.' | '!' | '?' | '\n');
    let before = text.get(..range.start).unwrap_or_default();
    let (mut start, mut is_cut) = (0, false);
    for (count, (at, c)) in before.char_indices().rev().enumerate() {
        if ends_sentence(c) || count == BEFORE {
            (start, is_cut) = (at + c.len_utf8(), count == BEFORE);
            break;
        }
    }
    if is_cut {
        start +=
            before.get(start..).and_then(|edge| edge.find(' ')).unwrap_or(before.len() - start);
    }
    let after = text.get(range.end..).unwrap_or_default();
    let mut end = after.len();
    for (count, (at, c)) in after.char_indices().enumerate() {
        if ends_sentence(c) {
            end = at;
            break;
        }
        if count == AFTER {
            end = after.get(..at).and_then(|edge| edge.rfind(' ')).unwrap_or(0);
            break;
        }
    }
    text.get(start..range.end + end).unwrap_or_default()
}

/// The years in a text: `2018` and `’18`.
pub(super) fn years(text: &str) -> Vec<u16> {
    let mut years = Vec::new();
    let mut before = ' ';
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        before = rest.get(..at).and_then(|head| head.chars().last()).unwrap_or(before);
        let digits = rest.get(at..).map_or("", |tail| {
            tail.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default()
        });
        match digits.parse::<u16>() {
            Ok(year) if digits.len() == 2 && matches!(before, '\'' | '’' | '‘') => {
                years.push(2000 + year);
            }
            _ => years.extend(event_year(digits)),
        }
        before = '0';
        rest = rest.get(at + digits.len()..).unwrap_or_default();
    }
    years
}
