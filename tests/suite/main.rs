//! Everything that needs no browser, in one binary, with a room for each part of Hallway that it tests.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot set itself up should panic"
)]

mod command;
#[path = "../fuzz/fuzzing/mod.rs"]
mod fuzzing;
mod house;
mod ids;
mod import;
mod ingest;
#[path = "../bench/ingest/measure/mod.rs"]
mod measure;
mod query;
mod scene;
mod site;
