//! Reports derived editions, and writes them as registry entries.

use super::known::Editions;
use super::name_lists::PLACES;
use super::recap_editions::RecapEditions;
use crate::bundle::copies::CopySet;
use crate::bundle::registry::{ConferenceEntry, Conferences, SeriesEntry};
use crate::bundle::report::{Finding, Reports};
use crate::ingest::{is_one_slip, letters};
use crate::model::PartialDate;
use std::collections::{BTreeMap, BTreeSet};

/// Reports each derived edition once, and editions whose names are nearly equal.
pub(super) fn report_derived(
    sets: &[CopySet],
    matches: &[RecapEditions],
    editions: &Editions,
    reports: &mut Reports<'_>,
) {
    let mut recaps: BTreeMap<usize, Vec<(&CopySet, &RecapEditions)>> = BTreeMap::new();
    for (set, found) in sets.iter().zip(matches) {
        for edition in found.all().collect::<BTreeSet<_>>() {
            recaps.entry(edition).or_default().push((set, found));
        }
    }
    for (index, recaps) in &recaps {
        let Some(edition) = editions.all.get(*index).filter(|_| editions.is_derived(*index)) else {
            continue;
        };
        let Some((set, found)) = recaps.first() else { continue };
        let more = match recaps.len() {
            1 => String::new(),
            2 => ", like another recap".to_owned(),
            count => format!(", like {} other recaps", count - 1),
        };
        let message = format!(
            "conferences.toml does not list \"{}\"; its name comes from this recap{more}",
            edition.name
        );
        let help = nearly(editions, *index).map_or_else(
            || "if it is right, copy its entry from the end of \"hallway check\" into conferences.toml".to_owned(),
            |near| format!("did you mean \"{near}\"?"),
        );
        let whole = found.whole.as_ref();
        let line = whole.map_or_else(|| first_line(found, *index), |found| found.line);
        let words = whole.map_or("", |found| found.reason.as_str());
        let finding = Finding::uncertain("edition-derived", message, &help).at(line, words);
        reports.add(&set.canonical.path, &finding);
    }
    report_similar(&recaps, editions, reports);
}

fn first_line(found: &RecapEditions, edition: usize) -> u32 {
    let part = found.parts.iter().find(|(_, other)| *other == edition);
    part.map_or(1, |(line, _)| *line)
}

/// A listed edition whose name differs by one typo.
fn nearly(editions: &Editions, index: usize) -> Option<&str> {
    let derived = editions.all.get(index)?;
    let is_near = |edition: &&ConferenceEntry| {
        [&edition.id, &edition.name].into_iter().chain(&edition.aliases).any(|known| {
            is_slip_of_words(known, &derived.name) || is_slip_of_words(known, &derived.id)
        })
    };
    let mut listed = editions.listed().map(|(_, edition)| edition);
    listed.find(is_near).map(|edition| edition.id.as_str())
}

/// Whether two names differ by one letter and not by a digit: the years 2018 and 2019 are two editions.
fn is_slip_of_words(one: &str, other: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    digits(one) == digits(other) && is_one_slip(&letters(one), &letters(other))
}

/// The city of an edition, or the region in its name.
fn place_of(edition: &ConferenceEntry) -> String {
    let in_name =
        || PLACES.find(&edition.name).into_iter().map(|(place, _)| place.code.clone()).next();
    if edition.city.is_empty() { in_name().unwrap_or_default() } else { edition.city.clone() }
}

/// Reports derived editions whose names are nearly equal, or of which only one has a place.
fn report_similar(
    recaps: &BTreeMap<usize, Vec<(&CopySet, &RecapEditions)>>,
    editions: &Editions,
    reports: &mut Reports<'_>,
) {
    let mut by_year: BTreeMap<Option<u16>, Vec<usize>> = BTreeMap::new();
    for index in recaps.keys() {
        let start = editions.all.get(*index).and_then(|edition| edition.start);
        by_year.entry(start.map(PartialDate::year)).or_default().push(*index);
    }
    for indexes in by_year.values() {
        let pairs = indexes
            .iter()
            .enumerate()
            .flat_map(|(at, one)| indexes.iter().skip(at + 1).map(move |other| (*one, *other)));
        for (one, other) in pairs.filter(|(_, other)| editions.is_derived(*other)) {
            let (Some(one), Some(entry)) = (editions.all.get(one), editions.all.get(other)) else {
                continue;
            };
            let [here, there] = [one, entry].map(place_of);
            if !here.is_empty() && !there.is_empty() && here != there {
                continue;
            }
            let (a, b) = (letters(&one.name), letters(&entry.name));
            let has_more = |long: &str, short: &str| {
                one.series == entry.series
                    && long.len() > short.len()
                    && one.id.len() != entry.id.len()
            };
            if !is_slip_of_words(&one.name, &entry.name) && !has_more(&a, &b) && !has_more(&b, &a) {
                continue;
            }
            let Some((set, found)) = recaps.get(&other).and_then(|recaps| recaps.first()) else {
                continue;
            };
            let message = format!(
                "\"{}\" is nearly \"{}\"; they are taken for two conferences",
                entry.name, one.name
            );
            let help =
                format!("did you mean \"{}\"? State it as the conference: {}", one.name, one.id);
            let words = found.whole.as_ref().map_or("", |found| found.reason.as_str());
            let line = found.whole.as_ref().map_or(1, |found| found.line);
            let finding = Finding::uncertain("similar-conference", message, &help).at(line, words);
            reports.add(&set.canonical.path, &finding);
        }
    }
}

/// The derived editions that have recaps, as entries of `conferences.toml`. Empty when there are none.
///
/// `is_built_in`: the folder has no such file, and a new file would replace the built-in registry. In that case the
/// listed editions that have recaps are also written.
pub(in crate::bundle) fn derived_entries(
    matches: &[RecapEditions],
    editions: &Editions,
    is_built_in: bool,
) -> String {
    let told: BTreeSet<usize> = matches.iter().flat_map(RecapEditions::all).collect();
    if !told.iter().any(|index| editions.is_derived(*index)) {
        return String::new();
    }
    let wanted = told.iter().filter(|index| is_built_in || editions.is_derived(**index));
    let conference: Vec<ConferenceEntry> =
        wanted.filter_map(|index| editions.all.get(*index)).cloned().collect();
    let named: BTreeSet<&str> = conference.iter().map(|entry| entry.series.as_str()).collect();
    let of_registry = editions.n_listed_series();
    let series: Vec<SeriesEntry> = editions
        .series
        .iter()
        .enumerate()
        .filter(|(index, entry)| {
            named.contains(entry.id.as_str()) && (is_built_in || *index >= of_registry)
        })
        .map(|(_, entry)| entry.clone())
        .collect();
    toml::to_string(&Conferences { series, conference }).unwrap_or_default()
}
