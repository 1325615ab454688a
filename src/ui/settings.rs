//! How the views are shown, apart from what the reader chooses.

/// How the views are shown. A context.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Settings {
    /// Written to a page rather than drawn in a browser: what only the client can use is left out.
    pub(crate) is_static: bool,
    /// How many talks and passages a static page shows before it only counts them.
    pub(crate) n_static: usize,
    /// From where the view stands to the folder of the site: `""` in the explorer, `"./"` on
    /// a page beside it, `"../"` on a page in a folder.
    pub(crate) root: &'static str,
}

/// The settings of the view that asks.
#[cfg(feature = "publish")]
pub(crate) fn settings() -> Settings {
    leptos::prelude::expect_context()
}

/// The settings of every view: a client without the press draws in a browser only, and need not carry
/// what makes static pages.
#[cfg(not(feature = "publish"))]
pub(crate) fn settings() -> Settings {
    Settings::default()
}
