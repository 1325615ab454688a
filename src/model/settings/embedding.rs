//! What a curator says about views embedded in other people's pages, and about the files that go with each page. It is
//! not part of the dataset.

use serde::Deserialize;

/// The views that a curator saved, and how long those of earlier versions stay.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Embedding {
    /// The saved views.
    pub views: Vec<SavedView>,
    /// How many earlier versions of the data keep their embeds on the site.
    pub keep: usize,
    /// Which pages have extra files.
    pub extra_files: ExtraFiles,
}

/// Which pages have extra files beside them: exports, a feed, a picture for previews, an oEmbed file, an embedded page.
///
/// The size of the collection does not matter. If it did, one more recap could take away addresses that are public.
#[derive(Clone, Copy, Debug, Default, Deserialize, Eq, PartialEq)]
#[cfg_attr(feature = "bundle", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ExtraFiles {
    /// Conferences and themes have a feed, a picture and an oEmbed file, conferences have exports, and `embed.html`
    /// shows every view.
    #[default]
    MainPages,
    /// Every page has all that its kind can have, and an embedded page of its own that needs no scripts.
    AllPages,
}

/// A view with a name and a page of its own, so that others can embed it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct SavedView {
    /// The name of its file, without the ending.
    pub slug: String,
    /// Its name on the screen.
    pub name: String,
    /// The query part of its address.
    pub query: String,
}
