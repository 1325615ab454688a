//! Reads the events that a header names: a name, a table with name, year, place and days, or a list of these.

use crate::ingest::header::fields::{Field, Value};
use crate::ingest::header::{EventEntry, Text};

/// The events that the value of a key names, without duplicates.
pub(super) fn events(value: &Value) -> Vec<EventEntry> {
    let mut events: Vec<EventEntry> = Vec::new();
    for item in value.items() {
        let Some(event) = event(item) else { continue };
        if !events.iter().any(|known| known.name.value.eq_ignore_ascii_case(&event.name.value)) {
            events.push(event);
        }
    }
    events
}

fn event(item: &Value) -> Option<EventEntry> {
    let mut name = item.texts().into_iter().next()?;
    let text = |keys: &[&str]| text_of(item.fields(), keys);
    let start = text(&["start", "startdate", "date", "dates", "begin", "begins", "from", "day"]);
    let year = text(&["year", "edition"]);
    if let Some(year) = year_in(&year.value).or_else(|| year_in(&start.value))
        && year_in(&name.value).is_none()
    {
        name.value = format!("{} {year}", name.value);
    }
    let place = text(&["location", "city", "place", "where"]);
    Some(EventEntry { name, place, start, end: text(&["end", "enddate", "ends", "to", "until"]) })
}

/// The first text of the first key that has one.
fn text_of(fields: &[Field], keys: &[&str]) -> Text {
    let field = keys.iter().find_map(|key| fields.iter().find(|it| it.folded_key() == *key));
    field.and_then(|field| field.value.texts().into_iter().next()).unwrap_or_default()
}

/// The first four digits that form a year.
pub(super) fn year_in(text: &str) -> Option<&str> {
    let numbers = text.split(|c: char| !c.is_ascii_digit());
    numbers
        .into_iter()
        .find(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
}
