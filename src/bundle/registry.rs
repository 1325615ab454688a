//! The registries a curator may edit, and the ones built in for a folder that has none.

use super::registry_checks::Checks;
use crate::ingest::{Diagnostic, Severity, Source, linkable};
use crate::model::{Companions, LinkKind, PartialDate, Site, Target};
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

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

/// All registries.
#[derive(Clone, Debug, Default)]
pub(super) struct Registries {
    /// Series and editions.
    pub conferences: Conferences,
    /// Themes.
    pub themes: Themes,
    /// People and organizations.
    pub people: People,
    /// The site.
    pub site: Site,
    /// Whether readers may save it.
    pub offline: bool,
    /// The views that the site saves.
    pub embeds: Vec<EmbedEntry>,
    /// How many earlier versions of the data stay.
    pub keep: usize,
    /// Which pages have companions.
    pub companions: Companions,
}

/// File names of the registries.
pub(super) const FILES: [&str; 4] = ["conferences.toml", "themes.toml", "people.toml", "site.toml"];

const BUILT_IN: [&str; 3] = [
    include_str!("../../data/conferences.toml"),
    include_str!("../../data/themes.toml"),
    include_str!("../../data/people.toml"),
];

impl Registries {
    /// Reads the registries of a folder. `read` gives the bytes of a file, or `None` when it has none;
    /// then the built-in one takes its place.
    pub(super) fn read(read: impl Fn(&str) -> Option<Vec<u8>>) -> (Self, Vec<Diagnostic>) {
        let [conferences_file, themes_file, people_file, site_file] = FILES;
        let [conferences, themes, people] = BUILT_IN;
        let mut diagnostics = Vec::new();
        let mut registries = Self {
            conferences: parse(
                conferences_file,
                read(conferences_file),
                conferences,
                &mut diagnostics,
            ),
            themes: parse(themes_file, read(themes_file), themes, &mut diagnostics),
            people: parse(people_file, read(people_file), people, &mut diagnostics),
            ..Self::default()
        };
        let mut site: SiteEntry = parse(site_file, read(site_file), "", &mut diagnostics);
        registries.embeds = std::mem::take(&mut site.embeds);
        registries.keep = site.keep;
        registries.companions = site.companions;
        registries.offline = site.offline;
        registries.site = site_of(site);
        let people = &mut registries.people;
        people.person = merged(std::mem::take(&mut people.person));
        people.organization = merged(std::mem::take(&mut people.organization));
        let checks = Checks { read: &read, diagnostics: &mut diagnostics };
        checks.run(&registries);
        (registries, diagnostics)
    }
}

impl Registries {
    /// Every former id, with what has another one now.
    pub(super) fn former_ids(&self) -> Vec<(String, Target)> {
        fn of<'a>(ids: &'a [String], now: &Target) -> impl Iterator<Item = (String, Target)> + 'a {
            let now = now.clone();
            ids.iter().map(move |id| (id.clone(), now.clone()))
        }
        let mut former = Vec::new();
        for entry in &self.conferences.conference {
            former.extend(of(&entry.former_ids, &Target::Conference(entry.id.as_str().into())));
        }
        for entry in &self.themes.theme {
            former.extend(of(&entry.former_ids, &Target::Theme(entry.id.as_str().into())));
        }
        for entry in &self.people.person {
            former.extend(of(&entry.former_ids, &Target::Person(entry.id.as_str().into())));
        }
        for entry in &self.people.organization {
            former.extend(of(&entry.former_ids, &Target::Organization(entry.id.as_str().into())));
        }
        former
    }
}

/// Entries of one id and name as one with the aliases of all, so that a file can be added to another.
fn merged(entries: Vec<NameEntry>) -> Vec<NameEntry> {
    let mut places: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut all: Vec<NameEntry> = Vec::new();
    for entry in entries {
        let place = *places.entry((entry.id.clone(), entry.name.clone())).or_insert(all.len());
        match all.get_mut(place) {
            Some(known) => {
                known.aliases.extend(entry.aliases);
                known.former_ids.extend(entry.former_ids);
            }
            None => all.push(entry),
        }
    }
    all
}

fn site_of(entry: SiteEntry) -> Site {
    let or = |text: String, default: &str| {
        if text.trim().is_empty() { default.to_owned() } else { text }
    };
    Site {
        title: or(entry.title, "Conference notes"),
        description: entry.description,
        language: or(entry.language, "en"),
        source: linkable(&entry.source).unwrap_or_default(),
        report: linkable(&entry.report).unwrap_or_default(),
        license: entry.license,
        pages: Vec::new(),
    }
}

