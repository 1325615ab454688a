//! Finds files that hold the same recap, and compares their texts.

mod group;
mod shingles;
mod wording;

pub(super) use group::{CopySet, boilerplate, group_copies};
