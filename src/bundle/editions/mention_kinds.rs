//! Tells which mentions of events in a file are about the recap, and completes their places.

use super::look::TimeView;
use super::name_lists::PLACES;
use super::said::{Said, Spot};
use super::series_finder::SeriesFinder;
use super::years::{YearSource, written};
use crate::ingest::Draft;
use crate::model::{PartialDate, Rule};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Whether a path names a series without a year, while the start of the text names another one beside that year.
pub(super) fn is_path_only(one: &Said, all: &[Said], year: u16) -> bool {
    let is_path = one.year.is_none() && matches!(one.spot, Spot::File | Spot::Folder);
    is_path
        && all.iter().any(|other| {
            let is_main = matches!(other.spot, Spot::Title | Spot::Header | Spot::Opening);
            is_main && other.series != one.series && other.year == Some(year)
        })
}

/// Whether a mention only compares with an edition, or announces it, and the recap is not of its year.
pub(super) fn is_aside(one: &Said, all: &[Said], draft: &Draft) -> bool {
    let published = written(draft).map(PartialDate::year);
    let is_of_date = one.year.is_some() && one.year == published;
    match one.look {
        TimeView::At | TimeView::LastYear => false,
        TimeView::Back => one.spot != Spot::Title && !is_of_date,
        // "See you at LoomConf 2020!" may be the title of a recap of 2019.
        TimeView::Ahead => {
            one.spot != Spot::Title
                || all.iter().any(|other| {
                    let is_other = other.year.is_some() && other.year != one.year;
                    other.series == one.series && other.look == TimeView::At && is_other
                })
        }
    }
}

/// A mention of one of several events that the title names, with the year that the title gives.
pub(super) fn in_title(
    one: &Said,
    of_title: &BTreeMap<usize, (usize, u16)>,
) -> Option<(Said, usize)> {
    let (edition, year) = *of_title.get(&one.series)?;
    let is_in_text = matches!(one.spot, Spot::Title | Spot::Opening | Spot::Text);
    let is_of_year = one.year.is_none_or(|own| own == year);
    (is_in_text && is_of_year).then(|| (Said { year: Some(year), ..one.clone() }, edition))
}

/// The mentions of each series that name a place.
pub(super) fn places_of(said: &[Said]) -> BTreeMap<usize, Vec<&Said>> {
    let mut places: BTreeMap<usize, Vec<&Said>> = BTreeMap::new();
    for one in said.iter().filter(|one| one.has_place() && one.spot != Spot::Link) {
        places.entry(one.series).or_default().push(one);
    }
    places
}

/// A mention with the place of its series: if it names no place, but the file names only one for that year, that place
/// is used.
pub(super) fn with_place<'a>(
    one: &'a Said,
    year: u16,
    places: &BTreeMap<usize, Vec<&Said>>,
) -> Cow<'a, Said> {
    let placed = places.get(&one.series).filter(|_| !one.has_place());
    // "See you at LoomConf 2020 in Porto" does not say where that of 2019 was.
    let is_of_year = |other: &&&Said| other.year.is_none_or(|other| other == year);
    let mut placed = placed.into_iter().flatten().filter(is_of_year);
    let Some(first) = placed.next() else { return Cow::Borrowed(one) };
    let is_clear = placed.all(|other| other.place == first.place && other.city == first.city);
    if !is_clear {
        return Cow::Borrowed(one);
    }
    let (place, city) = (first.place.clone(), first.city.clone());
    Cow::Owned(Said { place, city, ..one.clone() })
}

/// Whether a mention begins one of the headings, which are given with their lines.
pub(super) fn begins_section(one: &Said, headings: &[(String, u32)]) -> bool {
    headings.iter().any(|(text, line)| *line == one.line && begins_with(text, &one.words))
}

/// Whether a heading begins with the name of an event, or with a count such as "Day 2:" and then the name.
fn begins_with(heading: &str, words: &str) -> bool {
    let before = heading.find(words).and_then(|at| heading.get(..at)).unwrap_or(heading);
    let before = before.trim();
    before.is_empty() || before.ends_with([':', '.', ')', '–', '-']) && before.len() <= 12
}

/// Whether the name continues with words that are not a place, as in `Warp Fest Libre 2016`: it may be another event.
pub(super) fn is_named_on(one: &Said, finder: &SeriesFinder) -> bool {
    let is_text = matches!(one.spot, Spot::Title | Spot::Header | Spot::Opening);
    let is_at_places = finder.all.get(one.series).is_some_and(|series| series.is_at_places);
    is_text && !is_at_places && !one.place.is_empty() && PLACES.named(&one.place).is_none()
}

/// A mention of a series that is held at several places, with the city that a sentence on it gives, if it names none.
pub(super) fn with_city<'a>(
    one: Cow<'a, Said>,
    all: &[Said],
    finder: &SeriesFinder,
) -> Cow<'a, Said> {
    let series = finder.all.get(one.series);
    let is_at_places =
        series.is_some_and(|series| series.is_at_places && series.in_registry.is_none());
    if !is_at_places || one.has_place() {
        return one;
    }
    let is_meant = |other: &&Said| other.series == one.series && other.look == TimeView::At;
    let mut cities = all.iter().filter(is_meant).filter_map(|other| other.sentence_city.as_ref());
    let Some(first) = cities.next() else { return one };
    if !cities.all(|city| city.city == first.city) {
        return one;
    }
    Cow::Owned(Said { city: Some(first.clone()), ..one.into_owned() })
}

/// Most points for an edition in a city other than that of the title.
pub(super) const IN_PASSING: u32 = 5;

/// Points for each of several editions that a mention may refer to.
pub(super) const UNCLEAR: u32 = 6;

/// The points and the rule for a mention.
pub(super) fn weight(spot: Spot, source: YearSource) -> (u32, Rule) {
    let full = match spot {
        Spot::Stated => (200, Rule::FrontMatter),
        Spot::Title => (100, Rule::EditionInTitle),
        Spot::Header => (90, Rule::FrontMatter),
        Spot::Opening => (20, Rule::EditionInText),
        Spot::Text => (5, Rule::EditionInText),
        Spot::Part => (0, Rule::EditionInText),
        Spot::Tag => (16, Rule::FrontMatter),
        Spot::File => (40, Rule::EditionInPath),
        Spot::Folder => (35, Rule::EditionInPath),
        Spot::Link => (10, Rule::EditionInText),
    };
    match source {
        YearSource::Beside => full,
        YearSource::Near => (full.0.min(60) * 2 / 3, full.1),
        // The publication date gives the year only if nothing else does.
        YearSource::Published => ((full.0 / 8).clamp(1, 12), Rule::EditionByDate),
    }
}
