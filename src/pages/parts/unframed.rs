//! Pages without a frame, for a single file that holds all of them.

use reactive_graph::owner::use_context;
/// A context: pages are rendered without a frame.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Unframed;

/// Whether pages are rendered without a frame. Then other files of the site cannot be reached.
pub(in crate::pages) fn is_unframed() -> bool {
    use_context::<Unframed>().is_some()
}
