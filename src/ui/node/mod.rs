//! The one view type of all components: a tree of elements, texts and the parts that change.
//!
//! Leptos gives every view a type of its own, and every type its own code to build, to change and to
//! remove it. With some four hundred elements that was a third of the client (see `ARCHITECTURE.md`).
//! A `Node` is data instead, drawn by one piece of code: in the browser by `draw`, to a static page
//! by `html`. To Leptos it is a view like any other.

mod child;
mod draw;
mod element;
mod html;
mod keyed;
mod view;

pub(crate) use child::Child;
pub(crate) use element::{Element, el, svg};
#[cfg(feature = "publish")]
pub(crate) use html::escaped;
use std::borrow::Cow;

/// A part of a page.
pub(crate) enum Node {
    /// A text; it is never read as HTML.
    Text(Cow<'static, str>),
    /// An element with all that is in it.
    Element(Element),
    /// Several in a row. Empty: nothing at all.
    Many(Vec<Self>),
    /// A text that changes.
    LiveText(Box<dyn FnMut() -> String + Send>),
    /// A part that is drawn anew when what it depends on changes.
    Live(Box<dyn FnMut() -> Self + Send>),
    /// A list that changes; items it keeps keep their elements, and the focus in them.
    Keyed(Box<dyn FnMut() -> Vec<Item> + Send>),
}

/// An item of a list that changes.
pub(crate) struct Item {
    /// Equal keys look the same, so an item with the key of one that is there is not drawn again.
    pub(crate) key: String,
    /// Draws it.
    pub(crate) draw: Box<dyn FnOnce() -> Node + Send>,
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

/// Several in a row.
pub(crate) fn many(nodes: impl IntoIterator<Item = impl Child>) -> Node {
    let mut row = Vec::new();
    nodes.into_iter().for_each(|node| node.put(&mut row));
    Node::Many(row)
}

/// A text that changes.
pub(crate) fn live_text(text: impl FnMut() -> String + Send + 'static) -> Node {
    Node::LiveText(Box::new(text))
}

/// A part that is drawn anew when what it depends on changes.
pub(crate) fn live<T: Child>(mut draw: impl FnMut() -> T + Send + 'static) -> Node {
    Node::Live(Box::new(move || draw().into_node()))
}

/// A list that changes.
pub(crate) fn keyed(items: impl FnMut() -> Vec<Item> + Send + 'static) -> Node {
    Node::Keyed(Box::new(items))
}
