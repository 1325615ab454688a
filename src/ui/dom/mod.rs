//! The tree that every view returns: elements, texts and parts that change.
//!
//! Leptos gives every view its own type, and compiles code to build, change and remove each type. With some four
//! hundred elements that was a third of the client (see `ARCHITECTURE.md`). A [`Node`] is data instead. One piece of
//! code draws it in the browser (`client::draw`), and one writes it to a static page (`pages::html`).

mod child;
pub mod element;
pub mod same;

pub(crate) use child::Child;
pub use element::Element;
pub(crate) use element::{el, svg};
use std::borrow::Cow;

/// A part of a page.
pub enum Node {
    /// A text. It is never read as HTML.
    Text(Cow<'static, str>),
    /// An element with its children.
    Element(Element),
    /// Several nodes in sequence. An empty sequence draws nothing.
    Many(Vec<Self>),
    /// A part that is drawn again whenever what it depends on changes.
    Live(Box<dyn FnMut() -> Self + Send>),
    /// A list that changes. Items that stay keep their elements, and the focus in them.
    Keyed(Box<dyn FnMut() -> Vec<Item> + Send>),
}

/// An item of a list that changes.
pub struct Item {
    /// Items with equal keys look the same, so an item whose key is already on the page is not drawn again.
    pub key: String,
    /// Draws the item.
    pub draw: Box<dyn FnOnce() -> Node + Send>,
}

impl Item {
    /// An item that `draw` draws.
    pub(crate) fn new(key: String, draw: impl FnOnce() -> Node + Send + 'static) -> Self {
        Self { key, draw: Box::new(draw) }
    }
}

/// Nothing.
pub(crate) fn nothing() -> Node {
    Node::Many(Vec::new())
}

/// Several nodes in a row.
pub(crate) fn many(nodes: impl IntoIterator<Item = impl Child>) -> Node {
    let mut row = Vec::new();
    nodes.into_iter().for_each(|node| node.put(&mut row));
    Node::Many(row)
}

/// A part that is drawn again whenever what it depends on changes.
pub(crate) fn live<T: Child>(mut draw: impl FnMut() -> T + Send + 'static) -> Node {
    Node::Live(Box::new(move || draw().into_node()))
}

/// A list that changes.
pub(crate) fn keyed(items: impl FnMut() -> Vec<Item> + Send + 'static) -> Node {
    Node::Keyed(Box::new(items))
}
