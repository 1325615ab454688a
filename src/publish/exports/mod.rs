//! The files of a site that programs read: sitemap, feeds, calendars, tables, references and preview
//! pictures, and the head of each page.
//!
//! One module writes each format and knows nothing about conferences (`xml`, `ics`, `csv`, `bibtex`,
//! `markdown`). The others decide what goes into the files. Nothing here asks for today's date, so equal data
//! gives equal bytes.

mod alternates;
mod atom;
mod bibtex;
mod calendars;
mod citations;
mod collection;
mod csv;
mod description;
mod feeds;
mod head;
mod ics;
mod json_ld;
mod llms;
mod markdown;
#[cfg(test)]
mod markdown_tests;
mod oembed;
mod page_exports;
mod percent;
mod previews;
mod site_url;
mod sitemap;
mod xml;

pub(super) use feeds::series_paths;
pub use site_url::{SiteUrl, SiteUrlError};

use crate::{
    bundle::{Dataset, History},
    i18n::site::{Language, language},
    model::{
        Conference, ConferenceId, ExtraFiles, Note, NoteId, OrganizationId, PersonId, RecapId,
        Site, ThemeId,
    },
    pages::{
        Authors, Page, all_pages,
        link::{THEMES, notes_path},
    },
    query::EntityIndex,
    ui::link::CONTENTS,
};
use feeds::Feed;
use previews::Previews;
use std::collections::{BTreeMap, BTreeSet};

/// The exports of one collection.
#[derive(Debug)]
pub(super) struct Exports<'a> {
    site: &'a Site,
    history: &'a History,
    words: &'static Language,
    index: &'a EntityIndex,
    authors: Authors,
    notes: BTreeMap<&'a NoteId, &'a Note>,
    url: Option<&'a SiteUrl>,
    /// The feeds by path; empty without an address.
    feeds: BTreeMap<String, Feed<'a>>,
    extra_files: ExtraFiles,
    /// The calendars of conferences and series by path.
    calendars: BTreeMap<String, Vec<u8>>,
    /// The paths of the exports beside pages.
    beside_pages: BTreeSet<String>,
    /// The preview pictures; empty without an address.
    previews: Previews,
}

/// One or more files that are made together.
#[derive(Clone, Debug)]
pub(super) enum ExportOutput {
    /// The exports of the whole collection: tables, references, calendars, `llms.txt`, the sitemap.
    Collection,
    /// The notes of a recap.
    Notes(RecapId),
    /// The exports beside a page.
    BesidePage(Page),
    /// A feed, by path.
    Feed(String),
    /// A preview picture, by number.
    Preview(usize),
}

impl<'a> Exports<'a> {
    /// Prepares the exports of a collection. Without `url`, everything that needs absolute addresses is left out.
    pub(super) fn new(
        dataset: &'a Dataset,
        index: &'a EntityIndex,
        url: Option<&'a SiteUrl>,
    ) -> Self {
        let Dataset { site, history, chunks, .. } = dataset;
        let notes = chunks.iter().flat_map(|chunk| &chunk.notes);
        let notes = notes.map(|note| (&note.id, note)).collect();
        let mut exports = Self {
            site,
            history,
            words: language(&site.language),
            index,
            authors: Authors::new(index, &history.author_ids),
            notes,
            url,
            feeds: BTreeMap::new(),
            extra_files: dataset.embedding.extra_files,
            calendars: BTreeMap::new(),
            beside_pages: BTreeSet::new(),
            previews: Previews::default(),
        };
        exports.calendars = calendars::calendars(&exports);
        exports.beside_pages = page_exports::paths(&exports);
        if url.is_some() {
            exports.feeds = feeds::feeds(&exports);
            exports.previews = Previews::new(&exports);
        }
        exports
    }

    /// All outputs.
    pub(super) fn outputs(&self) -> Vec<ExportOutput> {
        let recaps = self.index.catalog().recaps.iter().map(|recap| &recap.id);
        let recaps = recaps.filter(|id| self.extra_files.export(&Page::Recap((*id).clone())));
        let notes = recaps.map(|id| ExportOutput::Notes(id.clone()));
        let beside = page_exports::pages(self).into_iter().map(ExportOutput::BesidePage);
        let feeds = self.feeds.keys().cloned().map(ExportOutput::Feed);
        let previews = (0..self.previews.len()).map(ExportOutput::Preview);
        let all = [ExportOutput::Collection].into_iter().chain(notes).chain(beside);
        all.chain(feeds).chain(previews).collect()
    }

