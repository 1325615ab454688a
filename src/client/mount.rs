//! Puts the client on the page, replacing the printed explorer.

use super::{
    address,
    draw::Drawn,
    effect::{Kept, whenever},
    fetch::{Files, serve},
};
use crate::{
    i18n::{Strings, WORDS, WORDS_LINES, english::LINES},
    model::{Ids, Site, Unreadable, WireFile},
    query::{Action, Engine, Extras},
    ui::{
        app::{EXPLORER_ID, app},
        chart::FixedParts,
        state::{collection::Collection, explorer::Explorer, words::use_words},
    },
};
use any_spawner::Executor;
use reactive_graph::owner::Owner;
use tachys::dom::document;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};

/// A client on a page. Dropping it removes it from the page.
pub struct Mounted {
    // Fields drop in this order: the elements go before the state that they show.
    _drawn: Drawn,
    _listeners: Kept,
    _owner: Owner,
}

/// Why the client did not start. The boot script knows these names.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum StartError {
    /// The dataset is damaged.
    Data,
    /// The dataset and the client have different versions.
    Schema,
}

impl StartError {
    /// The name of the reason in the page's `boot-notice`.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Schema => "schema",
        }
    }
}

/// The element that the client draws in: the one that the page keeps for the explorer, or the whole body. `None` before
/// the page has a body.
pub fn place_on_page() -> Option<HtmlElement> {
    let own = document().get_element_by_id(EXPLORER_ID);
    own.map(JsCast::unchecked_into).or_else(|| document().body())
}

/// Reads a catalog index and replaces the content of `root` with the client.
pub fn start(root: &HtmlElement, catalog_index: &[u8]) -> Result<Mounted, StartError> {
    let wire = WireFile::read(catalog_index).map_err(|why| match why {
        Unreadable::Damaged => StartError::Data,
        Unreadable::Schema => StartError::Schema,
    })?;
    let words = words_of_page().ok_or(StartError::Schema)?;
    let (mut catalog_index, shards, ids) =
        wire.into_catalog_index().map_err(|_damaged| StartError::Data)?;
    let site = std::mem::take(&mut catalog_index.site);
    let files = Files {
        lists: std::mem::take(&mut catalog_index.lists),
        search: std::mem::take(&mut catalog_index.search),
        titles: std::mem::take(&mut catalog_index.titles),
        evidence: std::mem::take(&mut catalog_index.evidence),
        note_texts: std::mem::take(&mut catalog_index.note_texts),
    };
    let collection =
        Collection { engine: Engine::new(catalog_index), extras: Extras::default(), shards };
    Ok(put(root, words, collection, site, files, ids))
}

/// Replaces the content of `root` with the client, for a collection that needs no more files.
///
/// `None` if the page has the words of another version.
pub fn mount(root: &HtmlElement, site: Site, collection: Collection) -> Option<Mounted> {
    Some(put(root, words_of_page()?, collection, site, Files::default(), Ids::default()))
}

/// The words of the page, or English if it has none. They live as long as the page. `None` if they belong to another
/// version.
fn words_of_page() -> Option<&'static Strings> {
    let element = document().get_element_by_id(WORDS);
    let lines = element.and_then(|element| element.get_attribute(WORDS_LINES));
    let english = || str::from_utf8(&LINES).ok();
    let words = Strings::read(lines.map_or_else(english, |lines| Some(lines.leak()))?)?;
    Some(Box::leak(Box::new(words)))
}

/// In one step, so that the reader never sees an empty page.
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
    // Leptos needs an executor to run effects. If the page had a client before, there is one already.
    drop(Executor::init_wasm_bindgen());
    let owner = Owner::new();
    let (drawn, listeners) = owner.with(|| {
        let explorer = provide(words, collection, site);
        address::read(explorer);
        serve(explorer, files, ids);
        let listeners = address::follow(explorer);
        if !typed.is_empty() {
            explorer.dispatch(Action::Search(typed));
        }
        (Drawn::at_end_of(root, app(FixedParts::empty())), listeners)
    });
    for node in old {
        // Another script may have removed the node meanwhile.
        drop(root.remove_child(&node));
    }
    for (part, old) in KEPT.into_iter().zip(kept) {
        keep(root, part, old);
    }
    early.put_focus_back(&document());
    Mounted { _drawn: drawn, _listeners: listeners, _owner: owner }
}

/// Parts that never change. The client draws an empty element for each and takes the content from the page.
const KEPT: [&str; 2] = [".plot-back", ".picture-words"];

/// Replaces `part` with a copy of `old`. The original stays intact in case the client fails.
fn keep(root: &HtmlElement, part: &str, old: Option<Element>) {
    let place = root.query_selector(part).ok().flatten();
    let copy = old.and_then(|old| old.clone_node_with_deep(true).ok());
    if let Some((place, copy)) = place.zip(copy) {
        let row = place.parent_node();
        drop(row.map(|row| row.replace_child(&copy, &place)));
    }
}

/// What the reader did on the page before the client started.
struct Early {
    /// The text in the search box.
    typed: String,
    /// The id of the focused element. Empty if nothing has the focus or the element has no id.
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
            // If the client fails, the reader starts again from the top.
            drop(element.focus());
        }
    }
}

fn provide(words: &'static Strings, collection: Collection, site: Site) -> Explorer {
    let index = collection.engine.index();
    let explorer = Explorer::new(site, collection, index);
    whenever(move || {
        let is_waiting = explorer.is_waiting().get() && !explorer.loader().has_failed();
        // The style sheet dims outdated results, and the boot script checks whether anything is still loading.
        if let Some(root) = document().document_element() {
            drop(root.toggle_attribute_with_force("data-waiting", is_waiting));
        }
    });
    explorer.use_everywhere();
    use_words(words);
    explorer
}
