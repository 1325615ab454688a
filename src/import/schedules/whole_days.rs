//! Items of a calendar that fill whole days: conferences in a list, or the event whose program the calendar is.

use super::ics::{CalendarItem, is_canceled, is_private, text, time};
use crate::import::items::event::{Credit, Event, Form, Reason, UNTITLED, with_year};
use crate::import::items::reading::Reading;
use crate::import::texts::text::line;
use crate::ingest::name_key;
use crate::model::PartialDate;
use crate::text::event_year;
use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::ICalendarProperty;
use std::collections::BTreeMap;

/// What a list of conferences has besides conferences, in lower case.
const DEADLINES: &[&str] = &[
    "call for papers",
    "call for proposals",
    "call for speakers",
    "deadline",
    "early bird",
    "early-bird",
    "registration opens",
    "registration closes",
    "submissions close",
    "ticket sale",
];

/// Reads a calendar of conferences.
pub(super) fn conferences(path: &str, items: &[CalendarItem<'_>], reading: &mut Reading) {
    let [mut private, mut untitled, mut deadlines] = [const { BTreeMap::new() }; 3];
    for item in items {
        if is_private(item.component) {
            *private.entry(UNTITLED.to_owned()).or_default() += 1;
            continue;
        }
        if item.summary.is_empty() {
            *untitled.entry(UNTITLED.to_owned()).or_default() += 1;
            continue;
        }
        if is_deadline(&item.summary) {
            *deadlines.entry(item.summary.clone()).or_default() += 1;
            continue;
        }
        let was_canceled = is_canceled(item.component);
        let mut event = begin(path, Some(item.summary.clone()), std::slice::from_ref(item));
        event.form = Form::Edition;
        if was_canceled {
            event.leave_out(Reason::Canceled, &item.summary);
        }
        event.is_canceled = was_canceled;
        place_and_days(&mut event, item);
        reading.events.push(event);
    }
    let what = [
        "item is private or confidential, says the calendar",
        "items are private or confidential, says the calendar",
    ];
    let help =
        "make it public in the calendar and export the calendar again, if everybody may read it";
    reading.leave_out("private-item", path, what, &private, help);
    let what = ["item has no title", "items have no title"];
    reading.leave_out(
        "no-title",
        path,
        what,
        &untitled,
        "give them the names of their conferences, if they are some",
    );
    let what = ["item is no conference", "items are no conferences"];
    let help = "if one is a conference all the same, give it the name of the conference alone";
    reading.leave_out("no-conference", path, what, &deadlines, help);
}

/// Gives an event the place, the website and the days of an item.
fn place_and_days(event: &mut Event, item: &CalendarItem<'_>) {
    let place = text(item.component, &ICalendarProperty::Location);
    let mut parts = place.rsplit(", ");
    let (country, city) = (parts.next().unwrap_or_default(), parts.next());
    city.unwrap_or(country).clone_into(&mut event.city);
    if city.is_some() {
        country.clone_into(&mut event.country);
    }
    event.url = text(item.component, &ICalendarProperty::Url);
    event.stated = (item.day, last_day(item));
}

/// The last day of an item, if the calendar states it.
fn last_day(item: &CalendarItem<'_>) -> Option<PartialDate> {
    let end = time(item.component, &ICalendarProperty::Dtend)?;
    if item.is_whole_day { before(end) } else { day(end, None) }
}

/// Whether an item of a list of conferences is about one, and is none.
fn is_deadline(title: &str) -> bool {
    let title = title.to_lowercase();
    let mut words = title.split(|c: char| !c.is_alphanumeric());
    words.any(|word| word == "cfp") || DEADLINES.iter().any(|words| title.contains(words))
}

/// The item that is the event itself: it lasts as long as all talks, and has the name of the calendar or a year in its
/// own. An exhibition lasts as long, too.
pub(super) fn whole_event<'i, 'c>(
    name: &str,
    items: &'i [CalendarItem<'c>],
) -> Option<&'i CalendarItem<'c>> {
    let days = items.iter().filter(|item| !item.is_whole_day).filter_map(|item| item.day);
    let (first, last) = (days.clone().min()?, days.max()?);
    let key = name_key(name);
    let is_it = |item: &&CalendarItem<'_>| {
        let own = name_key(&item.summary);
        let has_year =
            item.summary.split(|c: char| !c.is_ascii_digit()).any(|it| event_year(it).is_some());
        let is_alike =
            !key.is_empty() && !own.is_empty() && (own.contains(&key) || key.contains(&own));
        item.is_whole_day
            && !is_canceled(item.component)
            && !is_private(item.component)
            && (is_alike || has_year)
            && item.day.is_some_and(|day| day <= first)
            && last_day(item).or(item.day).is_some_and(|day| day >= last)
    };
    let mut found = items.iter().filter(is_it);
    // Two such items contradict each other.
    found.next().filter(|_| found.next().is_none())
}

/// Gives an event the name, the place and the days of the item that is the event itself.
pub(super) fn describe(event: &mut Event, whole: &CalendarItem<'_>) {
    event.name.clone_from(&whole.summary);
    event.key = with_year(&whole.summary, whole.day);
    event.credit.publisher.clone_from(&whole.summary);
    place_and_days(event, whole);
}

/// The last day of something that ends before a day.
fn before(end: &PartialDateTime) -> Option<PartialDate> {
    let last = end.to_date_time()?.date_time.date().pred_opt()?;
    last.format("%Y-%m-%d").to_string().parse().ok()
}

/// The day of a time: in the time zone of the calendar if the time is in UTC, otherwise as written.
pub(super) fn day(at: &PartialDateTime, zone: Option<&Tz>) -> Option<PartialDate> {
    let in_zone = zone.filter(|_| at.has_zone()).and_then(|zone| {
        let time = at.to_date_time_with_tz(Tz::UTC)?.with_timezone(zone);
        time.format("%Y-%m-%d").to_string().parse().ok()
    });
    let written = || PartialDate::from_day(at.year?, at.month?, at.day?).ok();
    in_zone.or_else(written)
}

/// The event of a calendar or of one of its items, by that name or by the name of the file.
pub(super) fn begin(path: &str, name: Option<String>, items: &[CalendarItem<'_>]) -> Event {
    let days = || items.iter().filter_map(|item| item.day);
    let file = path.rsplit('/').next().unwrap_or(path);
    let name = name.unwrap_or_else(|| file.split('.').next().unwrap_or(file).to_owned());
    let name = without_schedule(&line(&name)).to_owned();
    Event {
        key: with_year(&name, days().min()),
        path: path.to_owned(),
        form: Form::Schedule,
        // An event publishes its program, but writes no notes on it: it is no author.
        credit: Credit { publisher: name.clone(), ..Credit::default() },
        name,
        ..Event::default()
    }
}

/// The name of a calendar without a word for schedules at its end: "Loom Days 2018 schedule".
fn without_schedule(name: &str) -> &str {
    const WORDS: [&str; 8] = [
        "schedule",
        "calendar",
        "program",
        "programme",
        "agenda",
        "fahrplan",
        "timetable",
        "talks",
    ];
    let last = name.rsplit([' ', '-', ':']).next().unwrap_or_default();
    let rest = name.get(..name.len() - last.len()).unwrap_or_default();
    let rest = rest.trim_end_matches([' ', '-', '–', ':']);
    let is_word = WORDS.contains(&last.to_lowercase().as_str());
    if is_word && !rest.is_empty() { rest } else { name }
}
