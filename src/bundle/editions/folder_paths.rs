//! The folders in paths.

/// The folder of a file, or the one above a folder. Empty for the top.
pub(super) fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}