fn parse<T: DeserializeOwned + Default>(
    name: &str,
    bytes: Option<Vec<u8>>,
    built_in: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> T {
    let Some(bytes) = bytes else { return toml::from_str(built_in).unwrap_or_default() };
    let (source, problems) = Source::new(name, &bytes);
    diagnostics.extend(problems);
    let Some(source) = source else { return T::default() };
    toml::from_str(&source.text).unwrap_or_else(|error| {
        let range = error.span().unwrap_or(0..0);
        let message = format!("the registry cannot be read: {}", error.message());
        let help = format!(
            "compare it with the built-in registry, or check it against public/schema/{}.json",
            name.trim_end_matches(".toml")
        );
        diagnostics.push(source.diagnostic(Severity::Error, "registry", range, message, &help));
        T::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(file: &'static str, text: &'static str, expected: &[(&str, u32)]) {
        let (_, diagnostics) =
            Registries::read(|name| (name == file).then(|| text.as_bytes().to_vec()));
        let found: Vec<_> = diagnostics.iter().map(|d| (d.code, d.line)).collect();
        assert_eq!(found, expected, "{diagnostics:?}");
    }

    #[test]
    fn the_built_in_registries_are_whole() {
        let (registries, diagnostics) = Registries::read(|_| None);
        assert_eq!(diagnostics, []);
        assert!(registries.conferences.conference.len() > 20);
        assert!(registries.themes.theme.len() > 30);
    }

    #[test]
    fn entries_of_one_id_and_name_are_one() {
        let text = "[[person]]\nid = \"a\"\nname = \"A\"\naliases = [\"B\"]\n\
                    [[person]]\nid = \"a\"\nname = \"A\"\naliases = [\"C\"]\n";
        let (registries, diagnostics) =
            Registries::read(|name| (name == "people.toml").then(|| text.as_bytes().to_vec()));
        let [person] = registries.people.person.as_slice() else { panic!("one person") };
        assert_eq!((person.aliases.join(", "), diagnostics.len()), ("B, C".to_owned(), 0));
    }

    #[test]
    fn a_broken_registry_is_named_with_its_line() {
        check("themes.toml", "[[theme]]\nid = \"a\"\nname = \n", &[("registry", 3)]);
        check("themes.toml", "[[theme]]\nid = \"a\"\nnmae = \"A\"\n", &[("registry", 3)]);
        check(
            "themes.toml",
            "[[theme]]\nid = \"a\"\n[[theme]]\nid = \"a\"\n",
            &[("duplicate-id", 4)],
        );
        check(
            "people.toml",
            "[[person]]\nid = \"a\"\nname = \"A\"\n[[person]]\nid = \"a\"\nname = \"B\"\n",
            &[("duplicate-id", 5)],
        );
        check("themes.toml", "[[theme]]\nid = \"a\"\nbroader = \"b\"\n", &[("unknown-theme", 3)]);
        check("site.toml", "title = \"T\"\nlanguage = \"tlh\"\n", &[("site-language", 2)]);
        check("site.toml", "language = \"ar-EG\"\n", &[]);
        check("site.toml", "companions = \"few\"\n", &[]);
        check("site.toml", "companions = \"none\"\n", &[("registry", 1)]);
        check("people.toml", "[[person]]\nid = \"A b\"\nname = \"A\"\n", &[("id", 2)]);
        check(
            "people.toml",
            "[[person]]\nid = \"a\"\nname = \"A\"\n[[person]]\nid = \"b\"\nname = \"B\"\nformer_ids = [\"a\", \"C\"]\n",
            &[("duplicate-id", 7), ("id", 7)],
        );
        check(
            "conferences.toml",
            "[[conference]]\nid = \"a\"\nseries = \"s\"\n",
            &[("unknown-series", 3)],
        );
        check(
            "conferences.toml",
            "[[series]]\nid = \"s\"\nname = \"S\"\n[[conference]]\nid = \"a\"\nseries = \"s\"\nstart = \"2018-02-30\"\n",
            &[("registry", 7)],
        );
        check(
            "conferences.toml",
            "[[series]]\nid = \"s\"\nname = \"S\"\n[[conference]]\nid = \"a\"\nseries = \"s\"\nstart = \"2018-05-02\"\nend = \"2018-05-01\"\n",
            &[("dates-reversed", 5)],
        );
    }
}
