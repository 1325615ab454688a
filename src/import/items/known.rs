//! The registries of a data folder before an import, and the built-in ones where the folder has none of its own.

use crate::ingest::name_key;
use crate::model::PartialDate;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const CONFERENCES: &str = include_str!("../../../data/conferences.toml");
const THEMES: &str = include_str!("../../../data/themes.toml");

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ConferencesFile {
    series: Vec<KnownEntry>,
    conference: Vec<KnownConference>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ThemesFile {
    theme: Vec<KnownEntry>,
    extend: bool,
    no_themes: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PeopleFile {
    person: Vec<KnownEntry>,
}

/// An entry with an id and names.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::import) struct KnownEntry {
    /// Its id.
    pub(in crate::import) id: String,
    former_ids: Vec<String>,
    /// Its name.
    pub(in crate::import) name: String,
    /// Its other names.
    pub(in crate::import) aliases: Vec<String>,
}

impl KnownEntry {
    /// Its name and its other names.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.aliases).map(String::as_str)
    }
}

/// An edition of a series.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::import) struct KnownConference {
    /// Its id.
    pub(in crate::import) id: String,
    former_ids: Vec<String>,
    /// The id of its series.
    pub(in crate::import) series: String,
    /// Its name.
    pub(in crate::import) name: String,
    aliases: Vec<String>,
    /// Words for its region.
    pub(super) regions: Vec<String>,
    start: Option<toml::Value>,
    end: Option<toml::Value>,
    /// Its city; empty if not stated.
    pub(in crate::import) city: String,
    /// Its country; empty if not stated.
    pub(in crate::import) country: String,
    /// The building; empty if not stated.
    pub(in crate::import) venue: String,
    links: Vec<toml::Value>,
    /// It is in the built-in list, and not in the registry of the folder.
    #[serde(skip)]
    pub(super) is_built_in: bool,
}

impl KnownConference {
    /// Its first day.
    pub(in crate::import) fn start(&self) -> Option<PartialDate> {
        self.start.as_ref().and_then(day_of)
    }

    /// Its last day.
    pub(in crate::import) fn end(&self) -> Option<PartialDate> {
        self.end.as_ref().and_then(day_of)
    }

    /// Whether it has any link.
    pub(in crate::import) fn has_links(&self) -> bool {
        !self.links.is_empty()
    }
}

/// The entries of the registries.
#[derive(Debug, Default)]
pub(in crate::import) struct KnownEntries {
    conferences: Vec<KnownConference>,
    /// Indexes of conferences by the keys of their ids and names.
    conferences_by_name: BTreeMap<String, BTreeSet<usize>>,
    conference_ids: BTreeSet<String>,
    series: Vec<KnownEntry>,
    /// The ids of the series in the registry of the folder.
    series_ids: BTreeSet<String>,
    theme_ids: BTreeSet<String>,
    /// Theme ids by the keys of their names.
    themes: BTreeMap<String, String>,
    no_themes: BTreeSet<String>,
    /// Keys of the names of people.
    people: BTreeSet<String>,
}

impl KnownEntries {
    /// Reads the registries, by file name. The error names a registry that is not valid TOML of that form, with the
    /// reason. Where a folder has no conferences of its own, those of the built-in list are known. So are the built-in
    /// themes, unless the folder `is_new` or has only its own.
    pub(in crate::import) fn read(
        files: &BTreeMap<String, Vec<u8>>,
        is_new: bool,
    ) -> Result<Self, (String, String)> {
        let conferences: ConferencesFile = parse(files, "conferences.toml")?;
        let themes: ThemesFile = parse(files, "themes.toml")?;
        let people: PeopleFile = parse(files, "people.toml")?;
        let mut known = Self::default();
        let names = people.person.iter().flat_map(KnownEntry::names);
        known.people = names.map(name_key).filter(|key| !key.is_empty()).collect();
        known.no_themes = themes.no_themes.iter().map(|tag| name_key(tag)).collect();
        let has_built_in_themes =
            if files.contains_key("themes.toml") { themes.extend } else { !is_new };
        known.add_themes(themes);
        if has_built_in_themes {
            known.add_themes(toml::from_str(THEMES).unwrap_or_default());
        }
        known.add_conferences(conferences, false);
        if !files.contains_key("conferences.toml") {
            known.add_conferences(toml::from_str(CONFERENCES).unwrap_or_default(), true);
        }
        Ok(known)
    }

