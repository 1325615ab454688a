//! Reads the schedules of events: calendars, and the files of frab and its relatives.

mod breaks;
pub(super) mod calendar;
mod clues;
pub(super) mod frab;
mod ics;
mod names;
mod own_calendar;
mod place;
mod summary;
mod whole_days;
