//! A page each for conference, talk, theme, person, organization and recap, open over the explorer.

mod conference;
mod frame;
mod missing;
mod organization;
mod person;
mod recap;
mod talk;
mod theme;

use super::{
    explorer::explorer,
    names::{conference_name, organization_name, person_name, theme_name},
    node::Node,
    strings::words,
};
use crate::query::{Index, Page};
use missing::missing_page;

/// The page that is open, or what to say when there is nothing of that name.
pub(crate) fn open_page(page: Page) -> Node {
    let index = explorer().index();
    let (_, name) = page.parts();
    let drawn = match &page {
        Page::Conference(id) => index.conference(id).map(|it| conference::page(&index, it)),
        Page::Talk(id) => index.talk(id).map(|it| talk::page(&index, it)),
        Page::Theme(id) => index.theme(id).map(|it| theme::page(&index, it)),
        Page::Person(id) => index.person(id).map(|it| person::page(&index, it)),
        Page::Organization(id) => index.organization(id).map(|it| organization::page(&index, it)),
        Page::Recap(id) => index.recap(id).map(|it| recap::page(&index, it)),
    };
    drawn.unwrap_or_else(|| missing_page(name))
}

/// What a page is called, for the title of the window.
pub(crate) fn page_title(index: &Index, page: &Page) -> String {
    let name = match page {
        Page::Conference(id) => index.conference(id).map(|_| conference_name(index, id)),
        Page::Talk(id) => index.talk(id).map(|talk| talk.title.clone()),
        Page::Theme(id) => index.theme(id).map(|_| theme_name(index, id)),
        Page::Person(id) => index.person(id).map(|_| person_name(index, id)),
        Page::Organization(id) => index.organization(id).map(|_| organization_name(index, id)),
        Page::Recap(id) => index.recap(id).map(|recap| recap.title.clone()),
    };
    name.unwrap_or_else(|| words().missing_title.to_owned())
}
