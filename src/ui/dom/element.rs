//! Elements with their attributes and children.

use super::{Child, Node};
use std::borrow::Cow;
use wasm_bindgen::JsCast;
use web_sys::Event;

/// An element with its attributes and children.
///
/// One pointer wide, because every call that adds an attribute or a child moves it.
pub struct Element(pub Box<Parts>);

/// The content of an element.
pub struct Parts {
    /// Its name.
    pub tag: &'static str,
    /// Whether it is an SVG element; otherwise HTML.
    pub is_svg: bool,
    /// Attributes, classes, properties and handlers, in the order in which they were added.
    pub attributes: Vec<Attribute>,
    /// What is in it.
    pub children: Vec<Node>,
}

/// An attribute, a class, a property or an event handler.
pub struct Attribute {
    /// The name of an attribute, a class, a property or an event.
    pub name: &'static str,
    /// Its value.
    pub value: Value,
}

/// The value of an attribute, a class, a property or an event handler.
pub enum Value {
    /// An attribute that never changes.
    Fixed(Cow<'static, str>),
    /// A value that changes.
    Live(Box<dyn FnMut() -> Setting + Send>),
    /// An event handler. A static page has none.
    Handler(Box<dyn FnMut(Event) + Send>),
}

/// The current value of something that changes.
#[derive(Debug, Eq, PartialEq)]
pub enum Setting {
    /// An attribute; `None` if it is absent.
    Attribute(Option<String>),
    /// Whether a class is set.
    Class(bool),
    /// The text of a property that the reader can change, too. A static page has none, except for [`CONTENT`].
    Text(String),
    /// Whether a property that the reader can change, too, is on. A static page has none.
    Checked(bool),
}

/// The property that is an element's whole content.
pub const CONTENT: &str = "textContent";

/// An HTML element.
pub(crate) fn el(tag: &'static str) -> Element {
    new(tag, false)
}

/// An SVG element.
pub(crate) fn svg(tag: &'static str) -> Element {
    new(tag, true)
}

#[inline(never)]
fn new(tag: &'static str, is_svg: bool) -> Element {
    Element(Box::new(Parts { tag, is_svg, attributes: Vec::new(), children: Vec::new() }))
}

/// The value of an attribute that never changes.
pub(crate) trait Fixed {
    /// Sets it on `element` under `name`.
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
    /// Sets the classes. Call it once: several classes go into one text.
    pub(crate) fn class(self, names: &'static str) -> Self {
        names.set(self, "class")
    }

    /// Adds an attribute.
    pub(crate) fn attr(self, name: &'static str, value: impl Fixed) -> Self {
        value.set(self, name)
    }

    /// Adds an attribute that changes; absent if `None`.
    pub(crate) fn live_attr(
        self,
        name: &'static str,
        mut value: impl FnMut() -> Option<String> + Send + 'static,
    ) -> Self {
        self.live(name, Box::new(move || Setting::Attribute(value())))
    }

    /// Adds a valueless attribute that comes and goes.
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

    /// Fills the element with a text that changes, and with nothing else.
    ///
    /// It is written through the element, because translators and highlighters replace the text nodes in it.
    pub(crate) fn live_text(self, mut text: impl FnMut() -> String + Send + 'static) -> Self {
        self.live(CONTENT, Box::new(move || Setting::Text(text())))
    }

    /// Keeps the text of an input equal to a text that changes.
    pub(crate) fn value(self, mut text: impl FnMut() -> String + Send + 'static) -> Self {
        self.live("value", Box::new(move || Setting::Text(text())))
    }

    /// Keeps the state of a check box equal to a flag that changes.
    pub(crate) fn checked(self, mut is_on: impl FnMut() -> bool + Send + 'static) -> Self {
        self.live("checked", Box::new(move || Setting::Checked(is_on())))
    }

    /// Handles an event. `E` must be the type of that event.
    pub(crate) fn on<E: JsCast + 'static>(
        self,
        event: &'static str,
        mut handler: impl FnMut(E) + Send + 'static,
    ) -> Self {
        let handler = move |event: Event| handler(event.unchecked_into());
        self.with(event, Value::Handler(Box::new(handler)))
    }

    /// Handles a click.
    pub(crate) fn on_click(self, mut act: impl FnMut() + Send + 'static) -> Self {
        self.on("click", move |_: Event| act())
    }

    /// Appends a child.
    pub(crate) fn child(mut self, child: impl Child) -> Self {
        child.put(&mut self.0.children);
        self
    }

    /// Appends several children.
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
