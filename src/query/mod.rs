//! The filter state, its address, the index, matching and counts.
//!
//! Pure: no I/O, no clock, nothing here can fail. `Engine` + `Extras` + `Query` give `Matches`.

mod action;
mod address;
mod bits;
mod choice;
mod choices;
mod engine;
mod entry;
mod expression;
mod facets;
mod field;
mod fold;
mod highlight;
mod index;
mod indexing;
mod letters;
mod matching;
mod order;
mod outlining;
pub(crate) mod percent;
mod related;
mod relations;
mod search;
pub(crate) mod sorting;
mod stem;
mod text_index;
mod typo;
mod warning;
mod ways;
mod words;
mod years;

pub use action::{Action, History};
pub use address::foreign_parts;
pub use choice::{Choice, Facet, Kind, Sort, View};
pub use choices::Choices;
pub use engine::Engine;
pub(crate) use engine::index as place;
pub use entry::{About, EntryId};
pub use facets::{Counts, Facets};
pub use fold::folded;
pub use highlight::{Snippet, Terms, highlights, snippet};
pub use index::Index;
pub(crate) use order::{Direction, Moment};
pub use outlining::{Evidence, Outlined};
pub use related::Related;
pub use search::{Correction, Extras, Hit, Matches, search};
pub use stem::Stems;
pub use text_index::{Part, Places, TextIndex, Words, pack_places, unpack_places};
pub use warning::{AddressProblem, AddressWarning};
pub use years::{MAX_YEAR, MIN_YEAR, year_runs};

/// Longest search text, in characters. What is beyond is cut, so that every address can be read back.
pub const MAX_TEXT_CHARS: usize = 400;

/// The whole filter state of the explorer.
///
/// The address bar is its serialized form, so two readers with the same link see the same page.
/// Choices within one facet are alternatives; facets and text narrow each other.
/// It changes only through [`Query::apply`].
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Query {
    /// Search text as typed. Blank means no text filter.
    pub text: String,
    /// What is chosen: alternatives within a facet, and facets narrow each other. A theme stands for
    /// the narrower ones too; a person or an organization for what names them. Years are within
    /// [`MIN_YEAR`] to [`MAX_YEAR`].
    pub choices: Choices,
    /// How the matches are shown.
    pub view: View,
    /// The order the reader asked for; `None` means the usual one, see [`Query::order`].
    pub sort: Option<Sort>,
}

impl Query {
    /// The order of the matches: as asked for, else by relevance when there is text, else newest first.
    pub fn order(&self) -> Sort {
        self.sort.unwrap_or_else(|| self.usual_order())
    }

    /// The order of the matches when the reader asks for none.
    pub fn usual_order(&self) -> Sort {
        if self.has_text() { Sort::Relevance } else { Sort::Newest }
    }

    /// Whether there is text to search for.
    pub fn has_text(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// Whether anything narrows the matches: text or a choice.
    pub fn is_filtered(&self) -> bool {
        self.has_text() || !self.choices.is_empty()
    }

    /// Reads the query part of an address, with or without its `?`. Every text is readable:
    /// what is broken or unknown is left out and named.
    pub fn parse(search: &str) -> (Self, Vec<AddressWarning>) {
        address::parse(search)
    }

    /// Writes the query as `""` or `"?q=…&year=…"`. Defaults are not written and the order of the
    /// keys is fixed, so equal queries have equal addresses.
    pub fn to_search(&self) -> String {
        address::to_search(self)
    }

    /// Drops years and ids that `index` does not know, and names them. A range of years is only cut
    /// to those the dataset has; it is named when none is left.
    #[must_use = "the reader wants to know what was dropped"]
    pub fn retain_known(&mut self, index: &Index) -> Vec<AddressWarning> {
        address::retain_known(self, index)
    }
}
