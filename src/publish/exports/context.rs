//! What exports are made from, and the names and addresses that they write.

use super::site_url::SiteUrl;
use crate::{
    bundle::{Dataset, History},
    i18n::site::{Language, language},
    model::{
        Conference, ConferenceId, ExtraFiles, Note, NoteId, OrganizationId, PersonId, Site, ThemeId,
    },
    pages::{Authors, Page},
    query::EntityIndex,
};
use std::collections::BTreeMap;

/// A collection, as exports see it.
#[derive(Debug)]
pub(super) struct ExportContext<'a> {
    pub(super) site: &'a Site,
    pub(super) history: &'a History,
    pub(super) words: &'static Language,
    pub(super) index: &'a EntityIndex,
    pub(super) authors: Authors,
    pub(super) notes: BTreeMap<&'a NoteId, &'a Note>,
    /// The address of the site, if it is known.
    pub(super) url: Option<&'a SiteUrl>,
    pub(super) extra_files: ExtraFiles,
}

impl<'a> ExportContext<'a> {
    pub(super) fn new(
        dataset: &'a Dataset,
        index: &'a EntityIndex,
        url: Option<&'a SiteUrl>,
    ) -> Self {
        let Dataset { site, history, chunks, .. } = dataset;
        let notes = chunks.iter().flat_map(|chunk| &chunk.notes);
        Self {
            site,
            history,
            words: language(&site.language),
            index,
            authors: Authors::new(index, &history.author_ids),
            notes: notes.map(|note| (&note.id, note)).collect(),
            url,
            extra_files: dataset.embedding.extra_files,
        }
    }

    /// The absolute address of a file; `None` when the address of the site is unknown.
    pub(super) fn absolute(&self, path: &str) -> Option<String> {
        self.url.map(|url| url.of(path))
    }

    pub(super) fn page_address(&self, page: &Page) -> Option<String> {
        self.absolute(&page.path())
    }

    /// The address of a page: absolute, or else relative to the folder `folder/`.
    pub(super) fn address_from(&self, folder: &str, page: &Page) -> String {
        let up = "../".repeat(folder.matches('/').count());
        self.page_address(page).unwrap_or_else(|| up + &page.path())
    }

    // Names of things. An unknown id is shown as it is.

    pub(super) fn person_name(&self, id: &PersonId) -> String {
        self.index.person(id).map_or_else(|| id.to_string(), |person| person.name.clone())
    }

    pub(super) fn organization_name<'b>(&'b self, id: &'b OrganizationId) -> &'b str {
        self.index.organization(id).map_or(id.as_str(), |organization| &organization.name)
    }

    pub(super) fn theme_name<'b>(&'b self, id: &'b ThemeId) -> &'b str {
        self.index.theme(id).map_or(id.as_str(), |theme| &theme.name)
    }

    pub(super) fn edition_name(&self, id: Option<&ConferenceId>) -> Option<&str> {
        id.and_then(|id| self.index.conference(id)).map(|conference| conference.name.as_str())
    }

    pub(super) fn series_name<'b>(&self, conference: &'b Conference) -> &'b str
    where
        'a: 'b,
    {
        let series = self.index.catalog().series.iter().find(|it| it.id == conference.series);
        series.map_or(conference.series.as_str(), |series| &series.name)
    }
}
