//! English, for saving the site on a device.

use crate::i18n::site::{OfflineStrings, offline::megabytes};

/// English.
pub(super) const OFFLINE: OfflineStrings = OfflineStrings {
    title: "Without a connection",
    states: [
        ("none", "Every page, the search and the filters can be kept on this device."),
        ("saving", "Saving. Please keep this page open."),
        ("saved", "This site is saved on this device and opens without a connection."),
        (
            "old",
            "This site is saved on this device, but has changed since. You are now seeing the latest version.",
        ),
        ("failed", "That did not work. There may be no connection, or no room on this device."),
    ],
    progress: "Saved so far",
    save: |bytes| format!("Save for offline ({})", megabytes(bytes)),
    remove: "Remove from this device",
};
