//! Pages without a frame, for a single file that holds all of them.

use reactive_graph::owner::use_context;
use std::{collections::BTreeSet, sync::Arc};

/// A context: pages are rendered without a frame. It has the paths of the pictures in the file.
#[derive(Clone)]
pub(in crate::pages) struct Unframed(pub(in crate::pages) Arc<BTreeSet<String>>);

/// Whether pages are rendered without a frame. Then other files of the site cannot be reached.
pub(in crate::pages) fn is_unframed() -> bool {
    use_context::<Unframed>().is_some()
}

/// Whether the file with all pages contains a picture.
pub(super) fn is_held(path: &str) -> bool {
    use_context::<Unframed>().is_some_and(|unframed| unframed.0.contains(path))
}
