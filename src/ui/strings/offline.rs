//! Words of what saves the site on a reader's device.

/// The words of one language.
pub(crate) struct OfflineStrings {
    pub(crate) title: &'static str,
    /// What there is to say, by the states in which `offline.js` shows it.
    pub(crate) states: [(&'static str, &'static str); 5],
    pub(crate) progress: &'static str,
    /// How many bytes that takes.
    pub(crate) save: fn(u64) -> String,
    pub(crate) remove: &'static str,
}

/// English.
pub(crate) const OFFLINE_EN: OfflineStrings = OfflineStrings {
    title: "Without a connection",
    states: [
        ("none", "Every page, the search and the filters can be kept on this device."),
        ("saving", "Saving. Please keep this page open."),
        ("saved", "This site is saved on this device and opens without a connection."),
        (
            "old",
            "This site is saved on this device, but has changed since. What you see now is the latest.",
        ),
        ("failed", "That did not work. There may be no connection, or no room on this device."),
    ],
    progress: "Saved so far",
    save: |bytes| format!("Save for offline ({})", megabytes(bytes)),
    remove: "Remove from this device",
};

fn megabytes(bytes: u64) -> String {
    match bytes.div_ceil(100_000) {
        tenths @ 0..100 => format!("{}.{} MB", tenths / 10, tenths % 10),
        tenths => format!("{} MB", tenths.div_ceil(10)),
    }
}
