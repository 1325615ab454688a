//! Words that the palette and the reading list say. Their script reads them with the names.

use serde::Serialize;

/// Every word of one language that these say. `{}` stands where a number goes.
#[derive(Serialize)]
pub(crate) struct FinderStrings {
    /// What the kinds are called: conference, talk, theme, person, organization, recap.
    #[serde(skip)]
    pub(crate) kinds: [&'static str; 6],
    label: &'static str,
    found: &'static str,
    count: &'static str,
    none: &'static str,
    hint: &'static str,
    help: &'static str,
    /// A key, and what it does.
    keys: [(&'static str, &'static str); 9],
    single: &'static str,
    close: &'static str,
    // The reading list.
    remove: &'static str,
    original: &'static str,
    unknown: &'static str,
    talks: &'static str,
    copied: &'static str,
}

/// Words of what the explorer offers beyond its list.
#[derive(Serialize)]
pub(crate) struct ExplorerStrings {
    zoom: &'static str,
    zoom_in: &'static str,
    zoom_out: &'static str,
    zoom_whole: &'static str,
    list: &'static str,
    star: &'static str,
    starred: &'static str,
}

/// English.
pub(crate) const EXPLORER_EN: ExplorerStrings = ExplorerStrings {
    zoom: "Zoom",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    zoom_whole: "Whole span",
    list: "Reading list",
    star: "Add to the reading list",
    starred: "On the reading list",
};

/// English.
pub(crate) const FINDER_EN: FinderStrings = FinderStrings {
    kinds: ["Conference", "Talk", "Theme", "Person", "Organization", "Recap"],
    label: "Jump to a conference, talk, theme or person",
    found: "Found",
    count: "{} found",
    none: "Nothing has such a name.",
    hint: "↑ ↓ to choose, Enter to go, Esc to close",
    help: "Keys",
    keys: [
        ("Ctrl K, ⌘ K", "Jump to anything by name"),
        ("/", "Search"),
        ("?", "These keys"),
        ("Tab", "To the next link or button"),
        ("Enter", "Follow, press, open"),
        ("← → ↑ ↓", "Move in lists and pictures"),
        ("+, −, 0", "Zoom in the picture of time, and back to the whole span"),
        ("Space", "Put a talk on the reading list, when its star has the focus"),
        ("Esc", "Close, or clear the search"),
    ],
    single: "The keys / and ? work everywhere",
    close: "Close",
    remove: "Remove",
    original: "Original",
    unknown: "There is no such talk here.",
    talks: "Talks on this list: {}",
    copied: "The address is copied.",
};
