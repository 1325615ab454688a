//! The filter state: text, chosen facet values, view and order.

use super::{
    selection::Selection,
    view::{Sort, View},
};

/// The longest search text, in characters. The rest is cut off, so that every address can be read back.
pub const MAX_TEXT_CHARS: usize = 400;

/// The whole filter state of the explorer.
///
/// The address bar is its serialized form, so two readers with the same link see the same page.
/// Values of one facet are alternatives; facets and text narrow each other.
/// A query changes only through [`Query::apply`].
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Query {
    /// Search text as typed. Blank means no text filter.
    pub text: String,
    /// The chosen values. A theme includes the narrower ones; a person or an organization means every
    /// entry that names them. Years lie within [`MIN_YEAR`](crate::query::MIN_YEAR) to
    /// [`MAX_YEAR`](crate::query::MAX_YEAR).
    pub selection: Selection,
    /// How the matches are shown.
    pub view: View,
    /// The chosen order; `None` means the default, see [`Query::order`].
    pub sort: Option<Sort>,
}

impl Query {
    /// The order of the matches: the chosen one. By default by relevance with a text, and newest first without.
    pub fn order(&self) -> Sort {
        self.sort.unwrap_or_else(|| self.usual_order())
    }

    /// The default order of the matches.
    pub fn usual_order(&self) -> Sort {
        if self.has_text() { Sort::Relevance } else { Sort::Newest }
    }

    /// Whether there is text to search for.
    pub fn has_text(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// Whether a text or a choice narrows the matches.
    pub fn is_filtered(&self) -> bool {
        self.has_text() || !self.selection.is_empty()
    }
}
