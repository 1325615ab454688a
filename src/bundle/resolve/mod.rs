//! Turns drafts into the parts of the dataset, stage by stage: names, copies, editions, ids, then for each
//! recap its facts, talks, notes and stated themes.

mod context;
mod notes;
mod parts;
mod pipeline;
mod recap;
mod recap_conferences;
mod recap_ids;
mod stated_themes;
mod talk_list;
mod talks;

pub(super) use pipeline::{Resolved, resolve};
