//! Which calendars there are, and what is in them.

use super::{
    Machines,
    ics::{Event, calendar, day, next_day},
};
use crate::{
    model::{Conference, Talk},
    ui::{Page, calendar_path},
};
use std::collections::BTreeMap;

/// The calendar of a series, which has no page.
pub(super) fn path_of_series(id: &str) -> String {
    ["series/", id, ".ics"].concat()
}

/// A calendar for every edition and every series. Editions whose first day is not known are in none.
pub(super) fn calendars(machines: &Machines<'_>) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut series: BTreeMap<String, (&str, Vec<Event>)> = BTreeMap::new();
    for conference in &machines.index.catalog().conferences {
        let event = event(machines, conference);
        let Some((path, event)) = calendar_path(conference).zip(event) else { continue };
        files.insert(path, calendar(&conference.name, std::slice::from_ref(&event)));
        let path = path_of_series(conference.series.as_str());
        let name = machines.series_name(conference);
        series.entry(path).or_insert_with(|| (name, Vec::new())).1.push(event);
    }
    let series = series.into_iter();
    files.extend(series.map(|(path, (name, events))| (path, calendar(name, &events))));
    files
}

/// The talks of something, each on its day or, where nobody knows that, on those of its edition. `None`
/// when no day of any is known.
pub(super) fn of_talks(machines: &Machines<'_>, name: &str, talks: &[&Talk]) -> Option<Vec<u8>> {
    let mut events: Vec<Event> = talks.iter().filter_map(|talk| of_talk(machines, talk)).collect();
    events.sort_by(|a, b| (&a.first, &a.uid).cmp(&(&b.first, &b.uid)));
    (!events.is_empty()).then(|| calendar(name, &events))
}

/// Whether the day of any of these talks is known, so that they have a calendar.
pub(super) fn has_days(machines: &Machines<'_>, talks: &[&Talk]) -> bool {
    let held = |talk: &Talk| machines.index.conference(talk.conference.as_ref()?);
    let mut held = talks.iter().filter_map(|talk| Some((talk, held(talk)?)));
    held.any(|(talk, held)| {
        [talk.day, held.start].into_iter().flatten().any(|date| day(date).is_some())
    })
}

fn of_talk(machines: &Machines<'_>, talk: &Talk) -> Option<Event> {
    let conference = machines.index.conference(talk.conference.as_ref()?)?;
    let (first, after) = match talk.day.and_then(day) {
        Some(first) => (first, String::new()),
        None => days(conference)?,
    };
    let page = Page::Talk(talk.id.clone());
    let place = [&conference.name, &conference.city].map(String::as_str);
    let place: Vec<&str> = place.into_iter().filter(|name| !name.is_empty()).collect();
    Some(Event {
        uid: format!("{}@{}", talk.id, host(machines)),
        first,
        after,
        name: talk.title.clone(),
        place: place.join(", "),
        description: machines.description(Some(&page)),
        address: machines.page_address(&page).unwrap_or_default(),
    })
}

/// Editions of the built-in registry are the same event on every site, so without an address the same
/// name is right.
fn host<'a>(machines: &Machines<'a>) -> &'a str {
    machines.url.map_or("hallway", |url| url.host())
}

/// The first day of an edition, and the day after its last; the latter is empty when nobody knows it. `None`
/// without a first day.
fn days(conference: &Conference) -> Option<(String, String)> {
    let start = conference.start?;
    // An end before the start is a slip; the first day is right all the same.
    let last = conference.end.filter(|end| *end >= start);
    Some((day(start)?, last.and_then(next_day).and_then(day).unwrap_or_default()))
}

fn event(machines: &Machines<'_>, conference: &Conference) -> Option<Event> {
    let Conference { id, venue, city, country, name, .. } = conference;
    let (first, after) = days(conference)?;
    let place = [venue, city, country].map(String::as_str);
    let place: Vec<&str> = place.into_iter().filter(|name| !name.is_empty()).collect();
    Some(Event {
        uid: format!("{id}@{}", host(machines)),
        first,
        after,
        name: name.clone(),
        place: place.join(", "),
        description: machines.of_conference(conference),
        address: machines
            .url
            .map(|url| url.of(&Page::Conference(id.clone()).path()))
            .unwrap_or_default(),
    })
}
