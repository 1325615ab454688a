//! Draws nodes on the page, and updates the parts that change.

use super::{
    effect::{Kept, effect, effect_with},
    keyed::draw_keyed,
};
use crate::ui::dom::{
    Node,
    element::{Parts, Setting, Value},
};
use tachys::{dom::document, renderer::Rndr};
use wasm_bindgen::{JsCast as _, JsValue, prelude::Closure};
use web_sys::{Event, EventTarget};

/// A node on the page. Dropping it removes it.
pub(super) struct Drawn {
    region: Region,
    _kept: Kept,
}

impl Drawn {
    /// Draws `node` and puts it at the end of `parent`, in one step.
    pub(super) fn at_end_of(parent: &web_sys::Node, node: Node) -> Self {
        let apart = document().create_document_fragment();
        let region = Region::new(&apart, None);
        let kept = region.draw(node);
        insert(&apart, parent, None);
        Self { region, _kept: kept }
    }
}

impl Drop for Drawn {
    fn drop(&mut self) {
        self.region.remove();
    }
}

/// Draws `node` into `parent`, before `before` or at the end.
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
        Node::Live(mut make) => {
            let region = Region::new(parent, before);
            kept.push(effect_with(move |before| {
                let node = make();
                if let Some(before) = before {
                    tell_if_lost(&region.end);
                    drop::<Kept>(before);
                }
                region.clear();
                region.draw(node)
            }));
        }
        Node::Keyed(items) => {
            let region = Region::new(parent, before);
            kept.push(draw_keyed(items, region));
        }
    }
}

/// Tells the boot script if other code took a part that changes off the page. The script draws the client anew.
pub(super) fn tell_if_lost(part: &web_sys::Node) {
    if !part.is_connected()
        && let Some(root) = document().document_element()
    {
        Rndr::set_attribute(&root, "data-lost", "");
    }
}

fn insert(node: &web_sys::Node, parent: &web_sys::Node, before: Option<&web_sys::Node>) {
    // This fails only if foreign code removed a marker. Then there is no place to draw.
    drop(parent.insert_before(node, before));
}

fn draw_element(element: Parts, kept: &mut Kept) -> web_sys::Element {
    let namespace = element.is_svg.then_some("http://www.w3.org/2000/svg");
    let drawn = Rndr::create_element(element.tag, namespace);
    // Children first: a select cannot take a value before it has its options.
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
            kept.push(Box::new(handle(&element, name, without_send(handler))));
        }
        Value::Live(mut value) => {
            let mut before = None;
            kept.push(Box::new(effect(move || {
                let now = value();
                if before.as_ref() != Some(&now) {
                    if before.is_some() {
                        tell_if_lost(&element);
                    }
                    put(&element, name, &now);
                }
                before = Some(now);
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

/// Calls `handler` at each `event` until the result is dropped.
pub(super) fn handle(
    target: &EventTarget,
    event: &str,
    handler: Box<dyn FnMut(Event)>,
) -> Closure<dyn FnMut(Event)> {
    let handler = Closure::wrap(handler);
    // This never fails for an existing target.
    drop(target.add_event_listener_with_callback(event, handler.as_ref().unchecked_ref()));
    handler
}

/// An event handler in the form that the browser takes.
fn without_send(handler: Box<dyn FnMut(Event) + Send>) -> Box<dyn FnMut(Event)> {
    handler
}

/// A part of the page between two markers. Markers are comments, since code that joins or searches texts skips
/// comments.
#[derive(Clone)]
pub(super) struct Region {
    pub(super) start: web_sys::Node,
    pub(super) end: web_sys::Node,
}

impl Region {
    /// A new, empty part.
    pub(super) fn new(parent: &web_sys::Node, before: Option<&web_sys::Node>) -> Self {
        let mark = || {
            let mark = document().create_comment("");
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

    /// Removes its content.
    pub(super) fn clear(&self) {
        while let Some(node) = self.start.next_sibling().filter(|node| *node != self.end) {
            Rndr::remove(&node);
        }
    }

    /// Removes it from the page, including its markers.
    pub(super) fn remove(&self) {
        self.clear();
        Rndr::remove(&self.start);
        Rndr::remove(&self.end);
    }

    /// Moves it into `parent`, before `before` or to the end.
    pub(super) fn move_to(&self, parent: &web_sys::Node, before: Option<&web_sys::Node>) {
        let mut node = Some(self.start.clone());
        while let Some(moved) = node {
            node = if moved == self.end { None } else { moved.next_sibling() };
            insert(&moved, parent, before);
        }
    }

    /// Its parent. `None` if foreign code removed it.
    pub(super) fn parent(&self) -> Option<web_sys::Node> {
        self.end.parent_node()
    }
}
