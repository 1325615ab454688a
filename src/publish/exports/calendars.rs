//! Which calendars there are, and what is in them.

use super::{
    ExportContext,
    ics::{CalendarEvent, calendar, day, next_day},
};
use crate::{
    bundle::IdKind,
    model::{Conference, Talk},
    pages::{Page, link::calendar_path},
};
use std::collections::BTreeMap;

/// The calendar of a series, which has no page.
pub(super) fn path_of_series(id: &str) -> String {
    ["series/", id, ".ics"].concat()
}

/// A calendar for every edition and every series. Conferences with an unknown first day have none.
pub(super) fn calendars(context: &ExportContext<'_>) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut series: BTreeMap<String, (&str, Vec<CalendarEvent>)> = BTreeMap::new();
    for conference in &context.index.catalog().conferences {
        let event = event(context, conference);
        let Some((path, event)) = calendar_path(conference).zip(event) else { continue };
        files.insert(path, calendar(&conference.name, std::slice::from_ref(&event)));
        let path = path_of_series(conference.series.as_str());
        let name = context.series_name(conference);
        series.entry(path).or_insert_with(|| (name, Vec::new())).1.push(event);
    }
    let series = series.into_iter();
    files.extend(series.map(|(path, (name, events))| (path, calendar(name, &events))));
    files
}

/// Talks as a calendar, each on its day or, if that is unknown, on the days of its conference. `None` if no day of any
/// talk is known.
pub(super) fn of_talks(
    context: &ExportContext<'_>,
    name: &str,
    talks: &[&Talk],
) -> Option<Vec<u8>> {
    let mut events: Vec<CalendarEvent> =
        talks.iter().filter_map(|talk| of_talk(context, talk)).collect();
    events.sort_by(|a, b| (&a.first, &a.uid).cmp(&(&b.first, &b.uid)));
    (!events.is_empty()).then(|| calendar(name, &events))
}

/// Whether the day of any of these talks is known, so that they have a calendar.
pub(super) fn has_days(context: &ExportContext<'_>, talks: &[&Talk]) -> bool {
    let held = |talk: &Talk| context.index.conference(talk.conference.as_ref()?);
    let mut held = talks.iter().filter_map(|talk| Some((talk, held(talk)?)));
    held.any(|(talk, held)| {
        [talk.day, held.start].into_iter().flatten().any(|date| day(date).is_some())
    })
}

fn of_talk(context: &ExportContext<'_>, talk: &Talk) -> Option<CalendarEvent> {
    let conference = context.index.conference(talk.conference.as_ref()?)?;
    let (first, after) = match talk.day.and_then(day) {
        Some(first) => (first, String::new()),
        None => days(conference)?,
    };
    let page = Page::Talk(talk.id.clone());
    let place = [&conference.name, &conference.city].map(String::as_str);
    let place: Vec<&str> = place.into_iter().filter(|name| !name.is_empty()).collect();
    Some(CalendarEvent {
        uid: uid(context, IdKind::Talk, talk.id.as_str()),
        n_changes: context.history.n_changes(IdKind::Talk, talk.id.as_str()),
        first,
        after,
        name: talk.title.clone(),
        place: place.join(", "),
        description: context.description(Some(&page)),
        address: context.page_address(&page).unwrap_or_default(),
    })
}

/// Names an event for ever.
fn uid(context: &ExportContext<'_>, kind: IdKind, id: &str) -> String {
    format!("{}@{}", context.history.permanent_id(kind, id), host(context))
}

/// A conference of the built-in registry is the same event on every site, so without an address it has the same id
/// everywhere.
fn host<'a>(context: &ExportContext<'a>) -> &'a str {
    context.url.map_or("hallway", |url| url.host())
}

/// The first day of a conference, and the day after its last; the latter is empty if unknown. `None` without a first
/// day.
fn days(conference: &Conference) -> Option<(String, String)> {
    let start = conference.start?;
    // An end before the start is a typing error; the first day is still right.
    let last = conference.end.filter(|end| *end >= start);
    Some((day(start)?, last.and_then(next_day).and_then(day).unwrap_or_default()))
}

fn event(context: &ExportContext<'_>, conference: &Conference) -> Option<CalendarEvent> {
    let Conference { id, venue, city, country, name, .. } = conference;
    let (first, after) = days(conference)?;
    let place = [venue, city, country].map(String::as_str);
    let place: Vec<&str> = place.into_iter().filter(|name| !name.is_empty()).collect();
    Some(CalendarEvent {
        uid: uid(context, IdKind::Conference, id.as_str()),
        n_changes: context.history.n_changes(IdKind::Conference, id.as_str()),
        first,
        after,
        name: name.clone(),
        place: place.join(", "),
        description: context.of_conference(conference),
        address: context
            .url
            .map(|url| url.of(&Page::Conference(id.clone()).path()))
            .unwrap_or_default(),
    })
}
