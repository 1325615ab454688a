//! The views as HTML: the explorer as it is before the client takes over, and every page.

use super::{
    app::App,
    collection::Collection,
    embeds::embed_choice,
    explorer::{Explorer, N_PRINTED},
    extent::Extent,
    facts::link,
    link::{CONTENTS, READING_LIST, SHARE, THEMES, file_href, href},
    masthead::{colophon, masthead},
    node::{Child as _, Element, Node, el, many},
    pages::{
        Library, Page, all_pages, contents, library, own_page, page_content, page_title,
        reading_list_page, themes_page,
    },
    picture::{DensePicture, PictureTable, dense_picture, picture_table},
    search_box::search_form,
    settings::Settings,
    stand_in::{self, Moved},
    strings::{
        BootStrings, Language, Strings, WORDS, WORDS_LINES, language, language_words, page_words,
    },
};
use crate::{
    model::{Catalog, Chunk, NoteId, OwnPage, Site, Talk, Target, plain_text},
    query::{Action, Choice, Index, Outlined, Query, TextIndex, percent::encode},
};
use leptos::prelude::*;
use std::{collections::BTreeMap, sync::Arc};

/// Prints the pages of one collection; several at once, if several threads ask.
pub struct Press {
    owner: Owner,
    pub(super) explorer: Explorer,
    pub(super) words: &'static Language,
    extent: Extent,
    /// What each page is in other forms.
    forms: BTreeMap<String, Vec<(String, String)>>,
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
    /// The thing it is about; `None`: the explorer, which is about all of them, and pages about the site.
    pub(crate) about: Option<Page>,
}

impl Sheet {
    /// Whether it is the explorer.
    pub(crate) fn is_explorer(&self) -> bool {
        self.path == HOME
    }
}

/// The file of the explorer.
pub(super) const HOME: &str = "index.html";

impl Press {
    /// Prepares a collection.
    pub fn new(
        site: Site,
        catalog: impl Into<Arc<Catalog>>,
        chunks: impl Into<Arc<[Chunk]>>,
    ) -> Self {
        let owner = Owner::new();
        let words = language(&site.language);
        let index = Arc::new(Index::new(catalog.into()));
        let explorer = owner.with(|| {
            let explorer = Explorer::new(site, Collection::whole(&index), index);
            let engine = explorer.engine();
            let library = explorer
                .extras()
                .with_untracked(|extras| Library::new(&engine, extras, chunks.into()));
            provide_context(explorer);
            provide_context(library);
            provide_context::<&'static Strings>(words.explorer);
            provide_context::<&'static Language>(words);
            explorer
        });
        Self { owner, explorer, words, extent: Extent::default(), forms: BTreeMap::new() }
    }

    /// Makes the index of words, once. Only a view that searches needs it.
    pub(super) fn know_words(&self) {
        let extras = self.explorer.extras();
        if !extras.with_untracked(|extras| extras.text.is_empty()) {
            return;
        }
        let index = self.explorer.index();
        let library = self.owner.with(library);
        let body =
            |id: &NoteId| library.note(id).map(|note| plain_text(&note.blocks)).unwrap_or_default();
        let text = TextIndex::build(&index, &Outlined::new(&index).abouts, &body);
        extras.update(|extras| extras.text = text);
    }

    /// The files that stand beside each page and hold the same, by the path of the page: what each is
    /// called, and its path. The pages then lead to them.
    #[must_use]
    pub fn with_forms(mut self, forms: BTreeMap<String, Vec<(String, String)>>) -> Self {
        self.forms = forms;
        self
    }

    /// With another extent than the whole one.
    #[must_use]
    pub fn with_extent(mut self, extent: Extent) -> Self {
        self.extent = extent;
        self
    }

    /// Which pages have companions.
    pub fn extent(&self) -> Extent {
        self.extent
    }

    /// The collection that is printed.
    pub fn collection(&self) -> Arc<Index> {
        self.explorer.index()
    }

    /// The explorer at the empty query.
    pub fn index(&self) -> Sheet {
        let notices = self.notices();
        let body = self.print("", || notices + &App().into_view().to_html());
        let title = self.explorer.site().title.clone();
        Sheet { path: HOME.to_owned(), title, body, about: None }
    }

    /// What stands in place of the explorer while there is nothing to explore; `None` when there is.
    pub fn nothing_yet(&self) -> Option<Sheet> {
        let index = self.explorer.index();
        let catalog = index.catalog();
        let is_empty = catalog.recaps.is_empty() && catalog.conferences.is_empty();
        let title = &self.explorer.site().title;
        is_empty.then(|| self.page_of_site(HOME, title, stand_in::nothing_yet))
    }

    /// What a page with the client says where that cannot start, and the words that the client reads of
    /// it: it has English only.
    pub fn notices(&self) -> String {
        let words = self.words.explorer;
        let lines = || el("template").attr("id", WORDS).attr(WORDS_LINES, words.lines());
        let words = (words.language() != "en").then(lines);
        self.print("", || many([Some(no_script_notice()), Some(boot_notice()), words]).to_html())
    }

