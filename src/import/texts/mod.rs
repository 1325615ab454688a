//! Handles the texts of all sources: encodings, JSON, XML, and HTML and descriptions as Markdown.

pub(super) mod description;
mod escapes;
pub(super) mod html;
pub(super) mod nesting;
pub(super) mod node;
pub(super) mod rich;
pub(super) mod text;
