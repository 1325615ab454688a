//! Hallway turns a folder of conference notes into a timeline that runs in the reader's browser.
//!
//! The layers; each may use only those named before it in its row. `tests/suite/house/layers.rs` holds them to it.
//!
//! | layer | does | may use |
//! | --- | --- | --- |
//! | [`text`] | ids made from texts, percent-encoding, sentences | |
//! | [`model`] | the dataset types | `text` |
//! | [`query`] | the filter state, its address, the index, matching, counts | `text`, `model` |
//! | [`timeline`] | dates to positions, theme by edition | `text`, `model`, `query` |
//! | [`i18n`] | every word, by language; plurals and dates | `text`, `model`, `query`, `timeline` |
//! | [`ui`] | what the browser and the static pages both draw | `text`, `model`, `query`, `timeline`, `i18n` |
//! | [`client`] | what only the browser does: address, loading, mounting | `text`, `model`, `query`, `timeline`, `i18n`, `ui` |
//! | [`pages`] | what only static pages have: renderer, pages, embeds | `text`, `model`, `query`, `timeline`, `i18n`, `ui` |
//! | [`ingest`] | bytes of one file to a draft and diagnostics | `text`, `model` |
//! | [`import`] | schedules, archives and blogs of others to files of a data folder | `text`, `model`, `ingest` |
//! | [`bundle`] | a folder to a dataset | `text`, `model`, `query`, `ingest` |
//! | [`checker`] | one file to a report on what a site reads in it | `text`, `model`, `query`, `ingest`, `bundle` |
//! | [`publish`] | the dataset and the client to a site | `text`, `model`, `query`, `timeline`, `i18n`, `ui`, `pages`, `ingest`, `bundle`, `checker` |
//! | [`cli`] | the `hallway` command | all but `client` and `checker` |

#[cfg(feature = "bundle")]
pub mod bundle;
#[cfg(feature = "bundle")]
pub mod checker;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "app")]
pub mod client;
#[cfg(feature = "ui")]
pub mod i18n;
#[cfg(feature = "import")]
pub mod import;
#[cfg(feature = "bundle")]
pub mod ingest;
pub mod model;
#[cfg(feature = "publish")]
pub mod pages;
#[cfg(feature = "publish")]
pub mod publish;
pub mod query;
pub mod text;
pub mod timeline;
#[cfg(feature = "ui")]
pub mod ui;
