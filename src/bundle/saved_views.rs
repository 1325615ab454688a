//! Reads the views that `site.toml` saves, and reports parts of their addresses that mean nothing.

use super::{
    registry::{Checks, EmbedEntry, FILES},
    slug::{Taken, slug},
};
use crate::{
    ingest::Severity,
    model::{Catalog, SavedView},
    query::{EntityIndex, Query},
};
use std::sync::Arc;

/// The views of `entries`. Each keeps only those parts of its address that the catalog knows.
pub(super) fn saved_views<R: Fn(&str) -> Option<Vec<u8>>>(
    entries: &[EmbedEntry],
    catalog: &Catalog,
    mut checks: Checks<'_, R>,
) -> Vec<SavedView> {
    if entries.is_empty() {
        return Vec::new();
    }
    let index = EntityIndex::new(Arc::new(catalog.clone()));
    let [.., site] = FILES;
    let mut taken = Taken::default();
    let view = |entry: &EmbedEntry| {
        let search = entry.query.split_once('?').map_or(entry.query.as_str(), |(_, search)| search);
        let (mut query, mut warnings) = Query::parse(search);
        warnings.extend(query.retain_known(&index));
        for warning in warnings {
            let message = format!("the view \"{}\": {warning}", entry.name);
            let help = "copy the address from the explorer, from the \"?\" on";
            checks.tell(Severity::Warning, site, ("saved-view", &entry.query), message, help);
        }
        SavedView {
            slug: taken.claim(&slug(&entry.name)),
            name: entry.name.clone(),
            query: query.to_search().trim_start_matches('?').to_owned(),
        }
    };
    entries.iter().map(view).collect()
}
