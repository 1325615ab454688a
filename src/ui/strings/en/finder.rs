//! English, for the palette and the reading list.

use crate::ui::strings::FinderStrings;

/// English.
pub(super) const FINDER: FinderStrings = FinderStrings {
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
    export: "Export what is listed",
    contents: "Talks: {talks}. Recaps: {recaps}.",
    forms: [
        ("Table (CSV)", "A row for each talk: speakers, themes, dates, recordings"),
        ("References (BibTeX)", "The recaps, to cite them"),
        ("List (Markdown)", "The talks with links and citations"),
    ],
    failed: "The file could not be loaded. Try again when the connection is back.",
};
