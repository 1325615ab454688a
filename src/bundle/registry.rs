//! The registries a curator may edit, and the ones built in for a folder that has none.

use super::registry_checks::Checks;
use super::registry_entries::{Conferences, EmbedEntry, NameEntry, People, SiteEntry, Themes};
use crate::ingest::{Diagnostic, Severity, Source, is_hidden, linkable};
use crate::model::{Companions, Site, Target};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

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
        let addresses = [site.source.clone(), site.report.clone()];
        registries.site = site_of(site);
        let people = &mut registries.people;
        people.person = merged(std::mem::take(&mut people.person));
        people.organization = merged(std::mem::take(&mut people.organization));
        let mut checks = Checks { read: &read, diagnostics: &mut diagnostics };
        for url in &addresses {
            checks.address(Severity::Error, site_file, url);
        }
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
    if let Some(hidden) = toml::from_str(&source.text).ok().and_then(|value| hidden_in(&value)) {
        let message = format!("an escape stands for the invisible character U+{hidden:04X}");
        // As it is written most often; else the file as a whole.
        let place = source.text.to_lowercase().find(&format!("\\u{hidden:04x}"));
        let place = place.map_or(0..0, |at| at..at + 6);
        let (severity, code) = (Severity::Error, "control-character");
        diagnostics.push(source.diagnostic(severity, code, place, message, "delete it"));
    }
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

/// The first character in the texts of `value` that nobody would see. A file holds none, but an escape may
/// stand for one.
fn hidden_in(value: &toml::Value) -> Option<u32> {
    match value {
        toml::Value::String(text) => text.chars().find(|c| is_hidden(*c)).map(u32::from),
        toml::Value::Array(values) => values.iter().find_map(hidden_in),
        toml::Value::Table(values) => values.iter().find_map(|(_, value)| hidden_in(value)),
        toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Datetime(_) => None,
    }
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
            "[[theme]]\nid = \"a\"\nname = \"A\"\n[[theme]]\nid = \"a\"\nname = \"B\"\n",
            &[("duplicate-id", 5)],
        );
        check(
            "people.toml",
            "[[person]]\nid = \"a\"\nname = \"A\"\n[[person]]\nid = \"a\"\nname = \"B\"\n",
            &[("duplicate-id", 5)],
        );
        check(
            "themes.toml",
            "[[theme]]\nid = \"a\"\nname = \"A\"\nbroader = \"b\"\n",
            &[("unknown-theme", 4)],
        );
        check("themes.toml", "[[theme]]\nid = \"a\"\n", &[("no-name", 2)]);
        check(
            "themes.toml",
            "[[theme]]\nid = \"a\"\nname = \"\\u202Eb\"\n",
            &[("control-character", 3)],
        );
        check("site.toml", "source = \"javascript:alert(1)\"\n", &[("address", 1)]);
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
            "[[conference]]\nid = \"a\"\nname = \"A\"\nseries = \"s\"\n",
            &[("unknown-series", 4)],
        );
        check(
            "conferences.toml",
            "[[series]]\nid = \"s\"\nname = \"S\"\n[[conference]]\nid = \"a\"\nseries = \"s\"\nstart = \"2018-02-30\"\n",
            &[("registry", 7)],
        );
        check(
            "conferences.toml",
            "[[series]]\nid = \"s\"\nname = \"S\"\n[[conference]]\nid = \"a\"\nname = \"A\"\nseries = \"s\"\nstart = \"2018-05-02\"\nend = \"2018-05-01\"\n",
            &[("dates-reversed", 5)],
        );
        check(
            "conferences.toml",
            "[[series]]\nid = \"s\"\nname = \"S\"\n[[conference]]\nid = \"a\"\nname = \"A\"\nseries = \"s\"\nstart = \"0018-05-02\"\n\
             links = [{ kind = \"site\", url = \"javascript:alert(1)\" }]\n",
            &[("year", 8), ("address", 9)],
        );
    }

    #[test]
    fn themes_are_no_circle_and_share_no_name() {
        let theme = |id: &str, broader: &str, alias: &str| {
            format!(
                "[[theme]]\nid = \"{id}\"\nname = \"{id}\"\nbroader = \"{broader}\"\naliases = [\"{alias}\"]\n"
            )
        };
        let text = [
            theme("warp", "weft", "W"),
            theme("weft", "loom", "w"),
            theme("loom", "warp", ""),
            theme("yarn", "loom", ""),
        ]
        .concat();
        let (_, diagnostics) =
            Registries::read(|name| (name == "themes.toml").then(|| text.clone().into_bytes()));
        let found: Vec<_> = diagnostics.iter().map(|d| (d.code, d.message.as_str())).collect();
        assert_eq!(
            found,
            [
                (
                    "unknown-theme",
                    "\"warp\" would be a part of itself: warp in weft in loom in warp"
                ),
                (
                    "unknown-theme",
                    "\"weft\" would be a part of itself: weft in loom in warp in weft"
                ),
                (
                    "unknown-theme",
                    "\"loom\" would be a part of itself: loom in warp in weft in loom"
                ),
                ("shared-name", "\"w\" means \"warp\" and \"weft\""),
            ]
        );
    }
}
