//! Pages for addresses that have moved or do not exist, and for a collection that is still empty.

use super::{
    embeds::{embed_path, kept_path},
    link::{FINDER_FOLDERS, notes_path},
    page_words::page_words,
    parts::frame::titled_page,
    rendered_page::RenderedPage,
};
use crate::ui::{
    dom::{Child as _, Node, el, many},
    link::folder,
    state::{explorer::explorer, words::words},
};

/// A page at a former address that leads to the current one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Moved {
    /// The page, at the former address.
    pub page: RenderedPage,
    /// The current address, relative to this page.
    pub to: String,
    /// The path of the current page below the folder of the site.
    pub now: String,
}

/// Extensions of the outputs that a page may have.
const BESIDE: [&str; 6] = ["bib", "csv", "ics", "md", "png", "xml"];
/// Extensions of the files of its embedded page.
const EMBEDDED: [&str; 3] = ["html", "json", "svg"];

impl Moved {
    /// The outputs that the current page may have, each with its former path. `version` is the version of the data.
    pub(crate) fn moved_outputs(&self, version: &str) -> Vec<(String, String)> {
        let stem = |page: &str, ending: &str| [page.trim_end_matches("html"), ending].concat();
        let here = BESIDE.map(|it| (stem(&self.now, it), stem(&self.page.path, it)));
        let [now, then] = [&self.now, &self.page.path].map(|page| embed_path(page));
        let embedded = EMBEDDED.map(|it| (stem(&now, it), stem(&then, it)));
        let kept = [&self.now, &self.page.path].map(|page| kept_path(version, page));
        let notes = [&self.now, &self.page.path].map(|page| notes_of_page(page));
        let [now, then] = notes;
        here.into_iter().chain(embedded).chain([kept.into()]).chain(now.zip(then)).collect()
    }
}

/// The notes of a recap as Markdown, by its page. `None` for other pages.
fn notes_of_page(page: &str) -> Option<String> {
    let id = page.strip_prefix(folder::RECAP)?.strip_prefix('/')?.strip_suffix(".html")?;
    Some(notes_path(&id.into()))
}

/// The content of a page whose subject has moved to `to`.
pub(super) fn moved(name: &str, to: &str) -> Node {
    let phrases = page_words();
    let link = el("a").attr("href", to.to_owned()).child(name.to_owned());
    el("article")
        .class("page")
        .attr("id", "page")
        .child(el("h1").child(name.to_owned()))
        .child(el("p").child(phrases.moved).child(" ").child(link))
        .into_node()
}

/// The content of the start page while the collection is empty.
pub(super) fn nothing_yet() -> Node {
    let phrases = page_words();
    let reason = el("p").class("lead").child(phrases.nothing_yet_reason);
    titled_page("page", None, phrases.nothing_yet, reason.into_node()).into_node()
}

/// The content of the page for addresses that do not exist. `home` is the absolute address of the start page.
///
/// A host shows this page at any address. Without `home` the page cannot know how many folders deep it is. Pages are at
/// most one folder deep, so it offers both ways.
pub(super) fn not_found(home: Option<&str>) -> Node {
    let phrases = page_words();
    let link = |to: &str, label| el("li").child(el("a").attr("href", to.to_owned()).child(label));
    let links = match home {
        Some(home) => vec![link(home, phrases.start_page)],
        None => vec![
            link("./index.html", phrases.start_page_here),
            link("../index.html", phrases.start_page_above),
        ],
    };
    let title = explorer().site().title.clone();
    let name = match home {
        Some(home) => el("a").attr("href", home.to_owned()).child(title),
        None => el("span").child(title),
    };
    // A script finds the explorer, which needs scripts anyway. Enter submits the search, as on every page.
    let input = el("input")
        .attr("type", "search")
        .attr("name", "q")
        .attr("id", "search")
        .attr("placeholder", words().search_placeholder());
    let label = el("label").attr("for", "search").child(words().search_label());
    let form = el("form")
        .attr("role", "search")
        .attr("hidden", "")
        .attr("data-folders", folders().join(" "))
        .attr("data-home", phrases.start_page)
        .child(label)
        .child(input);
    let main = el("main")
        .child(el("h1").child(phrases.not_found))
        .child(el("p").child(phrases.not_found_reason))
        .child(form)
        .child(el("ul").children(links));
    many([el("header").child(name), main])
}

/// The folders of the site that have pages.
fn folders() -> Vec<&'static str> {
    FINDER_FOLDERS.into_iter().chain([folder::YEAR, "embed", "export"]).collect()
}
