//! Everything that needs no browser, in one binary.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot set itself up should panic"
)]

mod address;
mod addresses;
mod asked;
mod authors;
mod bundle;
mod checker;
mod citations;
mod command;
mod counted;
mod curator;
mod data;
mod dice;
mod digest;
mod edited;
mod editions;
mod exports;
mod fuzzed;
#[path = "../fuzz/fuzzing/mod.rs"]
mod fuzzing;
mod guide;
mod hostile;
mod import;
mod import_sources;
mod in_parts;
mod labelled;
mod layers;
mod links;
mod marks;
#[path = "../bench/ingest/measure/mod.rs"]
mod measure;
mod mishaps;
mod moves;
mod odd_names;
mod own_texts;
mod placed_files;
mod preview;
mod printed_site;
mod proposals;
mod published;
mod query;
mod random_edits;
mod references;
mod relevance;
mod returns;
mod scene;
mod schema;
mod shared_names;
mod site;
mod small_catalog;
mod source_graph;
mod supply;
mod tidy;
mod timeline;
mod tools;
mod wire;
