//! The same thing in other forms: which files hold what a page does, for programs and for readers.

use super::{Machines, calendars, exports, feeds, parts};
use crate::ui::{
    CONTENTS, MachineStrings, Page, Sheet, all_pages, calendar_path, notes_path, page_title,
};
use std::collections::BTreeMap;

/// A file that holds what a page does.
pub(super) struct Other {
    pub(super) form: Form,
    pub(super) path: String,
    pub(super) title: String,
}

/// What sort of file.
#[derive(Clone, Copy)]
pub(super) enum Form {
    Feed,
    Calendar,
    Text,
    Table,
    References,
}

impl Form {
    /// What programs call it.
    pub(super) fn media_type(self) -> &'static str {
        match self {
            Self::Feed => "application/atom+xml",
            Self::Calendar => "text/calendar",
            Self::Text => "text/markdown",
            Self::Table => "text/csv",
            Self::References => "application/x-bibtex",
        }
    }

    /// What readers call it.
    fn name(self, words: &MachineStrings) -> &'static str {
        match self {
            Self::Feed => words.feed_form,
            Self::Calendar => words.calendar,
            Self::Text => words.text_form,
            Self::Table => words.table_form,
            Self::References => words.references_form,
        }
    }
}

impl Machines<'_> {
    /// The files that hold what each page does, for its readers: by the path of the page, what each is
    /// called, and its path.
    pub fn forms(&self) -> BTreeMap<String, Vec<(String, String)>> {
        let links = |others: Vec<Other>| -> Vec<(String, String)> {
            others
                .into_iter()
                .map(|it| (it.form.name(&self.words.machines).to_owned(), it.path))
                .collect()
        };
        let pages = all_pages(self.index);
        let pages = pages.iter().map(|page| (page.path(), links(self.beside(page))));
        let all = self.feed(feeds::ALL.to_owned()).into_iter().chain(self.of_all());
        let all = (CONTENTS.to_owned(), links(all.collect()));
        pages.chain([all]).filter(|(_, links)| !links.is_empty()).collect()
    }

    /// The files that a page names in its head, for programs: also of what it is a part of.
    pub(super) fn forms_for_programs(&self, sheet: &Sheet) -> Vec<Other> {
        let mut others = match &sheet.about {
            Some(page) => self.beside(page),
            None if sheet.is_explorer() => self.of_all().into(),
            None => Vec::new(),
        };
        if let Some(Page::Conference(id)) = &sheet.about
            && let Some(conference) = self.index.conference(id)
        {
            let series = conference.series.as_str();
            others.extend(self.feed(feeds::path_of_series(series)));
            if calendar_path(conference).is_some() {
                let title =
                    format!("{}: {}", self.words.machines.calendar, self.series_name(conference));
                let path = calendars::path_of_series(series);
                others.push(Other { form: Form::Calendar, path, title });
            }
        }
        others.extend(self.feed(feeds::ALL.to_owned()));
        others
    }

    /// The files that hold what a page does, and no more.
    fn beside(&self, page: &Page) -> Vec<Other> {
        let title = page_title(self.index, page);
        if let Page::Recap(id) = page {
            return vec![Other { form: Form::Text, path: notes_path(id), title }];
        }
        let forms = [
            (Form::Calendar, "ics"),
            (Form::Text, "md"),
            (Form::Table, "csv"),
            (Form::References, "bib"),
        ];
        let path = page.path();
        let made = forms.into_iter().filter_map(|(form, ending)| {
            let path = parts::path_of(&path, ending);
            let title = [form.name(&self.words.machines), ": ", &title].concat();
            self.has_file(&path).then_some(Other { form, path, title })
        });
        self.feed(feeds::path_of(&path)).into_iter().chain(made).collect()
    }

    fn feed(&self, path: String) -> Option<Other> {
        let title = self.feeds.get(&path)?.title.clone();
        Some(Other { form: Form::Feed, path, title })
    }
    /// The files that hold the whole collection.
    fn of_all(&self) -> [Other; 2] {
        let words = &self.words.machines;
        let other = |form, path: &str, title: &str| Other {
            form,
            path: path.to_owned(),
            title: title.to_owned(),
        };
        [
            other(Form::Table, exports::TALKS, words.talks_table),
            other(Form::References, exports::REFERENCES, words.bibliography),
        ]
    }
}
