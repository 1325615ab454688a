//! The entries that a curator may write into the registries.

use crate::model::{ExtraFiles, Fonts, LinkKind, PartialDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// File names of the registries.
pub(in crate::bundle) const FILES: [&str; 4] =
    ["conferences.toml", "themes.toml", "people.toml", "site.toml"];

/// Series and editions: `conferences.toml`.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::bundle) struct Conferences {
    /// The series.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub series: Vec<SeriesEntry>,
    /// Their editions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conference: Vec<ConferenceEntry>,
}

/// A series of conferences.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::bundle) struct SeriesEntry {
    /// Its id: `a-z`, `0-9` and `-`.
    pub id: String,
    /// Ids it had before: its feed and its calendar stay there, too.
    #[serde(default)]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub former_ids: Vec<String>,
    /// Its name.
    pub name: String,
    /// Other names texts use for it.
    #[serde(default)]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
}

/// One edition of a series.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::bundle) struct ConferenceEntry {
    /// Its id: `a-z`, `0-9` and `-`.
    pub id: String,
    /// Ids it had before: a page at each of their addresses leads to its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub former_ids: Vec<String>,
    /// The id of its series.
    pub series: String,
    /// Its full name.
    pub name: String,
    /// A name for narrow places; by default the full name without that of the series.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub short_name: String,
    /// Words that name the region in texts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<String>,
    /// First day: YYYY-MM-DD, or as precise as known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<PartialDate>,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// City, or `Online`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// Country.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub country: String,
    /// Building.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub venue: String,
    /// Other names of the edition.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Hosts of its schedule, e.g. `kccnceu18.sched.com`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<String>,
    /// How many people came, with the source.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attendance: Vec<AttendanceEntry>,
    /// Addresses of the event.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkEntry>,
}

/// How many people came.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::bundle) struct AttendanceEntry {
    /// As the source words it.
    pub words: String,
    /// The number.
    pub people: u32,
    /// Address of the source.
    #[serde(default)]
    pub source: String,
}

/// An address of the event.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::bundle) struct LinkEntry {
    /// What is there.
    pub kind: LinkKind,
    /// The address.
    pub url: String,
}

/// Themes: `themes.toml`.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::bundle) struct Themes {
    /// The themes.
    pub theme: Vec<ThemeEntry>,
    /// Whether the built-in themes count beside these.
    pub extend: bool,
    /// Tags that are no theme.
    #[expect(clippy::struct_field_names, reason = "the same in form as `no_names` of people.toml")]
    pub no_themes: Vec<String>,
}

/// A topic or a project.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::bundle) struct ThemeEntry {
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
    /// Its name is an everyday word. The word alone counts only where something else speaks of the theme too:
    /// another of its names, a theme that is a part of it, a word of `evidence`, a capital within a sentence.
    pub everyday: bool,
    /// Words that show, near an everyday name, that the theme is meant.
    pub evidence: Vec<String>,
    /// The id of the theme it is a part of.
    pub broader: Option<String>,
    /// One line on what it is.
    pub description: String,
}

/// People and organizations: `people.toml`.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::bundle) struct People {
    /// The people.
    pub person: Vec<NameEntry>,
    /// The organizations.
    pub organization: Vec<NameEntry>,
    /// Words that look like a name in a text and are the name of no person or organization.
    pub no_names: Vec<String>,
}

/// A person or organization under one spelling.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::bundle) struct NameEntry {
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
pub(in crate::bundle) struct SiteEntry {
    /// Its title.
    pub title: String,
    /// One or two sentences below the title.
    pub description: String,
    /// The language it speaks, BCP 47: en, ar, de, es, fr or ja. English when it is any other.
    pub language: String,
    /// Where the notes can be corrected.
    pub source: String,
    /// Address of a form for mistakes, with `{title}` and `{path}` where those of a page go, e.g.
    /// `https://example.org/issues/new?title={title}&body={path}`.
    pub report: String,
    /// Address of the folder where the site will stand, e.g. `https://example.org/notes/`. Feeds, the sitemap and
    /// preview pictures need it. `--site-url` takes its place.
    pub site_url: String,
    /// License of the notes, in words.
    pub license: String,
    /// The picture beside the title: a file in the data folder, at most 32 kB.
    pub logo: String,
    /// The icon of the site in tabs and bookmarks: a file in the data folder, at most 8 kB.
    pub icon: String,
    /// The color of links and marks, as `#rrggbb`. Pages use a darker or lighter one where it could not be read.
    pub accent: String,
    /// The typefaces: `mixed`, `serif`, `sans`, `rounded` or `mono`. Readers have them already.
    pub fonts: Fonts,
    /// A style sheet of the curator's own: a file in the data folder. Its rules win over all others.
    pub style: String,
    /// Links at the top of every page.
    pub navigation: Vec<NavigationEntry>,
    /// Text above the explorer on the first page, as Markdown.
    pub home: String,
    /// Text at the bottom of every page, as Markdown.
    pub footer: String,
    /// A script that counts readers. Without it, pages load nothing from other hosts.
    pub statistics: Option<StatisticsEntry>,
    /// Files and folders that are not to be published, in the notation of `.gitignore`, e.g. `["private/", "*.bak.md"]`.
    pub exclude: Vec<String>,
    /// Whether readers may save the whole site on their device, to read it without a connection.
    pub offline: bool,
    /// Whether the site has the page `check.html`, which shows what Hallway reads in a file before it is handed in.
    /// The site then publishes the registries too.
    pub check_page: bool,
    /// Views with a page of their own for other people's pages.
    pub embeds: Vec<EmbedEntry>,
    /// How many earlier versions of the data stay, for embeds that name theirs.
    pub keep: usize,
    /// Which pages have extra files beside them. With `main-pages`, conferences and themes have a feed, a picture for
    /// previews and an oEmbed file, conferences have exports, and `embed.html` shows every view in other people's
    /// pages. With `all-pages`, every page has all of these, and an embedded page of its own. If a site changes back to
    /// `main-pages`, the addresses of the other files end.
    pub extra_files: ExtraFiles,
}

/// A link at the top of every page.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::bundle) struct NavigationEntry {
    /// Its words.
    pub title: String,
    /// A page of the site, e.g. `about.html` or `themes.html`, or a full address.
    pub url: String,
}

/// A script of another host that counts readers.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::bundle) struct StatisticsEntry {
    /// Its address, which begins with `https://`.
    pub src: String,
    /// Its hash as `sha256-…`, `sha384-…` or `sha512-…`. Browsers run no other script.
    pub integrity: String,
    /// The origin that it sends to, e.g. `https://stats.example.org`, if that is another one than its own.
    #[serde(default)]
    pub connect: String,
    /// What it needs to know, as `data-` attributes: `domain = "example.org"` becomes `data-domain="example.org"`.
    #[serde(default)]
    pub data: BTreeMap<String, String>,
}

/// A view of the explorer under a name.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::bundle) struct EmbedEntry {
    /// What it is called.
    pub name: String,
    /// Its address in the explorer, from the `?` on, e.g. `theme=security&year=2016..2018`.
    pub query: String,
}
