//! The stages of a site: each knows its outputs before it makes any of them.

pub(in crate::publish) mod check_page;
pub(in crate::publish) mod export_files;
pub(in crate::publish) mod host_files;
pub(in crate::publish) mod media;
pub(in crate::publish) mod single_page;
pub(in crate::publish) mod single_pictures;
pub(in crate::publish) mod site_pages;

/// A file: its path below the folder of the site, with `/`, and its bytes.
pub(in crate::publish) type File = (String, Vec<u8>);

/// A part of a site.
///
/// Listing outputs and making them are separate, so a caller can make everything on all cores, or one page on request.
pub(in crate::publish) trait Stage: Sync {
    /// An output: a file, with the files that belong to it.
    type Output: Sync;

    /// What the stage does, for the progress display.
    fn name(&self) -> &'static str;

    /// All outputs.
    fn outputs(&self) -> Vec<Self::Output>;

    /// Whether an output may have a file at `path`. A false positive only costs time.
    fn may_have(&self, output: &Self::Output, path: &str) -> bool;

    /// Makes the files of an output.
    fn make(&self, output: &Self::Output) -> Vec<File>;
}
