//! The ledger remembers the id of everything, so that no address changes when a title is corrected.
//!
//! A bundle first makes ids without the ledger. Then this module recognizes the things of the ledger by file, title,
//! speakers and text, and gives them their old ids. If a header or a registry states another id, the old one leads to
//! it. When two things are possible, the curator is asked.

mod authors;
mod close;
mod contents;
mod facts;
mod file;
mod forget;
mod history;
mod ids;
mod known;
mod left;
mod matching;
mod named;
mod rename;
mod settle;
mod sketch;
mod things;
mod views;

pub use file::{IdKind, LEDGER};
pub use history::{AddressChanges, FormerId, History};
pub(super) use ids::Settled;
pub(super) use known::LedgerInput;
pub(super) use settle::settle;
pub(super) use things::StatedId;
