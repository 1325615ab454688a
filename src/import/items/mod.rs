//! What every source has: events with talks, and posts; which conferences and themes they are; what was left out.

pub(super) mod event;
pub(super) mod known;
pub(super) mod languages;
pub(super) mod naming;
pub(super) mod post;
pub(super) mod reading;
mod series;
pub(super) mod talk;
pub(super) mod themes;
