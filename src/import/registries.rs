//! Adds entries to the registries: `conferences.toml`, `themes.toml`, and in a new folder `people.toml` and
//! `site.toml`. Existing contents stay byte for byte; new entries are appended.

use super::items::event::{Event, Form, series_names};
use super::items::known::KnownEntries;
use super::items::themes::TagThemes;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Serialize)]
struct ConferencesFile<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    series: Vec<SeriesEntry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    conference: Vec<ConferenceEntry<'a>>,
}

#[derive(Serialize)]
struct SeriesEntry<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    aliases: &'a [String],
}

#[derive(Serialize)]
struct ConferenceEntry<'a> {
    id: &'a str,
    series: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    city: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    country: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    venue: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hosts: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<LinkEntry<'a>>,
}

#[derive(Serialize)]
struct LinkEntry<'a> {
    kind: &'static str,
    url: &'a str,
}

#[derive(Serialize)]
struct ThemeList<'a> {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    extend: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    theme: Vec<ThemeEntry<'a>>,
}

#[derive(Serialize)]
struct ThemeEntry<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    case_sensitive: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    everyday: bool,
}

#[derive(Serialize)]
struct SiteEntry<'a> {
    title: &'a str,
    language: &'a str,
}

/// The changed registries by file name, each with its old and new entries. `is_new` says that the data folder is still
/// empty.
pub(super) fn registries(
    events: &[Event],
    themes: &TagThemes,
    known: &KnownEntries,
    had: &BTreeMap<String, Vec<u8>>,
    is_new: bool,
) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut add = |name: &str, comment: &str, entries: String| {
        let bytes = match had.get(name) {
            Some(had) if entries.trim().is_empty() => had.clone(),
            Some(had) => [had.trim_ascii_end(), b"\n\n", entries.as_bytes()].concat(),
            None => format!("# {comment}\n\n{entries}").into_bytes(),
        };
        files.insert(name.to_owned(), bytes);
    };
    let conferences = conferences(events, known);
    if is_new || !conferences.trim().is_empty() {
        add(
            "conferences.toml",
            "Series and their conferences, as the sources have them.",
            conferences,
        );
    }
    // A folder without its own registry uses the built-in themes. They stay.
    let extend = !is_new && !had.contains_key("themes.toml");
    let theme = themes.unlisted().iter().map(|(id, theme)| ThemeEntry {
        id,
        name: &theme.name,
        case_sensitive: theme.is_everyday,
        everyday: theme.is_everyday,
    });
    let list = ThemeList { extend, theme: theme.collect() };
    if is_new || !list.theme.is_empty() {
        add("themes.toml", "Tracks, and tags that many talks have.", written(&list));
    }
    if is_new {
        // A separate registry, so that the built-in people of another collection are not searched for here.
        let people = "Spellings that are one person, and words that are no name.";
        add("people.toml", people, String::new());
        let site = "What the site is called and how it introduces itself.";
        add("site.toml", site, written(&new_site(events)));
    }
    files.retain(|name, bytes| had.get(name) != Some(bytes));
    files
}

/// A description would become wrong with the next import, so the curator writes it.
fn new_site(events: &[Event]) -> SiteEntry<'static> {
    let has_talks = events.iter().any(|event| !event.talks.is_empty());
    let title = match events {
        [] => "Conference notes",
        _ if !has_talks => "Conferences",
        _ if events.iter().all(|event| event.form == Form::Recordings) => "Recorded talks",
        _ => "Conferences and their talks",
    };
    SiteEntry { title, language: "en" }
}

/// The series and conferences that are not in the registry.
fn conferences(events: &[Event], known: &KnownEntries) -> String {
    let names = series_names(events);
    let series = names.iter().filter(|(id, _)| !known.has_series(id));
    let series = series.map(|(id, name)| match known.series(id) {
        // A built-in series, which the new registry would replace.
        Some(entry) => SeriesEntry { id, name: &entry.name, aliases: &entry.aliases },
        None => SeriesEntry { id, name, aliases: &[] },
    });
    let series = series.collect();
    let mut taken = BTreeSet::new();
    let is_new = |event: &&Event| !event.is_known && taken.insert(event.id.clone());
    let conference = events.iter().filter(is_new).map(conference).collect();
    written(&ConferencesFile { series, conference })
}

fn written(value: &impl Serialize) -> String {
    // This never fails: texts, lists and tables of texts are valid TOML.
    toml::to_string(value).unwrap_or_default()
}

fn conference(event: &Event) -> ConferenceEntry<'_> {
    let (start, end) = event.days();
    let some = |text: &'_ str| !text.is_empty();
    ConferenceEntry {
        id: &event.id,
        series: &event.series,
        name: &event.name,
        start: start.map(|day| day.to_string()),
        end: end.map(|day| day.to_string()),
        city: &event.city,
        country: &event.country,
        venue: &event.venue,
        aliases: event.aliases.iter().map(String::as_str).collect(),
        hosts: [event.host.as_str()].into_iter().filter(|host| some(host)).collect(),
        links: [event.url.as_str()]
            .into_iter()
            .filter(|url| some(url))
            .map(|url| LinkEntry { kind: "site", url })
            .collect(),
    }
}
