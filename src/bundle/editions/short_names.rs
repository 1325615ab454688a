//! Short names of editions on a site with several series.

use super::known::Editions;
use super::recap_editions::RecapEditions;
use crate::bundle::registry::SeriesEntry;
use std::collections::BTreeSet;

/// Adds the series to the short names of the built-in editions when recaps are about several series: `Europe 2023`
/// alone is unclear there. A curator who lists conferences decides on their names.
pub(in crate::bundle) fn name_series(matches: &[RecapEditions], editions: &mut Editions) {
    let told = matches.iter().flat_map(RecapEditions::all);
    let told: BTreeSet<&String> =
        told.filter_map(|index| Some(&editions.all.get(index)?.series)).collect();
    if told.len() < 2 {
        return;
    }
    for edition in &mut editions.all {
        let series = editions.series.iter().find(|series| series.id == edition.series);
        let Some(series) = series.filter(|_| !edition.short_name.is_empty()) else { continue };
        if !names(series).any(|name| edition.short_name.contains(name.as_str()))
            && let Some(shortest) = names(series).min_by_key(|name| name.len())
        {
            edition.short_name = [shortest.as_str(), &edition.short_name].join(" ");
        }
    }
}

fn names(series: &SeriesEntry) -> impl Iterator<Item = &String> {
    std::iter::once(&series.name).chain(&series.aliases)
}
