//! Facts in a text: dates, attendance and language, and facts in its path.

pub(super) mod attendance;
pub(super) mod date_ranges;
pub(super) mod dates;
pub(super) mod event_labels;
pub(super) mod language;
pub(super) mod language_tags;
pub(super) mod path_facts;
mod scripts;
mod small_words;
