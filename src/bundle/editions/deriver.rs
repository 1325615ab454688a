//! Finds the edition that a file names in the registry, or derives it.

use super::hints::Hint;
use super::known::Editions;
use super::mentions::named_edition;
use super::name_lists::PLACES;
use super::said::{Said, Spot, said};
use super::series_finder::{KnownSeries, SeriesFinder};
use super::year_places::{YearPlaces, is_in_passing};
use super::years::{YearSource, completed_year, dated_year};
use crate::bundle::registry::{ConferenceEntry, SeriesEntry};
use crate::ingest::{Draft, letters};
use crate::model::{PartialDate, Rule};
use crate::text::any_script::slug;
use std::collections::{BTreeMap, BTreeSet};

/// Whether a file is the index of its folder.
fn is_index(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    name.starts_with("index.")
}

/// Points for the edition that a header states for a whole folder.
const STATED_FOR_FOLDER: u32 = 40;

/// The registry's answer for an event that a file names.
enum Listed {
    One(usize),
    None,
    Several,
}

/// Finds or derives the editions that files name.
pub(super) struct Deriver<'a> {
    finder: &'a SeriesFinder,
    editions: &'a mut Editions,
    /// The editions by series, place and year.
    by_key: BTreeMap<(usize, String, u16), usize>,
    places: YearPlaces,
    /// How the files spell the names of series.
    spellings: BTreeMap<usize, String>,
}

impl<'a> Deriver<'a> {
    /// `all` is everything that the files say.
    pub(super) fn new(
        all: &[Vec<Said>],
        finder: &'a SeriesFinder,
        editions: &'a mut Editions,
    ) -> Self {
        let (places, spellings) = (YearPlaces::of(all, finder), spellings(all, finder));
        Self { places, spellings, finder, editions, by_key: BTreeMap::new() }
    }

    /// The edition that a read-me file names for its folder, in its title or its first paragraphs.
    pub(super) fn of_readme(&mut self, readme: &Draft, unsure: &BTreeSet<usize>) -> Option<Hint> {
        let mut found = Vec::new();
        let (stated, line) = &readme.conference;
        if let Some(edition) = named_edition(self.editions, stated) {
            let (rule, reason) = (Rule::EditionInPath, stated.clone());
            let (points, line) = (STATED_FOR_FOLDER, *line);
            return Some(Hint { edition, points, rule, line, reason, spot: Spot::Folder });
        }
        // An index may itself be a recap; only its header applies to the whole folder.
        if is_index(&readme.path) && stated.is_empty() {
            return None;
        }
        let all = said(readme, self.finder);
        let dated = dated_year(readme);
        for one in &all {
            let points = match one.spot {
                Spot::Stated => STATED_FOR_FOLDER,
                Spot::Title | Spot::Header => 30,
                Spot::Opening => 16,
                Spot::Text | Spot::Part | Spot::Tag | Spot::File | Spot::Folder | Spot::Link => {
                    continue;
                }
            };
            let Some((year, YearSource::Beside | YearSource::Near)) =
                completed_year(one, &all, readme, dated)
            else {
                continue;
            };
            let points = if unsure.contains(&one.series) { points.min(12) } else { points };
            if let Some(edition) = self.edition(one, year) {
                let (rule, reason) = (Rule::EditionInPath, one.words.clone());
                found.push(Hint { edition, points, rule, line: 1, reason, spot: Spot::Folder });
            }
        }
        let best = found.iter().max_by_key(|hint| hint.points)?;
        // A list of several conferences is not evidence for any of them.
        let is_clear = found.iter().all(|hint| hint.edition == best.edition);
        (is_clear || best.points >= 30).then(|| best.clone())
    }

    /// The edition that a file names: a listed or a derived one. `None` when there may be several.
    pub(super) fn edition(&mut self, said: &Said, year: u16) -> Option<usize> {
        let place = self.places.key(said, year, self.finder).or_else(|| {
            // If the folder names one place of the series in that year, that place is meant.
            let series = self.finder.all.get(said.series)?;
            self.places.only(said.series, year).filter(|_| series.in_registry.is_none())
        });
        let key = (said.series, place.clone().unwrap_or_default(), year);
        if let Some(known) = self.by_key.get(&key).copied() {
            self.add_city(known, said);
            return Some(known);
        }
        let series = self.finder.all.get(said.series)?;
        let edition = match self.listed(series, place.as_deref(), year) {
            Listed::One(listed) => listed,
            Listed::None => self.derive(series, said, place.as_deref(), year)?,
            Listed::Several => return None,
        };
        self.by_key.insert(key, edition);
        self.add_city(edition, said);
        Some(edition)
    }

    /// The registry's answer for a series, place and year.
    fn listed(&self, series: &KnownSeries, place: Option<&str>, year: u16) -> Listed {
        let Some(index) = series.in_registry else { return Listed::None };
        let of_year = self.editions.of_year(index, year);
        let of_year: Vec<usize> =
            of_year.into_iter().filter(|index| !self.editions.is_derived(*index)).collect();
        let Some(place) = place else {
            return match of_year.as_slice() {
                [] => Listed::None,
                [only] => Listed::One(*only),
                _ => Listed::Several,
            };
        };
        let found = of_year.into_iter().find(|index| self.is_at(*index, place));
        found.map_or(Listed::None, Listed::One)
    }

