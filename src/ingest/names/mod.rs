//! Recognizes words: names of people and organizations, roles, kinds of talks, and the clutter around them.

pub(super) mod affiliation;
pub(super) mod byline;
pub(super) mod byline_parts;
mod byline_reader;
pub(super) mod clutter;
pub(super) mod cue_words;
pub(super) mod eastern_words;
pub(super) mod edition_name;
pub(super) mod frame_words;
pub(super) mod kinds;
pub(super) mod legal_forms;
pub(super) mod likeness;
pub(super) mod link_words;
pub(super) mod name_shape;
pub(super) mod named_people;
pub(super) mod no_talks;
mod nobody;
mod ornaments;
pub(super) mod other_words;
pub(super) mod prefix;
pub(super) mod speaker_slot;
pub(super) mod speech;
pub(super) mod surnames;
pub(super) mod told_words;
mod word_lists;
pub(super) mod word_spans;
