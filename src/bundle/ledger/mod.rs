//! The ledger remembers which id everything got, so that no address moves when a title is mended.
//!
//! A bundle first makes ids as on the first day. Then this module finds the things of the ledger again, by file, title,
//! speakers and text, and gives them their old ids. Where a header or a registry states another id, the old one leads
//! on. What could be two things is asked about.

mod authors;
mod close;
mod contents;
mod facts;
mod file;
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

pub use file::{Kind, LEDGER};
pub use history::{AddressChanges, FormerId, History};
pub(super) use ids::Settled;
pub(super) use known::Known;
pub(super) use settle::settle;
pub(super) use things::StatedId;
