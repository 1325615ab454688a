//! Words of the palette and the reading list. Their scripts load them with the names.

use serde::Serialize;

/// Their words in one language. `{}` marks a number.
#[derive(Serialize, Debug)]
pub(crate) struct FinderStrings {
    /// The names of the kinds: conference, talk, theme, person, organization, recap, author.
    #[serde(skip)]
    pub(crate) kinds: [&'static str; 7],
    /// The dialog cannot be shown.
    #[serde(skip)]
    pub(crate) lost: &'static str,
    pub(crate) label: &'static str,
    pub(crate) found: &'static str,
    pub(crate) count: &'static str,
    pub(crate) none: &'static str,
    pub(crate) hint: &'static str,
    pub(crate) help: &'static str,
    /// A key and its effect.
    pub(crate) keys: [(&'static str, &'static str); 9],
    pub(crate) single: &'static str,
    pub(crate) close: &'static str,
    // The reading list.
    pub(crate) remove: &'static str,
    pub(crate) original: &'static str,
    pub(crate) unknown: &'static str,
    pub(crate) talks: &'static str,
    pub(crate) copied: &'static str,
    // The export of a view.
    pub(crate) export: &'static str,
    /// Talks and recaps.
    pub(crate) contents: &'static str,
    /// A format and its content.
    pub(crate) forms: [(&'static str, &'static str); 3],
    pub(crate) failed: &'static str,
}

/// Words of the scripts of the explorer.
#[derive(Debug, Serialize)]
pub(crate) struct ExplorerStrings {
    pub(crate) zoom: &'static str,
    pub(crate) zoom_in: &'static str,
    pub(crate) zoom_out: &'static str,
    pub(crate) zoom_whole: &'static str,
    pub(crate) list: &'static str,
    pub(crate) star: &'static str,
    pub(crate) starred: &'static str,
}
