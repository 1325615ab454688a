//! The built-in lists of names: conference series, and places where conferences are held.

use crate::bundle::vocabulary::{IndexedText, Vocabulary};
use crate::ingest::{letters, spelled_signs};
use crate::text::any_script::slug;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A conference series in the built-in list.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct ListedSeries {
    /// Its id.
    pub(super) id: String,
    /// Its name.
    pub(super) name: String,
    /// Its spellings, including the name. The flag marks everyday words.
    pub(super) spellings: Vec<(String, bool)>,
    /// It is held at several places, so an edition's name includes the place.
    pub(super) is_at_places: bool,
}

/// The series of the built-in list.
pub(super) static SERIES: LazyLock<Vec<ListedSeries>> = LazyLock::new(|| {
    let lines = include_str!("series_names.txt").lines();
    lines.filter(|line| !line.starts_with('#') && !line.trim().is_empty()).map(series).collect()
});

fn series(line: &str) -> ListedSeries {
    let is_id = |id: &str| id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let stated = line.split_once(" = ").filter(|(id, _)| is_id(id));
    let (id, rest) = stated.map_or(("", line), |(id, rest)| (id, rest));
    let (is_at_places, rest) = strip(rest, '@');
    let spellings = rest.split('|').map(str::trim).map(|spelling| {
        let (is_everyday, spelling) = strip(spelling, '~');
        // An acronym such as "ACL" has many meanings, but "QCon" has one.
        let is_mixed = spelling.chars().filter(|c| c.is_uppercase()).count() > 1
            && spelling.contains(char::is_lowercase);
        let is_short = letters(spelling).chars().count() <= 4 && !is_mixed;
        (spelling.to_owned(), is_short || is_everyday)
    });
    let spellings: Vec<(String, bool)> = spellings.collect();
    let name = spellings.first().map(|(name, _)| name.clone()).unwrap_or_default();
    let id = if id.is_empty() { slug(&spelled_signs(&name)) } else { id.to_owned() };
    ListedSeries { id, name, spellings, is_at_places }
}

fn strip(text: &str, flag: char) -> (bool, &str) {
    text.strip_prefix(flag).map_or((false, text), |rest| (true, rest))
}

/// A city, country or region of the built-in list.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct ListedPlace {
    /// The short form of the country or region, such as `de` or `eu`.
    pub(super) code: String,
    /// Its name. Empty for a city whose name is as common in another country.
    pub(super) country: String,
    /// The name of the city. Empty for a country or region.
    pub(super) city: String,
}

impl ListedPlace {
    /// Whether it is a region of the world, and no country or city.
    pub(super) fn is_region(&self) -> bool {
        let code = self.code.as_str();
        self.city.is_empty()
            && ["eu", "na", "apac", "americas", "latam", "asia", "africa"].contains(&code)
    }
}

/// The places of the built-in list.
#[derive(Debug, Default)]
pub(super) struct PlaceIndex {
    all: Vec<ListedPlace>,
    vocabulary: Vocabulary,
    /// Indexes into `all` by letters.
    by_letters: BTreeMap<String, usize>,
}

/// The places of the built-in list.
pub(super) static PLACES: LazyLock<PlaceIndex> = LazyLock::new(|| {
    let mut places = PlaceIndex::default();
    let lines = include_str!("place_names.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let Some((code, rest)) = line.split_once(" = ") else { continue };
        let (countries, cities) = rest.split_once(':').unwrap_or((rest, ""));
        let spellings: Vec<&str> = countries.split(',').map(str::trim).collect();
        let country = spellings.first().copied().unwrap_or_default();
        let place =
            ListedPlace { code: code.to_owned(), country: country.to_owned(), city: String::new() };
        places.add(place.clone(), &spellings);
        // A code is a word only in upper case: "us" and "in" have other meanings.
        places.add_exact(&code.to_uppercase());
        for city in cities.split(',').filter(|city| !city.trim().is_empty()) {
            let spellings: Vec<&str> = city.split('/').map(str::trim).collect();
            let name = spellings.first().copied().unwrap_or_default();
            let place = ListedPlace { city: name.to_owned(), ..place.clone() };
            match places.by_letters.get(&letters(name)).and_then(|it| places.all.get_mut(*it)) {
                // The list has it in two countries.
                Some(other) if other.city == name => {
                    (other.code, other.country) = (String::new(), String::new());
                }
                _ => places.add(place, &spellings),
            }
        }
    }
    places
});

