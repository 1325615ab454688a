//! Finds talks in list items, and lists of titles.

pub(in crate::ingest) mod edition_items;
pub(in crate::ingest) mod event_lists;
pub(in crate::ingest) mod linked_lists;
pub(in crate::ingest) mod listed;
pub(in crate::ingest) mod lone_items;
pub(in crate::ingest) mod terms;
pub(in crate::ingest) mod title_lists;
