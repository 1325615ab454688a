//! Editions that no registry lists: made from the name a recap gives them.

use super::registry_entries::{ConferenceEntry, SeriesEntry};
use super::slug::slug;
use crate::model::PartialDate;

/// Ends of words that name an event.
const ENDINGS: &[&str] = &[
    "con",
    "conf",
    "summit",
    "days",
    "day",
    "fest",
    "camp",
    "world",
    "meetup",
    "symposium",
    "congress",
];

/// The name of an event with its year in a title, such as `LoomConf 2018` in `Notes from LoomConf 2018`.
pub(super) fn event_in_title(title: &str) -> Option<String> {
    let words: Vec<&str> = title
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .collect();
    let year_at = words.iter().position(|word| year(word).is_some())?;
    let head = words.get(..year_at)?;
    let event_at = head.iter().rposition(|word| {
        let lower = word.to_lowercase();
        word.chars().next().is_some_and(char::is_uppercase)
            && ENDINGS.iter().any(|ending| {
                lower.ends_with(ending) && lower.len() > ending.len() || lower == *ending
            })
    })?;
    // An event's name may have more words: `Loom Summit`, `LoomConf Europe`.
    let is_part = |word: &&&str| {
        word.chars().next().is_some_and(char::is_uppercase)
            && !matches!(
                word.to_lowercase().as_str(),
                "from" | "notes" | "recap" | "at" | "my" | "the" | "trip" | "report"
            )
    };
    let before = head.get(..event_at)?.iter().rev().take_while(is_part).count();
    let is_whole_word = ENDINGS.contains(&words.get(event_at)?.to_lowercase().as_str());
    let first = if is_whole_word { event_at - before } else { event_at };
    let is_close = year_at - event_at <= 3;
    is_close.then(|| words.get(first..=year_at).map(|words| words.join(" "))).flatten()
}

/// An entry for an edition of that name, and one for its series.
pub(super) fn entries(name: &str) -> (ConferenceEntry, SeriesEntry) {
    let found = name.split(|c: char| !c.is_ascii_digit()).find_map(year);
    let series_name =
        name.split_whitespace().filter(|word| year(word).is_none()).collect::<Vec<_>>().join(" ");
    let series_name = if series_name.is_empty() { name.to_owned() } else { series_name };
    let series = SeriesEntry { id: slug(&series_name), name: series_name, aliases: Vec::new() };
    let start = found.and_then(|year| PartialDate::from_year(year).ok());
    let entry = ConferenceEntry {
        id: slug(name),
        series: series.id.clone(),
        name: name.to_owned(),
        short_name: name.to_owned(),
        start,
        ..ConferenceEntry::default()
    };
    (entry, series)
}

fn year(word: &str) -> Option<u16> {
    word.parse().ok().filter(|year| word.len() == 4 && (1980..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_may_name_an_event_nobody_listed() {
        let check = |title: &str, expected: Option<&str>| {
            assert_eq!(event_in_title(title).as_deref(), expected, "{title}");
        };
        check("Notes from LoomConf 2018", Some("LoomConf 2018"));
        check("LoomConf EU 2018: a week", Some("LoomConf EU 2018"));
        check("My Weaver Summit 2019 notes", Some("Weaver Summit 2019"));
        check("A second look at 2018", None);
        check("Looms of 2018", None);
    }

    #[test]
    fn an_unlisted_edition_knows_its_year_and_series() {
        let (entry, series) = entries("LoomConf EU 2018");
        assert_eq!(
            (entry.id.as_str(), series.id.as_str(), series.name.as_str()),
            ("loomconf-eu-2018", "loomconf-eu", "LoomConf EU")
        );
        assert_eq!(entry.start.map(|start| start.to_string()).as_deref(), Some("2018"));
    }
}
