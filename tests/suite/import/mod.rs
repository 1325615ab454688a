//! What the data of others becomes.

mod archive;
mod odd_calendars;
mod sources;