    /// Whether an output may have a file at `path`.
    pub(super) fn may_have(&self, output: &ExportOutput, path: &str) -> bool {
        match output {
            ExportOutput::Collection => {
                self.calendars.contains_key(path)
                    || path.starts_with("export/")
                    || !path.contains('/')
            }
            ExportOutput::Notes(id) => notes_path(id) == path,
            ExportOutput::BesidePage(page) => {
                let page = page.path();
                let stem = page.strip_suffix("html").unwrap_or(&page);
                path.strip_prefix(stem).is_some_and(|ending| !ending.contains('/'))
            }
            ExportOutput::Feed(feed) => feed == path,
            ExportOutput::Preview(number) => self.previews.path(*number) == Some(path),
        }
    }

    /// The files of an output by path. `earlier` gives the files of the site that is replaced: a picture that has not
    /// changed is reused.
    pub(super) fn make(
        &self,
        output: &ExportOutput,
        earlier: impl Fn(&str) -> Option<Vec<u8>>,
    ) -> BTreeMap<String, Vec<u8>> {
        match output {
            ExportOutput::Collection => self.of_collection(),
            ExportOutput::Notes(id) => collection::notes(self, id).into_iter().collect(),
            ExportOutput::BesidePage(page) => page_exports::files(self, page),
            ExportOutput::Feed(path) => self.feed_file(path).into_iter().collect(),
            ExportOutput::Preview(number) => {
                self.previews.file(*number, earlier).into_iter().collect()
            }
        }
    }

    fn of_collection(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = self.calendars.clone();
        files.extend(collection::files(self));
        files.insert("llms.txt".to_owned(), llms::llms(self).into_bytes());
        if let Some(url) = self.url {
            let pages = all_pages(self.index).into_iter().map(|page| page.path());
            let own = self.site.pages.iter().map(|page| page.path.clone());
            let site = ["index.html", CONTENTS, THEMES].map(str::to_owned);
            let authors = self.authors.with_own_page().map(|author| author.path.clone());
            let pages: Vec<String> =
                site.into_iter().chain(own).chain(pages).chain(authors).collect();
            files.extend(sitemap::whole_sitemap(url, &pages));
            files.insert("robots.txt".to_owned(), sitemap::robots(url).into_bytes());
        }
        files
    }

    fn feed_file(&self, path: &str) -> Option<(String, Vec<u8>)> {
        let (url, feed) = self.url.zip(self.feeds.get(path))?;
        Some((path.to_owned(), atom::atom(self, url, path, feed)))
    }

    /// Whether there is an export at a path.
    fn has_file(&self, path: &str) -> bool {
        self.calendars.contains_key(path) || self.beside_pages.contains(path)
    }

    /// The absolute address of a file; `None` when the address of the site is unknown.
    pub(super) fn absolute(&self, path: &str) -> Option<String> {
        self.url.map(|url| url.of(path))
    }

    fn page_address(&self, page: &Page) -> Option<String> {
        self.absolute(&page.path())
    }

    /// The address of a page: absolute, or else relative to the folder `folder/`.
    fn address_from(&self, folder: &str, page: &Page) -> String {
        let up = "../".repeat(folder.matches('/').count());
        self.page_address(page).unwrap_or_else(|| up + &page.path())
    }

    // Names of things. An unknown id is shown as it is.

    fn person_name(&self, id: &PersonId) -> String {
        self.index.person(id).map_or_else(|| id.to_string(), |person| person.name.clone())
    }

    fn organization_name<'b>(&'b self, id: &'b OrganizationId) -> &'b str {
        self.index.organization(id).map_or(id.as_str(), |organization| &organization.name)
    }

    fn theme_name<'b>(&'b self, id: &'b ThemeId) -> &'b str {
        self.index.theme(id).map_or(id.as_str(), |theme| &theme.name)
    }

    fn edition_name(&self, id: Option<&ConferenceId>) -> Option<&str> {
        id.and_then(|id| self.index.conference(id)).map(|conference| conference.name.as_str())
    }

    fn series_name<'b>(&self, conference: &'b Conference) -> &'b str
    where
        'a: 'b,
    {
        let series = self.index.catalog().series.iter().find(|it| it.id == conference.series);
        series.map_or(conference.series.as_str(), |series| &series.name)
    }
}