    fn add_themes(&mut self, themes: ThemesFile) {
        for entry in themes.theme {
            for name in std::iter::once(entry.id.as_str()).chain(entry.names()) {
                self.themes.entry(name_key(name)).or_insert_with(|| entry.id.clone());
            }
            self.theme_ids.extend(entry.former_ids);
            self.theme_ids.insert(entry.id);
        }
    }

    /// Adds themes that the folder has although no registry lists them: tags of its notes. A new theme with such a name
    /// would end their addresses.
    pub(in crate::import) fn add_themes_of_notes(&mut self, themes: &[(String, Vec<String>)]) {
        for (id, names) in themes {
            for name in std::iter::once(id).chain(names) {
                self.themes.entry(name_key(name)).or_insert_with(|| id.clone());
            }
            self.theme_ids.insert(id.clone());
        }
    }

    fn add_conferences(&mut self, conferences: ConferencesFile, is_built_in: bool) {
        for (entry, place) in conferences.conference.into_iter().zip(self.conferences.len()..) {
            for name in [&entry.id, &entry.name].into_iter().chain(&entry.aliases) {
                self.conferences_by_name.entry(name_key(name)).or_default().insert(place);
            }
            self.conference_ids.extend(entry.former_ids.iter().chain([&entry.id]).cloned());
            self.conferences.push(KnownConference { is_built_in, ..entry });
        }
        for entry in &conferences.series {
            if !is_built_in {
                self.series_ids.extend(entry.former_ids.iter().chain([&entry.id]).cloned());
            }
        }
        self.series.extend(conferences.series);
    }

    /// Each conference with that id or one of those names, unless its year differs.
    pub(super) fn conferences_called<'a>(
        &self,
        id: &'a str,
        names: impl Iterator<Item = &'a str>,
        year: Option<u16>,
    ) -> Vec<&KnownConference> {
        let places: BTreeSet<usize> = std::iter::once(id)
            .chain(names)
            .filter_map(|name| self.conferences_by_name.get(&name_key(name)))
            .flatten()
            .copied()
            .collect();
        let entries = places.into_iter().filter_map(|place| self.conferences.get(place));
        let is_of_year = |entry: &&KnownConference| {
            let known = entry.start().map(PartialDate::year);
            known.zip(year).is_none_or(|(known, year)| known == year)
        };
        entries.filter(is_of_year).collect()
    }

    /// Every conference.
    pub(super) fn conferences(&self) -> &[KnownConference] {
        &self.conferences
    }

    /// The conference with an id in the registry of the folder.
    pub(in crate::import) fn listed(&self, id: &str) -> Option<&KnownConference> {
        self.conferences.iter().find(|entry| entry.id == id && !entry.is_built_in)
    }

    /// Every series, those of the folder first.
    pub(super) fn all_series(&self) -> &[KnownEntry] {
        &self.series
    }

    /// The series with an id.
    pub(in crate::import) fn series(&self, id: &str) -> Option<&KnownEntry> {
        self.series.iter().find(|entry| entry.id == id)
    }

    /// Keys of the names of people.
    pub(in crate::import) fn people(&self) -> &BTreeSet<String> {
        &self.people
    }

    /// Whether a conference has or had that id.
    pub(super) fn has_conference(&self, id: &str) -> bool {
        self.conference_ids.contains(id)
    }

    /// Whether the registry of the folder has or had a series with that id.
    pub(in crate::import) fn has_series(&self, id: &str) -> bool {
        self.series_ids.contains(id)
    }

    /// Whether a theme has or had that id.
    pub(super) fn has_theme(&self, id: &str) -> bool {
        self.theme_ids.contains(id)
    }

    /// The id of the theme with a name, in any spelling. A plural `s` does not matter, and neither does the order of
    /// two names of one theme: "AI + ML", "ML & AI".
    pub(super) fn theme(&self, name: &str) -> Option<&str> {
        const MARKS: [&str; 7] = [" + ", " & ", " and ", " / ", "+", "&", "/"];
        let key = name_key(name);
        let plural = [key.as_str(), "s"].concat();
        let singular = key.strip_suffix('s').filter(|word| word.len() > 2);
        let spelled = [Some(key.as_str()), singular, Some(plural.as_str())];
        let found = spelled.into_iter().flatten().find_map(|key| self.themes.get(key));
        let of_parts = || {
            let mark = MARKS.into_iter().find(|mark| name.contains(mark))?;
            let mut parts = name.split(mark).map(|part| self.themes.get(&name_key(part)));
            let first = parts.next()??;
            parts.all(|part| part == Some(first)).then_some(first)
        };
        found.or_else(of_parts).map(String::as_str)
    }

    /// Whether the curator says that a tag is not a theme.
    pub(super) fn is_no_theme(&self, key: &str) -> bool {
        self.no_themes.contains(key)
    }
}

