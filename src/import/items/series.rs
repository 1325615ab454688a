//! Finds the known series that an event is an edition of, and the id that the edition has in it.

use super::event::Event;
use super::known::{KnownConference, KnownEntries, KnownEntry};
use crate::ingest::name_key;
use crate::model::PartialDate;
use crate::text::any_script::slug;
use crate::text::event_year;

/// Words for regions behind the name of a series, with the short one that ids use.
const REGIONS: &[(&str, &str)] = &[
    ("Africa", "africa"),
    ("Americas", "americas"),
    ("APAC", "apac"),
    ("Asia", "asia"),
    ("Asia Pacific", "apac"),
    ("Australia", "australia"),
    ("Brazil", "brazil"),
    ("Canada", "canada"),
    ("China", "china"),
    ("EMEA", "emea"),
    ("EU", "eu"),
    ("Europe", "eu"),
    ("France", "france"),
    ("Germany", "germany"),
    ("India", "india"),
    ("Japan", "japan"),
    ("Korea", "korea"),
    ("LATAM", "latam"),
    ("Latin America", "latam"),
    ("NA", "na"),
    ("North America", "na"),
    ("Online", "online"),
    ("South America", "south-america"),
    ("UK", "uk"),
    ("US", "us"),
    ("USA", "us"),
    ("Virtual", "online"),
];

/// An event as an edition of a known series.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Joined {
    /// The id of the series.
    pub(super) series: String,
    /// Its own id, by the scheme of the other editions. Empty if its year is unknown.
    pub(super) id: String,
}

/// The known series whose name the event has, alone or with a region or a city behind it.
pub(super) fn joined(event: &Event, known: &KnownEntries) -> Option<Joined> {
    let names = [&event.series_name, &event.name, &event.key].into_iter().chain(&event.aliases);
    let names: Vec<String> = names.map(|name| bare(name)).filter(|name| !name.is_empty()).collect();
    let of_series = |series: &KnownEntry| {
        let places = names.iter().filter_map(|name| behind(name, series));
        let mut places = places
            .filter(|place| is_place(place, event, known) || is_in_names(place, series, known));
        places.by_ref().min_by_key(String::len)
    };
    let found = known.all_series().iter().find_map(|series| Some((series, of_series(series)?)));
    let (series, place) = found?;
    let year = event.days().0.map(PartialDate::year);
    let id = year.map(|year| id_in(series, &place, event, year, known)).unwrap_or_default();
    Some(Joined { series: series.id.clone(), id })
}

/// What a name has behind one of the names of a series; empty if nothing.
fn behind(name: &str, series: &KnownEntry) -> Option<String> {
    series.names().find_map(|known_as| place_behind(name, known_as))
}

/// Whether another edition of the series has the same words behind its name.
fn is_in_names(place: &str, series: &KnownEntry, known: &KnownEntries) -> bool {
    let mut editions = known.conferences().iter().filter(|entry| entry.series == series.id);
    editions.any(|entry| {
        let own = behind(&bare(&entry.name), series);
        own.is_some_and(|own| name_key(&own) == name_key(place))
    })
}

/// A name without its year.
fn bare(name: &str) -> String {
    let is_year =
        |word: &&str| event_year(word.trim_matches(|c: char| !c.is_alphanumeric())).is_some();
    name.split_whitespace().filter(|word| !is_year(word)).collect::<Vec<_>>().join(" ")
}

