//! How much a site holds beside its pages: everything for a small collection, less for a large one.

use super::pages::{Page, all_pages};
use crate::query::Index;

/// Pages up to which each has companions of its own: an embedded page, exports, a feed, a picture.
///
/// Beyond, the talks, people, organizations and articles, of which there are most, have none: a site of
/// 21,700 talks would have four files for each page, and hosts stop at some ten thousand.
pub const MOST_WITH_COMPANIONS: usize = 4_000;

/// Which pages of a collection have companions. The only place that knows: what is not printed is
/// linked nowhere.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Extent {
    n_pages: usize,
    is_whole: bool,
}

/// Folders whose pages have no companions beyond the limit.
const BARE: &str = "org person recap talk";

impl Extent {
    /// That of a collection, where pages have companions up to `most` of them.
    pub fn new(index: &Index, most: usize) -> Self {
        let n_pages = all_pages(index).len();
        Self { n_pages, is_whole: n_pages <= most }
    }

    /// Whether every page has companions.
    pub fn is_whole(self) -> bool {
        self.is_whole
    }

    /// How many pages there are about things.
    pub fn n_pages(self) -> usize {
        self.n_pages
    }

    /// Whether a page has companions.
    pub(crate) fn has(self, page: &Page) -> bool {
        let is_one_of_few = match page {
            Page::Conference(_) | Page::Theme(_) | Page::Year(_) => true,
            Page::Talk(_) | Page::Person(_) | Page::Organization(_) | Page::Recap(_) => false,
        };
        self.is_whole || is_one_of_few
    }

    /// The folders of the pages that have none, with a space between, for scripts.
    pub(crate) fn bare_folders(self) -> &'static str {
        if self.is_whole { "" } else { BARE }
    }
}
