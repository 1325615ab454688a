//! The input for settling the ledger.

use super::file::{IdKind, Key};
use super::history::FormerId;
use super::things::StatedId;
use crate::model::PartialDate;
use std::collections::BTreeSet;

/// Everything that a bundle knows besides its catalog.
#[derive(Debug, Default)]
pub(in crate::bundle) struct LedgerInput<'a> {
    /// The text of the ledger, if there is one.
    pub(in crate::bundle) ledger: Option<&'a str>,
    /// Ids that headers state for recaps and talks.
    pub(in crate::bundle) stated: Vec<(IdKind, StatedId)>,
    /// Former ids that registries state.
    pub(in crate::bundle) former_ids: Vec<FormerId>,
    /// All names of registry entries: kind, id and name.
    pub(in crate::bundle) names: Vec<(IdKind, String, String)>,
    /// The name and the query of each saved view, in order.
    pub(in crate::bundle) views: Vec<(String, String)>,
    /// The files that the curator keeps out of the site, or folders with a slash at their ends.
    pub(in crate::bundle) kept_out: Vec<String>,
    /// The build date, which becomes the update date of corrected recaps.
    pub(in crate::bundle) today: Option<PartialDate>,
}

impl LedgerInput<'_> {
    /// The ids that registries list. Nothing else can be the former owner of one.
    pub(super) fn listed(&self) -> BTreeSet<Key> {
        self.names.iter().map(|(kind, id, _)| (*kind, id.clone())).collect()
    }
}
