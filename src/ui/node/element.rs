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
    /// Something that changes.
    Live(Box<dyn FnMut() -> Setting + Send>),
    /// What to do on an event. A static page has none.
    Handler(Box<dyn FnMut(Event) + Send>),
}

/// How something that changes is now.
#[derive(Eq, PartialEq)]
pub(super) enum Setting {
    /// An attribute; `None` when it is absent.
    Attribute(Option<String>),
    /// Whether a class is there.
    Class(bool),
    /// The text of a property, which the reader may change too. A static page has none.
    Text(String),
    /// Whether a property is on, which the reader may change too. A static page has none.
    Checked(bool),
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
        mut value: impl FnMut() -> Option<String> + Send + 'static,
    ) -> Self {
        self.live(name, Box::new(move || Setting::Attribute(value())))
    }

    /// Adds an attribute without a value that comes and goes.
    pub(crate) fn live_flag(
        self,
        name: &'static str,
        mut is_on: impl FnMut() -> bool + Send + 'static,
    ) -> Self {
        self.live(name, Box::new(move || Setting::Attribute(is_on().then(String::new))))
    }

    /// Adds a class that comes and goes.
    pub(crate) fn class_when(
        self,
        name: &'static str,
        mut is_on: impl FnMut() -> bool + Send + 'static,
    ) -> Self {
        self.live(name, Box::new(move || Setting::Class(is_on())))
    }

    /// Keeps what stands in an input at a text that changes.
    pub(crate) fn value(self, mut text: impl FnMut() -> String + Send + 'static) -> Self {
        self.live("value", Box::new(move || Setting::Text(text())))
    }

    /// Keeps a check box as it should be.
    pub(crate) fn checked(self, mut is_on: impl FnMut() -> bool + Send + 'static) -> Self {
        self.live("checked", Box::new(move || Setting::Checked(is_on())))
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

    fn live(self, name: &'static str, value: Box<dyn FnMut() -> Setting + Send>) -> Self {
        self.with(name, Value::Live(value))
    }

    #[inline(never)]
    fn with(mut self, name: &'static str, value: Value) -> Self {
        self.0.attributes.push(Attribute { name, value });
        self
    }
}
