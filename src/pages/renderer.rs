//! Renders HTML: the explorer as it is before the client starts, and every page.

use super::{
    author::authors::Authors,
    chart::{ChartTable, DenseChart, chart_table, dense_chart, fixed_parts},
    check_page::check_page,
    contents_page::contents,
    fallback_pages,
    home_text::home_text,
    html::html,
    library::{Library, library},
    link::{CHECK, READING_LIST, THEMES, file_href},
    page::{Page, all_pages, page_title},
    page_content::page_content,
    page_frame::{boot_notice, framed, framed_as, no_script_notice},
    page_words::page_words,
    parts::{citation::Citation, frame::first_page_ways, players::Players, unframed::Unframed},
    past::Past,
    reading_list::reading_list_page,
    rendered_page::RenderedPage,
    themes::themes_page,
    waves::waves,
};
use crate::{
    i18n::{
        Strings, WORDS, WORDS_LINES,
        site::{Language, language},
    },
    model::{Block, Catalog, Chunk, ExtraFiles, NoteId, OwnPage, Site, plain_text},
    query::{EntityIndex, IndexedCatalog, TextIndex},
    ui::{
        app::{EXPLORER_ID, app},
        dom::{Element, Node, el, many},
        facts::link,
        link::{CONTENTS, HOME, SHARE},
        state::{
            collection::Collection,
            explorer::{Explorer, N_PRINTED},
            settings::Settings,
        },
    },
};
use reactive_graph::owner::{Owner, provide_context};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Renders the pages of one collection. Several threads can use it at once.
pub struct Renderer {
    owner: Owner,
    pub(super) explorer: Explorer,
    pub(super) words: &'static Language,
    extra_files: ExtraFiles,
    has_check_page: bool,
    /// The text at the top of the first page.
    pub(super) home: Vec<Block>,
    /// The alternates of each page: name and path.
    alternates: BTreeMap<String, Vec<(String, String)>>,
    /// Words that a search does not ask for; folded.
    function_words: BTreeSet<String>,
    /// How to cite the subject of a page, by path.
    citations: BTreeMap<String, Citation>,
}

impl Renderer {
    /// Prepares a collection.
    pub fn new(
        site: Site,
        catalog: impl Into<Arc<Catalog>>,
        chunks: impl Into<Arc<[Chunk]>>,
    ) -> Self {
        let owner = Owner::new();
        let words = language(&site.language);
        let index = Arc::new(EntityIndex::new(catalog.into()));
        let explorer = owner.with(|| {
            let explorer = Explorer::new(site, Collection::whole(&index), index);
            let engine = explorer.engine();
            let library = explorer
                .extras()
                .with_untracked(|extras| Library::new(&engine, extras, chunks.into()));
            provide_context(explorer);
            provide_context(library);
            provide_context(Authors::new(&explorer.index(), &BTreeMap::new()));
            provide_context::<&'static Strings>(words.explorer);
            provide_context::<&'static Language>(words);
            explorer
        });
        compute(explorer);
        Self {
            owner,
            explorer,
            words,
            extra_files: ExtraFiles::default(),
            has_check_page: false,
            home: Vec::new(),
            alternates: BTreeMap::new(),
            function_words: BTreeSet::new(),
            citations: BTreeMap::new(),
        }
    }

    /// Builds the full-text index, once. Only a view with a search needs it.
    pub(super) fn know_words(&self) {
        let extras = self.explorer.extras();
        if !extras.with_untracked(|extras| extras.text.is_empty()) {
            return;
        }
        let index = self.explorer.index();
        let library = self.owner.with(library);
        let body =
            |id: &NoteId| library.note(id).map(|note| plain_text(&note.blocks)).unwrap_or_default();
        let abouts = IndexedCatalog::new(&index).abouts;
        let text = TextIndex::build(&index, &abouts, &body, &self.function_words);
        extras.update(|extras| extras.text = text);
        compute(self.explorer);
    }

    /// Sets the words of the language that a search does not ask for, such as "the"; folded.
    #[must_use]
    pub fn with_function_words(mut self, words: BTreeSet<String>) -> Self {
        self.function_words = words;
        self
    }

    /// Sets the alternates of each page, which are files with the same content: their names and paths, by the path of
    /// the page. Pages link to them.
    #[must_use]
    pub fn with_alternates(mut self, alternates: BTreeMap<String, Vec<(String, String)>>) -> Self {
        self.alternates = alternates;
        self
    }

