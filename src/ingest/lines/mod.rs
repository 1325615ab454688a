//! One line at a time: its parts, and how it reads as a title and who spoke.

pub(super) mod line;
pub(super) mod line_parts;
pub(super) mod line_talks;
pub(super) mod lone_readings;
pub(super) mod reading;
pub(super) mod readings;
pub(super) mod repetition;
pub(super) mod sentences;
pub(super) mod set_off;
pub(super) mod soft_breaks;
mod speaker_first;
pub(super) mod title;
