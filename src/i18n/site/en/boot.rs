//! English, for the page before and without the client.

use crate::i18n::site::BootStrings;

/// English.
pub(super) const BOOT: BootStrings = BootStrings {
    no_script: "Search and filters need JavaScript. The list of conferences and talks below does not, nor do its pages.",
    title: "Search and filters could not start",
    reasons: [
        (
            "data-disk",
            "This page was opened from a disk. Browsers only start programs from a web server.",
        ),
        ("data-offline", "You are offline, and a part of this site is not on your device yet."),
        ("data-client", "A part of the program is missing, damaged or blocked."),
        ("data-data", "The collection could not be loaded, or it arrived damaged."),
        ("data-schema", "This page is older than the collection. Loading it again should help."),
        ("data-crash", "Something in the program went wrong. Your link is kept."),
    ],
    wait: "Loading …",
    slow: "The connection is slow, or the host does not answer.",
    rest: "The list below does not need them.",
    retry: "Try again",
};
