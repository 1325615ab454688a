//! Puts the client on the page, over what the page shows without it.

use super::{
    address,
    app::App,
    explorer::Explorer,
    load::{serve_passages, serve_texts, serve_words},
    settings::Settings,
    strings::{EN, Strings},
    texts::Texts,
};
use crate::{
    model::{Catalog, Manifest, Packed, SCHEMA, read_json},
    query::Action,
};
use leptos::{
    mount::mount_to,
    prelude::*,
    wasm_bindgen::JsCast as _,
    web_sys::{Document, HtmlElement, HtmlInputElement},
};
use std::sync::Arc;

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

/// Reads manifest and catalog and puts the client in place of what `root` holds.
pub fn start(root: &HtmlElement, manifest: &str, catalog: &[u8]) -> Result<Mounted, StartError> {
    let manifest: Manifest = read_json(manifest.as_bytes()).map_err(|_damaged| StartError::Data)?;
    if manifest.schema != SCHEMA {
        return Err(StartError::Schema);
    }
    let packed: Packed = read_json(catalog).map_err(|_damaged| StartError::Data)?;
    let catalog = packed.unpack().map_err(|_damaged| StartError::Data)?;
    Ok(mount(root, manifest, catalog))
}

/// Puts the client in place of what `root` holds: in one step, so that nothing blank is ever seen.
pub fn mount(root: &HtmlElement, manifest: Manifest, catalog: Catalog) -> Mounted {
    let early = Early::of(&document());
    let nodes = root.child_nodes();
    let old: Vec<_> = (0..nodes.length()).filter_map(|place| nodes.get(place)).collect();
    let typed = early.typed.clone();
    let handle = mount_to(root.clone(), move || {
        let explorer = provide(manifest, catalog);
        address::read(explorer);
        address::follow(explorer);
        address::return_to_place(explorer);
        if !typed.is_empty() {
            explorer.dispatch(Action::Search(typed));
        }
        view! { <App /> }
    });
    for node in old {
        // A node that somebody took away meanwhile needs no removal.
        drop(root.remove_child(&node));
    }
    early.put_focus_back(&document());
    Mounted { _parts: Box::new(handle) }
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

fn provide(manifest: Manifest, catalog: Catalog) -> Explorer {
    let texts = Texts::new();
    let explorer = Explorer::new(manifest.site.clone(), catalog, texts);
    let manifest = Arc::new(manifest);
    serve_texts(texts, Arc::clone(&manifest));
    serve_words(explorer, manifest);
    serve_passages(explorer);
    provide_context(explorer);
    provide_context::<&'static Strings>(&EN);
    provide_context(Settings::default());
    explorer
}
