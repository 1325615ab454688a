//! Removes whatever could mislead a reader from the texts of a report.

use crate::ingest::{Diagnostic, is_hidden};
use std::path::Path;

/// A text without characters that move the cursor of a terminal or reverse its text.
pub(super) fn visible(text: &str) -> String {
    text.replace(is_hidden, "\u{fffd}")
}

/// The path of a diagnostic below `folder`, or its whole path, so that an editor finds the file.
pub(super) fn path(folder: &str, diagnostic: &Diagnostic) -> String {
    let path = visible(&diagnostic.path).replace('\n', "\u{fffd}");
    if folder.is_empty() || Path::new(&path).is_absolute() {
        path
    } else {
        format!("{}/{path}", folder.trim_end_matches('/'))
    }
}
