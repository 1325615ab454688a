//! What must hold between the entries of registries, and is no matter of one type.

use super::registry::{FILES, Registries};
use crate::{
    ingest::{Diagnostic, Severity, Source},
    model::Site,
};
use std::collections::BTreeSet;

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
        let known: BTreeSet<&str> = entries.series.iter().map(|entry| entry.id.as_str()).collect();
        for entry in &entries.conference {
            if !known.contains(entry.series.as_str()) {
                self.report(
                    conferences,
                    "unknown-series",
                    &entry.series,
                    format!("there is no series \"{}\"", entry.series),
                    "name the id of a [[series]] in this file",
                );
            }
            if let (Some(start), Some(end)) = (entry.start, entry.end)
                && end.last_day_number() < start.first_day_number()
            {
                self.report(
                    conferences,
                    "dates-reversed",
                    &entry.id,
                    format!("\"{}\" ends before it begins", entry.id),
                    "swap start and end, or mend the one that is wrong",
                );
            }
        }
        let known: BTreeSet<&str> =
            registries.themes.theme.iter().map(|entry| entry.id.as_str()).collect();
        for entry in &registries.themes.theme {
            let broader = entry.broader.as_deref().unwrap_or(&entry.id);
            if !known.contains(broader) || entry.broader.as_deref() == Some(entry.id.as_str()) {
                self.report(
                    themes,
                    "unknown-theme",
                    broader,
                    format!("\"{}\" cannot be a part of \"{broader}\"", entry.id),
                    "name the id of another [[theme]] in this file",
                );
            }
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
