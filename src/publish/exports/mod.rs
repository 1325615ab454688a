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
mod context;
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
mod previews;
mod site_url;
mod sitemap;
mod xml;

pub(super) use feeds::series_paths;
pub use site_url::SiteUrl;

use crate::{
    bundle::Dataset,
    model::RecapId,
    pages::{
        Citation, Page, all_pages,
        link::{THEMES, notes_path},
    },
    query::EntityIndex,
    ui::link::CONTENTS,
};
use context::ExportContext;
use feeds::Feed;
use previews::Previews;
use std::collections::{BTreeMap, BTreeSet};

/// The exports of one collection.
#[derive(Debug)]
pub(super) struct Exports<'a> {
    context: ExportContext<'a>,
    /// The feeds by path; empty without an address.
    feeds: BTreeMap<String, Feed<'a>>,
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
        let context = ExportContext::new(dataset, index, url);
        let has_address = url.is_some();
        Self {
            feeds: if has_address { feeds::feeds(&context) } else { BTreeMap::new() },
            calendars: calendars::calendars(&context),
            beside_pages: page_exports::paths(&context),
            previews: if has_address { Previews::new(&context) } else { Previews::default() },
            context,
        }
    }

    /// All outputs.
    pub(super) fn outputs(&self) -> Vec<ExportOutput> {
        let recaps = self.context.index.catalog().recaps.iter().map(|recap| &recap.id);
        let recaps =
            recaps.filter(|id| self.context.extra_files.export(&Page::Recap((*id).clone())));
        let notes = recaps.map(|id| ExportOutput::Notes(id.clone()));
        let beside = page_exports::pages(&self.context).into_iter().map(ExportOutput::BesidePage);
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
            ExportOutput::Notes(id) => collection::notes(&self.context, id).into_iter().collect(),
            ExportOutput::BesidePage(page) => page_exports::files(&self.context, page),
            ExportOutput::Feed(path) => self.feed_file(path).into_iter().collect(),
            ExportOutput::Preview(number) => {
                self.previews.file(*number, earlier).into_iter().collect()
            }
        }
    }

    fn of_collection(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = self.calendars.clone();
        files.extend(collection::files(&self.context));
        files.insert(
            "llms.txt".to_owned(),
            llms::llms(&self.context, self.feed_title(feeds::ALL)).into_bytes(),
        );
        if let Some(url) = self.context.url {
            let pages = all_pages(self.context.index).into_iter().map(|page| page.path());
            let own = self.context.site.pages.iter().map(|page| page.path.clone());
            let site = ["index.html", CONTENTS, THEMES].map(str::to_owned);
            let authors = self.context.authors.with_own_page().map(|author| author.path.clone());
            let pages: Vec<String> =
                site.into_iter().chain(own).chain(pages).chain(authors).collect();
            files.extend(sitemap::whole_sitemap(url, &pages));
            files.insert("robots.txt".to_owned(), sitemap::robots(url).into_bytes());
        }
        files
    }

    fn feed_file(&self, path: &str) -> Option<(String, Vec<u8>)> {
        let (url, feed) = self.context.url.zip(self.feeds.get(path))?;
        Some((path.to_owned(), atom::atom(&self.context, url, path, feed)))
    }

    fn feed_title(&self, path: &str) -> Option<&str> {
        self.feeds.get(path).map(|feed| feed.title.as_str())
    }

    /// The absolute address of a file; `None` when the address of the site is unknown.
    pub(super) fn absolute(&self, path: &str) -> Option<String> {
        self.context.absolute(path)
    }

    /// How to cite each talk and each recap, by the path of its page.
    pub(super) fn citations(&self) -> BTreeMap<String, Citation> {
        self.context.citations()
    }

    /// Whether there is an export at a path.
    fn has_file(&self, path: &str) -> bool {
        self.calendars.contains_key(path) || self.beside_pages.contains(path)
    }
}
