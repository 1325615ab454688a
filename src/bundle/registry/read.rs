//! Reads the registries of a folder, or the built-in ones if it has none.

use super::checks::Checks;
use super::entries::{Conferences, FILES, People, SiteEntry, Themes};
use super::joined::{extend, merged};
use super::toml_text::{hidden_in, with_quoted_dates};
use super::wording::plain;
use crate::bundle::ledger::{FormerId, IdKind};
use crate::ingest::{Diagnostic, Severity, Source, linkable};
use crate::model::Site;
use serde::de::DeserializeOwned;

/// All registries.
#[derive(Clone, Debug, Default)]
pub(in crate::bundle) struct Registries {
    /// Series and editions.
    pub conferences: Conferences,
    /// Themes.
    pub themes: Themes,
    /// People and organizations.
    pub people: People,
    /// The site, as shown to readers.
    pub site: Site,
    /// The contents of `site.toml`, unchanged.
    pub settings: SiteEntry,
}

const BUILT_IN: [&str; 3] = [
    include_str!("../../../data/conferences.toml"),
    include_str!("../../../data/themes.toml"),
    include_str!("../../../data/people.toml"),
];

impl Registries {
    /// Reads the registries of a folder. `read` returns the bytes of a file. When it returns `None`, the
    /// built-in registry is used.
    pub(in crate::bundle) fn read(
        read: impl Fn(&str) -> Option<Vec<u8>>,
    ) -> (Self, Vec<Diagnostic>) {
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
        if registries.themes.extend {
            extend(&mut registries.themes.theme, themes);
        }
        registries.settings = parse(site_file, read(site_file), "", &mut diagnostics);
        registries.site = site_of(&registries.settings);
        let people = &mut registries.people;
        people.person = merged(std::mem::take(&mut people.person));
        people.organization = merged(std::mem::take(&mut people.organization));
        registries.follow_former_ids();
        let mut checks = Checks { read: &read, diagnostics: &mut diagnostics };
        for url in [&registries.settings.source, &registries.settings.report] {
            checks.address(Severity::Error, site_file, url);
        }
        checks.run(
            &registries.conferences,
            &registries.themes.theme,
            &registries.people,
            &registries.site.language,
        );
        registries.make_storable();
        (registries, diagnostics)
    }
}

impl Registries {
    /// Every former id, with the current one.
    pub(in crate::bundle) fn former_ids(&self) -> Vec<FormerId> {
        let entries = self.entries().into_iter().flat_map(|(kind, now, _, ids)| {
            ids.iter().map(move |id| FormerId { kind, id: id.clone(), now: now.to_owned() })
        });
        entries.collect()
    }

    /// All names: kind, id and name.
    pub(in crate::bundle) fn names(&self) -> Vec<(IdKind, String, String)> {
        let entries = self.entries().into_iter().flat_map(|(kind, id, names, _)| {
            names.into_iter().map(move |name| (kind, id.to_owned(), name.to_owned()))
        });
        entries.collect()
    }

    /// Every entry: kind, id, names and former ids.
    fn entries(&self) -> Vec<(IdKind, &str, Vec<&str>, &[String])> {
        fn names<'a>(name: &'a str, aliases: &'a [String]) -> Vec<&'a str> {
            aliases.iter().map(String::as_str).chain([name]).collect()
        }
        let mut entries = Vec::new();
        entries.extend(self.conferences.series.iter().map(|it| {
            (IdKind::Series, it.id.as_str(), names(&it.name, &it.aliases), &it.former_ids[..])
        }));
        entries.extend(self.conferences.conference.iter().map(|it| {
            (IdKind::Conference, it.id.as_str(), names(&it.name, &it.aliases), &it.former_ids[..])
        }));
        entries.extend(self.themes.theme.iter().map(|it| {
            (IdKind::Theme, it.id.as_str(), names(&it.name, &it.aliases), &it.former_ids[..])
        }));
        let people = self.people.person.iter().map(|it| (IdKind::Person, it));
        let organizations = self.people.organization.iter().map(|it| (IdKind::Organization, it));
        entries.extend(people.chain(organizations).map(|(kind, it)| {
            (kind, it.id.as_str(), names(&it.name, &it.aliases), &it.former_ids[..])
        }));
        entries
    }
}

