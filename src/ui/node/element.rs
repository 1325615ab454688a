//! Elements and what is on them.

use super::Node;
use leptos::{wasm_bindgen::JsCast, web_sys::Event};
use std::borrow::Cow;

/// An element with its attributes and what is in it.
pub(crate) struct Element {
    pub(super) tag: &'static str,
    pub(super) is_svg: bool,
    pub(super) attributes: Vec<Attribute>,
    pub(super) children: Vec<Node>,
}

/// Something on an element.
pub(super) struct Attribute {
    pub(super) name: &'static str,
    pub(super) value: Value,
}

/// What is on an element under a name.
pub(super) enum Value {
    /// An attribute that stays as it is.
    Fixed(Cow<'static, str>),
    /// An attribute that changes; absent on `None`.
    Live(Box<dyn FnMut() -> Option<String> + Send>),
    /// A class that comes and goes.
    Class(Box<dyn FnMut() -> bool + Send>),
    /// A property of the element, which the reader may change too. A static page has none.
    Property(Box<dyn FnMut() -> Property + Send>),
    /// What to do on an event. A static page has none.
    Handler(Box<dyn FnMut(Event) + Send>),
}

/// The value of a property.
pub(crate) enum Property {
    /// A text.
    Text(String),
    /// On or off.
    Flag(bool),
}

/// An element of HTML.
pub(crate) fn el(tag: &'static str) -> Element {
    Element { tag, is_svg: false, attributes: Vec::new(), children: Vec::new() }
}

/// An element of SVG.
pub(crate) fn svg(tag: &'static str) -> Element {
    Element { is_svg: true, ..el(tag) }
}

impl Element {
    /// Adds a class. Call it once: several classes go into one text.
    pub(crate) fn class(self, names: &'static str) -> Self {
        self.attr("class", names)
    }

    /// Adds an attribute.
    pub(crate) fn attr(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.with(name, Value::Fixed(value.into()))
    }

    /// Adds an attribute that changes; absent on `None`.
    pub(crate) fn live_attr(
        self,
        name: &'static str,
        value: impl FnMut() -> Option<String> + Send + 'static,
    ) -> Self {
        self.with(name, Value::Live(Box::new(value)))
    }

    /// Adds an attribute without a value that comes and goes.
    pub(crate) fn live_flag(
        self,
        name: &'static str,
        mut is_on: impl FnMut() -> bool + Send + 'static,
    ) -> Self {
        self.live_attr(name, move || is_on().then(String::new))
    }

    /// Adds a class that comes and goes.
    pub(crate) fn class_when(
        self,
        name: &'static str,
        is_on: impl FnMut() -> bool + Send + 'static,
    ) -> Self {
        self.with(name, Value::Class(Box::new(is_on)))
    }

    /// Keeps a property at a value that changes.
    pub(crate) fn property(
        self,
        name: &'static str,
        value: impl FnMut() -> Property + Send + 'static,
    ) -> Self {
        self.with(name, Value::Property(Box::new(value)))
    }

    /// Does something on an event. `E` must be what the browser sends under that name.
    pub(crate) fn on<E: JsCast + 'static>(
        self,
        event: &'static str,
        mut handler: impl FnMut(E) + Send + 'static,
    ) -> Self {
        let handler = move |event: Event| handler(event.unchecked_into());
        self.with(event, Value::Handler(Box::new(handler)))
    }

    /// Does something on a click.
    pub(crate) fn on_click(self, mut act: impl FnMut() + Send + 'static) -> Self {
        self.on("click", move |_: Event| act())
    }

    /// Puts something into it, after what is there.
    pub(crate) fn child(self, child: impl Into<Node>) -> Self {
        self.push(child.into())
    }

    /// Puts a list of things into it, after what is there.
    pub(crate) fn children(self, children: impl IntoIterator<Item = impl Into<Node>>) -> Self {
        children.into_iter().fold(self, |element, child| element.push(child.into()))
    }

    // Apart from the generic functions above, so that there is one of it.
    fn with(mut self, name: &'static str, value: Value) -> Self {
        self.attributes.push(Attribute { name, value });
        self
    }

    fn push(mut self, child: Node) -> Self {
        self.children.push(child);
        self
    }
}
