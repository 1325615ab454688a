//! The curator's own texts: pages, the footer of every page, and the text at the top of the first page.

use super::{
    html::html,
    page_content::own_page,
    page_frame::framed,
    parts::{blocks::blocks, players::Players},
    rendered_page::RenderedPage,
    renderer::Renderer,
};
use crate::model::{Block, OwnPage};
use reactive_graph::owner::provide_context;

impl Renderer {
    /// Sets the text at the top of the first page.
    #[must_use]
    pub fn with_home(mut self, home: Vec<Block>) -> Self {
        self.home = home;
        self
    }

    /// The text as HTML, on a page from which `root` leads to the folder of the site.
    pub fn text(&self, text: &[Block], root: &'static str) -> String {
        self.print(root, || html(blocks(text, 2)))
    }

    /// The curator's pages, in the order in which the site names them.
    pub(super) fn own_pages(&self, pages: &[OwnPage]) -> Vec<RenderedPage> {
        let site = self.explorer.site();
        let pages = site.pages.iter().zip(pages).map(|(at, page)| {
            let players = Players::default();
            let body = self.print("./", || {
                provide_context(players.clone());
                html(framed(own_page(page), &page.title, &at.path, None))
            });
            let (path, title) = (at.path.clone(), page.title.clone());
            RenderedPage {
                path,
                title,
                body,
                players: players.origins(),
                ..RenderedPage::default()
            }
        });
        pages.collect()
    }
}
