//! Everything that needs no browser, in one binary.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot set itself up should panic"
)]

mod address;
mod asked;
mod bundle;
mod command;
mod data;
mod digest;
mod hostile;
mod import;
mod in_parts;
mod machines;
mod marks;
mod mishaps;
mod packed;
mod printed_site;
mod published;
mod query;
mod relevance;
mod scene;
mod schema;
mod site;
mod small_catalog;
mod tidy;
mod timeline;