/// Whether a text is the name of a city, country or region in the built-in list: "New York".
pub(in crate::bundle) fn is_place(text: &str) -> bool {
    PLACES.by_letters.contains_key(&letters(text))
}

impl PlaceIndex {
    fn add(&mut self, place: ListedPlace, spellings: &[&str]) {
        let index = self.all.len();
        if place.city.is_empty() {
            self.by_letters.entry(place.code.clone()).or_insert(index);
        }
        self.all.push(place);
        for spelling in spellings {
            // Short forms such as "LA" have other meanings in lower case, and so does "Nice".
            self.vocabulary.add(index, spelling, true);
            self.by_letters.entry(letters(spelling)).or_insert(index);
        }
    }

    /// Adds a spelling of the last place.
    fn add_exact(&mut self, spelling: &str) {
        self.vocabulary.add(self.all.len().saturating_sub(1), spelling, true);
    }

    /// The place at the start of a text, and its length in bytes.
    pub(super) fn leading(&self, text: &str) -> Option<(&ListedPlace, usize)> {
        // The longest name has four words.
        let end = text.char_indices().nth(40).map_or(text.len(), |(at, _)| at);
        let head = text.get(..end).unwrap_or(text);
        let found = self.vocabulary.find_in(&IndexedText::new(head)).into_iter().next()?;
        if head.get(..found.range.start)?.contains(char::is_alphanumeric) {
            return None;
        }
        Some((self.all.get(found.id)?, found.range.end))
    }

    /// The places that a text names, with the bytes of each.
    pub(super) fn find(&self, text: &str) -> Vec<(&ListedPlace, std::ops::Range<usize>)> {
        let found = self.vocabulary.find(text).into_iter();
        found.filter_map(|found| Some((self.all.get(found.id)?, found.range))).collect()
    }

    /// The place with that name or code, in any case.
    pub(super) fn named(&self, name: &str) -> Option<&ListedPlace> {
        self.by_letters.get(&letters(name)).and_then(|index| self.all.get(*index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_series_has_its_own_id() {
        let ids: Vec<&str> = SERIES.iter().map(|series| series.id.as_str()).collect();
        let unique: BTreeSet<&&str> = ids.iter().collect();
        let twice: Vec<&&str> = unique
            .into_iter()
            .filter(|id| ids.iter().filter(|other| *other == *id).count() > 1)
            .collect();
        assert_eq!(twice, [&""; 0]);
        assert!(ids.iter().all(|id| !id.is_empty()));
    }

    #[test]
    fn no_spelling_means_two_series() {
        let mut known: BTreeMap<String, &str> = BTreeMap::new();
        let mut shared = Vec::new();
        for series in SERIES.iter() {
            for (spelling, _) in &series.spellings {
                let words = IndexedText::new(spelling).folded().join(" ");
                assert!(!words.is_empty(), "{spelling}");
                let other = *known.entry(words).or_insert(&series.id);
                if other != series.id && !spelling.contains(['+', '#', '!']) {
                    shared.push(spelling);
                }
            }
        }
        assert!(shared.is_empty(), "{shared:?}");
    }

    #[test]
    fn a_place_is_known_by_city_country_and_code() {
        let code = |name: &str| PLACES.named(name).map(|place| place.code.as_str());
        assert_eq!(code("Berlin"), Some("de"));
        assert_eq!(code("germany"), Some("de"));
        assert_eq!(code("EU"), Some("eu"));
        assert_eq!(code("Nowhere"), None);
        // It is in Spain or in Argentina.
        assert_eq!(code("Córdoba"), Some(""));
        let leading =
            |text: &str| PLACES.leading(text).map(|(place, end)| (place.city.as_str(), end));
        assert_eq!(leading(" New York 2019"), Some(("New York", 9)));
        assert_eq!(leading("us all"), None);
        assert_eq!(leading("and Berlin"), None);
    }
}
