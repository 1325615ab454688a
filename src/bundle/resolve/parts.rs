//! Files that continue another one: together they are one recap, like a program that is too large for one header.

use crate::bundle::copies::CopySet;
use crate::bundle::report::{Finding, Reports};
use crate::text::any_script::slug;
use std::collections::BTreeMap;

/// The recap that each part continues, as indexes. Reports a part of a recap that is not there, or is itself a part: it
/// stays a recap of its own.
pub(super) fn wholes(
    sets: &[CopySet],
    ids: &[String],
    reports: &mut Reports<'_>,
) -> BTreeMap<usize, usize> {
    let by_id: BTreeMap<&str, usize> =
        ids.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect();
    let is_whole = |at: usize| sets.get(at).is_some_and(|it| it.canonical.part_of.0.is_empty());
    let mut wholes = BTreeMap::new();
    for (at, set) in sets.iter().enumerate() {
        let (stated, line) = &set.canonical.part_of;
        if stated.is_empty() {
            continue;
        }
        let whole = by_id.get(slug(stated).as_str()).copied().filter(|at| is_whole(*at));
        if let Some(whole) = whole {
            wholes.insert(at, whole);
        } else {
            let message =
                format!("no recap has the slug \"{stated}\", so this file is a recap of its own");
            let help = "state the slug of the recap that this file continues, or remove part_of";
            let finding = Finding::warning("part-of", message, help).at(*line, stated);
            reports.add(&set.canonical.path, &finding);
        }
    }
    wholes
}

/// The order in which recaps are resolved: parts come after all others, and `loom-10.md` after `loom-9.md`.
pub(super) fn in_order(sets: &[CopySet], wholes: &BTreeMap<usize, usize>) -> Vec<usize> {
    let mut order: Vec<usize> = (0..sets.len()).collect();
    order.sort_by_key(|at| {
        let path = sets.get(*at).map_or("", |set| set.canonical.path.as_str());
        wholes.contains_key(at).then_some((path.len(), path))
    });
    order
}
