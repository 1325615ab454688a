//! The alternates of each page: files that hold the same content in another format. Heads name them for
//! programs, and pages link to them for readers.

use super::{Exports, calendars, collection, feeds, page_exports};
use crate::i18n::site::ExportStrings;
use crate::pages::link::{calendar_path, notes_path};
use crate::pages::{Page, RenderedPage, all_pages, page_title};
use crate::ui::link::CONTENTS;
use std::collections::BTreeMap;

/// A file that holds the content of a page in another format.
pub(super) struct Alternate {
    pub(super) format: AlternateFormat,
    pub(super) path: String,
    pub(super) title: String,
}

/// The format of an alternate.
#[derive(Clone, Copy)]
pub(super) enum AlternateFormat {
    Feed,
    Calendar,
    Text,
    Table,
    References,
}

impl AlternateFormat {
    /// Its media type.
    pub(super) fn media_type(self) -> &'static str {
        match self {
            Self::Feed => "application/atom+xml",
            Self::Calendar => "text/calendar",
            Self::Text => "text/markdown",
            Self::Table => "text/csv",
            Self::References => "application/x-bibtex",
        }
    }

    /// Its name for readers.
    fn name(self, words: &ExportStrings) -> &'static str {
        match self {
            Self::Feed => words.feed_form,
            Self::Calendar => words.calendar,
            Self::Text => words.text_form,
            Self::Table => words.table_form,
            Self::References => words.references_form,
        }
    }
}

impl Exports<'_> {
    /// The alternates of each page for its readers, by the path of the page: the name and the path of each.
    pub(in crate::publish) fn alternates(&self) -> BTreeMap<String, Vec<(String, String)>> {
        let links = |alternates: Vec<Alternate>| -> Vec<(String, String)> {
            alternates
                .into_iter()
                .map(|it| (it.format.name(&self.context.words.exports).to_owned(), it.path))
                .collect()
        };
        let pages = all_pages(self.context.index);
        let pages = pages.iter().map(|page| (page.path(), links(self.beside(page))));
        let all = self.feed(feeds::ALL.to_owned()).into_iter().chain(self.of_all());
        let all = (CONTENTS.to_owned(), links(all.collect()));
        pages.chain([all]).filter(|(_, links)| !links.is_empty()).collect()
    }

    /// The alternates that a page names in its head for programs, including those of what it belongs to.
    pub(super) fn alternates_in_head(&self, page: &RenderedPage) -> Vec<Alternate> {
        let mut alternates = match &page.about {
            Some(page) => self.beside(page),
            None if page.is_explorer() => self.of_all().into(),
            None => Vec::new(),
        };
        if let Some(Page::Conference(id)) = &page.about
            && let Some(conference) = self.context.index.conference(id)
        {
            let series = conference.series.as_str();
            alternates.extend(self.feed(feeds::path_of_series(series)));
            if calendar_path(conference).is_some() {
                let title = format!(
                    "{}: {}",
                    self.context.words.exports.calendar,
                    self.context.series_name(conference)
                );
                let path = calendars::path_of_series(series);
                alternates.push(Alternate { format: AlternateFormat::Calendar, path, title });
            }
        }
        alternates.extend(self.feed(feeds::ALL.to_owned()));
        alternates
    }

    /// The alternates of a page alone.
    fn beside(&self, page: &Page) -> Vec<Alternate> {
        let title = page_title(self.context.index, page);
        if let Page::Recap(id) = page {
            let text = Alternate { format: AlternateFormat::Text, path: notes_path(id), title };
            return self.context.extra_files.export(page).then_some(text).into_iter().collect();
        }
        let formats = [
            (AlternateFormat::Calendar, "ics"),
            (AlternateFormat::Text, "md"),
            (AlternateFormat::Table, "csv"),
            (AlternateFormat::References, "bib"),
        ];
        let path = page.path();
        let made = formats.into_iter().filter_map(|(format, ending)| {
            let path = page_exports::path_of(&path, ending);
            let title = [format.name(&self.context.words.exports), ": ", &title].concat();
            self.has_file(&path).then_some(Alternate { format, path, title })
        });
        self.feed(feeds::path_of(&path)).into_iter().chain(made).collect()
    }

    fn feed(&self, path: String) -> Option<Alternate> {
        let title = self.feeds.get(&path)?.title.clone();
        Some(Alternate { format: AlternateFormat::Feed, path, title })
    }

    /// The alternates of the whole collection.
    fn of_all(&self) -> [Alternate; 2] {
        let words = &self.context.words.exports;
        let other = |format, path: &str, title: &str| Alternate {
            format,
            path: path.to_owned(),
            title: title.to_owned(),
        };
        [
            other(AlternateFormat::Table, collection::TALKS, words.talks_table),
            other(AlternateFormat::References, collection::REFERENCES, words.bibliography),
        ]
    }
}
