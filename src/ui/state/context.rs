//! What the views of a static page share.

use reactive_graph::owner::use_context;

/// A context of a static page: many pages are printed at once, each with its own. The client compiles without the code
/// for static pages. It is alone on its page, and needs no map of contexts by type.
pub(super) fn context<T: Clone + 'static>() -> Option<T> {
    if cfg!(feature = "publish") { use_context() } else { None }
}