    /// Sets how to cite the subject of a page, by the path of the page.
    #[must_use]
    pub fn with_citations(mut self, citations: BTreeMap<String, Citation>) -> Self {
        self.citations = citations;
        self
    }

    /// Sets which pages have extra files.
    #[must_use]
    pub fn with_extra_files(mut self, extra_files: ExtraFiles) -> Self {
        self.extra_files = extra_files;
        self
    }

    /// Sets whether the site has the page that checks recaps.
    #[must_use]
    pub fn with_check_page(mut self, has_check_page: bool) -> Self {
        self.has_check_page = has_check_page;
        self
    }

    /// Sets the former names and ids in the collection. Old links lead to the same items.
    #[must_use]
    pub fn with_past(self, past: Past) -> Self {
        let index = self.explorer.index();
        self.owner.with(|| {
            provide_context(Authors::new(&index, &past.author_ids));
            provide_context(Arc::new(past));
        });
        self
    }

    /// Renders only the content of pages, without a frame and without other files. `pictures` are the paths of the
    /// pictures in the file; pages look them up there.
    #[must_use]
    pub fn without_frames(self, pictures: BTreeSet<String>) -> Self {
        self.owner.with(|| provide_context(Unframed(Arc::new(pictures))));
        self
    }

    /// Which pages have extra files.
    pub fn extra_files(&self) -> ExtraFiles {
        self.extra_files
    }

    /// The collection being printed.
    pub fn collection(&self) -> Arc<EntityIndex> {
        self.explorer.index()
    }

    /// The explorer at the empty query.
    pub fn index(&self) -> RenderedPage {
        let notices = self.notices();
        let body = self.print("", || {
            let skip = el("a").class("skip-link").attr("href", "#results");
            let skip = html(skip.child(page_words().skip_to_results));
            let explorer = ["<div id=\"", EXPLORER_ID, "\">", &notices].concat();
            let (text, waves) = (home_text(&self.home), waves());
            [
                skip,
                html(first_page_ways(text.is_some() || waves.is_some())),
                html(text),
                html(waves),
                explorer,
                html(app(fixed_parts())),
                "</div>".to_owned(),
            ]
            .concat()
        });
        let title = self.explorer.site().title.clone();
        RenderedPage { path: HOME.to_owned(), title, body, ..RenderedPage::default() }
    }

    /// The start page of an empty collection; `None` if the collection is not empty.
    pub fn nothing_yet(&self) -> Option<RenderedPage> {
        let index = self.explorer.index();
        let catalog = index.catalog();
        let is_empty = catalog.recaps.is_empty() && catalog.conferences.is_empty();
        let title = &self.explorer.site().title;
        is_empty.then(|| self.page_of_site(HOME, title, fallback_pages::nothing_yet))
    }

    /// The notices for when the client cannot start, and the words that the client reads from the page, since it
    /// contains only English.
    pub fn notices(&self) -> String {
        let words = self.words.explorer;
        let lines = || el("template").attr("id", WORDS).attr(WORDS_LINES, words.lines());
        let words = (words.language() != "en").then(lines);
        self.print("", || html(many([Some(no_script_notice()), Some(boot_notice()), words])))
    }

