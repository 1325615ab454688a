//! Reads those settings of `site.toml` that decide how the rest of a data folder is read.

use super::files::read_at_most;
use super::registry::{FILES, SiteEntry};
use crate::ingest::{MAX_FILE_BYTES, Source};
use std::path::Path;

/// What `site.toml` says about files. All of it is empty when the file cannot be read: then the registry has an error,
/// and nothing is published.
#[derive(Debug, Default)]
pub(super) struct SiteFile {
    /// Patterns of files that are not to be published.
    pub exclude: Vec<String>,
    /// The pictures and the style sheet of the site.
    pub look: Vec<String>,
}

impl SiteFile {
    pub(super) fn read(root: &Path) -> Self {
        let [.., name] = FILES;
        let bytes = read_at_most(&root.join(name), MAX_FILE_BYTES as u64 + 1).unwrap_or_default();
        let source = Source::new(name, &bytes).0;
        let entry = source.and_then(|source| toml::from_str(&source.text).ok());
        let SiteEntry { exclude, logo, icon, style, .. } = entry.unwrap_or_default();
        let look = [logo, icon, style].into_iter().filter(|name| !name.is_empty()).collect();
        Self { exclude, look }
    }
}
