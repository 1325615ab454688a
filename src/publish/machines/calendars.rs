//! Which calendars there are, and what is in them.

use super::{
    Machines,
    ics::{Event, calendar, day, next_day},
};
use crate::{
    model::Conference,
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

fn event(machines: &Machines<'_>, conference: &Conference) -> Option<Event> {
    let Conference { id, start, end, venue, city, country, name, .. } = conference;
    let start = (*start)?;
    let first = day(start)?;
    // An end before the start is a slip; the first day is right all the same.
    let last = end.filter(|end| *end >= start);
    let place = [venue, city, country].map(String::as_str);
    let place: Vec<&str> = place.into_iter().filter(|name| !name.is_empty()).collect();
    // Editions of the built-in registry are the same event on every site, so without an address the
    // same name is right.
    let host = machines.url.map_or("hallway", |url| url.host());
    Some(Event {
        uid: format!("{id}@{host}"),
        first,
        after: last.and_then(next_day).and_then(day).unwrap_or_default(),
        name: name.clone(),
        place: place.join(", "),
        description: machines.of_conference(conference),
        address: machines
            .url
            .map(|url| url.of(&Page::Conference(id.clone()).path()))
            .unwrap_or_default(),
    })
}
