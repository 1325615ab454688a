//! The pages of authors who are not people of the collection.

use super::{
    authors::{Author, Authors, authors},
    page,
};
use crate::{
    pages::{html::html, page_frame::framed_as, rendered_page::RenderedPage, renderer::Renderer},
    ui::link::SHARE,
};

impl Renderer {
    /// Everybody who signed recaps.
    pub(crate) fn authors(&self) -> Authors {
        self.print("../", authors)
    }

    /// A page for each of these authors. Other authors have the page of a person.
    pub(crate) fn author_pages(&self) -> Vec<RenderedPage> {
        let index = self.collection();
        let share = ["../", SHARE].concat();
        self.print("../", || {
            let rendered = |author: &Author| {
                let (path, title) = (author.path.clone(), author.name.clone());
                let content = page(&index, author);
                let body = html(framed_as(content, &title, &path, None, &share));
                let author = Some(author.clone());
                RenderedPage { path, title, body, author, ..RenderedPage::default() }
            };
            authors().with_own_page().map(rendered).collect()
        })
    }
}
