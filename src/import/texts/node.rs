//! Reads XML as a tree of elements.
//!
//! Entities that a document defines are never expanded, so a small file cannot become a large text.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;

/// Deepest nesting that is read.
const DEEPEST: usize = 64;

/// An element.
#[derive(Debug, Default, Eq, PartialEq)]
pub(in crate::import) struct XmlNode {
    /// Its name without a prefix, e.g. `encoded` for `content:encoded`.
    pub(in crate::import) name: String,
    prefix: String,
    attributes: Vec<(String, String)>,
    /// The text directly inside it.
    pub(in crate::import) text: String,
    /// Its child elements.
    pub(in crate::import) children: Vec<Self>,
}

impl XmlNode {
    /// Reads a document, or returns why it is not XML. `&nbsp;` and other HTML entities are kept as written.
    pub(in crate::import) fn read(text: &str) -> Result<Self, String> {
        let mut reader = Reader::from_str(text);
        let mut open = vec![Self::default()];
        loop {
            let event = reader.read_event().map_err(|error| {
                format!("the file is not valid XML: {error}, at byte {}", reader.error_position())
            })?;
            match event {
                Event::Start(start) => {
                    if open.len() > DEEPEST {
                        return Err(format!("its elements are nested more than {DEEPEST} deep"));
                    }
                    open.push(Self::of(&start));
                }
                Event::Empty(start) => {
                    let node = Self::of(&start);
                    if let Some(parent) = open.last_mut() {
                        parent.children.push(node);
                    }
                }
                Event::End(_) => {
                    if let (Some(node), Some(parent)) = (open.pop(), open.last_mut()) {
                        parent.children.push(node);
                    }
                }
                Event::Text(part) => push(&mut open, &part.xml10_content()),
                Event::CData(part) => push(&mut open, &part.xml10_content()),
                Event::GeneralRef(reference) => {
                    let name = reference.xml10_content();
                    push(&mut open, &entity(&name).unwrap_or_else(|| format!("&{name};")));
                }
                Event::Eof => break,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
        if open.len() > 1 {
            return Err("the file ends in the middle of an element; perhaps its download stopped"
                .to_owned());
        }
        open.pop()
            .and_then(|mut document| document.children.pop())
            .ok_or_else(|| "it has no element".to_owned())
    }

    fn of(start: &BytesStart<'_>) -> Self {
        let name = start.name();
        let whole: &str = name.as_ref();
        let (prefix, name) = whole.split_once(':').unwrap_or(("", whole));
        let attributes = start.attributes().flatten().map(|attribute| {
            let key: &str = attribute.key.as_ref();
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            (key.to_owned(), value.map(Cow::into_owned).unwrap_or_default())
        });
        Self {
            attributes: attributes.collect(),
            prefix: prefix.to_owned(),
            name: name.to_owned(),
            ..Self::default()
        }
    }

    /// The child elements with a given name.
    pub(in crate::import) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The first child element with a given name.
    pub(in crate::import) fn first(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text of the first child with a given name; empty if there is none.
    pub(in crate::import) fn text_of(&self, name: &str) -> &str {
        self.first(name).map(|child| child.text.trim()).unwrap_or_default()
    }

    /// The text of the first child with a given prefix and name; empty if there is none.
    pub(in crate::import) fn text_in(&self, prefix: &str, name: &str) -> &str {
        let is_meant = |child: &&Self| child.prefix == prefix && child.name == name;
        self.children.iter().find(is_meant).map(|child| child.text.trim()).unwrap_or_default()
    }

    /// An attribute; empty if there is none.
    pub(in crate::import) fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// Its text and what it links to, which may be no full address.
    pub(in crate::import) fn link(&self) -> (String, String) {
        (self.text.trim().to_owned(), self.attribute("href").trim().to_owned())
    }
}

fn push(open: &mut [XmlNode], text: &str) {
    if let Some(node) = open.last_mut() {
        node.text.push_str(text);
    }
}

/// The text of `amp`, `#39`, `#x27` and similar entities. Supports HTML entities, but not those that the document
/// defines.
fn entity(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(number)
            .filter(|c| !c.is_control() || c.is_whitespace())
            .map(String::from);
    }
    quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_a_tree() {
        let node = XmlNode::read(
            "<?xml version='1.0'?><!-- x --><s:day date='A &amp; B'><talk>a &lt;b&gt; &#x27;c&#39;<![CDATA[<d>]]></talk><talk/></s:day>",
        )
        .unwrap();
        assert_eq!((node.name.as_str(), node.attribute("date")), ("day", "A & B"));
        assert_eq!(node.text_of("talk"), "a <b> 'c'<d>");
        assert_eq!(node.all("talk").count(), 2);
    }

    #[test]
    fn what_is_no_document_is_an_error() {
        let deep = "<a>".repeat(100_000);
        for text in ["", "x", "<a>", "<a></b>", "<a", &deep] {
            assert!(XmlNode::read(text).is_err());
        }
    }

    #[test]
    fn entities_of_a_document_are_never_expanded() {
        let bomb = "<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;&l;'>]><a>&m;&nbsp;</a>";
        assert_eq!(XmlNode::read(bomb).unwrap().text, "&m;&nbsp;");
    }
}
