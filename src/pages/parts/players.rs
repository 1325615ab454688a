//! The players that a page offers, collected while the page is rendered.

use reactive_graph::owner::use_context;
use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

/// Collects the players of a page while it is rendered. A context.
#[derive(Clone, Default)]
pub(in crate::pages) struct Players(Arc<Mutex<BTreeSet<&'static str>>>);

impl Players {
    /// Records that the page being rendered offers a player of this origin.
    pub(in crate::pages) fn offer(origin: &'static str) {
        if let Some(Self(origins)) = use_context() {
            origins.lock().unwrap_or_else(PoisonError::into_inner).insert(origin);
        }
    }

    /// The origins of the players that the page offered.
    pub(in crate::pages) fn origins(&self) -> BTreeSet<&'static str> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
