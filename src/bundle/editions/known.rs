//! The known editions, indexed for searching in texts.

use crate::bundle::registry::{ConferenceEntry, Conferences, SeriesEntry};
use crate::bundle::vocabulary::Vocabulary;

/// The known editions and their series.
#[derive(Debug)]
pub(in crate::bundle) struct Editions {
    /// The editions: first those of the registry, then those derived from recaps.
    pub(in crate::bundle) all: Vec<ConferenceEntry>,
    /// The series: first those of the registry, then those derived from recaps.
    pub(in crate::bundle) series: Vec<SeriesEntry>,
    /// Names of series in the registry. The numbers are indexes into `series`.
    pub(super) series_names: Vocabulary,
    /// Regions and cities in the registry.
    pub(in crate::bundle) places: Vocabulary,
    /// How many of the editions the registry lists.
    n_listed: usize,
    /// How many of the series the registry lists.
    n_listed_series: usize,
}

impl Editions {
    /// Indexes the editions of a registry.
    pub(in crate::bundle) fn new(conferences: &Conferences) -> Self {
        let mut editions = Self {
            all: conferences.conference.clone(),
            series: conferences.series.clone(),
            series_names: Vocabulary::default(),
            places: Vocabulary::default(),
            n_listed: conferences.conference.len(),
            n_listed_series: conferences.series.len(),
        };
        for (index, series) in conferences.series.iter().enumerate() {
            for name in std::iter::once(&series.name).chain(&series.aliases) {
                editions.series_names.add(index, name, false);
            }
        }
        let mut places: Vec<&String> = Vec::new();
        for place in conferences.conference.iter().flat_map(region_and_city_names) {
            // Several editions may share a place. Its number does not matter: `is_at` compares names.
            if !places.iter().any(|known| known.eq_ignore_ascii_case(place)) {
                editions.places.add(places.len(), place, false);
            }
            places.push(place);
        }
        editions
    }

    /// How many of the series the registry lists; the others were derived.
    pub(super) fn n_listed_series(&self) -> usize {
        self.n_listed_series
    }

    /// The editions of the registry, with their indexes.
    pub(in crate::bundle) fn listed(&self) -> impl Iterator<Item = (usize, &ConferenceEntry)> {
        self.all.iter().enumerate().take(self.n_listed)
    }

    /// Whether an edition was derived from recaps because the registry does not list it.
    pub(in crate::bundle) fn is_derived(&self, edition: usize) -> bool {
        edition >= self.n_listed
    }

    /// Whether an edition took place in one of the given regions or cities, in lower case.
    pub(super) fn is_at(&self, edition: usize, places: &[String]) -> bool {
        let edition = self.all.get(edition);
        edition
            .into_iter()
            .flat_map(region_and_city_names)
            .any(|known| places.contains(&known.to_lowercase()))
    }

    /// The editions of a series, as indexes into `all`.
    pub(super) fn of_series(&self, series: usize) -> impl Iterator<Item = usize> {
        let id = self.series.get(series).map(|series| series.id.as_str());
        let editions = self.all.iter().enumerate();
        editions.filter(move |(_, edition)| id == Some(&edition.series)).map(|(index, _)| index)
    }

    /// The editions of a series in a year, as indexes into `all`.
    pub(super) fn of_year(&self, series: usize, year: u16) -> Vec<usize> {
        let began = |index: &usize| self.all.get(*index).and_then(|edition| edition.start);
        let editions = self.of_series(series);
        editions.filter(|index| began(index).is_some_and(|start| start.year() == year)).collect()
    }
}

fn region_and_city_names(edition: &ConferenceEntry) -> impl Iterator<Item = &String> {
    edition.regions.iter().chain([&edition.city]).filter(|place| !place.is_empty())
}
