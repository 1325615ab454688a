//! What programs read of a site: heads of pages, lists for crawlers, feeds, calendars, exports.
//!
//! One module writes each format and knows nothing of conferences (`xml`, `ics`, `csv`, `bibtex`,
//! `markdown`); the others know what goes in. Nothing asks for the day: equal data gives equal bytes.

mod atom;
mod bibtex;
mod calendars;
mod csv;
mod description;
mod exports;
mod feeds;
mod forms;
mod head;
mod ics;
mod json_ld;
mod llms;
mod markdown;
#[cfg(test)]
mod markdown_tests;
mod oembed;
mod parts;
mod previews;
mod site_url;
mod sitemap;
mod xml;

pub use site_url::{SiteUrl, SiteUrlError};

use crate::{
    model::{
        Chunk, Conference, ConferenceId, Note, NoteId, OrganizationId, PersonId, RecapId, Site,
        ThemeId,
    },
    query::Index,
    ui::{CONTENTS, Extent, Language, Page, THEMES, all_pages, language},
};
use feeds::Feed;
use previews::Previews;
use std::collections::{BTreeMap, BTreeSet};

/// A collection, for programs.
#[derive(Debug)]
pub struct Machines<'a> {
    site: &'a Site,
    words: &'static Language,
    index: &'a Index,
    notes: BTreeMap<&'a NoteId, &'a Note>,
    url: Option<&'a SiteUrl>,
    /// The feeds by path; none without an address.
    feeds: BTreeMap<String, Feed<'a>>,
    extent: Extent,
    /// Calendars of editions by path.
    calendars: BTreeMap<String, Vec<u8>>,
    /// The paths of what holds parts of the collection.
    parts: BTreeSet<String>,
    /// The pictures; none without an address.
    previews: Previews,
}

/// Files that are made at one go.
#[derive(Clone, Debug)]
pub(crate) enum Task {
    /// What is about all of it.
    Whole,
    /// The notes of a recap.
    Notes(RecapId),
    /// What a page holds.
    Part(Page),
    /// A feed, by path.
    Feed(String),
    /// A picture for previews, by number.
    Picture(usize),
}

impl<'a> Machines<'a> {
    /// Prepares a collection. Without `url`, what needs absolute addresses is left out; `extent` says
    /// which pages have files of their own.
    pub fn new(
        site: &'a Site,
        index: &'a Index,
        chunks: &'a [Chunk],
        url: Option<&'a SiteUrl>,
        extent: Extent,
    ) -> Self {
        let notes = chunks.iter().flat_map(|chunk| &chunk.notes);
        let notes = notes.map(|note| (&note.id, note)).collect();
        let mut machines = Self {
            site,
            words: language(&site.language),
            index,
            notes,
            url,
            feeds: BTreeMap::new(),
            extent,
            calendars: BTreeMap::new(),
            parts: BTreeSet::new(),
            previews: Previews::default(),
        };
        machines.calendars = calendars::calendars(&machines);
        machines.parts = parts::paths(&machines);
        if url.is_some() {
            machines.feeds = feeds::feeds(&machines);
            machines.previews = Previews::new(&machines);
        }
        machines
    }

    /// What there is to make, so that whoever writes it needs to hold little at a time.
    pub(crate) fn tasks(&self) -> Vec<Task> {
        let notes = self.index.catalog().recaps.iter().map(|recap| Task::Notes(recap.id.clone()));
        let parts = parts::pages(self).into_iter().map(Task::Part);
        let feeds = self.feeds.keys().cloned().map(Task::Feed);
        let pictures = (0..self.previews.len()).map(Task::Picture);
        [Task::Whole].into_iter().chain(notes).chain(parts).chain(feeds).chain(pictures).collect()
    }

    /// The files of a task by path below the folder of the site; `former` gives those of an earlier build.
    pub(crate) fn make(
        &self,
        task: &Task,
        former: &dyn Fn(&str) -> Option<Vec<u8>>,
    ) -> BTreeMap<String, Vec<u8>> {
        match task {
            Task::Whole => self.whole(),
            Task::Notes(id) => exports::notes(self, id).into_iter().collect(),
            Task::Part(page) => parts::files(self, page),
            Task::Feed(path) => self.feed_file(path).into_iter().collect(),
            Task::Picture(number) => self.previews.file(*number, former).into_iter().collect(),
        }
    }

    /// Every file that is not a page, by path below the folder of the site.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        self.tasks().iter().flat_map(|task| self.make(task, &|_| None)).collect()
    }

    /// The files about all of it.
    fn whole(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = self.calendars.clone();
        files.extend(exports::exports(self));
        files.insert("llms.txt".to_owned(), llms::llms(self).into_bytes());
        if let Some(url) = self.url {
            let pages = all_pages(self.index).into_iter().map(|page| page.path());
            let own = self.site.pages.iter().map(|page| page.path.clone());
            let site = ["index.html", CONTENTS, THEMES].map(str::to_owned);
            let pages: Vec<String> = site.into_iter().chain(own).chain(pages).collect();
            files.extend(sitemap::whole_sitemap(url, &pages));
            files.insert("robots.txt".to_owned(), sitemap::robots(url).into_bytes());
        }
        files
    }

    fn feed_file(&self, path: &str) -> Option<(String, Vec<u8>)> {
        let (url, feed) = self.url.zip(self.feeds.get(path))?;
        Some((path.to_owned(), atom::atom(self, url, path, feed)))
    }

    /// Whether there is a file beside a page.
    fn has_file(&self, path: &str) -> bool {
        self.calendars.contains_key(path) || self.parts.contains(path)
    }

    /// The absolute address of a file; `None` when nobody said where the site will stand.
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

    // What things are called. An id that names nothing stands for itself.

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

/// An ASCII character as addresses write what they may not hold.
fn percent(c: char) -> String {
    format!("%{:02X}", u32::from(c))
}

/// What a site without an address goes without, for people.
pub const LEFT_OUT: &str =
    "sitemap.xml, robots.txt, Atom feeds, oEmbed, pictures for previews and canonical links";
