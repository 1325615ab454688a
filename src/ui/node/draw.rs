//! Nodes to elements of the page.

use super::{
    Node,
    element::{Parts, Property, Value},
    keyed::draw_keyed,
};
use leptos::{
    prelude::RenderEffect,
    tachys::renderer::Rndr,
    wasm_bindgen::{JsCast as _, JsValue, prelude::Closure},
    web_sys::{self, Event},
};
use std::any::Any;

/// What must live as long as the elements do: effects and event handlers.
pub(super) type Kept = Vec<Box<dyn Any>>;

/// Draws `node` into `parent`, in front of `before` or at its end.
pub(super) fn draw(
    node: Node,
    parent: &web_sys::Node,
    before: Option<&web_sys::Node>,
    kept: &mut Kept,
) {
    match node {
        Node::Text(text) => insert(&Rndr::create_text_node(&text), parent, before),
        Node::Element(element) => {
            let drawn = draw_element(*element.0, kept);
            insert(&drawn, parent, before);
        }
        Node::Many(nodes) => {
            for node in nodes {
                draw(node, parent, before, kept);
            }
        }
        Node::LiveText(mut text) => {
            let drawn = Rndr::create_text_node("");
            insert(&drawn, parent, before);
            kept.push(Box::new(RenderEffect::new(move |_| Rndr::set_text(&drawn, &text()))));
        }
        Node::Live(mut make) => {
            let region = Region::new(parent, before);
            kept.push(Box::new(RenderEffect::new(move |previous: Option<Kept>| {
                let node = make();
                drop(previous);
                region.clear();
                region.draw(node)
            })));
        }
        Node::Keyed(items) => {
            let region = Region::new(parent, before);
            kept.push(draw_keyed(items, region));
        }
    }
}

fn insert(node: &web_sys::Node, parent: &web_sys::Node, before: Option<&web_sys::Node>) {
    // It fails only where a mark was taken away by something that is not ours; then there is no
    // place left to draw to.
    drop(parent.insert_before(node, before));
}

fn draw_element(element: Parts, kept: &mut Kept) -> web_sys::Element {
    let namespace = element.is_svg.then_some("http://www.w3.org/2000/svg");
    let drawn = Rndr::create_element(element.tag, namespace);
    // Children first: the value of a select means nothing before its options are there.
    for child in element.children {
        draw(child, &drawn, None, kept);
    }
    for attribute in element.attributes {
        set(&drawn, attribute.name, attribute.value, kept);
    }
    drawn
}

fn set(element: &web_sys::Element, name: &'static str, value: Value, kept: &mut Kept) {
    let element = element.clone();
    match value {
        Value::Fixed(text) => Rndr::set_attribute(&element, name, &text),
        Value::Live(mut value) => {
            kept.push(Box::new(RenderEffect::new(move |_| match value() {
                Some(text) => Rndr::set_attribute(&element, name, &text),
                None => Rndr::remove_attribute(&element, name),
            })));
        }
        Value::Flag(mut is_on) => {
            kept.push(Box::new(RenderEffect::new(move |_| {
                if is_on() {
                    Rndr::set_attribute(&element, name, "");
                } else {
                    Rndr::remove_attribute(&element, name);
                }
            })));
        }
        Value::Class(mut is_on) => {
            kept.push(Box::new(RenderEffect::new(move |_| {
                let classes = Rndr::class_list(&element);
                if is_on() {
                    Rndr::add_class(&classes, name);
                } else {
                    Rndr::remove_class(&classes, name);
                }
            })));
        }
        Value::Property(mut value) => {
            kept.push(Box::new(RenderEffect::new(move |_| {
                let value = match value() {
                    Property::Text(text) => JsValue::from_str(&text),
                    Property::Flag(is_on) => JsValue::from_bool(is_on),
                };
                Rndr::set_property(&element, name, &value);
            })));
        }
        Value::Handler(handler) => {
            let handler = Closure::wrap(without_send(handler));
            let function = handler.as_ref().unchecked_ref();
            // It fails for no element that there is.
            drop(element.add_event_listener_with_callback(name, function));
            kept.push(Box::new(handler));
        }
    }
}

/// An event handler as the browser takes it.
fn without_send(handler: Box<dyn FnMut(Event) + Send>) -> Box<dyn FnMut(Event)> {
    handler
}

/// A part of the page between two marks that are empty texts.
#[derive(Clone)]
pub(super) struct Region {
    pub(super) start: web_sys::Node,
    pub(super) end: web_sys::Node,
}

impl Region {
    /// A new, empty part.
    pub(super) fn new(parent: &web_sys::Node, before: Option<&web_sys::Node>) -> Self {
        let mark = || {
            let mark = Rndr::create_text_node("");
            insert(&mark, parent, before);
            mark.into()
        };
        Self { start: mark(), end: mark() }
    }

    /// Draws `node` at its end.
    pub(super) fn draw(&self, node: Node) -> Kept {
        let mut kept = Kept::new();
        if let Some(parent) = self.parent() {
            draw(node, &parent, Some(&self.end), &mut kept);
        }
        kept
    }

    /// Takes out what is in it.
    pub(super) fn clear(&self) {
        while let Some(node) = self.start.next_sibling().filter(|node| *node != self.end) {
            Rndr::remove(&node);
        }
    }

    /// Takes it off the page, marks included.
    pub(super) fn remove(&self) {
        self.clear();
        Rndr::remove(&self.start);
        Rndr::remove(&self.end);
    }

    /// Moves it into `parent`, in front of `before` or to its end.
    pub(super) fn move_to(&self, parent: &web_sys::Node, before: Option<&web_sys::Node>) {
        let mut node = Some(self.start.clone());
        while let Some(moved) = node {
            node = if moved == self.end { None } else { moved.next_sibling() };
            insert(&moved, parent, before);
        }
    }

    /// What it is in. `None` when something outside of us took it away.
    pub(super) fn parent(&self) -> Option<web_sys::Node> {
        self.end.parent_node()
    }
}
