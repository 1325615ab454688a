//! Elements and what is on them.

use super::{Child, Node};
use leptos::{wasm_bindgen::JsCast, web_sys::Event};
use std::borrow::Cow;

/// An element with its attributes and what is in it.
///
/// One pointer wide, since it is handed on with every attribute and child it is given.
pub(crate) struct Element(pub(super) Box<Parts>);

/// What makes an element.
pub(super) struct Parts {
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
    /// An attribute without a value that comes and goes.
    Flag(Box<dyn FnMut() -> bool + Send>),
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
    new(tag, false)
}

/// An element of SVG.
pub(crate) fn svg(tag: &'static str) -> Element {
    new(tag, true)
}

#[inline(never)]
fn new(tag: &'static str, is_svg: bool) -> Element {
    Element(Box::new(Parts { tag, is_svg, attributes: Vec::new(), children: Vec::new() }))
}

/// The value of an attribute that stays as it is.
pub(crate) trait Fixed {
    /// Puts it on `element` under `name`.
    fn set(self, element: Element, name: &'static str) -> Element;
}

impl Fixed for &'static str {
    #[inline(never)]
    fn set(self, element: Element, name: &'static str) -> Element {
        element.with(name, Value::Fixed(Cow::Borrowed(self)))
    }
}

impl Fixed for String {
    #[inline(never)]
    fn set(self, element: Element, name: &'static str) -> Element {
        element.with(name, Value::Fixed(Cow::Owned(self)))
    }
}

impl Element {
    /// Adds a class. Call it once: several classes go into one text.
    pub(crate) fn class(self, names: &'static str) -> Self {
        names.set(self, "class")
    }

    /// Adds an attribute.
    pub(crate) fn attr(self, name: &'static str, value: impl Fixed) -> Self {
        value.set(self, name)
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
        is_on: impl FnMut() -> bool + Send + 'static,
    ) -> Self {
        self.with(name, Value::Flag(Box::new(is_on)))
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
    pub(crate) fn child(mut self, child: impl Child) -> Self {
        child.put(&mut self.0.children);
        self
    }

    /// Puts a list of things into it, after what is there.
    pub(crate) fn children(mut self, children: impl IntoIterator<Item = impl Child>) -> Self {
        children.into_iter().for_each(|child| child.put(&mut self.0.children));
        self
    }

    #[inline(never)]
    fn with(mut self, name: &'static str, value: Value) -> Self {
        self.0.attributes.push(Attribute { name, value });
        self
    }
}
