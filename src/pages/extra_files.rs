//! Which files a page has beside its HTML. Only the curator decides, so no page links to a file that is not written.

use super::{Page, embed_path};
use crate::{
    model::ExtraFiles,
    query::{Action, Query},
    ui::link::HOME,
};

impl ExtraFiles {
    /// Whether every page has its own embedded page. Otherwise only the explorer and saved views have one.
    pub(crate) fn are_of_all_pages(self) -> bool {
        self == Self::AllPages
    }

    /// Whether a page has a feed, a picture for previews, and an oEmbed file.
    pub(crate) fn announce(self, page: &Page) -> bool {
        self.are_of_all_pages() || matches!(page, Page::Conference(_) | Page::Theme(_))
    }

    /// Whether a page has exports.
    pub(crate) fn export(self, page: &Page) -> bool {
        self.are_of_all_pages() || matches!(page, Page::Conference(_))
    }

    /// The address that shows a page in other people's pages, below the folder of the site: its embedded page, or the
    /// page that shows any view.
    pub(crate) fn embed_address(self, page: &Page) -> String {
        let path = page.path();
        if self.are_of_all_pages() {
            return embed_path(&path);
        }
        let query = page.facet_value().map(|it| Query::default().apply(Action::Toggle(it)));
        // No query shows a talk or a recap: the script of that page redirects to their pages.
        let by_name = || ["?", &path.replacen('/', "=", 1).replace(".html", "")].concat();
        [embed_path(HOME), query.map_or_else(by_name, |query| query.to_search())].concat()
    }
}
