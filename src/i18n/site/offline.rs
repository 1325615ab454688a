//! Words for saving the site on a reader's device.

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OfflineStrings {
    pub(crate) title: &'static str,
    /// The texts by state of `offline.js`.
    pub(crate) states: [(&'static str, &'static str); 5],
    pub(crate) progress: &'static str,
    /// How many bytes the copy takes.
    pub(crate) save: fn(u64) -> String,
    pub(crate) remove: &'static str,
}

/// A size, in useful steps.
pub(super) fn megabytes(bytes: u64) -> String {
    match bytes.div_ceil(100_000) {
        tenths @ 0..100 => format!("{}.{} MB", tenths / 10, tenths % 10),
        tenths => format!("{} MB", tenths.div_ceil(10)),
    }
}
