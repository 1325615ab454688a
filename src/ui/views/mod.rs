//! The views of the matches: the timeline, and tables of talks, recaps and themes.

pub(crate) mod empty;
pub(crate) mod recaps;
pub(crate) mod talks;
pub(crate) mod theme_table;
pub(crate) mod themes;
pub(crate) mod timeline;
