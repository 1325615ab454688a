//! Views for other people's pages: an embedded page for every page, for the explorer, and for each view that the
//! curator saved; and the pages that explain how to use them.

mod frame;
mod gallery;
mod paths;
mod picture;
mod share;

use super::{
    chart::hidden_parts,
    html::html,
    page::{Page, all_pages, page_title},
    page_content::page_content,
    rendered_page::RenderedPage,
    renderer::Renderer,
};
use crate::{
    model::SavedView,
    query::{Action, Query, View},
    ui::{
        dom::Node,
        link::{SHARE, page_path},
        state::settings::Settings,
        views::{
            recaps::recaps_view, talks::talks_view, themes::themes_view, timeline::timeline_view,
        },
    },
};
use frame::{FrameHead, framed};
use paths::{ANY, SAVED};
pub(crate) use paths::{embed_path, kept_path, oembed_path};
use reactive_graph::owner::provide_context;

/// The page that shows every form of embedding.
const GALLERY: &str = "embedding.html";
/// The most talks and notes in an embedded view. The full page has all.
const N_EMBEDDED: usize = 60;

/// A view that other people's pages can show.
#[derive(Clone, Debug)]
pub struct Embed {
    /// The page; its path is below the folder of the site.
    pub page: RenderedPage,
    /// The page that shows the same in full, below the folder of the site.
    pub whole: String,
    /// Its picture, as SVG. Empty for a page that is not a view, or whose view has no years.
    pub picture: String,
}

/// The page that shows what a query finds.
struct OfQuery {
    embed: Embed,
    /// Whether anything that it finds has a year.
    has_years: bool,
}

/// The subject of an embedded view.
#[derive(Clone, Debug)]
pub(crate) enum EmbedSubject<'a> {
    /// The content of a page.
    Page(Page),
    /// A view that the curator saved.
    Saved(&'a SavedView),
}

impl EmbedSubject<'_> {
    /// The path of its page.
    pub(crate) fn path(&self) -> String {
        match self {
            Self::Page(page) => embed_path(&page.path()),
            Self::Saved(view) => embed_path(&page_path(SAVED, &view.slug)),
        }
    }

    /// The path of the page, if no query can show its content.
    pub(crate) fn kept_page(&self) -> Option<String> {
        match self {
            Self::Page(page) if page.facet_value().is_none() => Some(page.path()),
            Self::Page(_) | Self::Saved(_) => None,
        }
    }
}

impl Renderer {
    /// All views with an embedded page, except the explorer's.
    pub(crate) fn shown<'a>(&self, saved: &'a [SavedView]) -> Vec<EmbedSubject<'a>> {
        let index = self.collection();
        // Computed here, before several threads render at once.
        if saved.iter().any(|view| Query::parse(&view.query).0.has_text()) {
            self.know_words();
        }
        let is_of_all = self.extra_files().are_of_all_pages();
        let pages = if is_of_all { all_pages(&index) } else { Vec::new() };
        pages
            .into_iter()
            .map(EmbedSubject::Page)
            .chain(saved.iter().map(EmbedSubject::Saved))
            .collect()
    }

    /// An embedded view. `None` if the collection does not have its subject.
    pub(crate) fn embed(&self, shown: &EmbedSubject<'_>) -> Option<Embed> {
        match shown {
            EmbedSubject::Page(page) => self.embed_of_page(page.clone()),
            EmbedSubject::Saved(view) => {
                let (query, _) = Query::parse(&view.query);
                let whole = ["index.html", &query.to_search()].concat();
                Some(self.embed_of_query(shown.path(), view.name.clone(), whole, query).embed)
            }
        }
    }

    /// The page that shows the view in its address; before its script runs it shows everything.
    pub fn embed_of_all(&self) -> Embed {
        let title = self.explorer.site().title.clone();
        self.embed_of_query(ANY.to_owned(), title, "index.html".to_owned(), Query::default()).embed
    }

    fn embed_of_page(&self, page: Page) -> Option<Embed> {
        let index = self.collection();
        let (whole, title) = (page.path(), page_title(&index, &page));
        let path = embed_path(&whole);
        if let Some(choice) = page.facet_value() {
            let query = Query::default().apply(Action::Toggle(choice));
            let (path, title, whole) = (path.clone(), title.clone(), whole.clone());
            let OfQuery { mut embed, has_years } = self.embed_of_query(path, title, whole, query);
            if has_years {
                embed.page.about = Some(page);
                return Some(embed);
            }
        }
        let head = FrameHead { whole: whole.clone(), ..FrameHead::default() };
        let body =
            self.print("../../", || Some(html(framed(page_content(&index, &page)?, head))))?;
        let page = RenderedPage { path, title, body, about: Some(page), ..RenderedPage::default() };
        Some(Embed { page, whole, picture: String::new() })
    }

    fn embed_of_query(&self, path: String, title: String, whole: String, query: Query) -> OfQuery {
        let root = if path == ANY { "" } else { "../../" };
        let search = query.to_search();
        let view = query.view;
        let settings = Settings { is_static: true, n_static: N_EMBEDDED, root };
        let (body, picture, has_years) = self.print_by(settings, || {
            // A separate state, because other threads may render at the same time.
            let explorer = self.explorer.twin();
            provide_context(explorer);
            explorer.visit(query, Vec::new());
            let matches = explorer.matches();
            let (words, count) = matches
                .with(|found| (self.words.explorer.status(found), found.n_talks + found.n_notes));
            let years: Vec<(u16, usize)> = explorer
                .timeline(usize::MAX)
                .years
                .iter()
                .filter_map(|group| Some((group.year?, group.n_talks() + group.n_notes())))
                .filter(|(_, count)| *count > 0)
                .collect();
            let picture = picture::picture(&title, &years, self.words.embeds.picture);
            let has_years = !years.is_empty();
            let head = FrameHead {
                title: Some(title.clone()),
                query: search.trim_start_matches('?').to_owned(),
                words,
                count,
                years,
                whole: whole.clone(),
            };
            let mut body = html(framed(view_of(view), head));
            if path == ANY {
                // The client that starts here reads it.
                body += &html(hidden_parts());
            }
            (body, picture, has_years)
        });
        let embed = Embed {
            page: RenderedPage { path, title, body, about: None, ..RenderedPage::default() },
            whole,
            picture,
        };
        OfQuery { embed, has_years }
    }

    /// The page that shares a view. Its script fills in the view.
    pub fn share(&self) -> RenderedPage {
        self.page_of_site(SHARE, self.words.embeds.share_title, share::page)
    }

    /// The page that shows every form of embedding. `site` is the address of the site, if it knows it.
    pub fn gallery(&self, saved: &[SavedView], site: Option<&str>) -> RenderedPage {
        let index = self.collection();
        let draw = || gallery::page(&index, saved, site, self.extra_files());
        self.page_of_site(GALLERY, self.words.embeds.gallery, draw)
    }
}

fn view_of(view: View) -> Node {
    match view {
        View::Timeline => timeline_view(),
        View::Themes => themes_view(),
        View::Talks => talks_view(),
        View::Recaps => recaps_view(),
    }
}
