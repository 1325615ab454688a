//! What must hold between the entries of registries, and is no matter of one type.

use super::registry::{FILES, Registries};
use super::registry_entries::{ConferenceEntry, ThemeEntry};
use crate::{
    ingest::{Diagnostic, Severity, Source, linkable},
    model::Site,
};
use std::collections::{BTreeMap, BTreeSet};

/// Years in which there may have been a conference; others are slips.
const YEARS: std::ops::RangeInclusive<u16> = 1800..=2199;

/// What must hold between the entries of registries.
pub(super) struct Checks<'a, R> {
    pub(super) read: &'a R,
    pub(super) diagnostics: &'a mut Vec<Diagnostic>,
}

impl<R: Fn(&str) -> Option<Vec<u8>>> Checks<'_, R> {
    pub(super) fn run(mut self, registries: &Registries) {
        let [conferences, themes, people, site] = FILES;
        self.language(site, &registries.site.language);
        let entries = &registries.conferences;
        self.ids(conferences, entries.series.iter().map(|entry| (&entry.id, &[][..])));
        self.ids(conferences, entries.conference.iter().map(|it| (&it.id, &it.former_ids[..])));
        self.ids(themes, registries.themes.theme.iter().map(|it| (&it.id, &it.former_ids[..])));
        self.ids(people, registries.people.person.iter().map(|it| (&it.id, &it.former_ids[..])));
        let organizations = &registries.people.organization;
        self.ids(people, organizations.iter().map(|it| (&it.id, &it.former_ids[..])));
        self.names(conferences, entries.series.iter().map(|it| (&it.id, &it.name)));
        self.names(conferences, entries.conference.iter().map(|it| (&it.id, &it.name)));
        self.names(themes, registries.themes.theme.iter().map(|it| (&it.id, &it.name)));
        self.names(people, registries.people.person.iter().map(|it| (&it.id, &it.name)));
        self.names(people, organizations.iter().map(|it| (&it.id, &it.name)));
        let known: BTreeSet<&str> = entries.series.iter().map(|entry| entry.id.as_str()).collect();
        for entry in &entries.conference {
            self.conference(conferences, entry, &known);
        }
        self.themes(themes, &registries.themes.theme);
    }

    fn conference(&mut self, file: &str, entry: &ConferenceEntry, series: &BTreeSet<&str>) {
        if !series.contains(entry.series.as_str()) {
            let message = format!("there is no series \"{}\"", entry.series);
            let help = "name the id of a [[series]] in this file";
            self.report(file, "unknown-series", &entry.series, message, help);
        }
        if let (Some(start), Some(end)) = (entry.start, entry.end)
            && end.last_day_number() < start.first_day_number()
        {
            let message = format!("\"{}\" ends before it begins", entry.id);
            let help = "swap start and end, or mend the one that is wrong";
            self.report(file, "dates-reversed", &entry.id, message, help);
        }
        for date in [entry.start, entry.end].into_iter().flatten() {
            if !YEARS.contains(&date.year()) {
                let message = format!("no conference was in {}", date.year());
                let help =
                    "mend the year: the picture of time shows all years from the first to the last";
                self.report(file, "year", &date.to_string(), message, help);
            }
        }
        let sources = entry.attendance.iter().map(|crowd| &crowd.source);
        for url in entry.links.iter().map(|link| &link.url).chain(sources) {
            self.address(Severity::Error, file, url);
        }
    }

    fn themes(&mut self, file: &str, themes: &[ThemeEntry]) {
        let broader: BTreeMap<&str, &str> = themes
            .iter()
            .map(|entry| (entry.id.as_str(), entry.broader.as_deref().unwrap_or_default()))
            .collect();
        let above = |id: &&str| broader.get(id).copied().filter(|above| !above.is_empty());
        for ThemeEntry { id, broader: named, .. } in themes {
            let Some(named) = named else { continue };
            // As many steps as there are themes lead out of every way that has an end.
            let way = || std::iter::successors(above(&id.as_str()), above).take(themes.len());
            let problem = if !broader.contains_key(named.as_str()) {
                format!("\"{id}\" cannot be a part of \"{named}\"")
            } else if way().any(|above| above == id) {
                format!("\"{id}\" would be a part of itself: {}", circle(id, way()))
            } else {
                continue;
            };
            let help = "name the id of another [[theme]] in this file";
            self.report(file, "unknown-theme", named, problem, help);
        }
        let mut known: BTreeMap<String, &str> = BTreeMap::new();
        for entry in themes {
            for word in std::iter::once(&entry.name).chain(&entry.aliases) {
                let other = *known.entry(word.to_lowercase()).or_insert(&entry.id);
                if other != entry.id && !word.is_empty() {
                    let message = format!("\"{word}\" means \"{other}\" and \"{}\"", entry.id);
                    let help = "leave it to one of them; texts that say it are on the first only";
                    self.tell(Severity::Warning, file, ("shared-name", word), message, help);
                }
            }
        }
    }

    /// Something without a name would be a link that nobody sees.
    fn names<'b>(&mut self, file: &str, entries: impl Iterator<Item = (&'b String, &'b String)>) {
        for (id, _) in entries.filter(|(_, name)| name.trim().is_empty()) {
            let message = format!("\"{id}\" has no name");
            self.report(file, "no-name", id, message, "give it one: name = \"…\"");
        }
    }

    /// An address must be one that may stand in a link; an empty one is none.
    pub(super) fn address(&mut self, severity: Severity, file: &str, url: &str) {
        if !url.trim().is_empty() && linkable(url).is_none() {
            let message = format!("\"{url}\" is no address a reader can follow");
            let help = "give the full address, beginning with https://";
            self.tell(severity, file, ("address", url), message, help);
        }
    }

    /// A variant, e.g. `ar-EG`, is spoken in its language.
    fn language(&mut self, file: &str, language: &str) {
        let name = language.split('-').next().unwrap_or_default();
        if !Site::LANGUAGES.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            let message = format!("the words of the site are not there in \"{language}\"");
            let help = format!(
                "they are English then; there are {}. The language of a recap is stated in its header",
                Site::LANGUAGES.join(", ")
            );
            self.tell(Severity::Warning, file, ("site-language", language), message, &help);
        }
    }

    /// Ids, and those they had before: an address belongs to one thing only, for ever.
    fn ids<'b>(&mut self, file: &str, entries: impl Iterator<Item = (&'b String, &'b [String])>) {
        let mut seen = BTreeSet::new();
        let (own, former): (Vec<_>, Vec<_>) = entries.unzip();
        for id in own.into_iter().chain(former.into_iter().flatten()) {
            let id = id.as_str();
            let is_slug = !id.is_empty()
                && id
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
            if !is_slug {
                self.report(
                    file,
                    "id",
                    id,
                    format!("\"{id}\" cannot be an id"),
                    "an id is made of a-z, 0-9 and -",
                );
            }
            if !seen.insert(id) {
                self.report(
                    file,
                    "duplicate-id",
                    id,
                    format!("the id \"{id}\" is used twice"),
                    "give one of the entries another id, or merge them",
                );
            }
        }
    }

    fn report(&mut self, file: &str, code: &'static str, value: &str, message: String, help: &str) {
        self.tell(Severity::Error, file, (code, value), message, help);
    }

    /// Shows the last line that holds the value in quotation marks; the second of two is the one to mend.
    pub(super) fn tell(
        &mut self,
        severity: Severity,
        file: &str,
        (code, value): (&'static str, &str),
        message: String,
        help: &str,
    ) {
        let bytes = (self.read)(file).unwrap_or_default();
        let (source, _) = Source::new(file, &bytes);
        let source = source.unwrap_or_default();
        let quoted = format!("\"{value}\"");
        let at = source.text.rfind(&quoted).map_or(0..0, |at| at + 1..at + 1 + value.len());
        self.diagnostics.push(source.diagnostic(severity, code, at, message, help));
    }
}

/// The way from a theme back to itself, in words.
fn circle<'a>(id: &str, way: impl Iterator<Item = &'a str>) -> String {
    let mut steps = vec![id];
    for above in way {
        steps.push(above);
        if above == id {
            break;
        }
    }
    steps.join(" in ")
}
