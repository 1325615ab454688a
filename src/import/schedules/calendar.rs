//! Calendars (ICS): from Sched, pretalx, Pentabarf and any other program.
//!
//! A calendar whose items mostly fill whole days lists conferences. Any other is the schedule of one. Guests and
//! organizers of an item are never read, except where Pentabarf lists speakers as guests without an address. Recurring
//! items are not expanded.

use super::breaks::{is_break, is_plain_break, without_canceled};
use super::clues::{Clues, Style};
use super::ics::{
    CalendarItem, guests_without_address, has, is_canceled, is_private, start, text, texts,
};
use super::own_calendar::why_own;
use super::place::place;
use super::summary::{named_in, names_somebody, split};
use super::whole_days::{begin, conferences, day, describe, whole_event};
use crate::import::items::event::{Event, Reason, UNTITLED};
use crate::import::items::reading::{Reading, left_out};
use crate::import::items::talk::Talk;
use crate::import::items::themes::stated_kind;
use crate::import::texts::rich::rich;
use crate::import::texts::text::line;
use crate::ingest::{Diagnostic, Severity};
use crate::model::TalkKind;
use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty,
};
use calcard::{Entry, Parser};
use std::collections::BTreeMap;

/// Reads a file of calendars.
pub(in crate::import) fn read(path: &str, source: &str, reading: &mut Reading) {
    let mut parser = Parser::new(source);
    let mut n_calendars = 0;
    loop {
        // Invalid lines are skipped, and so are contact cards.
        let entry = parser.entry();
        if let Entry::ICalendar(calendar) = entry {
            n_calendars += 1;
            of_calendar(path, &calendar, reading);
        } else if let Entry::UnterminatedComponent(name) = entry {
            let message = format!("it is no whole calendar: {name} has no end");
            reading.is_broken("broken-calendar", path, message);
        } else if entry == Entry::TooManyComponents {
            let message = "it nests more than any calendar needs".to_owned();
            return reading.is_broken("broken-calendar", path, message);
        } else if entry == Entry::Eof {
            break;
        }
    }
    let n_ends = source.matches("END:VCALENDAR").count();
    if n_calendars > 0 && n_ends < source.matches("BEGIN:VCALENDAR").count() {
        let message = "the calendar is cut off; everything before the cut was imported";
        let help = "download the file again, and import it again";
        reading.diagnostics.push(left_out("broken-calendar", path, message.to_owned(), help));
    }
    if n_calendars == 0 {
        reading.is_broken("broken-calendar", path, "it has no calendar".to_owned());
    }
}