fn site_of(entry: &SiteEntry) -> Site {
    let or =
        |text: &str, default: &str| if text.trim().is_empty() { default } else { text }.to_owned();
    Site {
        title: or(&entry.title, "Conference notes"),
        description: entry.description.clone(),
        language: or(&entry.language, "en"),
        source: linkable(&entry.source).unwrap_or_default(),
        report: linkable(&entry.report).unwrap_or_default(),
        license: entry.license.clone(),
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
        // Most often the escape is written this way. Otherwise the report is about the whole file.
        let range = source.text.to_lowercase().find(&format!("\\u{hidden:04x}"));
        let range = range.map_or(0..0, |at| at..at + 6);
        let (severity, code) = (Severity::Error, "control-character");
        diagnostics.push(source.diagnostic(severity, code, range, message, "delete it"));
    }
    // Days may stand without quotation marks.
    let read = toml::from_str(&source.text)
        .or_else(|error| toml::from_str(&with_quoted_dates(&source.text)).or(Err(error)));
    read.unwrap_or_else(|error| {
        let range = error.span().unwrap_or(0..0);
        let (message, help) = plain(&source.text, &range, error.message());
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
    fn days_may_stand_without_quotation_marks() {
        let text = "[[series]]\nid = \"s\"\nname = \"S\"\n[[conference]]\nid = \"a\"\nname = \"A\"\nseries = \"s\"\n\
            start = 2018-05-02 # Wednesday\nend=2018-05\n";
        let (registries, diagnostics) =
            Registries::read(|name| (name == "conferences.toml").then(|| text.as_bytes().to_vec()));
        assert_eq!(diagnostics, []);
        let days = registries.conferences.conference.iter().map(|it| (it.start, it.end));
        let days: Vec<_> = days
            .map(|(start, end)| (start.unwrap().to_string(), end.unwrap().to_string()))
            .collect();
        assert_eq!(days, [("2018-05-02".to_owned(), "2018-05".to_owned())]);
    }

    #[test]
    fn themes_whose_names_fold_alike_are_refused() {
        let theme = |id: &str, name: &str| format!("[[theme]]\nid = \"{id}\"\nname = \"{name}\"\n");
        let check = |names: [&str; 2], expected: &[&str]| {
            let text = theme("a", names[0]) + &theme("b", names[1]);
            let (_, found) =
                Registries::read(|name| (name == "themes.toml").then(|| text.clone().into_bytes()));
            let found: Vec<&str> = found.iter().map(|found| found.message.as_str()).collect();
            assert_eq!(found, expected, "{names:?}");
        };
        check(["C++", "C#"], &[]);
        check([".NET", "net"], &[]);
        check(
            ["CI/CD", "CI-CD"],
            &["\"CI-CD\" (line 6) and \"CI/CD\" (line 3) differ in marks only"],
        );
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
        check("site.toml", "extra_files = \"all-pages\"\n", &[]);
        check("site.toml", "extra_files = \"none\"\n", &[("registry", 1)]);
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
    fn of_many_problems_of_a_kind_some_are_named_and_the_rest_is_not_hidden() {
        let text = "[[theme]]\nid = \"a\"\nname = \"A\"\n".repeat(80);
        let (_, diagnostics) =
            Registries::read(|name| (name == "themes.toml").then(|| text.clone().into_bytes()));
        let alike: Vec<_> = diagnostics.iter().filter(|it| it.code == "duplicate-id").collect();
        assert_eq!(alike.len(), 51);
        assert!(alike.last().is_some_and(|it| it.message.starts_with("there are more")));
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
