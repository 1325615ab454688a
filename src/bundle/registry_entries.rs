//! What a curator may write into the registries, entry by entry.

use crate::model::{Companions, LinkKind, PartialDate};
use schemars::JsonSchema;
use serde::Deserialize;

/// Series and editions: `conferences.toml`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Conferences {
    /// The series.
    pub series: Vec<SeriesEntry>,
    /// Their editions.
    pub conference: Vec<ConferenceEntry>,
}

/// A series of conferences.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SeriesEntry {
    /// Its id: `a-z`, `0-9` and `-`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other names texts use for it.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// One edition of a series.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ConferenceEntry {
    /// Its id: `a-z`, `0-9` and `-`.
    pub id: String,
    /// Ids it had before: a page at each of their addresses leads to its own.
    pub former_ids: Vec<String>,
    /// The id of its series.
    pub series: String,
    /// Its full name.
    pub name: String,
    /// A name for narrow places; by default the full name without that of the series.
    pub short_name: String,
    /// Words that name the region in texts.
    pub regions: Vec<String>,
    /// First day: YYYY-MM-DD, or as precise as known.
    pub start: Option<PartialDate>,
    /// Last day.
    pub end: Option<PartialDate>,
    /// City, or `Online`.
    pub city: String,
    /// Country.
    pub country: String,
    /// Building.
    pub venue: String,
    /// Other names of the edition.
    pub aliases: Vec<String>,
    /// Hosts of its schedule, e.g. `kccnceu18.sched.com`.
    pub hosts: Vec<String>,
    /// How many people came, with the source.
    pub attendance: Vec<AttendanceEntry>,
    /// Addresses of the event.
    pub links: Vec<LinkEntry>,
}

/// How many people came.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AttendanceEntry {
    /// As the source words it.
    pub words: String,
    /// The number.
    pub people: u32,
    /// Address of the source.
    #[serde(default)]
    pub source: String,
}

/// An address of the event.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct LinkEntry {
    /// What is there.
    pub kind: LinkKind,
    /// The address.
    pub url: String,
}

/// Themes: `themes.toml`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Themes {
    /// The themes.
    pub theme: Vec<ThemeEntry>,
}

/// A topic or a project.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ThemeEntry {
    /// Its id: `a-z`, `0-9` and `-`.
    pub id: String,
    /// Ids it had before: a page at each of their addresses leads to its own.
    pub former_ids: Vec<String>,
    /// Its name.
    pub name: String,
    /// Other words that mean it; they match as whole words.
    pub aliases: Vec<String>,
    /// Name and aliases match only as written, upper and lower case included.
    pub case_sensitive: bool,
    /// The id of the theme it is a part of.
    pub broader: Option<String>,
    /// One line on what it is.
    pub description: String,
}

/// People and organizations: `people.toml`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct People {
    /// The people.
    pub person: Vec<NameEntry>,
    /// The organizations.
    pub organization: Vec<NameEntry>,
    /// Words that look like a name in a text and are the name of no person or organization.
    pub no_names: Vec<String>,
}

/// A person or organization under one spelling.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NameEntry {
    /// The id: `a-z`, `0-9` and `-`.
    pub id: String,
    /// Ids it had before: a page at each of their addresses leads to its own.
    #[serde(default)]
    pub former_ids: Vec<String>,
    /// The right spelling.
    pub name: String,
    /// Other spellings found in texts.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// The site: `site.toml`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct SiteEntry {
    /// Its title.
    pub title: String,
    /// One or two sentences below the title.
    pub description: String,
    /// The language it speaks, BCP 47: en, ar or ja. English when it is any other.
    pub language: String,
    /// Where the notes can be corrected.
    pub source: String,
    /// Address of a form for mistakes, with `{title}` and `{path}` where those of a page go, e.g.
    /// `https://example.org/issues/new?title={title}&body={path}`.
    pub report: String,
    /// Licence of the notes, in words.
    pub license: String,
    /// Whether readers may save the whole site on their device, to read it without a connection.
    pub offline: bool,
    /// Views with a page of their own for other people's pages.
    pub embeds: Vec<EmbedEntry>,
    /// How many earlier versions of the data stay, for embeds that name theirs.
    pub keep: usize,
    /// Which pages have an embedded page, exports, a feed and a picture of their own: `all`, or only a `few`,
    /// those of conferences, themes and years. For collections of many thousands of talks. Addresses of the
    /// others end when a site that had all of them turns to few.
    pub companions: Companions,
}

/// A view of the explorer under a name.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct EmbedEntry {
    /// What it is called.
    pub name: String,
    /// Its address in the explorer, from the `?` on, e.g. `theme=security&year=2016..2018`.
    pub query: String,
}
