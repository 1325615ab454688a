//! The places of each series in each year, as the files of a folder name them.

use super::name_lists::PLACES;
use super::path_name::is_generic;
use super::said::{Said, Spot};
use super::series_finder::SeriesFinder;
use crate::ingest::letters;
use std::collections::{BTreeMap, BTreeSet};

/// Parts of the name of an edition that tell it from others of its year, besides places.
const PARTS: &[&str] = &[
    "spring",
    "summer",
    "fall",
    "autumn",
    "winter",
    "frühling",
    "sommer",
    "herbst",
    "east",
    "west",
    "north",
    "south",
    "kids",
];

/// What a folder says about the places of each series in each year.
#[derive(Debug, Default)]
pub(super) struct YearPlaces {
    /// The places that distinguish editions.
    keys: BTreeMap<(usize, u16), BTreeSet<String>>,
    /// Where a series was at several places in one year, whatever the built-in list knows about it.
    at_several: BTreeSet<(usize, u16)>,
}

impl YearPlaces {
    pub(super) fn of(all: &[Vec<Said>], finder: &SeriesFinder) -> Self {
        let mut named: BTreeMap<(usize, u16), BTreeSet<String>> = BTreeMap::new();
        for said in all.iter().flatten().filter(|said| !is_in_passing(said)) {
            if let (Some(year), Some(place)) = (said.year, place_of(said)) {
                named.entry((said.series, year)).or_default().insert(place);
            }
        }
        let at_several = named.into_iter().filter(|(_, of_year)| of_year.len() > 1);
        let mut places =
            Self { at_several: at_several.map(|(key, _)| key).collect(), ..Self::default() };
        for said in all.iter().flatten() {
            let key = said.year.map(|year| (said.series, year));
            if let Some((key, place)) =
                key.and_then(|key| Some((key, places.key(said, key.1, finder)?)))
            {
                places.keys.entry(key).or_default().insert(place);
            }
        }
        places
    }

    /// The place that distinguishes an edition from others of its year; `None` for a series that has only one place.
    pub(super) fn key(&self, said: &Said, year: u16, finder: &SeriesFinder) -> Option<String> {
        let series = finder.all.get(said.series)?;
        let is_several = self.at_several.contains(&(said.series, year));
        let is_at_places = series.is_at_places || is_several;
        let named = PLACES.named(&said.place);
        let city = said.city.as_ref().filter(|_| is_at_places);
        let is_apart = series.is_at_places || is_several && is_part(&said.place);
        match named {
            Some(place) if place.city.is_empty() => Some(place.code.clone()),
            Some(place) if is_at_places => Some(letters(&place.city)),
            Some(_) => None,
            None if is_kept(&said.place) => Some(letters(&said.place)),
            None if !said.place.is_empty() && is_apart => Some(letters(&said.place)),
            None => city.map(|place| letters(&place.city)),
        }
    }

    /// The only place of a series in a year.
    pub(super) fn only(&self, series: usize, year: u16) -> Option<String> {
        let places = self.keys.get(&(series, year))?;
        places.first().filter(|place| places.len() == 1 && !is_kept(place)).cloned()
    }
}

/// The letters of the place or part in the name of an edition.
fn place_of(said: &Said) -> Option<String> {
    let named = PLACES.named(&said.place);
    if let Some(place) = said.city.as_ref().or(named).filter(|place| !place.city.is_empty()) {
        return Some(letters(&place.city));
    }
    (named.is_none() && is_part(&said.place)).then(|| letters(&said.place))
}

/// Whether words between a name and its year may tell one edition from another, as an unknown town does.
fn is_part(words: &str) -> bool {
    let mut all = words.split_whitespace();
    let is_far = |word: &str| ["online", "virtual"].contains(&word.to_lowercase().as_str());
    !words.is_empty() && all.all(|word| is_kept(word) || is_far(word) || !is_generic(word))
}

/// Whether a word tells an edition from others of its year, even if no file names another.
fn is_kept(word: &str) -> bool {
    PARTS.contains(&word.to_lowercase().as_str())
}

/// Whether a file mentions the event somewhere in its text, and its place may be that of something else.
pub(super) fn is_in_passing(said: &Said) -> bool {
    matches!(said.spot, Spot::Text | Spot::Part | Spot::Tag | Spot::Link)
}
