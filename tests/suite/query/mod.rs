//! What a reader asks, and what the explorer answers: addresses, matches, counts, timelines, and the files for it.

mod address;
mod asked;
mod counted;
mod in_parts;
mod marks;
mod matches;
mod relevance;
mod returns;
mod small_catalog;
mod timeline;
mod wire;
