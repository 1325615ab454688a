//! Reads a single line: its parts, its title and its speakers.

pub(super) mod cut;
pub(super) mod line;
pub(super) mod line_parts;
pub(super) mod line_reader;
pub(super) mod line_talks;
pub(super) mod lone_readings;
pub(super) mod quoted;
pub(super) mod reading;
pub(super) mod readings;
pub(super) mod repetition;
pub(super) mod set_off;
pub(super) mod soft_breaks;
mod speaker_first;
pub(super) mod title;
