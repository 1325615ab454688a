//! The scripts of a site other than the client, and what they need to know.

pub(in crate::publish) mod finder_names;
pub(in crate::publish) mod page_scripts;
pub(in crate::publish) mod redirects;
pub(in crate::publish) mod script;
pub(in crate::publish) mod statistics;
