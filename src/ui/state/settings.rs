//! How the views are shown, apart from the reader's choices.

use super::context::context;

/// How the views are shown. A context.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Settings {
    /// Printed on a static page, without anything that only the client can use.
    pub(crate) is_static: bool,
    /// How many talks and notes a static page shows; the rest are only counted.
    pub(crate) n_static: usize,
    /// The relative path from the page to the folder of the site: `""` in the explorer, `"./"` on a page beside it,
    /// `"../"` on a page in a folder.
    pub(crate) root: &'static str,
}

/// The settings of the calling view.
pub(crate) fn settings() -> Settings {
    context().unwrap_or_default()
}