    /// The words of the site's language.
    pub(crate) fn words(&self) -> &'static Language {
        self.words
    }

    /// The timeline chart in words, for the script that shows it.
    pub(crate) fn chart_table(&self) -> ChartTable {
        self.print("", chart_table)
    }

    /// The data for the script of the timeline chart, if the chart has columns.
    pub(crate) fn dense_chart(&self) -> Option<DenseChart> {
        self.print("", dense_chart)
    }

    /// Every page except the explorer. `own` are the curator's pages, in the order in which the site names them.
    pub fn pages(&self, own: &[OwnPage]) -> impl Iterator<Item = RenderedPage> {
        let index = self.explorer.index();
        let things = all_pages(&index).into_iter().filter_map(|page| self.page_of(&page));
        things
            .chain(self.author_pages())
            .chain(self.pages_of_site(own))
            .chain([self.contents(None)])
    }

    /// The pages about the site, except the table of contents, which may state the size of the site.
    pub fn pages_of_site(&self, own: &[OwnPage]) -> Vec<RenderedPage> {
        let mut pages = self.own_pages(own);
        pages.extend([self.themes(), self.reading_list()]);
        pages
    }

    /// The page that lists everything by name. With `to_save` it offers to save the whole site, which has that many
    /// bytes.
    pub fn contents(&self, to_save: Option<u64>) -> RenderedPage {
        let index = self.explorer.index();
        let title = self.words.explorer.contents();
        let draw = || {
            let forms = self.alternates_of(CONTENTS);
            html(framed(contents(&index, to_save, self.has_check_page), title, CONTENTS, forms))
        };
        let body = self.print("./", draw);
        let offers_saving = to_save.is_some();
        let (path, title) = (CONTENTS.to_owned(), title.to_owned());
        RenderedPage { path, title, body, offers_saving, ..RenderedPage::default() }
    }

    fn themes(&self) -> RenderedPage {
        let index = self.explorer.index();
        let title = self.words.pages.themes_page.to_owned();
        let body = self.print("./", || html(framed(themes_page(&index), &title, THEMES, None)));
        RenderedPage { path: THEMES.to_owned(), title, body, ..RenderedPage::default() }
    }

    fn reading_list(&self) -> RenderedPage {
        let title = self.words.pages.reading_list.to_owned();
        let body =
            self.print("./", || html(framed(reading_list_page(), &title, READING_LIST, None)));
        RenderedPage { path: READING_LIST.to_owned(), title, body, ..RenderedPage::default() }
    }

    /// The page that checks recaps. Only sites whose curator wants it have it.
    pub(crate) fn check(&self) -> RenderedPage {
        self.page_of_site(CHECK, self.words.check.title, check_page)
    }

    /// The page about one item. `None` if the collection does not have it.
    pub(crate) fn page_of(&self, page: &Page) -> Option<RenderedPage> {
        let index = self.explorer.index();
        let (path, title) = (page.path(), page_title(&index, page));
        let share = share_of(&path);
        let players = Players::default();
        let body = self.print("../", || {
            provide_context(players.clone());
            if let Some(citation) = self.citations.get(&path) {
                provide_context(citation.clone());
            }
            let content = page_content(&index, page)?;
            Some(html(framed_as(content, &title, &path, self.alternates_of(&path), &share)))
        })?;
        let (about, players) = (Some(page.clone()), players.origins());
        Some(RenderedPage { path, title, body, about, players, ..RenderedPage::default() })
    }

    /// The 404 page. `home` is the absolute address of the start page, if known.
    pub fn not_found(&self, home: Option<&str>) -> RenderedPage {
        let body = self.print("", || html(fallback_pages::not_found(home)));
        let title = self.words.pages.not_found.to_owned();
        RenderedPage { path: "404.html".to_owned(), title, body, ..RenderedPage::default() }
    }

    /// Links to the alternates of a page.
    fn alternates_of(&self, path: &str) -> Option<Element> {
        let links = self.alternates.get(path)?.iter();
        let links = links.map(|(name, path)| link(file_href(path), name.clone()));
        let what = el("li").child(page_words().forms);
        Some(el("ul").class("facts forms").child(what).children(links))
    }

    /// A page about the site, in the same folder as the explorer.
    pub(super) fn page_of_site(
        &self,
        path: &str,
        title: &str,
        content: impl FnOnce() -> Node,
    ) -> RenderedPage {
        let body = self.print("./", || html(framed(content(), title, path, None)));
        RenderedPage {
            path: path.to_owned(),
            title: title.to_owned(),
            body,
            ..RenderedPage::default()
        }
    }

    pub(super) fn print<T>(&self, root: &'static str, draw: impl FnOnce() -> T) -> T {
        self.print_by(Settings { is_static: true, n_static: N_PRINTED, root }, draw)
    }

    pub(super) fn print_by<T>(&self, settings: Settings, draw: impl FnOnce() -> T) -> T {
        // Each page has its own owner, so that its signals are dropped once it is rendered.
        let owner = self.owner.with(Owner::new);
        owner.with(|| {
            provide_context(settings);
            draw()
        })
    }
}

/// Computes everything that pages read from the explorer. If several threads compute one memo at the same time, they
/// see it half done and panic.
fn compute(explorer: Explorer) {
    explorer.matches().with_untracked(|_| ());
    explorer.terms().with_untracked(|_| ());
    explorer.is_waiting().with_untracked(|_| ());
}

/// The address that shares a page.
pub(super) fn share_of(path: &str) -> String {
    ["../", SHARE, "?page=", path].concat()
}
