//! Pages at former addresses.

use super::{
    author::authors::authors,
    fallback_pages::{Moved, moved},
    html::html,
    page::{Page, page_title},
    page_content::page_content,
    page_frame::framed_as,
    rendered_page::RenderedPage,
    renderer::{Renderer, share_of},
};

impl Renderer {
    /// A page at a former address that leads to the current one. `None` if the collection does not have the target, or
    /// the target has no page.
    pub(crate) fn moved(&self, page: &Page, former: &Page) -> Option<Moved> {
        let index = self.collection();
        let has_page = self.print("../", || page_content(&index, page).is_some());
        let moved = || self.leading_to(&page_title(&index, page), page.path(), former.path());
        has_page.then(moved)
    }

    /// A page at a former address of an author, whose current key is given. `None` if the author still exists.
    pub(crate) fn moved_author(&self, key: &str, former: String) -> Option<Moved> {
        let author = self.print("../", || authors().by_key(key).cloned())?;
        (author.path != former).then(|| self.leading_to(&author.name, author.path, former))
    }

    fn leading_to(&self, title: &str, now: String, former: String) -> Moved {
        let to = ["../", &now].concat();
        let body = self.print("../", || {
            html(framed_as(moved(title, &to), title, &former, None, &share_of(&now)))
        });
        let title = title.to_owned();
        Moved {
            page: RenderedPage { path: former, title, body, ..RenderedPage::default() },
            to,
            now,
        }
    }
}
