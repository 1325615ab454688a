//! What a reader can do to a query, and whether it earns an entry in the browser's history.

use super::{Choice, Facet, MAX_TEXT_CHARS, Query, Sort, View, sorting::set_of, years};
use std::{collections::BTreeSet, ops::RangeInclusive};

/// One thing a reader can do to a [`Query`].
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Action {
    /// Replaces the search text.
    Search(String),
    /// Turns a choice on if it is off, off if it is on.
    Toggle(Choice),
    /// Turns a choice off; nothing happens when it is off already.
    Remove(Choice),
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
    /// The change takes the place of the state before it.
    Replace,
}

impl Action {
    /// Whether Back should undo it. Typing replaces, else every letter would be a step of its own.
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
                let is_on = self.has(&choice);
                self.set(choice, !is_on);
            }
            Action::Remove(choice) => self.set(choice, false),
            Action::SetYears(range) => self.years = set_of(years::within_limits(range)),
            Action::Clear(facet) => self.clear(facet),
            Action::ClearAll => {
                self.text.clear();
                for facet in Facet::ALL {
                    self.clear(facet);
                }
            }
            Action::Show(view) => self.view = view,
            Action::Sort(sort) => self.sort = Some(sort),
        }
        self.forget_usual_order();
        self
    }

    /// Keeps "defaults are never written" true: an order that is the usual one, or that means
    /// nothing without text, is not an order asked for.
    pub(super) fn forget_usual_order(&mut self) {
        let says_nothing =
            |sort| sort == self.usual_order() || (sort == Sort::Relevance && !self.has_text());
        self.sort = self.sort.filter(|sort| !says_nothing(*sort));
    }

    fn set(&mut self, choice: Choice, is_on: bool) {
        match choice {
            Choice::Year(year) => {
                put(&mut self.years, year, is_on && years::is_within_limits(year));
            }
            Choice::Conference(id) => put(&mut self.conferences, id, is_on),
            Choice::Theme(id) => put(&mut self.themes, id, is_on),
            Choice::Person(id) => put(&mut self.people, id, is_on),
            Choice::Organization(id) => put(&mut self.organizations, id, is_on),
            Choice::Kind(kind) => put(&mut self.kinds, kind, is_on),
            Choice::Video => self.has_video = is_on,
        }
    }

    fn clear(&mut self, facet: Facet) {
        match facet {
            Facet::Year => self.years.clear(),
            Facet::Conference => self.conferences.clear(),
            Facet::Theme => self.themes.clear(),
            Facet::Person => self.people.clear(),
            Facet::Organization => self.organizations.clear(),
            Facet::Kind => self.kinds.clear(),
            Facet::Video => self.has_video = false,
        }
    }
}

fn put<T: Ord>(set: &mut BTreeSet<T>, value: T, is_in: bool) {
    if is_in {
        set.insert(value);
    } else {
        set.remove(&value);
    }
}
