//! Reads the events that a header names: a name, a table with name, year, place and days, or a list of these.

use crate::ingest::facts::dates::stated_date;
use crate::ingest::header::fields::{Field, FieldValue};
use crate::ingest::header::weak_events::{is_weak_key, looks_like_name, may_be_name};
use crate::ingest::header::{EventEntry, Text};

/// The events that the value of a key names, without duplicates.
fn events(value: &FieldValue) -> Vec<EventEntry> {
    let mut events: Vec<EventEntry> = Vec::new();
    for item in value.items() {
        let Some(event) = event(item) else { continue };
        if !events.iter().any(|known| known.name.value.eq_ignore_ascii_case(&event.name.value)) {
            events.push(event);
        }
    }
    events
}

/// The events that a field names. A key that may mean something else needs a value that looks like a name.
pub(super) fn events_of(field: &Field) -> Vec<EventEntry> {
    let is_weak = is_weak_key(&field.folded_key());
    let named = events(&field.value).into_iter().map(|event| EventEntry { is_weak, ..event });
    named.filter(|event| !is_weak || looks_like_name(&event.name.value)).collect()
}

fn event(item: &FieldValue) -> Option<EventEntry> {
    let mut name = item.texts().into_iter().next().filter(|name| may_be_name(&name.value))?;
    let text = |keys: &[&str]| text_of(item.fields(), keys);
    let start = text(&["start", "startdate", "date", "dates", "begin", "begins", "from", "day"]);
    let year = text(&["year", "edition"]);
    if let Some(year) = year_in(&year.value).or_else(|| year_in(&start.value))
        && year_in(&name.value).is_none()
    {
        name.value = format!("{} {year}", name.value);
    }
    let place = text(&["location", "city", "place", "where"]);
    let end = text(&["end", "enddate", "ends", "to", "until"]);
    Some(EventEntry { name, place, start, end, is_weak: false })
}

/// The first text of the first key that has one.
fn text_of(fields: &[Field], keys: &[&str]) -> Text {
    let field = keys.iter().find_map(|key| fields.iter().find(|it| it.folded_key() == *key));
    field.and_then(|field| field.value.texts().into_iter().next()).unwrap_or_default()
}

/// Marks and words between the first and the last day.
const UNTIL: [&str; 8] = [" - ", " – ", " — ", " to ", " → ", "..", " bis ", " until "];

/// Whether a value names two days.
pub(super) fn is_range(value: &str) -> bool {
    ends(value).is_some()
}

/// The first and the last day of an event: a list of days, or one text with both.
pub(super) fn event_days(texts: &[Text]) -> (Option<Text>, Option<Text>) {
    match texts {
        [] => (None, None),
        [only] => match ends(&only.value) {
            Some((first, last)) => {
                let day = |day: &str| Some(Text::new(day.to_owned(), only.span.clone()));
                (day(first), day(last))
            }
            None => (Some(only.clone()), None),
        },
        [first, .., last] => (Some(first.clone()), Some(last.clone())),
    }
}

/// The two days of a range.
fn ends(value: &str) -> Option<(&str, &str)> {
    let value = value.trim();
    let halves = UNTIL.iter().filter_map(|mark| value.split_once(mark));
    let mut halves = halves.map(|(first, last)| (first.trim(), last.trim()));
    halves.find(|(first, last)| stated_date(first).is_ok() && stated_date(last).is_ok())
}

/// The first four digits that form a year.
pub(super) fn year_in(text: &str) -> Option<&str> {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers
        .into_iter()
        .find(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;

    #[test]
    fn the_days_of_an_event_are_not_those_of_the_recap() {
        for days in [
            "dates: 2024-04-22 - 2024-04-24",
            "dates: [2024-04-22, 2024-04-24]",
            "start: 2024-04-22\nend: 2024-04-24",
            "event_date: April 22, 2024 → April 24, 2024",
            "date: 2024-04-22 to 2024-04-24",
        ] {
            let file =
                format!("---\ntitle: Looms\nconference: LoomConf 2024\n{days}\n---\nLoud.\n");
            let draft = ingest("a.md", file.as_bytes()).draft.unwrap();
            let shown = [draft.event.start, draft.event.end, draft.published]
                .map(|day| day.map_or(String::new(), |day| day.to_string()));
            assert_eq!(shown, ["2024-04-22", "2024-04-24", ""], "{days}");
        }
    }
}
