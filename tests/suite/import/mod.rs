//! What the data of others becomes.

mod archive;
mod joins;
mod odd_calendars;
mod parts;
mod sources;
