//! Links that only pages have, and the files of the site that they point to.

use crate::{
    model::{Conference, ConferenceId, OrganizationId, RecapId, ThemeId},
    ui::{
        link::{folder, page_href, theme_href},
        state::settings::settings,
    },
};

/// The folder of the pages of organizations.
pub(crate) const ORGANIZATION: &str = "org";

/// The folder of the pages of authors who are not people of the collection.
pub(crate) const AUTHOR: &str = "author";

/// The folders of what the palette offers: conferences, talks, themes, people, organizations, recaps, authors.
pub(crate) const FINDER_FOLDERS: [&str; 7] = [
    folder::CONFERENCE,
    folder::TALK,
    folder::THEME,
    folder::PERSON,
    ORGANIZATION,
    folder::RECAP,
    AUTHOR,
];

/// The page of all themes.
pub(crate) const THEMES: &str = "themes.html";

/// The anchor of the comparison of two conferences on that page.
pub(crate) const COMPARE: &str = "compare";

/// The page of the reader's own list of talks.
pub(crate) const READING_LIST: &str = "list.html";

/// The page that checks recaps.
pub(crate) const CHECK: &str = "check.html";

/// The calendar of an edition, below the folder of the site. Only editions whose first day is known have one.
pub(crate) fn calendar_path(conference: &Conference) -> Option<String> {
    conference.start?.day()?;
    Some([folder::CONFERENCE, "/", conference.id.as_str(), ".ics"].concat())
}

/// The notes of a recap as Markdown, below the folder of the site.
pub(crate) fn notes_path(recap: &RecapId) -> String {
    ["export/", recap.as_str(), ".md"].concat()
}

/// The address of a file of the site, relative to the current page.
pub(crate) fn file_href(path: &str) -> String {
    settings().root.to_owned() + path
}

/// The address of an organization's page.
pub(crate) fn organization_href(id: &OrganizationId) -> String {
    page_href(ORGANIZATION, id.as_str())
}

/// The address of the notes on a theme at a conference.
pub(super) fn evidence_href(theme: &ThemeId, conference: &ConferenceId) -> String {
    theme_href(theme) + "#" + &evidence_id(conference)
}

/// The anchor of a conference on the page of a theme.
pub(crate) fn evidence_id(conference: &ConferenceId) -> String {
    "at-".to_owned() + conference.as_str()
}
