//! What a curator says about views in other people's pages, and about what else stands beside pages. Not a
//! part of the dataset.

use serde::Deserialize;

/// The views that a curator saved, and how long those of earlier versions stay.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Embedding {
    /// The saved views.
    pub views: Vec<SavedView>,
    /// Earlier versions of the data whose embeds stay on the site.
    pub keep: usize,
    /// Which pages have an embedded page at all.
    pub companions: Companions,
}

/// Which pages have companions: an embedded page, exports, a feed, a picture for previews.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Companions {
    /// All of them.
    #[default]
    All,
    /// Those of conferences, themes and years; talks, people, organizations and recaps have none.
    Few,
}

/// A view under a name, so that it has a page to embed.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct SavedView {
    /// The name of its file, without the ending.
    pub slug: String,
    /// What it is called.
    pub name: String,
    /// The query part of its address.
    pub query: String,
}
