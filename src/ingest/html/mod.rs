//! HTML: a saved page, or a post that stands in Markdown.

pub(super) mod blocks;
pub(super) mod page;
