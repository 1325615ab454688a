//! Reads the properties of a calendar item.

use crate::model::PartialDate;
use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendarClassification, ICalendarComponent, ICalendarEntry, ICalendarParameterName,
    ICalendarParameterValue, ICalendarProperty, ICalendarStatus, ICalendarValue, Uri,
};

/// A calendar item.
pub(super) struct CalendarItem<'a> {
    /// Its properties.
    pub(super) component: &'a ICalendarComponent,
    /// Its title, on one line.
    pub(super) summary: String,
    /// Its first day.
    pub(super) day: Option<PartialDate>,
    /// It has no time of day.
    pub(super) is_whole_day: bool,
}

/// Pentabarf writes `ATTENDEE;CN="Ada Weaver":invalid:nomail` for a speaker. Other guests are private.
pub(super) fn guests_without_address(component: &ICalendarComponent) -> Vec<String> {
    let entries =
        component.entries.iter().filter(|entry| entry.name == ICalendarProperty::Attendee);
    let speakers = entries.filter(|entry| {
        entry
            .values
            .iter()
            .all(|value| matches!(value_text(value), Some(text) if text.ends_with("nomail")))
    });
    speakers.filter_map(common_name).collect()
}

fn common_name(entry: &ICalendarEntry) -> Option<String> {
    let found = entry.params.iter().find(|param| param.name == ICalendarParameterName::Cn)?;
    let ICalendarParameterValue::Text(name) = &found.value else { return None };
    Some(name.clone())
}

/// The start time.
pub(super) fn start(component: &ICalendarComponent) -> Option<&PartialDateTime> {
    time(component, &ICalendarProperty::Dtstart)
}

/// The first time of a property.
pub(super) fn time<'a>(
    component: &'a ICalendarComponent,
    name: &ICalendarProperty,
) -> Option<&'a PartialDateTime> {
    let entries = component.entries.iter().filter(|entry| entry.name == *name);
    entries.flat_map(|entry| &entry.values).find_map(|value| {
        let ICalendarValue::PartialDateTime(at) = value else { return None };
        Some(at.as_ref())
    })
}

/// Whether it has a property.
pub(super) fn has(component: &ICalendarComponent, name: &ICalendarProperty) -> bool {
    component.entries.iter().any(|entry| entry.name == *name)
}

/// The values of a property.
pub(super) fn values<'a>(
    component: &'a ICalendarComponent,
    name: &'a ICalendarProperty,
) -> impl Iterator<Item = &'a ICalendarValue> {
    component
        .entries
        .iter()
        .filter(move |entry| entry.name == *name)
        .flat_map(|entry| &entry.values)
}

fn value_text(value: &ICalendarValue) -> Option<&str> {
    if let ICalendarValue::Text(text) | ICalendarValue::Uri(Uri::Location(text)) = value {
        Some(text)
    } else {
        None
    }
}

/// The texts of a property.
pub(super) fn texts(component: &ICalendarComponent, name: &ICalendarProperty) -> Vec<String> {
    values(component, name).filter_map(value_text).map(|text| text.trim().to_owned()).collect()
}

/// The texts of a property, as one.
pub(super) fn text(component: &ICalendarComponent, name: &ICalendarProperty) -> String {
    texts(component, name).join(", ")
}

/// Whether not everybody may see it.
pub(super) fn is_private(component: &ICalendarComponent) -> bool {
    values(component, &ICalendarProperty::Class).any(|value| {
        matches!(
            value,
            ICalendarValue::Classification(
                ICalendarClassification::Private | ICalendarClassification::Confidential
            )
        )
    })
}

/// whether it was canceled.
pub(super) fn is_canceled(component: &ICalendarComponent) -> bool {
    values(component, &ICalendarProperty::Status)
        .any(|value| *value == ICalendarValue::Status(ICalendarStatus::Cancelled))
}