fn of_calendar(path: &str, calendar: &ICalendar, reading: &mut Reading) {
    let root = calendar.components.first();
    let of = |name: &str| {
        let property = ICalendarProperty::Other(name.to_owned());
        root.map(|root| text(root, &property)).unwrap_or_default()
    };
    let maker = root.map(|root| text(root, &ICalendarProperty::Prodid)).unwrap_or_default();
    let zone = zone(calendar, &of("X-WR-TIMEZONE"));
    let items =
        calendar.components.iter().filter(|it| it.component_type == ICalendarComponentType::VEvent);
    let items: Vec<CalendarItem<'_>> =
        items.map(|component| item(component, zone.as_ref())).collect();
    let n_whole = items.iter().filter(|item| item.is_whole_day).count();
    let is_list = n_whole > 0 && n_whole * 3 >= items.len() * 2;
    let name = root.map(|root| text(root, &ICalendarProperty::Name)).unwrap_or_default();
    let name =
        [sched_name(&maker), name, of("X-WR-CALNAME")].into_iter().find(|name| !name.is_empty());
    let style = style(&maker);
    let why = || why_own(name.as_deref().unwrap_or_default(), &items, is_list);
    if let Some(why) = (style == Style::Other).then(why).flatten() {
        reading.diagnostics.push(own_calendar(path, &why));
        return;
    }
    if is_list {
        return conferences(path, &items, reading);
    }
    let mut event = begin(path, name, &items);
    let whole = whole_event(&event.name, &items);
    if let Some(whole) = whole {
        describe(&mut event, whole);
    }
    if style == Style::Sched {
        place(&mut event, &items);
    }
    let people = reading.people.clone();
    let clues = Clues::of(style, &people, items.iter().map(|item| item.summary.as_str()));
    let [mut guessed, mut repeated, mut unread] = [const { BTreeMap::new() }; 3];
    let is_event = |item: &CalendarItem<'_>| whole.is_some_and(|whole| std::ptr::eq(whole, item));
    for item in items.iter().filter(|item| !is_event(item)) {
        if has(item.component, &ICalendarProperty::Rrule) {
            repeated.insert(item.summary.clone(), 1);
        }
        let names = match put(&mut event, item, &clues, path, reading) {
            Speakers::Sure => continue,
            Speakers::Guessed => &mut guessed,
            Speakers::Unread => &mut unread,
        };
        names.insert(item.summary.clone(), 1);
    }
    let is_utc =
        items.iter().any(|item| start(item.component).is_some_and(PartialDateTime::has_zone));
    if zone.is_none() && is_utc && !event.talks.is_empty() {
        reading.diagnostics.push(without_zone(path));
    }
    tell(
        reading,
        path,
        "repeats",
        &repeated,
        "items that repeat were imported once, on their first day",
        "if each time was another talk, give each an item of its own in the calendar",
    );
    let help = "check them; a line \"Speakers: NAME, NAME\" in the description is taken as it is";
    tell(
        reading,
        path,
        "speaker-in-title",
        &guessed,
        "titles seem to name speakers, who were taken out of them",
        help,
    );
    tell(
        reading,
        path,
        "speaker-in-title",
        &unread,
        "titles seem to name speakers, but not clearly; they stay as they are",
        help,
    );
    reading.push(event);
}

/// How the program that made a calendar formats titles.
fn style(maker: &str) -> Style {
    if maker.contains("Sched.com") {
        Style::Sched
    } else if maker.to_lowercase().contains("pretalx") {
        Style::Pretalx
    } else {
        Style::Other
    }
}

/// What is said of a calendar that seems to be somebody's own. It is an error, because nobody wants to publish it.
fn own_calendar(path: &str, why: &str) -> Diagnostic {
    let message =
        format!("it seems to be somebody's own calendar, not the program of an event: {why}");
    let help = "nothing was imported; export a calendar that has only the items of the event, and give it the name of the event with its year";
    Diagnostic::of_file(Severity::Error, "own-calendar", path, message, help)
}

/// The question about a calendar that names no time zone.
fn without_zone(path: &str) -> Diagnostic {
    let message = "its times are in UTC, and it names no time zone".to_owned();
    let help = "if the event was far from Greenwich, check the days of early and late talks";
    Diagnostic::of_file(Severity::Uncertain, "utc-days", path, message, help)
}

fn tell(
    reading: &mut Reading,
    path: &str,
    code: &'static str,
    names: &BTreeMap<String, usize>,
    what: &str,
    help: &str,
) {
    let Some(first) = names.keys().next() else { return };
    let message = match names.len() {
        1 => format!("{what}: 1 item, \"{first}\""),
        count => format!("{what}: {count} items, for example \"{first}\""),
    };
    reading.diagnostics.push(Diagnostic::of_file(Severity::Uncertain, code, path, message, help));
}

/// The time zone of a calendar, unless it is UTC.
fn zone(calendar: &ICalendar, stated: &str) -> Option<Tz> {
    let mut zones = calendar.timezones().map(|zone| text(zone, &ICalendarProperty::Tzid));
    let stated = Some(stated.to_owned()).filter(|it| !it.is_empty()).or_else(|| zones.next())?;
    let zone: Tz = stated.parse().ok()?;
    (!zone.is_utc() && !zone.is_floating()).then_some(zone)
}

