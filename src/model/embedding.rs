//! What a curator says about views in other people's pages. Not a part of the dataset.

/// The views that a curator saved, and how long those of earlier versions stay.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Embedding {
    /// The saved views.
    pub views: Vec<SavedView>,
    /// Earlier versions of the data whose embeds stay on the site.
    pub keep: usize,
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
