//! A page as HTML, with everything that its frame, its policy and its exports need to know.

use super::{Author, Page};
use crate::ui::link::HOME;
use std::collections::BTreeSet;

/// A page of the site as HTML.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct RenderedPage {
    /// The file below the folder of the site.
    pub path: String,
    /// Its title.
    pub title: String,
    /// The body, as HTML.
    pub body: String,
    /// Its subject; `None`: the explorer, which is about everything, and pages about the site.
    pub(crate) about: Option<Page>,
    /// The author whose recaps it lists, if that is not a person of the collection.
    pub(crate) author: Option<Author>,
    /// The origins of its players, which its policy has to allow.
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
