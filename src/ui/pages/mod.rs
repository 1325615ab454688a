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
    names::{conference_name, organization_name, person_name, theme_name},
    strings::words,
};
use crate::query::{Index, Page};
use conference::ConferencePage;
use leptos::prelude::*;
use organization::OrganizationPage;
use person::PersonPage;
use recap::RecapPage;
use talk::TalkPage;
use theme::ThemePage;

/// The page that is open.
#[component]
pub(crate) fn OpenPage(
    /// Which one.
    page: Page,
) -> impl IntoView {
    match page {
        Page::Conference(id) => view! { <ConferencePage id /> }.into_any(),
        Page::Talk(id) => view! { <TalkPage id /> }.into_any(),
        Page::Theme(id) => view! { <ThemePage id /> }.into_any(),
        Page::Person(id) => view! { <PersonPage id /> }.into_any(),
        Page::Organization(id) => view! { <OrganizationPage id /> }.into_any(),
        Page::Recap(id) => view! { <RecapPage id /> }.into_any(),
    }
}

/// What a page is called, for the title of the window.
pub(crate) fn page_title(index: &Index, page: &Page) -> String {
    let missing = || words().missing_title.to_owned();
    match page {
        Page::Conference(id) if index.conference(id).is_some() => conference_name(index, id),
        Page::Talk(id) => index.talk(id).map_or_else(missing, |talk| talk.title.clone()),
        Page::Theme(id) if index.theme(id).is_some() => theme_name(index, id),
        Page::Person(id) if index.person(id).is_some() => person_name(index, id),
        Page::Organization(id) if index.organization(id).is_some() => organization_name(index, id),
        Page::Recap(id) => index.recap(id).map_or_else(missing, |recap| recap.title.clone()),
        Page::Conference(_) | Page::Theme(_) | Page::Person(_) | Page::Organization(_) => missing(),
    }
}
