//! Nodes to elements of the page.

use super::{
    Node,
    element::{Parts, Setting, Value},
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
            kept.push(Box::new(RenderEffect::new(move |before: Option<String>| {
                let now = text();
                if before.as_ref() != Some(&now) {
                    Rndr::set_text(&drawn, &now);
                }
                now
            })));
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
        Value::Handler(handler) => {
            let handler = Closure::wrap(without_send(handler));
            let function = handler.as_ref().unchecked_ref();
            // It fails for no element that there is.
            drop(element.add_event_listener_with_callback(name, function));
            kept.push(Box::new(handler));
        }
        Value::Live(mut value) => {
            kept.push(Box::new(RenderEffect::new(move |before: Option<Setting>| {
                let now = value();
                if before.as_ref() != Some(&now) {
                    put(&element, name, &now);
                }
                now
            })));
        }
    }
}

fn put(element: &web_sys::Element, name: &str, setting: &Setting) {
    match setting {
        Setting::Attribute(Some(text)) => Rndr::set_attribute(element, name, text),
        Setting::Attribute(None) => Rndr::remove_attribute(element, name),
        Setting::Class(true) => Rndr::add_class(&Rndr::class_list(element), name),
        Setting::Class(false) => Rndr::remove_class(&Rndr::class_list(element), name),
        Setting::Text(text) => Rndr::set_property(element, name, &JsValue::from_str(text)),
        Setting::Checked(is_on) => Rndr::set_property(element, name, &JsValue::from_bool(*is_on)),
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
