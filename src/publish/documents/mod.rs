//! Whole HTML documents: the template, the look that a curator chose, and the policy of each page.

pub(in crate::publish) mod document;
pub(in crate::publish) mod look;
mod not_found;
pub(in crate::publish) mod policy;
pub(in crate::publish) mod template;