    /// Whether a listed edition took place at a place, judging by its city, country, regions or id.
    fn is_at(&self, index: usize, place: &str) -> bool {
        let Some(edition) = self.editions.all.get(index) else { return false };
        let mut names = edition.regions.iter().chain([&edition.city, &edition.country]);
        let is_named = names.any(|name| {
            let code = PLACES.named(name).filter(|known| known.city.is_empty());
            letters(name) == place || code.is_some_and(|known| known.code == place)
        });
        is_named || edition.id.split('-').any(|word| word == place)
    }

    /// The listed editions that a file may refer to, if it names no place and its year has several editions.
    pub(super) fn several(&self, said: &Said, year: u16) -> Vec<usize> {
        let index = self.finder.all.get(said.series).and_then(|series| series.in_registry);
        let of_year = index.map(|index| self.editions.of_year(index, year)).unwrap_or_default();
        of_year.into_iter().filter(|index| !self.editions.is_derived(*index)).collect()
    }

    fn derive(
        &mut self,
        series: &KnownSeries,
        said: &Said,
        place: Option<&str>,
        year: u16,
    ) -> Option<usize> {
        let shown = place.map_or(String::new(), |place| shown_place(said, place));
        // "PGDay Paris" names its place already.
        let is_named = letters(&series.name).ends_with(&letters(&shown));
        let shown = if is_named { String::new() } else { shown };
        let series_name = self.spellings.get(&said.series).unwrap_or(&series.name);
        let name = [series_name.as_str(), &shown, &year.to_string()];
        let name: Vec<&str> = name.into_iter().filter(|part| !part.is_empty()).collect();
        let id = slug(&[series.id.as_str(), &shown, &year.to_string()].join(" "));
        if id.is_empty() {
            return None;
        }
        if let Some(known) = self.editions.all.iter().position(|edition| edition.id == id) {
            return Some(known);
        }
        if !self.editions.series.iter().any(|known| known.id == series.id) {
            let entry = SeriesEntry {
                id: series.id.clone(),
                name: series_name.clone(),
                ..SeriesEntry::default()
            };
            self.editions.series.push(entry);
        }
        let stated = said.city.as_ref().filter(|city| letters(&city.city) == letters(&shown));
        let country = stated.or_else(|| PLACES.named(&shown));
        let country = country.filter(|place| place.code.len() == 2 && !place.is_region());
        self.editions.all.push(ConferenceEntry {
            id,
            series: series.id.clone(),
            name: name.join(" "),
            short_name: name.join(" "),
            start: PartialDate::from_year(year).ok(),
            country: country.map_or(String::new(), |place| place.country.clone()),
            ..ConferenceEntry::default()
        });
        Some(self.editions.all.len() - 1)
    }

    /// Adds the city beside the name of a derived edition.
    fn add_city(&mut self, index: usize, said: &Said) {
        if !self.editions.is_derived(index) || is_in_passing(said) {
            return;
        }
        let named = PLACES.named(&said.place).filter(|place| !place.city.is_empty());
        let Some(place) = said.city.as_ref().or(named) else { return };
        let Some(edition) = self.editions.all.get_mut(index) else { return };
        let fits = |own: &str| own.is_empty() || place.country.is_empty() || own == place.country;
        let is_same = edition.city.is_empty() || edition.city == place.city;
        if is_same && fits(&edition.country) {
            edition.city.clone_from(&place.city);
            if edition.country.is_empty() {
                edition.country.clone_from(&place.country);
            }
        }
    }
}

/// The names of series as the files spell them, where that differs from the built-in list in no letter.
fn spellings(all: &[Vec<Said>], finder: &SeriesFinder) -> BTreeMap<usize, String> {
    let n_capitals = |name: &str| name.chars().filter(|c| c.is_uppercase()).count();
    let mut counts: BTreeMap<usize, BTreeMap<&str, usize>> = BTreeMap::new();
    for one in all.iter().flatten().filter(|one| !one.name.is_empty()) {
        let Some(series) = finder.all.get(one.series) else { continue };
        // "PyCon Italy" and "PyCon Italia"
        let first = |name: &str| name.split(' ').next().map(letters);
        let is_variant = letters(&one.name) == letters(&series.name)
            || one.name.contains(' ') && first(&one.name) == first(&series.name);
        let is_known = series.in_registry.is_some();
        let is_shouted =
            !one.name.contains(char::is_lowercase) && series.name.contains(char::is_lowercase);
        // `Devfest` may be spelled `DevFest`, but not the other way around.
        let is_better = !is_shouted && n_capitals(&one.name) >= n_capitals(&series.name);
        // "Con" lacks the signs of "!!Con".
        let is_whole = series.name.starts_with(char::is_alphanumeric);
        if !is_known && is_better && is_variant && is_whole {
            *counts.entry(one.series).or_default().entry(&one.name).or_default() += 1;
        }
    }
    let most = |names: BTreeMap<&str, usize>| {
        let best = names.into_iter().max_by_key(|(name, count)| (*count, std::cmp::Reverse(*name)));
        best.map(|(name, _)| name.to_owned())
    };
    counts.into_iter().filter_map(|(series, names)| Some((series, most(names)?))).collect()
}

/// The place in the form that the edition's name uses.
fn shown_place(said: &Said, place: &str) -> String {
    if !said.place.is_empty() {
        return said.place.clone();
    }
    if let Some(city) = said.city.as_ref().filter(|city| letters(&city.city) == place) {
        return city.city.clone();
    }
    PLACES.named(place).map_or_else(
        || place.to_owned(),
        |known| {
            if known.city.is_empty() { known.code.to_uppercase() } else { known.city.clone() }
        },
    )
}
