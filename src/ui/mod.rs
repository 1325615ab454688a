//! The views that both the browser and static pages draw, and their state.
//!
//! No view touches the browser while it draws, so that the same views make the static pages. Only event handlers do.
//! The code that starts and observes the browser is in `client`.

pub(crate) mod address_note;
pub(crate) mod app;
pub(crate) mod card;
pub(crate) mod chart;
pub(crate) mod display_names;
pub mod dom;
pub(crate) mod explore;
pub(crate) mod facts;
pub(crate) mod filters;
pub(crate) mod heading;
pub(crate) mod icons;
pub(crate) mod link;
pub(crate) mod marked;
pub(crate) mod masthead;
pub mod signals;
pub mod state;
pub(crate) mod toolbar;
pub(crate) mod views;

pub use state::collection::Collection;
