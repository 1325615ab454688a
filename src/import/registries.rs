//! The registries of an imported folder: `conferences.toml`, `themes.toml`, `people.toml` and `site.toml`.

use super::event::{Event, series_names};
use super::themes::Themes;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Conferences<'a> {
    series: Vec<Entry<'a>>,
    conference: Vec<Conference<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    id: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct Conference<'a> {
    id: &'a str,
    series: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<Link<'a>>,
}

#[derive(Serialize)]
struct Link<'a> {
    kind: &'static str,
    url: &'a str,
}

#[derive(Serialize)]
struct ThemeList<'a> {
    theme: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Site<'a> {
    title: &'a str,
    description: String,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    companions: Option<&'a str>,
}

/// Recordings from which on most pages of an imported site have no companions, for hosts stop at some ten
/// thousand files. Nobody knows the addresses of a new site yet.
const MANY: usize = 2_000;

/// The registries by file name.
pub(super) fn registries(events: &[Event], themes: &Themes) -> BTreeMap<String, Vec<u8>> {
    let names = series_names(events);
    let conferences = Conferences {
        series: names.iter().map(|(id, name)| Entry { id, name }).collect(),
        conference: events.iter().map(conference).collect(),
    };
    let themes = themes.all();
    let themes = ThemeList { theme: themes.iter().map(|(id, name)| Entry { id, name }).collect() };
    let n_talks: usize = events.iter().map(|event| event.videos.len()).sum();
    let site = Site {
        title: "Recorded talks",
        description: format!("{n_talks} recordings of {} events.", events.len()),
        language: "en",
        companions: (n_talks > MANY).then_some("few"),
    };
    let files = [
        (
            "conferences.toml",
            file("Series and their events, as the archive has them.", &conferences),
        ),
        ("themes.toml", file("Tags that many talks at several events have.", &themes)),
        // An empty one, lest the people built in for another collection be looked for in this one.
        ("people.toml", b"# Spellings that are one person, and words that are no name.\n".to_vec()),
        ("site.toml", file("What the site is called and how it introduces itself.", &site)),
    ];
    files.map(|(name, bytes)| (name.to_owned(), bytes)).into()
}

fn file(comment: &str, value: &impl Serialize) -> Vec<u8> {
    // Texts, lists and tables of texts: TOML has a place for each.
    format!("# {comment}\n\n{}", toml::to_string(value).unwrap_or_default()).into_bytes()
}

fn conference(event: &Event) -> Conference<'_> {
    let (start, end) = event.days();
    let links = if event.url.is_empty() {
        Vec::new()
    } else {
        vec![Link { kind: "site", url: &event.url }]
    };
    Conference {
        id: &event.id,
        series: &event.series,
        name: &event.name,
        start: start.map(|day| day.to_string()),
        end: end.map(|day| day.to_string()),
        links,
    }
}
