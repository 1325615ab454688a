//! Counts files of kinds that Hallway does not read, so that none is ignored silently.

use super::pandoc;
use crate::ingest::CONVERTED;
use std::collections::BTreeMap;

/// Extensions of calendars and schedules.
const SCHEDULES: &[&str] = &["ics", "xml", "json"];

/// Files beside recaps that are not recaps: pictures, recordings and files of a site.
const BESIDE: &[&str] = &[
    "png",
    "jpg",
    "jpeg",
    "gif",
    "svg",
    "webp",
    "avif",
    "heic",
    "ico",
    "mp3",
    "mp4",
    "mov",
    "webm",
    "css",
    "js",
    "toml",
    "yml",
    "yaml",
    "canvas",
    "excalidraw",
];

/// Number of files by extension.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct PassedOver {
    counts: BTreeMap<String, usize>,
    /// Whether Pandoc is installed; `None` before the first file that asks.
    has_pandoc: Option<bool>,
}

impl PassedOver {
    /// Counts a file with that extension, in lower case.
    pub(super) fn count(&mut self, ending: &str) {
        if !BESIDE.contains(&ending) {
            *self.counts.entry(ending.to_owned()).or_default() += 1;
        }
    }

    /// Whether other documents can be converted.
    pub(super) fn can_convert(&mut self) -> bool {
        *self.has_pandoc.get_or_insert_with(pandoc::is_installed)
    }

    /// One line for each kind of file: how many there are, and how to read them.
    pub fn lines(&self) -> Vec<String> {
        let schedules = "these are not notes; \"hallway import --help\" says what can be imported";
        let lines = [
            self.line(
                is_document,
                ["document", "documents"],
                "Hallway reads such files if Pandoc is installed",
            ),
            self.line(is_schedule, ["calendar or schedule", "calendars or schedules"], schedules),
            self.line(
                is_other,
                ["other file", "other files"],
                "a recap is Markdown, HTML or plain text",
            ),
        ];
        lines.into_iter().flatten().collect()
    }

    fn line(&self, is_one: fn(&str) -> bool, nouns: [&str; 2], help: &str) -> Option<String> {
        let counts = self.counts.iter().filter(|(ending, _)| is_one(ending));
        let all: usize = counts.clone().map(|(_, count)| *count).sum();
        let kinds = counts.map(|(ending, _)| match ending.as_str() {
            "" => "no ending".to_owned(),
            ending => format!(".{ending}"),
        });
        let kinds: Vec<String> = kinds.collect();
        let [one, many] = nouns;
        let noun = if all == 1 { one } else { many };
        (all > 0).then(|| format!("not read: {all} {noun} ({}); {help}", kinds.join(", ")))
    }
}

fn is_document(ending: &str) -> bool {
    CONVERTED.contains(&ending)
}

fn is_schedule(ending: &str) -> bool {
    SCHEDULES.contains(&ending)
}

fn is_other(ending: &str) -> bool {
    !is_document(ending) && !is_schedule(ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_sort_has_a_line() {
        let mut passed_over = PassedOver::default();
        for ending in ["ics", "json", "pdf", "", "rst", "png", "pdf"] {
            passed_over.count(ending);
        }
        assert_eq!(
            passed_over.lines(),
            [
                "not read: 1 document (.rst); Hallway reads such files if Pandoc is installed",
                "not read: 2 calendars or schedules (.ics, .json); these are not notes; \"hallway import --help\" says what can be imported",
                "not read: 3 other files (no ending, .pdf); a recap is Markdown, HTML or plain text",
            ]
        );
        assert_eq!(PassedOver::default().lines(), [""; 0]);
    }
}
