//! Values that can be children of an element.

use super::{Element, Node};
use std::borrow::Cow;

/// A value that can be a child of an element, or one of several nodes.
///
/// Each type has one function that adds it, so that each of the four hundred calls of `child` compiles to one call.
pub(crate) trait Child: Sized {
    /// Appends it to `row`.
    fn put(self, row: &mut Vec<Node>);

    /// Converts it to a node.
    fn into_node(self) -> Node {
        let mut row = Vec::new();
        self.put(&mut row);
        Node::Many(row)
    }
}

impl Child for Node {
    #[inline(never)]
    fn put(self, row: &mut Vec<Node>) {
        row.push(self);
    }

    fn into_node(self) -> Node {
        self
    }
}

impl Child for &'static str {
    #[inline(never)]
    fn put(self, row: &mut Vec<Node>) {
        row.push(Node::Text(Cow::Borrowed(self)));
    }
}

impl Child for String {
    #[inline(never)]
    fn put(self, row: &mut Vec<Node>) {
        row.push(Node::Text(Cow::Owned(self)));
    }
}

impl Child for usize {
    #[inline(never)]
    fn put(self, row: &mut Vec<Node>) {
        self.to_string().put(row);
    }
}

impl Child for Element {
    #[inline(never)]
    fn put(self, row: &mut Vec<Node>) {
        row.push(Node::Element(self));
    }

    fn into_node(self) -> Node {
        Node::Element(self)
    }
}

impl<T: Child> Child for Option<T> {
    fn put(self, row: &mut Vec<Node>) {
        if let Some(child) = self {
            child.put(row);
        }
    }
}

impl<T: Child> Child for Vec<T> {
    fn put(self, row: &mut Vec<Node>) {
        for child in self {
            child.put(row);
        }
    }
}
