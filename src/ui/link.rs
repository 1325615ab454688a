//! Links: every page and every state of the explorer has an address, relative to where it is named.

use super::state::{explorer::Explorer, settings::settings};
use crate::{
    model::{ConferenceId, NoteHead, PersonId, RecapId, TalkId, ThemeId},
    query::{Action, FacetValue, Query},
};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlAnchorElement};

/// The folders of the pages, one for each kind of item.
pub(crate) mod folder {
    pub(crate) const CONFERENCE: &str = "conference";
    pub(crate) const TALK: &str = "talk";
    pub(crate) const THEME: &str = "theme";
    pub(crate) const PERSON: &str = "person";
    pub(crate) const RECAP: &str = "recap";
    pub(crate) const YEAR: &str = "year";
}

/// The explorer.
pub(crate) const HOME: &str = "index.html";

/// The page that lists everything by name.
pub(crate) const CONTENTS: &str = "contents.html";

/// The page that shares a view.
pub(crate) const SHARE: &str = "share.html";

/// The page of an item, below the folder of the site. Each item has its own file, so that it can be read, cited and
/// archived without a server.
pub(crate) fn page_path(folder: &str, id: &str) -> String {
    [folder, "/", id, ".html"].concat()
}

/// The address of `query`, relative to the page.
pub(crate) fn href(query: &Query) -> String {
    let search = query.to_search();
    let root = settings().root;
    if !root.is_empty() {
        return [root, HOME, &search].concat();
    }
    // An empty address would keep the query of the current page.
    if search.is_empty() { "?".to_owned() } else { search }
}

/// The address of the page that shares `query`.
pub(crate) fn share_href(query: &Query) -> String {
    [settings().root, SHARE, &query.to_search()].concat()
}

/// The address of a page, relative to the page it is named on.
pub(crate) fn page_href(folder: &str, id: &str) -> String {
    settings().root.to_owned() + &page_path(folder, id)
}

/// The address of a talk's page.
pub(crate) fn talk_href(id: &TalkId) -> String {
    page_href(folder::TALK, id.as_str())
}

/// The address of an edition's page.
pub(crate) fn conference_href(id: &ConferenceId) -> String {
    page_href(folder::CONFERENCE, id.as_str())
}

/// The address of a theme's page.
pub(crate) fn theme_href(id: &ThemeId) -> String {
    page_href(folder::THEME, id.as_str())
}

/// The address of a person's page.
pub(crate) fn person_href(id: &PersonId) -> String {
    page_href(folder::PERSON, id.as_str())
}

/// The address of a recap's page.
pub(crate) fn recap_href(id: &RecapId) -> String {
    page_href(folder::RECAP, id.as_str())
}

/// The address of a year's page.
pub(crate) fn year_href(year: u16) -> String {
    page_href(folder::YEAR, &year.to_string())
}

/// The address of a note: its anchor on the page of its recap.
pub(crate) fn note_href(note: &NoteHead) -> String {
    recap_href(&note.recap) + "#" + note.id.as_str()
}

/// The address of everything that `choices` match.
pub(crate) fn choices_href(choices: impl IntoIterator<Item = FacetValue>) -> String {
    let query = choices
        .into_iter()
        .fold(Query::default(), |query, choice| query.apply(Action::Toggle(choice)));
    href(&query)
}

/// Follows a clicked link to another query. The browser handles links to pages, and clicks that open a tab or a window.
///
/// One listener at the root handles all links, so that no link needs its own.
pub(crate) fn follow(explorer: Explorer, event: &web_sys::MouseEvent) {
    let is_plain = event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
        && !event.default_prevented();
    let Some(link) = is_plain.then(|| clicked_link(event)).flatten() else { return };
    event.prevent_default();
    let (query, warnings) = Query::parse(&link.search());
    explorer.visit(query, warnings);
}

fn clicked_link(event: &web_sys::MouseEvent) -> Option<HtmlAnchorElement> {
    let clicked = event.target()?.dyn_into::<Element>().ok()?;
    let link = clicked.closest("a[href^='?']").ok()??;
    link.dyn_into().ok()
}
