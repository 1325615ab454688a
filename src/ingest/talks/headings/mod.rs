//! Finds talks in headings: alone, with a name, or with the text below them.

pub(in crate::ingest) mod bare_headings;
pub(in crate::ingest) mod lone_headings;
pub(in crate::ingest) mod name_headings;
pub(in crate::ingest) mod openings;
pub(in crate::ingest) mod title_lines;
pub(in crate::ingest) mod trust;
