//! Headings whose level depends on the context.

use super::dom::{Child, Node, el};

/// A heading of level 2 to 6 around `content`.
pub(crate) fn heading(level: u8, content: impl Child) -> Node {
    let tag = match level {
        0..=2 => "h2",
        3 => "h3",
        4 => "h4",
        5 => "h5",
        _ => "h6",
    };
    el(tag).child(content).into_node()
}
