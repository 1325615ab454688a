//! English, for the palette and the reading list.

use crate::i18n::site::{ExplorerStrings, FinderStrings};

/// English.
pub(super) const FINDER: FinderStrings = FinderStrings {
    kinds: ["Conference", "Talk", "Theme", "Person", "Organization", "Recap", "Author"],
    lost: "This could not be opened.",
    label: "Jump to a conference, talk, theme or person",
    found: "Found",
    count: "{} found",
    none: "No match",
    hint: "↑ ↓ to choose, Enter to go, Esc to close",
    help: "Shortcuts",
    keys: [
        ("Ctrl K, ⌘ K", "Jump to anything by name"),
        ("/", "Search"),
        ("?", "Shortcuts"),
        ("Tab", "To the next link or button"),
        ("Enter", "Follow, press, open"),
        ("← → ↑ ↓", "Move in lists and in the chart"),
        ("+, -, 0", "Zoom in the timeline chart, and back to the whole span"),
        ("Space", "Put a talk on the reading list, when its star has the focus"),
        ("Esc", "Close, or clear the search"),
    ],
    single: "The keys / and ? work everywhere",
    close: "Close",
    remove: "Remove",
    original: "Original",
    unknown: "This talk is not in the collection.",
    talks: "Talks on this list: {}",
    copied: "Link copied.",
    export: "Export what is listed",
    contents: "Talks: {talks}. Recaps: {recaps}.",
    forms: [
        ("Table (CSV)", "A row for each talk: speakers, themes, dates, recordings"),
        ("References (BibTeX)", "The recaps, to cite them"),
        ("List (Markdown)", "The talks with links and citations"),
    ],
    failed: "The file could not be loaded. Try again when the connection is back.",
};

/// English.
pub(super) const OFFERS: ExplorerStrings = ExplorerStrings {
    zoom: "Zoom",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    zoom_whole: "Whole span",
    list: "Reading list",
    star: "Add to the reading list",
    starred: "On the reading list",
};