fn parse<T: Default + for<'de> Deserialize<'de>>(
    files: &BTreeMap<String, Vec<u8>>,
    name: &str,
) -> Result<T, (String, String)> {
    let Some(bytes) = files.get(name) else { return Ok(T::default()) };
    let broken = |message: String| (name.to_owned(), message);
    let text = std::str::from_utf8(bytes).map_err(|error| broken(error.to_string()))?;
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        broken(format!("line {}: {}", before.matches('\n').count() + 1, error.message()))
    })
}

/// A day, which TOML may hold as a text, a date or a number.
fn day_of(day: &toml::Value) -> Option<PartialDate> {
    let text = day.as_str().map_or_else(|| day.to_string(), str::to_owned);
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
        [[series]]
        id = "loom"
        name = "LoomConf"

        [[conference]]
        id = "loom-2018"
        former_ids = ["lc18"]
        series = "loom"
        name = "LoomConf 2018"
        aliases = ["LoomConf"]
        start = "2018-05-02"
        city = "Ghent"
    "#;

    #[test]
    fn a_conference_is_known_by_a_name_of_its_year() {
        let file = ("conferences.toml".to_owned(), FILE.as_bytes().to_vec());
        let known = KnownEntries::read(&BTreeMap::from([file]), false).unwrap();
        let check = |id: &str, name: &str, year: Option<u16>, expected: bool| {
            let found = known.conferences_called(id, [name].into_iter(), year);
            let found: Vec<&str> = found.iter().map(|entry| entry.id.as_str()).collect();
            assert_eq!(found == ["loom-2018"], expected, "{id} {name} {year:?}");
        };
        check("x", "Loomconf 2018", None, true);
        check("loom-2018", "x", Some(2018), true);
        check("x", "LoomConf", Some(2018), true);
        check("x", "LoomConf", Some(2019), false);
        check("x", "Loom", None, false);
        assert!(known.has_conference("lc18") && known.has_series("loom"));
    }

    #[test]
    fn the_built_in_themes_count_unless_the_folder_has_only_its_own() {
        let theme = |toml: Option<&str>, is_new: bool, name: &str| {
            let files = toml.map(|toml| ("themes.toml".to_owned(), toml.as_bytes().to_vec()));
            let known = KnownEntries::read(&files.into_iter().collect(), is_new).unwrap();
            known.theme(name).map(str::to_owned)
        };
        let ai = Some("machine-learning-and-ai".to_owned());
        for name in ["AI + ML", "ML & AI", "AI and machine learning", "AI/ML"] {
            assert_eq!(theme(None, false, name), ai, "{name}");
        }
        assert_eq!(theme(Some("extend = true\n"), false, "AI + ML"), ai);
        assert_eq!(theme(Some(""), false, "AI + ML"), None);
        assert_eq!(theme(None, true, "AI + ML"), None);
        assert_eq!(theme(None, false, "AI + Looms"), None);
    }

    #[test]
    fn a_broken_registry_is_named() {
        let files = |text: &str| BTreeMap::from([("themes.toml".to_owned(), text.into())]);
        for text in ["[", "theme = 3", "\u{feff}["] {
            assert_eq!(
                KnownEntries::read(&files(text), false).unwrap_err().0,
                "themes.toml",
                "{text}"
            );
        }
    }
}