fn item<'a>(component: &'a ICalendarComponent, zone: Option<&Tz>) -> CalendarItem<'a> {
    let start = start(component);
    CalendarItem {
        component,
        summary: line(&text(component, &ICalendarProperty::Summary)),
        day: start.and_then(|at| day(at, zone)),
        is_whole_day: start.is_some_and(|at| at.has_date() && !at.has_time()),
    }
}

/// `-//Sched.com LoomConf 2018//EN`.
fn sched_name(maker: &str) -> String {
    let name =
        maker.split_once("Sched.com ").map(|(_, name)| name.split("//").next().unwrap_or(name));
    name.unwrap_or_default().trim().to_owned()
}

/// How the speakers of an item were read.
#[derive(Clone, Copy)]
enum Speakers {
    /// As the calendar gives them, if it gives any.
    Sure,
    /// Out of a title that may mean something else.
    Guessed,
    /// The title seems to name some, but cannot be read.
    Unread,
}

/// Adds an item to its event, or records why it is not a talk. Returns how its speakers were read.
fn put(
    event: &mut Event,
    item: &CalendarItem<'_>,
    clues: &Clues<'_>,
    path: &str,
    reading: &mut Reading,
) -> Speakers {
    if is_private(item.component) {
        event.leave_out(Reason::Private, UNTITLED);
        return Speakers::Sure;
    }
    let categories = texts(item.component, &ICalendarProperty::Categories);
    let was_canceled = is_canceled(item.component);
    let bare = without_canceled(&item.summary);
    if was_canceled || bare.is_some() {
        event.leave_out(Reason::Canceled, bare.unwrap_or(&item.summary));
        return Speakers::Sure;
    }
    if item.is_whole_day {
        event.leave_out(Reason::WholeDay, &item.summary);
        return Speakers::Sure;
    }
    let (text_left, stated) = named_in(&text(item.component, &ICalendarProperty::Description));
    let mut speakers = [stated, guests_without_address(item.component)].concat();
    let is_pause = is_plain_break(&item.summary)
        || speakers.is_empty()
            && (is_break(&item.summary, "")
                || categories.iter().any(|category| is_break(&item.summary, category)));
    if is_pause {
        event.leave_out(Reason::Break, &item.summary);
        return Speakers::Sure;
    }
    let mut title = item.summary.clone();
    let mut reading_of = Speakers::Sure;
    if speakers.is_empty() {
        (title, speakers) = split(clues, &item.summary);
        if speakers.is_empty() && names_somebody(clues, &item.summary) {
            reading_of = Speakers::Unread;
        } else if !speakers.is_empty() && clues.style == Style::Other {
            reading_of = Speakers::Guessed;
        }
    }
    let uid = text(item.component, &ICalendarProperty::Uid);
    let again =
        start(item.component).filter(|_| has(item.component, &ICalendarProperty::RecurrenceId));
    let again = again.map(|at| format!("{:?}{:?}{:?}{:?}", at.month, at.day, at.hour, at.minute));
    let kind =
        categories.iter().find_map(|it| stated_kind(it)).filter(|kind| *kind != TalkKind::Talk);
    let mut links = vec![("schedule".to_owned(), text(item.component, &ICalendarProperty::Url))];
    let attached = texts(item.component, &ICalendarProperty::Attach);
    links.extend(attached.into_iter().map(|url| ("slides".to_owned(), url)));
    let talk = Talk {
        uid: uid + &again.unwrap_or_default(),
        title,
        speakers,
        day: item.day,
        kind,
        tracks: categories.iter().map(|category| quiet(category)).collect(),
        text: rich(&text_left),
        links,
        ..Talk::default()
    };
    reading.add(event, talk, path);
    reading_of
}

/// Rewrites an upper-case category like the others.
fn quiet(category: &str) -> String {
    let category = category.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_loud = |word: &str| word.chars().count() > 3 && word.chars().all(|c| !c.is_lowercase());
    let word = |word: &str| {
        let mut rest = word.chars();
        let first: String = rest.by_ref().take(1).collect();
        if is_loud(word) { first + &rest.as_str().to_lowercase() } else { word.to_owned() }
    };
    category.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
