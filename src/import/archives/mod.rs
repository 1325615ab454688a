//! Reads archives that list many events: recordings, and conferences.

pub(super) mod confs;
pub(super) mod pyvideo;
pub(super) mod rubyevents;
mod yaml;
