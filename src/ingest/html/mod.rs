//! HTML: a saved page, or a post inside Markdown.

pub(super) mod blocks;
pub(super) mod page;
