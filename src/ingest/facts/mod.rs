//! What a text says of itself: dates, attendance, language, and what its path says.

pub(super) mod attendance;
pub(super) mod date_ranges;
pub(super) mod dates;
pub(super) mod event_labels;
pub(super) mod language;
pub(super) mod path_facts;
