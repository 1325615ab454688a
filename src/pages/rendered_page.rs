//! A page as HTML, with what its frame, its policy and its exports need to know about it.

use super::{Author, Page};
use crate::ui::link::HOME;
use std::collections::BTreeSet;

/// A page of the site as HTML.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct RenderedPage {
    /// The file below the folder of the site.
    pub path: String,
    /// What it is called.
    pub title: String,
    /// The body, as HTML.
    pub body: String,
    /// The thing it is about; `None`: the explorer, which is about all of them, and pages about the site.
    pub(crate) about: Option<Page>,
    /// The author whose recaps it lists, if that is no person of the collection.
    pub(crate) author: Option<Author>,
    /// The origins of the players that it offers, which its policy has to allow.
    pub players: BTreeSet<&'static str>,
    /// Whether it offers to save the site.
    pub offers_saving: bool,
}

impl RenderedPage {
    /// Whether it is the explorer.
    pub(crate) fn is_explorer(&self) -> bool {
        self.path == HOME
    }
}