    /// The words of the site's language.
    pub(crate) fn words(&self) -> &'static Language {
        self.words
    }

    /// The picture of time in words, for the script that shows it.
    pub(crate) fn picture_table(&self) -> PictureTable {
        self.print("", picture_table)
    }

    /// What the picture of time needs beside itself, if it has columns.
    pub(crate) fn dense_picture(&self) -> Option<DensePicture> {
        self.print("", dense_picture)
    }

    /// Every page but the explorer. `own` are the curator's, as the site of the press names them.
    pub fn pages(&self, own: &[OwnPage]) -> impl Iterator<Item = Sheet> {
        let index = self.explorer.index();
        let things = all_pages(&index).into_iter().filter_map(|page| self.page_of(&page));
        things.chain(self.pages_of_site(own)).chain([self.contents(None)])
    }

    /// The pages about the site but the one that lists everything, which may say how much that is.
    pub fn pages_of_site(&self, own: &[OwnPage]) -> Vec<Sheet> {
        let mut sheets = self.own_pages(own);
        sheets.extend([self.themes(), self.reading_list()]);
        sheets
    }

    /// The page that lists everything by name. With `to_save` it offers to save the whole site, which
    /// takes that many bytes.
    pub fn contents(&self, to_save: Option<u64>) -> Sheet {
        let index = self.explorer.index();
        let title = self.words.explorer.contents();
        let draw = || {
            let forms = self.forms_of(CONTENTS);
            framed(contents(&index, to_save), title, CONTENTS, forms).to_html()
        };
        let body = self.print("./", draw);
        Sheet { path: CONTENTS.to_owned(), title: title.to_owned(), body, about: None }
    }

    fn themes(&self) -> Sheet {
        let index = self.explorer.index();
        let title = self.words.pages.themes_page.to_owned();
        let body = self.print("./", || framed(themes_page(&index), &title, THEMES, None).to_html());
        Sheet { path: THEMES.to_owned(), title, body, about: None }
    }

    fn reading_list(&self) -> Sheet {
        let title = self.words.pages.reading_list.to_owned();
        let body =
            self.print("./", || framed(reading_list_page(), &title, READING_LIST, None).to_html());
        Sheet { path: READING_LIST.to_owned(), title, body, about: None }
    }

    fn own_pages(&self, pages: &[OwnPage]) -> Vec<Sheet> {
        let site = self.explorer.site();
        let sheets = site.pages.iter().zip(pages).map(|(at, page)| Sheet {
            path: at.path.clone(),
            title: page.title.clone(),
            body: self
                .print("./", || framed(own_page(page), &page.title, &at.path, None).to_html()),
            about: None,
        });
        sheets.collect()
    }

    /// The page about one thing. `None` when the collection has no such thing.
    pub(crate) fn page_of(&self, page: &Page) -> Option<Sheet> {
        let index = self.explorer.index();
        let (path, title) = (page.path(), page_title(&index, page));
        let share = self.share_of(page);
        let body = self.print("../", || {
            let content = page_content(&index, page)?;
            Some(framed_as(content, &title, &path, self.forms_of(&path), &share).to_html())
        })?;
        Some(Sheet { path, title, body, about: Some(page.clone()) })
    }

    /// The address that shares a page or, when it has no embedded page, what comes closest: a search for
    /// what it is about.
    fn share_of(&self, page: &Page) -> String {
        let of_page = |path: &str| ["../", SHARE, "?page=", path].concat();
        if self.extent.has(page) {
            return of_page(&page.path());
        }
        let index = self.explorer.index();
        let query = match page {
            Page::Talk(id) => index.talk(id).map(search_for),
            Page::Recap(id) => {
                let conference = index.recap(id).and_then(|recap| recap.conference.clone());
                return conference.map(Page::Conference).map_or_else(
                    || ["../", SHARE].concat(),
                    |conference| of_page(&conference.path()),
                );
            }
            Page::Conference(_)
            | Page::Theme(_)
            | Page::Person(_)
            | Page::Organization(_)
            | Page::Year(_) => {
                embed_choice(page).map(|it| Query::default().apply(Action::Toggle(it)))
            }
        };
        ["../", SHARE, &query.unwrap_or_default().to_search()].concat()
    }

    /// A page that leads from a former id to the page of what had it. `None` when the collection has no
    /// such thing, or one that has no page of its own.
    pub fn moved(&self, now: &Target, former_id: &str) -> Option<Moved> {
        let index = self.explorer.index();
        let (page, former) = match now {
            Target::Conference(id) => {
                (Page::Conference(id.clone()), Page::Conference(former_id.into()))
            }
            Target::Talk(id) => (Page::Talk(id.clone()), Page::Talk(former_id.into())),
            Target::Person(id) => (Page::Person(id.clone()), Page::Person(former_id.into())),
            Target::Organization(id) => {
                (Page::Organization(id.clone()), Page::Organization(former_id.into()))
            }
            Target::Theme(id) => (Page::Theme(id.clone()), Page::Theme(former_id.into())),
            Target::Copy(_) => return None,
        };
        let title = page_title(&index, &page);
        let now = page.path();
        let to = ["../", &now].concat();
        let share = self.share_of(&page);
        let body = self.print("../", || {
            page_content(&index, &page).map(|_| {
                framed_as(stand_in::moved(&title, &to), &title, &former.path(), None, &share)
                    .to_html()
            })
        })?;
        Some(Moved { sheet: Sheet { path: former.path(), title, body, about: None }, to, now })
    }

    /// The page for addresses that have none. `home` is the absolute address of the start page, if the
    /// site knows it.
    pub fn not_found(&self, home: Option<&str>) -> Sheet {
        let body = self.print("", || stand_in::not_found(home).to_html());
        let title = self.words.pages.not_found.to_owned();
        Sheet { path: "404.html".to_owned(), title, body, about: None }
    }

    /// Links to what a page is in other forms.
    fn forms_of(&self, path: &str) -> Option<Element> {
        let links = self.forms.get(path)?.iter();
        let links = links.map(|(name, path)| link(file_href(path), name.clone()));
        let what = el("li").child(page_words().forms);
        Some(el("ul").class("facts forms").child(what).children(links))
    }

    /// A page about the site, beside the explorer.
    pub(super) fn page_of_site(
        &self,
        path: &str,
        title: &str,
        content: impl FnOnce() -> Node,
    ) -> Sheet {
        let body = self.print("./", || framed(content(), title, path, None).to_html());
        Sheet { path: path.to_owned(), title: title.to_owned(), body, about: None }
    }

    pub(super) fn print<T>(&self, root: &'static str, draw: impl FnOnce() -> T) -> T {
        self.print_by(Settings { is_static: true, n_static: N_PRINTED, root }, draw)
    }

    pub(super) fn print_by<T>(&self, settings: Settings, draw: impl FnOnce() -> T) -> T {
        // An owner of its own for each page, so that what it makes is gone when it is printed.
        let owner = self.owner.with(Owner::new);
        owner.with(|| {
            provide_context(settings);
            draw()
        })
    }
}

