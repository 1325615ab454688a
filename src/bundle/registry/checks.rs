//! Checks the relations between registry entries.

use super::entries::{ConferenceEntry, Conferences, FILES, People, ThemeEntry};
use crate::{
    ingest::{Diagnostic, Severity, Source, linkable, name_key},
    model::Site,
    text::any_script::{is_device, storable},
};
use std::collections::{BTreeMap, BTreeSet};

/// Years in which a conference can take place. Other years are typos.
const YEARS: std::ops::RangeInclusive<u16> = 1800..=2199;

/// How many problems of one kind are reported for a file. A last report says that there are more.
const MOST_OF_A_KIND: usize = 50;

/// Checks the entries of registries and reports what is wrong.
pub(in crate::bundle) struct Checks<'a, R> {
    pub(in crate::bundle) read: &'a R,
    pub(in crate::bundle) diagnostics: &'a mut Vec<Diagnostic>,
}

impl<R: Fn(&str) -> Option<Vec<u8>>> Checks<'_, R> {
    /// Checks all registries. `language` is that of the site.
    pub(in crate::bundle) fn run(
        mut self,
        entries: &Conferences,
        all_themes: &[ThemeEntry],
        all_people: &People,
        language: &str,
    ) {
        let [conferences, themes, people, site] = FILES;
        self.language(site, language);
        self.ids(conferences, entries.series.iter().map(|it| (&it.id, &it.former_ids[..])));
        self.ids(conferences, entries.conference.iter().map(|it| (&it.id, &it.former_ids[..])));
        self.ids(themes, all_themes.iter().map(|it| (&it.id, &it.former_ids[..])));
        self.ids(people, all_people.person.iter().map(|it| (&it.id, &it.former_ids[..])));
        let organizations = &all_people.organization;
        self.ids(people, organizations.iter().map(|it| (&it.id, &it.former_ids[..])));
        self.names(conferences, entries.series.iter().map(|it| (&it.id, &it.name)));
        self.names(conferences, entries.conference.iter().map(|it| (&it.id, &it.name)));
        self.names(themes, all_themes.iter().map(|it| (&it.id, &it.name)));
        self.names(people, all_people.person.iter().map(|it| (&it.id, &it.name)));
        self.names(people, organizations.iter().map(|it| (&it.id, &it.name)));
        self.folded_names(conferences, entries.series.iter().map(|it| (&it.id, &it.name)));
        self.folded_names(conferences, entries.conference.iter().map(|it| (&it.id, &it.name)));
        self.folded_names(themes, all_themes.iter().map(|it| (&it.id, &it.name)));
        self.folded_names(people, organizations.iter().map(|it| (&it.id, &it.name)));
        let known: BTreeSet<&str> = entries.series.iter().map(|entry| entry.id.as_str()).collect();
        for entry in &entries.conference {
            self.conference(conferences, entry, &known);
        }
        self.themes(themes, all_themes);
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
            let help = "swap start and end, or correct the one that is wrong";
            self.report(file, "dates-reversed", &entry.id, message, help);
        }
        for date in [entry.start, entry.end].into_iter().flatten() {
            if !YEARS.contains(&date.year()) {
                let message = format!("no conference was in {}", date.year());
                let help =
                    "correct the year: the timeline shows all years from the first to the last";
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
            // A chain without a circle has at most as many steps as there are themes.
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
                    let help =
                        "give it to one of them only; texts that mention it count for the first";
                    self.tell(Severity::Warning, file, ("shared-name", word), message, help);
                }
            }
        }
    }

    /// Names of two entries must differ in more than punctuation. Signs that are pronounced count: `C++` is not `C#`.
    fn folded_names<'b>(
        &mut self,
        file: &str,
        entries: impl Iterator<Item = (&'b String, &'b String)>,
    ) {
        let mut known: BTreeMap<String, (&str, &str)> = BTreeMap::new();
        for (id, name) in entries.filter(|(_, name)| !name_key(name).is_empty()) {
            let (other, before) = *known.entry(name_key(name)).or_insert((id, name));
            if other != id && before.to_lowercase() != name.to_lowercase() {
                let (line, first) = (self.line_of(file, name), self.line_of(file, before));
                let message = format!(
                    "\"{name}\" (line {line}) and \"{before}\" (line {first}) differ in marks only"
                );
                let help = "rename one of them, or make it an alias of the other";
                self.report(file, "folded-name", name, message, help);
            }
        }
    }

    /// The last line that contains the quoted value.
    fn line_of(&self, file: &str, value: &str) -> usize {
        let bytes = (self.read)(file).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let at = text.rfind(&format!("\"{value}\"")).unwrap_or_default();
        text.get(..at).map_or(1, |before| before.matches('\n').count() + 1)
    }

    /// An entry without a name would be a link that nobody can see.
    fn names<'b>(&mut self, file: &str, entries: impl Iterator<Item = (&'b String, &'b String)>) {
        for (id, _) in entries.filter(|(_, name)| name.trim().is_empty()) {
            let message = format!("\"{id}\" has no name");
            self.report(file, "no-name", id, message, "give it one: name = \"…\"");
        }
    }

    /// Reports an address that must not be linked. An empty text is not an address.
    pub(in crate::bundle) fn address(&mut self, severity: Severity, file: &str, url: &str) {
        if !url.trim().is_empty() && linkable(url).is_none() {
            let message = format!("\"{url}\" is not an address that a reader can follow");
            let help = "write the full address, beginning with https://";
            self.tell(severity, file, ("address", url), message, help);
        }
    }

    /// A variant such as `ar-EG` counts as its language.
    fn language(&mut self, file: &str, language: &str) {
        let name = language.split('-').next().unwrap_or_default();
        if !Site::LANGUAGES.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            let message = format!("the site has no translation for \"{language}\"");
            let help = format!(
                "the site will be in English; it speaks {}. The language of a recap is stated in its header",
                Site::LANGUAGES.join(", ")
            );
            self.tell(Severity::Warning, file, ("site-language", language), message, &help);
        }
    }

    /// Current and former ids must be unique, because an address belongs to one thing forever.
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
            if is_device(id) {
                let message = format!(
                    "Windows has no file of the name \"{id}\", so the page is called \"{}\"",
                    storable(id)
                );
                self.tell(Severity::Warning, file, ("id", id), message, "add a word to the id");
            }
            if !seen.insert(storable(id)) {
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

    /// Reports the last line that contains the quoted value: if two entries are equal, the second one should be
    /// changed.
    pub(in crate::bundle) fn tell(
        &mut self,
        severity: Severity,
        file: &str,
        (code, value): (&'static str, &str),
        message: String,
        help: &str,
    ) {
        // Each report searches the whole file, so their number is limited.
        let is_alike = |told: &&Diagnostic| told.code == code && told.path == file;
        let n_alike = self.diagnostics.iter().filter(is_alike).count();
        if n_alike >= MOST_OF_A_KIND {
            if n_alike == MOST_OF_A_KIND {
                let message = "there are more problems like these in this file".to_owned();
                let help = "fix these, and check again";
                self.diagnostics.push(Diagnostic::of_file(severity, code, file, message, help));
            }
            return;
        }
        let bytes = (self.read)(file).unwrap_or_default();
        let (source, _) = Source::new(file, &bytes);
        let source = source.unwrap_or_default();
        let quoted = format!("\"{value}\"");
        // Other entries may use a wrong id; the fix belongs where the id is defined.
        let given =
            if code == "id" { source.text.rfind(&format!("\nid = {quoted}")) } else { None };
        let at = given.map(|at| at + "\nid = ".len()).or_else(|| source.text.rfind(&quoted));
        let at = at.map_or(0..0, |at| at + 1..at + 1 + value.len());
        self.diagnostics.push(source.diagnostic(severity, code, at, message, help));
    }
}

/// The chain from a theme back to itself, in words.
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
