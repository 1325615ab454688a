//! Puts the client on the page, over what the page shows without it.

use super::{
    address,
    app::App,
    collection::Collection,
    explorer::Explorer,
    load::{Files, serve},
    strings::{ENGLISH_LINES, Strings, WORDS, WORDS_LINES},
    watch::whenever,
};
use crate::{
    model::{Ids, Packed, Site, Unreadable},
    query::{Action, Engine, Extras},
};
use leptos::{
    mount::mount_to,
    prelude::*,
    wasm_bindgen::JsCast as _,
    web_sys::{Document, Element, HtmlElement, HtmlInputElement},
};

/// A client on a page. Dropping it takes it off again.
pub struct Mounted {
    _parts: Box<dyn std::any::Any>,
}

/// Why the client did not start, in the words that the boot script knows.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum StartError {
    /// The dataset is damaged.
    Data,
    /// The dataset is of another version than the client.
    Schema,
}

impl StartError {
    /// The reason's name on the page.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Schema => "schema",
        }
    }
}

/// The body of the page; `None` before the page has one.
pub fn page_body() -> Option<HtmlElement> {
    document().body()
}

/// Reads an outline and puts the client in place of what `root` holds.
pub fn start(root: &HtmlElement, outline: &[u8]) -> Result<Mounted, StartError> {
    let packed = Packed::read(outline).map_err(|why| match why {
        Unreadable::Damaged => StartError::Data,
        Unreadable::Schema => StartError::Schema,
    })?;
    let words = words_of_page().ok_or(StartError::Schema)?;
    let (mut outline, shelves, ids) = packed.into_outline().map_err(|_damaged| StartError::Data)?;
    let site = std::mem::take(&mut outline.site);
    let files = Files {
        lists: std::mem::take(&mut outline.lists),
        search: std::mem::take(&mut outline.search),
        titles: std::mem::take(&mut outline.titles),
        evidence: std::mem::take(&mut outline.evidence),
        passages: std::mem::take(&mut outline.passages),
    };
    let collection =
        Collection { engine: Engine::new(outline), extras: Extras::default(), shelves };
    Ok(put(root, words, collection, site, files, ids))
}

/// Puts the client in place of what `root` holds, with a collection that needs no more files.
///
/// `None` when the page holds words of another version.
pub fn mount(root: &HtmlElement, site: Site, collection: Collection) -> Option<Mounted> {
    Some(put(root, words_of_page()?, collection, site, Files::default(), Ids::default()))
}

/// The words of the page, which stay until it goes: those that it holds, else English. `None` when
/// they are of another version.
fn words_of_page() -> Option<&'static Strings> {
    let element = document().get_element_by_id(WORDS);
    let lines = element.and_then(|element| element.get_attribute(WORDS_LINES));
    let english = || str::from_utf8(&ENGLISH_LINES).ok();
    let words = Strings::read(lines.map_or_else(english, |lines| Some(lines.leak()))?)?;
    Some(Box::leak(Box::new(words)))
}

/// In one step, so that nothing blank is ever seen.
fn put(
    root: &HtmlElement,
    words: &'static Strings,
    collection: Collection,
    site: Site,
    files: Files,
    ids: Ids,
) -> Mounted {
    let early = Early::of(&document());
    let nodes = root.child_nodes();
    let old: Vec<_> = (0..nodes.length()).filter_map(|place| nodes.get(place)).collect();
    let typed = early.typed.clone();
    let kept = KEPT.map(|part| root.query_selector(part).ok().flatten());
    let handle = mount_to(root.clone(), move || {
        let explorer = provide(words, collection, site);
        address::read(explorer);
        serve(explorer, files, ids);
        address::follow(explorer);
        if !typed.is_empty() {
            explorer.dispatch(Action::Search(typed));
        }
        view! { <App /> }
    });
    for node in old {
        // A node that somebody took away meanwhile needs no removal.
        drop(root.remove_child(&node));
    }
    for (part, old) in KEPT.into_iter().zip(kept) {
        keep(root, part, old);
    }
    early.put_focus_back(&document());
    Mounted { _parts: Box::new(handle) }
}

/// Parts that never change: the client draws an empty place for each, and takes over what the page has.
const KEPT: [&str; 2] = [".plot-back", ".picture-words"];

/// Puts a copy of `old` in the place of `part`: what was there stays as it is, should the client fail.
fn keep(root: &HtmlElement, part: &str, old: Option<Element>) {
    let place = root.query_selector(part).ok().flatten();
    let copy = old.and_then(|old| old.clone_node_with_deep(true).ok());
    if let Some((place, copy)) = place.zip(copy) {
        let row = place.parent_node();
        drop(row.map(|row| row.replace_child(&copy, &place)));
    }
}

/// What the reader did on the page before the client was there.
struct Early {
    /// What is in the search box.
    typed: String,
    /// Id of the element that has the focus. Empty when none has, or it has no id.
    focused: String,
}

impl Early {
    fn of(document: &Document) -> Self {
        let search = document.get_element_by_id("search");
        let search = search.and_then(|element| element.dyn_into::<HtmlInputElement>().ok());
        Self {
            typed: search.map(|input| input.value()).unwrap_or_default(),
            focused: document.active_element().map(|element| element.id()).unwrap_or_default(),
        }
    }

    fn put_focus_back(&self, document: &Document) {
        let element = document.get_element_by_id(&self.focused);
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // The reader starts over from the top when it fails.
            drop(element.focus());
        }
    }
}

fn provide(words: &'static Strings, collection: Collection, site: Site) -> Explorer {
    let index = collection.engine.index();
    let explorer = Explorer::new(site, collection, index);
    whenever(move || {
        // The matches are those of the address: what was there before need not step back any more.
        if !explorer.is_waiting().get() || explorer.loader().has_failed() {
            let root = document().document_element();
            drop(root.map(|root| root.remove_attribute("data-linked")));
        }
    });
    provide_context(explorer);
    provide_context(words);
    #[cfg(feature = "publish")]
    provide_context(super::settings::Settings::default());
    explorer
}
