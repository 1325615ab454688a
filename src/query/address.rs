//! A query as the query part of an address.

use super::{AddressWarning, Index, Query};

pub(super) fn parse(_search: &str) -> (Query, Vec<AddressWarning>) {
    (Query::default(), Vec::new())
}

pub(super) fn to_search(_query: &Query) -> String {
    String::new()
}

pub(super) fn retain_known(_query: &mut Query, _index: &Index) -> Vec<AddressWarning> {
    Vec::new()
}

/// The parts of `search` whose keys are not ours, as written there, in order. Whoever writes an
/// address appends them, since the page around us may need them.
pub fn foreign_parts(_search: &str) -> Vec<&str> {
    Vec::new()
}
