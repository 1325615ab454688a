//! What a reader asks for: choices, search text, view and order; how an address writes them, and what changes them.

mod action;
mod address;
mod address_warning;
pub(super) mod expression;
mod facet;
mod filter_state;
mod qualifier;
mod selection;
mod view;
mod years;

pub use action::{Action, History};
pub use address::foreign_parts;
pub use address_warning::{AddressProblem, AddressWarning};
pub use facet::{EntryKind, Facet, FacetValue};
pub use filter_state::{MAX_TEXT_CHARS, Query};
pub(super) use qualifier::Qualifier;
pub use selection::Selection;
pub use view::{Sort, View};
pub use years::{MAX_YEAR, MIN_YEAR, year_runs};
