//! Pages that stand where there is nothing, or nothing any more.

use super::{
    embeds::{embed_path, kept_path},
    node::{Child as _, Node, el},
    pages::titled_page,
    press::Sheet,
    strings::page_words,
};

/// A printed page at an address that its subject had once.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Moved {
    /// The page, at the former address.
    pub sheet: Sheet,
    /// The address of the page of the subject, relative to this one.
    pub to: String,
    /// The page of the subject, below the folder of the site.
    pub now: String,
}

/// Endings of the files that may stand beside a page.
const BESIDE: [&str; 6] = ["bib", "csv", "ics", "md", "png", "xml"];
/// The same beside its embedded page, which is one of them.
const EMBEDDED: [&str; 3] = ["html", "json", "svg"];

impl Moved {
    /// What may belong to the page of the subject, and where that was at the former address.
    /// `version` is that of the data.
    pub(crate) fn companions(&self, version: &str) -> Vec<(String, String)> {
        let stem = |page: &str, ending: &str| [page.trim_end_matches("html"), ending].concat();
        let here = BESIDE.map(|it| (stem(&self.now, it), stem(&self.sheet.path, it)));
        let [now, then] = [&self.now, &self.sheet.path].map(|page| embed_path(page));
        let embedded = EMBEDDED.map(|it| (stem(&now, it), stem(&then, it)));
        let kept = [&self.now, &self.sheet.path].map(|page| kept_path(version, page));
        here.into_iter().chain(embedded).chain([kept.into()]).collect()
    }
}

/// What a page says whose subject has another address now; `to` leads there.
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

/// What the start page says while there is nothing to explore.
pub(super) fn nothing_yet() -> Node {
    let phrases = page_words();
    let reason = el("p").class("lead").child(phrases.nothing_yet_reason);
    titled_page("page", phrases.nothing_yet, reason.into_node()).into_node()
}

/// What is shown at an address that has no page. `home` is the absolute address of the start page.
///
/// A host shows it at whatever address was asked for, so it cannot know how many folders it is down
/// when the site does not know its own address. Pages are at most one folder down: it offers both.
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
    el("main")
        .child(el("h1").child(phrases.not_found))
        .child(el("p").child(phrases.not_found_reason))
        .child(el("ul").children(links))
        .into_node()
}
