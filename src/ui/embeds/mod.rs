//! Views for other people's pages: an embedded page for every page, for the explorer, and for each
//! view that the curator saved; and the pages that say how to use them.

mod frame;
mod gallery;
mod picture;
mod share;

use super::{
    link::{SHARE, page_path},
    node::Node,
    pages::{Page, all_pages, page_content, page_title},
    press::{Press, Sheet},
    recaps_view::recaps_view,
    settings::Settings,
    talks_view::talks_view,
    themes_view::themes_view,
    timeline_view::timeline_view,
};
use crate::{
    model::SavedView,
    query::{Action, Choice, Query, View},
};
use frame::{Head, framed};
use leptos::prelude::{RenderHtml as _, With as _, provide_context};

/// The page that shows any view, and the one that shows every form of embedding.
const ANY: &str = "embed.html";
const GALLERY: &str = "embedding.html";
/// Talks and passages of an embedded view; what is beyond is on the page.
const N_EMBEDDED: usize = 60;
/// The folder of saved views below that of all embedded pages.
const SAVED: &str = "saved";

/// A view that can stand in another page.
#[derive(Clone, Debug)]
pub struct Embed {
    /// The page; its path is below the folder of the site.
    pub sheet: Sheet,
    /// Where the same is shown in full, below the folder of the site.
    pub whole: String,
    /// A picture of it, as SVG. Empty when there is nothing to draw.
    pub picture: String,
}

/// The file of the embedded page that belongs to a page.
pub(crate) fn embed_path(page: &str) -> String {
    if page == super::press::HOME { ANY.to_owned() } else { ["embed/", page].concat() }
}

/// The embedded view of a page as it was in a version of the data that is kept. Only what no query shows has
/// one: all else is asked of the explorer of that version.
pub(crate) fn kept_path(version: &str, page: &str) -> String {
    ["embed-", version, "/", page].concat()
}

/// The oEmbed file of an embedded page.
pub(crate) fn oembed_path(embed: &str) -> String {
    embed.strip_suffix(".html").unwrap_or(embed).to_owned() + ".json"
}

/// What an embedded view shows.
#[derive(Clone, Debug)]
pub(crate) enum Shown<'a> {
    /// What a page does.
    Page(Page),
    /// What the curator saved.
    Saved(&'a SavedView),
}

impl Shown<'_> {
    /// The page of something that no query shows.
    pub(crate) fn kept_page(&self) -> Option<String> {
        match self {
            Self::Page(page) if embed_choice(page).is_none() => Some(page.path()),
            Self::Page(_) | Self::Saved(_) => None,
        }
    }
}

impl Press {
    /// What there is an embedded view of, beside the one of the explorer.
    pub(crate) fn shown<'a>(&self, saved: &'a [SavedView]) -> Vec<Shown<'a>> {
        let index = self.collection();
        // All of them, before many are printed at once.
        if saved.iter().any(|view| Query::parse(&view.query).0.has_text()) {
            self.know_words();
        }
        let pages = all_pages(&index).into_iter().filter(|page| self.extent().has(page));
        pages.map(Shown::Page).chain(saved.iter().map(Shown::Saved)).collect()
    }

    /// An embedded view. `None` when the collection has no such thing.
    pub(crate) fn embed(&self, shown: &Shown<'_>) -> Option<Embed> {
        match shown {
            Shown::Page(page) => self.embed_of_page(page.clone()),
            Shown::Saved(view) => {
                let (query, _) = Query::parse(&view.query);
                let whole = ["index.html", &query.to_search()].concat();
                let path = embed_path(&page_path(SAVED, &view.slug));
                Some(self.embed_of_query(path, view.name.clone(), whole, query))
            }
        }
    }

    /// The page that shows whatever its address asks for, as it is before that: everything.
    pub fn embed_of_all(&self) -> Embed {
        let title = self.explorer.site().title.clone();
        self.embed_of_query(ANY.to_owned(), title, "index.html".to_owned(), Query::default())
    }

    fn embed_of_page(&self, page: Page) -> Option<Embed> {
        let index = self.collection();
        let (whole, title) = (page.path(), page_title(&index, &page));
        let path = embed_path(&whole);
        if let Some(choice) = embed_choice(&page) {
            let query = Query::default().apply(Action::Toggle(choice));
            let mut embed = self.embed_of_query(path.clone(), title.clone(), whole.clone(), query);
            if !embed.picture.is_empty() {
                embed.sheet.about = Some(page);
                return Some(embed);
            }
        }
        let head = Head { whole: whole.clone(), ..Head::default() };
        let body =
            self.print("../../", || Some(framed(page_content(&index, &page)?, head).to_html()))?;
        let sheet = Sheet { path, title, body, about: Some(page) };
        Some(Embed { sheet, whole, picture: String::new() })
    }

    fn embed_of_query(&self, path: String, title: String, whole: String, query: Query) -> Embed {
        let root = if path == ANY { "" } else { "../../" };
        let search = query.to_search();
        let view = query.view;
        let settings = Settings { is_static: true, n_static: N_EMBEDDED, root };
        let (body, picture) = self.print_by(settings, || {
            // One of its own, since others may be printed meanwhile.
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
            let head = Head {
                title: Some(title.clone()),
                query: search.trim_start_matches('?').to_owned(),
                words,
                count,
                years,
                whole: whole.clone(),
            };
            let mut html = framed(view_of(view), head).to_html();
            if path == ANY {
                // The client that starts here takes it over.
                html += &super::node::many([super::picture::fixed_parts()]).to_html();
            }
            (html, picture)
        });
        Embed { sheet: Sheet { path, title, body, about: None }, whole, picture }
    }

    /// The page that shares a view; what it shows, its script fills in.
    pub fn share(&self) -> Sheet {
        self.page_of_site(SHARE, self.words.embeds.share_title, share::page)
    }

    /// The page that shows every form of embedding. `site` is the address of the site, if it knows it.
    pub fn gallery(&self, saved: &[SavedView], site: Option<&str>) -> Sheet {
        let index = self.collection();
        self.page_of_site(GALLERY, self.words.embeds.gallery, || gallery::page(&index, saved, site))
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

/// The choice that leaves what a page is about; the others are shown as they are.
pub(super) fn embed_choice(page: &Page) -> Option<Choice> {
    match page {
        Page::Conference(id) => Some(Choice::Conference(id.clone())),
        Page::Theme(id) => Some(Choice::Theme(id.clone())),
        Page::Person(id) => Some(Choice::Person(id.clone())),
        Page::Organization(id) => Some(Choice::Organization(id.clone())),
        Page::Year(year) => Some(Choice::Year(*year)),
        Page::Talk(_) | Page::Recap(_) => None,
    }
}
