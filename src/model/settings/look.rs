//! How a curator wants the site to look. It is not part of the dataset, and the client does not know it: pages and style
//! sheets have it.

use crate::model::Block;
use serde::Deserialize;

/// What `site.toml` says about the look of the site, checked.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Look {
    /// The colors of links and marks.
    pub accent: Option<Accent>,
    /// The typefaces.
    pub fonts: Fonts,
    /// The picture beside the title, as a `data:` address; empty without one.
    pub logo: String,
    /// The icon of the site, as a `data:` address; empty without one.
    pub icon: String,
    /// The curator's own style sheet.
    pub style: String,
    /// Links at the top of every page: words, and address or path below the folder of the site.
    pub navigation: Vec<(String, String)>,
    /// Text above the explorer on the first page.
    pub home: Vec<Block>,
    /// Text at the bottom of every page.
    pub footer: Vec<Block>,
}

/// A color for links and marks that can be read on light and on dark pages, as `#rrggbb`.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Accent {
    /// On light pages.
    pub light: String,
    /// Behind what is chosen, on light pages.
    pub light_wash: String,
    /// On dark pages.
    pub dark: String,
    /// Behind what is chosen, on dark pages.
    pub dark_wash: String,
}

/// Typefaces that readers have already, so that a page loads none.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Fonts {
    /// Titles with serifs, text without.
    #[default]
    Mixed,
    /// Everything with serifs, like a book.
    Serif,
    /// Nothing with serifs.
    Sans,
    /// Round letters without serifs.
    Rounded,
    /// Letters of one width in titles.
    Mono,
}
