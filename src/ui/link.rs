//! Links: every place in the explorer has an address, and a plain click goes there without a new page.

use super::explorer::Explorer;
use crate::{
    model::{ConferenceId, NoteHead, OrganizationId, PersonId, RecapId, TalkId, ThemeId},
    query::{Action, Choice, Page, Query},
};
use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::JsCast as _,
    web_sys::{Element, HtmlAnchorElement},
};

/// The address of `query`, relative to the page.
pub(crate) fn href(query: &Query) -> String {
    let search = query.to_search();
    // An empty address would keep the query of the page it stands on.
    if search.is_empty() { "?".to_owned() } else { search }
}

/// The address of a page by itself, as one would share it.
pub(crate) fn page_href(page: Page) -> String {
    href(&Query::default().apply(Action::Open(page)))
}

/// The address of a talk's page.
pub(crate) fn talk_href(id: &TalkId) -> String {
    page_href(Page::Talk(id.clone()))
}

/// The address of an edition's page.
pub(crate) fn conference_href(id: &ConferenceId) -> String {
    page_href(Page::Conference(id.clone()))
}

/// The address of a theme's page.
pub(crate) fn theme_href(id: &ThemeId) -> String {
    page_href(Page::Theme(id.clone()))
}

/// The address of a person's page.
pub(crate) fn person_href(id: &PersonId) -> String {
    page_href(Page::Person(id.clone()))
}

/// The address of an organization's page.
pub(crate) fn organization_href(id: &OrganizationId) -> String {
    page_href(Page::Organization(id.clone()))
}

/// The address of a recap's page.
pub(crate) fn recap_href(id: &RecapId) -> String {
    page_href(Page::Recap(id.clone()))
}

/// The address of a note: its place on the page of its recap.
pub(crate) fn note_href(note: &NoteHead) -> String {
    recap_href(&note.recap) + "#" + note.id.as_str()
}

/// The address of everything that `choices` leave.
pub(crate) fn choices_href(choices: impl IntoIterator<Item = Choice>) -> String {
    let query = choices
        .into_iter()
        .fold(Query::default(), |query, choice| query.apply(Action::Toggle(choice)));
    href(&query)
}

/// Goes where a clicked link of ours leads. Clicks that ask for a tab or a window, and links that
/// lead elsewhere, are the browser's.
///
/// One listener at the root does it for all links, so a link needs none of its own.
pub(crate) fn follow(explorer: Explorer, event: &ev::MouseEvent) {
    let is_plain = event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
        && !event.default_prevented();
    let Some(link) = is_plain.then(|| clicked_link(event)).flatten() else { return };
    event.prevent_default();
    let (query, warnings) = Query::parse(&link.search());
    explorer.target().set_value(link.hash().trim_start_matches('#').to_owned());
    match query.page.clone() {
        // The address of a page is the page alone. Whoever opens it from a list wants to come back
        // to that list, so what narrows the list stays.
        Some(page) if href(&query) == page_href(page.clone()) => {
            explorer.dispatch(Action::Open(page));
        }
        Some(_) | None => explorer.visit(query, warnings),
    }
}

fn clicked_link(event: &ev::MouseEvent) -> Option<HtmlAnchorElement> {
    let clicked = event.target()?.dyn_into::<Element>().ok()?;
    let link = clicked.closest("a[href^='?']").ok()??;
    link.dyn_into().ok()
}
