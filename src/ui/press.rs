//! The views as HTML: the explorer as it is before the client takes over, and every page.

use super::{
    app::App,
    explorer::Explorer,
    link::href,
    masthead::{colophon, masthead},
    node::{Child as _, Element, Node, el, many},
    pages::{Library, Page, all_pages, page_content, page_title},
    search_box::search_form,
    settings::Settings,
    strings::{BOOT_EN, BootStrings, EN, PAGES_EN, PageStrings, Strings, page_words},
    texts::Texts,
};
use crate::{
    model::{Catalog, Chunk, Site},
    query::{Index, Query},
};
use leptos::prelude::*;
use std::sync::Arc;

/// Prints the pages of one collection.
pub struct Press {
    owner: Owner,
    explorer: Explorer,
}

/// A printed page.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Sheet {
    /// The file below the folder of the site.
    pub path: String,
    /// What it is called.
    pub title: String,
    /// The body, as HTML.
    pub body: String,
    /// The thing it is about; `None`: the explorer, which is about all of them.
    pub(crate) about: Option<Page>,
}

impl Press {
    /// Prepares a collection.
    pub fn new(site: Site, catalog: Catalog, chunks: Vec<Chunk>) -> Self {
        let owner = Owner::new();
        let explorer = owner.with(|| {
            let explorer = Explorer::new(site, catalog, Texts::new());
            let library =
                explorer.with_words(|words| Library::new(&explorer.index(), words, chunks));
            provide_context(explorer);
            provide_context(library);
            provide_context::<&'static Strings>(&EN);
            provide_context::<&'static PageStrings>(&PAGES_EN);
            explorer
        });
        Self { owner, explorer }
    }

    /// The collection that is printed.
    pub fn collection(&self) -> Arc<Index> {
        self.explorer.index()
    }

    /// The explorer at the empty query.
    pub fn index(&self) -> Sheet {
        let body = self.print("", || {
            let notices = many([no_script_notice(), boot_notice()]);
            notices.to_html() + &App().into_view().to_html()
        });
        let title = self.explorer.site().title.clone();
        Sheet { path: "index.html".to_owned(), title, body, about: None }
    }

    /// Every page about one thing.
    pub fn pages(&self) -> impl Iterator<Item = Sheet> {
        let index = self.explorer.index();
        all_pages(&index).into_iter().filter_map(move |page| {
            let body = self.print("../", || {
                page_content(&index, &page).map(|content| framed(content).to_html())
            })?;
            let title = page_title(&index, &page);
            Some(Sheet { path: page.path(), title, body, about: Some(page) })
        })
    }

    fn print<T>(&self, root: &'static str, draw: impl FnOnce() -> T) -> T {
        // An owner of its own for each page, so that what it makes is gone when it is printed.
        let owner = self.owner.with(Owner::new);
        owner.with(|| {
            provide_context(Settings { is_static: true, root });
            draw()
        })
    }
}

/// A page with what frames it.
fn framed(content: Node) -> Node {
    let site = super::explorer::explorer().site();
    let home = el("a").attr("href", href(&Query::default())).child(site.title.clone());
    let title = el("p").class("site-title").child(home);
    el("div")
        .class("hallway is-page")
        .child(el("a").class("skip-link").attr("href", "#page").child(page_words().skip_link))
        .child(masthead(title.into_node(), search_form()))
        .child(el("main").child(content))
        .child(colophon())
        .into_node()
}

fn no_script_notice() -> Element {
    el("noscript").child(el("p").class("notice").child(BOOT_EN.no_script))
}

/// What the boot script shows when the client does not start. It is here, not there, so that all
/// words are in one place.
fn boot_notice() -> Element {
    let BootStrings { no_script: _, title, reasons, rest, retry } = BOOT_EN;
    let reasons = reasons
        .map(|(name, reason)| el("p").attr("data-reason", name).attr("hidden", "").child(reason));
    el("div")
        .class("notice")
        .attr("id", "boot-notice")
        .attr("role", "alert")
        .attr("hidden", "")
        .child(el("h2").child(title))
        .children(reasons)
        .child(el("p").child(rest))
        .child(el("button").attr("type", "button").child(retry))
}
