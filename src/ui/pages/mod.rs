//! A page each for conference, talk, theme, person, organization and recap: static, with every text.
//!
//! They are drawn once, by whoever publishes, and not in the browser: a reader gets a page of ten
//! kilobytes that works without a script, and the client does not carry what makes it (see
//! `ARCHITECTURE.md`).

mod blocks;
mod changes;
mod conference;
mod contents;
mod frame;
mod library;
mod life;
mod note;
mod offline;
mod organization;
mod person;
mod reading_list;
mod recap;
mod talk;
mod theme;
mod themes;
mod video;
mod voices;
mod year;

use super::{
    link::{folder, page_path},
    names::{conference_name, organization_name, person_name, theme_name},
    node::{Child as _, Node, el, nothing},
};
use crate::{
    model::{ConferenceId, OrganizationId, OwnPage, PersonId, RecapId, TalkId, ThemeId},
    query::Index,
};
use blocks::blocks;
pub(crate) use contents::contents;
pub(crate) use frame::titled_page;
use frame::{PageParts, page_frame};
pub(crate) use library::{Library, library};
pub(crate) use reading_list::reading_list_page;
pub(crate) use themes::themes_page;
pub(crate) use video::PLAYER_ORIGINS;
pub(crate) use video::page_address as video_page;

/// A page about one thing.
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
            Self::Organization(id) => page_path(folder::ORGANIZATION, id.as_str()),
            Self::Recap(id) => page_path(folder::RECAP, id.as_str()),
            Self::Year(year) => page_path(folder::YEAR, &year.to_string()),
        }
    }
}

/// Every page of a collection.
pub(crate) fn all_pages(index: &Index) -> Vec<Page> {
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

/// What is on a page. `None` when the collection has no such thing.
pub(crate) fn page_content(index: &Index, page: &Page) -> Option<Node> {
    match page {
        Page::Conference(id) => index.conference(id).map(|it| conference::page(index, it)),
        Page::Talk(id) => index.talk(id).map(|it| talk::page(index, it)),
        Page::Theme(id) => index.theme(id).map(|it| theme::page(index, it)),
        Page::Person(id) => index.person(id).map(|it| person::page(index, it)),
        Page::Organization(id) => index.organization(id).map(|it| organization::page(index, it)),
        Page::Recap(id) => index.recap(id).map(|it| recap::page(index, it)),
        Page::Year(year) => index.years().contains(year).then(|| year::page(index, *year)),
    }
}

/// What is on a page of the curator's own.
pub(crate) fn own_page(page: &OwnPage) -> Node {
    let text = el("div").class("prose").child(blocks(&page.blocks, 1));
    page_frame(PageParts {
        kicker: String::new(),
        title: page.title.clone(),
        lead: nothing(),
        facts: nothing(),
        body: text.into_node(),
    })
}

/// What a page is called. An id that names nothing stands for itself.
pub(crate) fn page_title(index: &Index, page: &Page) -> String {
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
