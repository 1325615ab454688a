//! The contents of a data folder's registries before an import. The import changes none of them.

use crate::ingest::name_key;
use crate::model::PartialDate;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Conferences {
    series: Vec<Named>,
    conference: Vec<Conference>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Themes {
    theme: Vec<Named>,
    no_themes: Vec<String>,
}

/// An entry with an id and names.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Named {
    id: String,
    former_ids: Vec<String>,
    name: String,
    aliases: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Conference {
    id: String,
    former_ids: Vec<String>,
    series: String,
    name: String,
    aliases: Vec<String>,
    start: Option<toml::Value>,
}

/// The entries of the registries.
#[derive(Debug, Default)]
pub(in crate::import) struct Known {
    conferences: Vec<Conference>,
    /// Indexes of conferences by the keys of their ids and names.
    conferences_by_name: BTreeMap<String, BTreeSet<usize>>,
    conference_ids: BTreeSet<String>,
    series: BTreeSet<String>,
    theme_ids: BTreeSet<String>,
    /// Theme ids by the keys of their names.
    themes: BTreeMap<String, String>,
    no_themes: BTreeSet<String>,
}

impl Known {
    /// Reads the registries, by file name. The error names a registry that is not valid TOML of that form, with the
    /// reason.
    pub(in crate::import) fn read(
        files: &BTreeMap<String, Vec<u8>>,
    ) -> Result<Self, (String, String)> {
        let conferences: Conferences = parse(files, "conferences.toml")?;
        let themes: Themes = parse(files, "themes.toml")?;
        let mut known = Self::default();
        for (place, entry) in conferences.conference.iter().enumerate() {
            for name in [&entry.id, &entry.name].into_iter().chain(&entry.aliases) {
                known.conferences_by_name.entry(name_key(name)).or_default().insert(place);
            }
            known.conference_ids.extend(entry.former_ids.iter().chain([&entry.id]).cloned());
        }
        known.conferences = conferences.conference;
        for entry in conferences.series {
            known.series.extend(entry.former_ids);
            known.series.insert(entry.id);
        }
        for entry in themes.theme {
            for name in [&entry.id, &entry.name].into_iter().chain(&entry.aliases) {
                known.themes.entry(name_key(name)).or_insert_with(|| entry.id.clone());
            }
            known.theme_ids.extend(entry.former_ids);
            known.theme_ids.insert(entry.id);
        }
        known.no_themes = themes.no_themes.iter().map(|tag| name_key(tag)).collect();
        Ok(known)
    }

    /// Id and series of each conference with that id or one of those names, unless its year differs.
    pub(super) fn conferences_called<'a>(
        &self,
        id: &'a str,
        names: impl Iterator<Item = &'a str>,
        year: Option<u16>,
    ) -> Vec<(&str, &str)> {
        let places: BTreeSet<usize> = std::iter::once(id)
            .chain(names)
            .filter_map(|name| self.conferences_by_name.get(&name_key(name)))
            .flatten()
            .copied()
            .collect();
        let entries = places.into_iter().filter_map(|place| self.conferences.get(place));
        let is_of_year = |entry: &&Conference| {
            let known = entry.start.as_ref().and_then(year_of);
            known.zip(year).is_none_or(|(known, year)| known == year)
        };
        entries.filter(is_of_year).map(|it| (it.id.as_str(), it.series.as_str())).collect()
    }

    /// Whether a conference has or had that id.
    pub(super) fn has_conference(&self, id: &str) -> bool {
        self.conference_ids.contains(id)
    }

    /// Whether a series has or had that id.
    pub(in crate::import) fn has_series(&self, id: &str) -> bool {
        self.series.contains(id)
    }

    /// Whether a theme has or had that id.
    pub(super) fn has_theme(&self, id: &str) -> bool {
        self.theme_ids.contains(id)
    }

    /// The id of the theme with a name.
    pub(super) fn theme(&self, key: &str) -> Option<&str> {
        self.themes.get(key).map(String::as_str)
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

/// The year of a day, which TOML may hold as a text, a date or a number.
fn year_of(day: &toml::Value) -> Option<u16> {
    let text = day.as_str().map_or_else(|| day.to_string(), str::to_owned);
    text.parse().ok().map(PartialDate::year)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONFERENCES: &str = r#"
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
        let file = ("conferences.toml".to_owned(), CONFERENCES.as_bytes().to_vec());
        let known = Known::read(&BTreeMap::from([file])).unwrap();
        let check = |id: &str, name: &str, year: Option<u16>, expected: bool| {
            let found = known.conferences_called(id, [name].into_iter(), year);
            assert_eq!(found == [("loom-2018", "loom")], expected, "{id} {name} {year:?}");
        };
        check("x", "Loomconf 2018", None, true);
        check("loom-2018", "x", Some(2018), true);
        check("x", "LoomConf", Some(2018), true);
        check("x", "LoomConf", Some(2019), false);
        check("x", "Loom", None, false);
        assert!(known.has_conference("lc18") && known.has_series("loom"));
    }

    #[test]
    fn a_broken_registry_is_named() {
        let files = |text: &str| BTreeMap::from([("themes.toml".to_owned(), text.into())]);
        for text in ["[", "theme = 3", "\u{feff}["] {
            assert_eq!(Known::read(&files(text)).unwrap_err().0, "themes.toml", "{text}");
        }
    }
}
