//! Finds the speakers in the text below a title.

pub(in crate::ingest) mod below_title;
pub(in crate::ingest) mod bold_names;
pub(in crate::ingest) mod detail_lines;
pub(in crate::ingest) mod first_words;
pub(in crate::ingest) mod labeled_entry;
