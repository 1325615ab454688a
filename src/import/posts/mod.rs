//! Reads the posts of a blog.

pub(super) mod medium;
pub(super) mod wordpress;
