//! The actions that change a query, and how each enters the browser's history.

use super::{
    facet::{Facet, FacetValue},
    filter_state::{MAX_TEXT_CHARS, Query},
    selection::Selection,
    view::{Sort, View},
    years,
};
use std::ops::RangeInclusive;

/// One thing a reader can do to a [`Query`].
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Action {
    /// Replaces the search text.
    Search(String),
    /// Turns a choice on or off.
    Toggle(FacetValue),
    /// Turns a choice off; nothing happens if it is already off.
    Remove(FacetValue),
    /// Chooses exactly these years. An empty range chooses none, which means any.
    SetYears(RangeInclusive<u16>),
    /// Turns every choice of a facet off.
    Clear(Facet),
    /// Removes the text and turns every choice off. View and order stay.
    ClearAll,
    /// Shows the matches another way.
    Show(View),
    /// Orders the matches.
    Sort(Sort),
}

/// What a change does to the history of the browser.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum History {
    /// Back leads to the state before the change.
    Push,
    /// The change replaces the state before it.
    Replace,
}

impl Action {
    /// Whether Back undoes it. Typing replaces the state; otherwise every letter would be a separate step.
    pub fn history(&self) -> History {
        match self {
            Self::Search(_) => History::Replace,
            Self::Toggle(_)
            | Self::Remove(_)
            | Self::SetYears(_)
            | Self::Clear(_)
            | Self::ClearAll
            | Self::Show(_)
            | Self::Sort(_) => History::Push,
        }
    }
}

impl Query {
    /// Applies `action`; the only way a query changes.
    #[must_use]
    pub fn apply(mut self, action: Action) -> Self {
        match action {
            Action::Search(text) => self.text = text.chars().take(MAX_TEXT_CHARS).collect(),
            Action::Toggle(choice) => {
                let is_on = self.selection.contains(&choice);
                self.selection.put(choice, !is_on);
            }
            Action::Remove(choice) => self.selection.put(choice, false),
            Action::SetYears(range) => {
                self.clear(Facet::Year);
                years::within_limits(range)
                    .for_each(|it| self.selection.put(FacetValue::Year(it), true));
            }
            Action::Clear(facet) => self.clear(facet),
            Action::ClearAll => {
                self.text.clear();
                self.selection = Selection::default();
            }
            Action::Show(view) => self.view = view,
            Action::Sort(sort) => self.sort = Some(sort),
        }
        self.forget_usual_order();
        self
    }

    /// Keeps "defaults are never written" true: the usual order, or an order that means nothing without text, does not
    /// count as chosen.
    pub(super) fn forget_usual_order(&mut self) {
        let says_nothing =
            |sort| sort == self.usual_order() || (sort == Sort::Relevance && !self.has_text());
        self.sort = self.sort.filter(|sort| !says_nothing(*sort));
    }

    fn clear(&mut self, facet: Facet) {
        self.selection.retain(|choice| choice.facet() != facet);
    }
}
