//! Reads a title: the event that it names, and what stands inside its marks.

pub(in crate::ingest) mod event_recaps;
pub(in crate::ingest) mod event_titles;
pub(in crate::ingest) mod inside_title;
pub(in crate::ingest) mod likely_title;
pub(in crate::ingest) mod row_prefixes;