/// What a name has behind the name of a series; empty if nothing.
fn place_behind(name: &str, series: &str) -> Option<String> {
    let wanted = name_key(series);
    let ends = name.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let (_, place) = ends
        .chain([name.len()])
        .filter_map(|at| name.split_at_checked(at))
        .find(|(head, _)| !wanted.is_empty() && name_key(head) == wanted)?;
    Some(place.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
}

/// Whether each part of a text names a region, or a city or country of this or a known event.
fn is_place(text: &str, event: &Event, known: &KnownEntries) -> bool {
    let is_one = |part: &str| {
        let key = name_key(part);
        let is_it = |place: &String| !place.is_empty() && name_key(place) == key;
        REGIONS.iter().any(|(region, _)| name_key(region) == key)
            || [&event.city, &event.country].into_iter().any(is_it)
            || known
                .conferences()
                .iter()
                .any(|entry| entry.regions.iter().chain([&entry.city, &entry.country]).any(is_it))
    };
    let mut parts = text.split([',', '(', '/', '–']).map(str::trim).filter(|part| !part.is_empty());
    parts.all(is_one)
}

/// The id of an edition: like that of the latest known edition in the same place, with another year.
fn id_in(
    series: &KnownEntry,
    place: &str,
    event: &Event,
    year: u16,
    known: &KnownEntries,
) -> String {
    let editions = known.conferences().iter().filter(|entry| entry.series == series.id);
    let mut editions: Vec<&KnownConference> = editions.collect();
    editions.sort_by_key(|entry| entry.start());
    let in_place = |entry: &&&KnownConference| {
        let own = behind(&bare(&entry.name), series);
        let places = entry.regions.iter().map(String::as_str).chain(own.as_deref());
        let mut places = places.map(short).collect::<Vec<_>>();
        if place.is_empty() {
            return own.as_deref() == Some("")
                && (entry.regions.is_empty() || entry.city == event.city);
        }
        places.push(slug(&entry.city));
        places.contains(&short(place))
    };
    let like = |entry: &KnownConference| {
        let known = entry.start()?.year().to_string();
        entry.id.contains(&known).then(|| entry.id.replace(&known, &year.to_string()))
    };
    let same = editions.iter().rev().filter(in_place).find_map(|entry| like(entry));
    same.unwrap_or_else(|| match short(place) {
        place if place.is_empty() => format!("{}-{year}", series.id),
        place => format!("{}-{place}-{year}", series.id),
    })
}

/// A place as a part of an id.
fn short(place: &str) -> String {
    let key = name_key(place);
    let region = REGIONS.iter().find(|(region, _)| name_key(region) == key);
    region.map_or_else(|| slug(place), |(_, short)| (*short).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    const FILE: &str = r#"
        [[series]]
        id = "loom"
        name = "Loom + Weft"
        aliases = ["LoomFest"]

        [[conference]]
        id = "lw-eu-2022"
        series = "loom"
        name = "Loom + Weft Europe 2022"
        start = "2022-05-02"
        city = "Ghent"

        [[conference]]
        id = "lw-porto-2023"
        series = "loom"
        name = "Loom + Weft Porto 2023"
        start = "2023"
    "#;

    fn series_of(known: &KnownEntries, name: &str, city: &str) -> Option<(String, String)> {
        let event = Event {
            name: name.to_owned(),
            key: name.to_owned(),
            city: city.to_owned(),
            stated: ("2026-05-02".parse().ok(), None),
            ..Event::default()
        };
        joined(&event, known).map(|found| (found.series, found.id))
    }

    #[test]
    fn a_known_name_with_a_place_joins_the_series_and_its_scheme() {
        let file = BTreeMap::from([("conferences.toml".to_owned(), FILE.as_bytes().to_vec())]);
        let known = KnownEntries::read(&file, false).unwrap();
        for (name, city, id) in [
            ("Loom + Weft Europe 2026", "", "lw-eu-2026"),
            ("Loom & Weft EU", "", "lw-eu-2026"),
            ("LoomFest Porto 2026", "", "lw-porto-2026"),
            ("LoomFest, Bruges 2026", "Bruges", "loom-bruges-2026"),
            ("LoomFest 2026", "", "loom-2026"),
            ("LoomFest North America", "", "loom-na-2026"),
        ] {
            let expected = Some(("loom".to_owned(), id.to_owned()));
            assert_eq!(series_of(&known, name, city), expected, "{name}");
        }
        for name in ["LoomFest Rust Day", "Loom Europe", "LoomFestival", "KubeCon Europe 2026"] {
            assert_eq!(series_of(&known, name, ""), None, "{name}");
        }
    }

    #[test]
    fn the_built_in_series_are_known_where_a_folder_has_none() {
        let known = KnownEntries::read(&BTreeMap::new(), false).unwrap();
        for (name, id) in [
            ("KubeCon + CloudNativeCon Europe 2026", "kubecon-eu-2026"),
            ("KubeCon North America 2026", "kubecon-na-2026"),
        ] {
            let expected = Some(("kubecon".to_owned(), id.to_owned()));
            assert_eq!(series_of(&known, name, ""), expected, "{name}");
        }
    }
}