/// The search that finds a talk.
pub(super) fn search_for(talk: &Talk) -> Query {
    let text = ["\"", &talk.title.replace('"', " "), "\""].concat();
    let conference = talk.conference.clone().map(Choice::Conference);
    let query = Query { text, ..Query::default() };
    conference.into_iter().fold(query, |query, it| query.apply(Action::Toggle(it)))
}

/// A page about the site with what frames it.
fn framed(content: Node, title: &str, path: &str, forms: Option<Element>) -> Node {
    framed_as(content, title, path, forms, SHARE)
}

/// A page with what frames it; `share` is the address that shares it.
fn framed_as(content: Node, title: &str, path: &str, forms: Option<Element>, share: &str) -> Node {
    let site = super::explorer::explorer().site();
    let home = el("a").attr("href", href(&Query::default())).child(site.title.clone());
    let report = report(&site.report, title, path);
    let title = el("p").class("site-title").child(home);
    el("div")
        .class("hallway is-page")
        .child(el("a").class("skip-link").attr("href", "#page").child(page_words().skip_link))
        .child(masthead(title.into_node(), search_form()))
        .child(el("main").child(content).child(forms))
        .child(colophon(many([Some(el("p").child(share_link(share))), report])))
        .into_node()
}

/// The link to the page that shares this one.
fn share_link(address: &str) -> Element {
    el("a").attr("href", address.to_owned()).child(language_words().embeds.share)
}

/// Where to tell of a mistake on a page. Nothing when the curator names no place for that.
fn report(template: &str, title: &str, path: &str) -> Option<Element> {
    let form = template.replace("{title}", &encode(title)).replace("{path}", &encode(path));
    let link = el("a").attr("href", form).child(page_words().report);
    (!template.is_empty()).then(|| el("p").child(link))
}

fn no_script_notice() -> Element {
    el("noscript").child(el("p").class("notice").child(language_words().boot.no_script))
}

/// What the boot script says when the client does not start. It is here, not there, so that all
/// words are in one place; and in attributes, which nobody reads while nothing is wrong: text browsers
/// show what is hidden.
fn boot_notice() -> Element {
    let BootStrings { no_script: _, title, reasons, rest, retry } = language_words().boot;
    let template = el("template")
        .attr("id", "boot-notice")
        .attr("data-title", title)
        .attr("data-stays", rest)
        .attr("data-retry", retry);
    reasons.into_iter().fold(template, |template, (name, reason)| template.attr(name, reason))
}
