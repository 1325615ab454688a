//! Words for the page before and without the client. The client itself never says them, so it does
//! not carry them.

/// The words of one language.
pub(crate) struct BootStrings {
    pub(crate) no_script: &'static str,
    pub(crate) title: &'static str,
    /// Why, by the reason's name in `boot.js`.
    pub(crate) reasons: [(&'static str, &'static str); 6],
    pub(crate) rest: &'static str,
    pub(crate) retry: &'static str,
}

/// English.
pub(crate) const BOOT_EN: BootStrings = BootStrings {
    no_script: "Search and filters need JavaScript. The list of conferences and talks below does not, nor do its pages.",
    title: "Search and filters could not start",
    reasons: [
        (
            "disk",
            "This page was opened from a disk, where browsers do not start programs. On a host they would run.",
        ),
        ("offline", "You are offline, and a part of this site is not on your device yet."),
        ("client", "A part of the program is missing, damaged or blocked."),
        ("data", "The collection could not be loaded, or it arrived damaged."),
        ("schema", "This page is older than the collection. Loading it again should help."),
        ("crash", "Something in the program went wrong. Your link is kept."),
    ],
    rest: "The list below does not need them.",
    retry: "Try again",
};
