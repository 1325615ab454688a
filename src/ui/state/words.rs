//! The words of the current page.

use super::context::context;
use crate::i18n::Strings;
use std::cell::Cell;

thread_local! {
    /// The words of the client. A static page has them as a context.
    static WORDS: Cell<Option<&'static Strings>> = const { Cell::new(None) };
}

/// Gives every view of the client these words.
pub fn use_words(words: &'static Strings) {
    WORDS.set(Some(words));
}

/// The words for the calling view.
pub(crate) fn words() -> &'static Strings {
    WORDS.get().or_else(context).unwrap_or_else(|| unreachable!("every page has words"))
}
