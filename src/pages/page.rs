//! The pages about the items of a collection.

use super::link::ORGANIZATION;
use crate::{
    model::{ConferenceId, OrganizationId, PersonId, RecapId, TalkId, ThemeId},
    query::{EntityIndex, FacetValue},
    ui::{
        display_names::{conference_name, organization_name, person_name, theme_name},
        link::{folder, page_path},
    },
};

/// A page about one item.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Page {
    /// An edition.
    Conference(ConferenceId),
    /// A talk.
    Talk(TalkId),
    /// A theme.
    Theme(ThemeId),
    /// A person.
    Person(PersonId),
    /// An organization.
    Organization(OrganizationId),
    /// An article.
    Recap(RecapId),
    /// A year.
    Year(u16),
}

impl Page {
    /// The file below the folder of the site.
    pub(crate) fn path(&self) -> String {
        match self {
            Self::Conference(id) => page_path(folder::CONFERENCE, id.as_str()),
            Self::Talk(id) => page_path(folder::TALK, id.as_str()),
            Self::Theme(id) => page_path(folder::THEME, id.as_str()),
            Self::Person(id) => page_path(folder::PERSON, id.as_str()),
            Self::Organization(id) => page_path(ORGANIZATION, id.as_str()),
            Self::Recap(id) => page_path(folder::RECAP, id.as_str()),
            Self::Year(year) => page_path(folder::YEAR, &year.to_string()),
        }
    }

    /// The filter that leaves only the subject of the page; `None` if there is no such filter.
    pub(crate) fn facet_value(&self) -> Option<FacetValue> {
        match self {
            Self::Conference(id) => Some(FacetValue::Conference(id.clone())),
            Self::Theme(id) => Some(FacetValue::Theme(id.clone())),
            Self::Person(id) => Some(FacetValue::Person(id.clone())),
            Self::Organization(id) => Some(FacetValue::Organization(id.clone())),
            Self::Year(year) => Some(FacetValue::Year(*year)),
            Self::Talk(_) | Self::Recap(_) => None,
        }
    }
}

/// Every page of a collection.
pub(crate) fn all_pages(index: &EntityIndex) -> Vec<Page> {
    let catalog = index.catalog();
    let mut pages = Vec::new();
    pages.extend(catalog.conferences.iter().map(|it| Page::Conference(it.id.clone())));
    pages.extend(catalog.talks.iter().map(|it| Page::Talk(it.id.clone())));
    pages.extend(catalog.themes.iter().map(|it| Page::Theme(it.id.clone())));
    pages.extend(catalog.people.iter().map(|it| Page::Person(it.id.clone())));
    pages.extend(catalog.organizations.iter().map(|it| Page::Organization(it.id.clone())));
    pages.extend(catalog.recaps.iter().map(|it| Page::Recap(it.id.clone())));
    pages.extend(index.years().into_iter().map(Page::Year));
    pages
}

/// The title of a page. An unknown id is shown as it is.
pub(crate) fn page_title(index: &EntityIndex, page: &Page) -> String {
    match page {
        Page::Conference(id) => conference_name(index, id),
        Page::Talk(id) => index.talk(id).map_or_else(|| id.to_string(), |talk| talk.title.clone()),
        Page::Theme(id) => theme_name(index, id),
        Page::Person(id) => person_name(index, id),
        Page::Organization(id) => organization_name(index, id),
        Page::Year(year) => year.to_string(),
        Page::Recap(id) => {
            index.recap(id).map_or_else(|| id.to_string(), |recap| recap.title.clone())
        }
    }
}
