//! Reads the schedules of events: calendars, and the files of frab and its relatives.

mod breaks;
pub(super) mod calendar;
mod clues;
pub(super) mod frab;
mod ics;
mod names;
mod place;
mod summary;
