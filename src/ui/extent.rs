//! How much a site holds beside its pages, which is the curator's to say.

use super::pages::Page;
use crate::model::Companions;

/// Which pages of a site have companions: an embedded page, exports, a feed, a picture. The only place that
/// knows: what is not printed is linked nowhere.
///
/// It never depends on the size of the collection: an address that was public once would end with a recap
/// more.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Extent(Companions);

/// Folders whose pages have no companions when only few have.
const BARE: &str = "org person recap talk";

impl Extent {
    /// What a curator wants.
    pub fn new(companions: Companions) -> Self {
        Self(companions)
    }

    /// Whether every page has companions.
    pub fn is_whole(self) -> bool {
        self.0 == Companions::All
    }

    /// Whether a page has companions.
    pub(crate) fn has(self, page: &Page) -> bool {
        let is_one_of_few = match page {
            Page::Conference(_) | Page::Theme(_) | Page::Year(_) => true,
            Page::Talk(_) | Page::Person(_) | Page::Organization(_) | Page::Recap(_) => false,
        };
        self.is_whole() || is_one_of_few
    }

    /// The folders of the pages that have none, with a space between, for scripts.
    pub(crate) fn bare_folders(self) -> &'static str {
        if self.is_whole() { "" } else { BARE }
    }
}
