//! Finds talks and speakers in sentences.

pub(in crate::ingest) mod bold_titles;
pub(in crate::ingest) mod clauses;
pub(in crate::ingest) mod talk_cues;
pub(in crate::ingest) mod tellers;
pub(in crate::ingest) mod told;
