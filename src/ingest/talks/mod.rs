//! The talks of a document: found by its shape and its sentences, and the notes about each.

pub(super) mod below_title;
pub(super) mod bold_names;
pub(super) mod found;
pub(super) mod found_talks;
pub(super) mod labeled_entry;
pub(super) mod line_pieces;
pub(super) mod listed;
pub(super) mod lone_items;
pub(super) mod name_headings;
pub(super) mod notes;
pub(super) mod openings;
pub(super) mod own_talk;
pub(super) mod plan;
pub(super) mod recordings;
mod sections;
pub(super) mod tables;
pub(super) mod talk_cues;
pub(super) mod talk_index;
pub(super) mod tellers;
pub(super) mod terms;
pub(super) mod title_lists;
pub(super) mod told;
