//! Small facts, as items of a list of facts.

use super::{
    dom::{Element, el},
    state::words::words,
};
use crate::model::{Conference, PartialDate};

/// A list of facts in a row.
pub(crate) fn facts() -> Element {
    el("ul").class("facts")
}

/// The dates of a conference; nothing if unknown.
pub(crate) fn dates(conference: &Conference) -> Option<Element> {
    let start = conference.start?;
    let words = words().date_range(start, conference.end);
    Some(el("li").child(el("time").attr("datetime", start.to_string()).child(words)))
}

/// A date; nothing if it is unknown.
pub(crate) fn date(date: Option<PartialDate>) -> Option<Element> {
    let date = date?;
    let words = words().date(date);
    Some(el("li").child(el("time").attr("datetime", date.to_string()).child(words)))
}

/// City and country; nothing if both are unknown.
pub(crate) fn place(conference: &Conference) -> Option<Element> {
    let place = [conference.city.as_str(), conference.country.as_str()];
    let place: Vec<&str> = place.into_iter().filter(|name| !name.is_empty()).collect();
    (!place.is_empty()).then(|| el("li").child(place.join(", ")))
}

/// A text; nothing if it is empty.
pub(crate) fn text(text: &str) -> Option<Element> {
    (!text.is_empty()).then(|| el("li").child(text.to_owned()))
}

/// A link.
pub(crate) fn link(href: String, text: String) -> Element {
    el("li").child(el("a").attr("href", href).child(text))
}
