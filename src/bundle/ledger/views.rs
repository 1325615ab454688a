//! The saved views of a site. They keep their addresses when a name is corrected.

use super::facts::Facts;
use super::file::IdKind;
use super::ids::LedgerIds;
use crate::bundle::taken::Taken;
use crate::text::any_script::slug;
use std::collections::{BTreeMap, BTreeSet};

/// The ids of saved views, in order. `views` has the name and the query of each. A view is recognized by its name, or
/// otherwise by its query if no other view has the same one.
pub(super) fn views(ids: &mut LedgerIds, views: &[(String, String)]) -> Vec<String> {
    let old: BTreeMap<String, Facts> =
        ids.old.of_kind(IdKind::View).map(|((_, id), facts)| (id.clone(), facts.clone())).collect();
    let mut free: BTreeSet<&String> = old.keys().collect();
    let mut found: Vec<Option<String>> = vec![None; views.len()];
    for fact in ["name", "query"] {
        for ((name, query), known) in views.iter().zip(&mut found) {
            let value = Facts::default().with(fact, if fact == "name" { name } else { query });
            // After two branches are merged, a view may have the names of both.
            let has = |it: &Facts| it.all(fact).any(|known| known == value.one(fact));
            let is_same = |id: &&&String| old.get(**id).is_some_and(has);
            let mut same = free.iter().filter(is_same).copied();
            let id = same.next().filter(|_| known.is_none() && same.next().is_none());
            if let Some(id) = id {
                free.remove(id);
                *known = Some(id.clone());
            }
        }
    }
    let mut taken = Taken::default();
    for id in old.keys() {
        taken.take(id);
    }
    let mut now = Vec::new();
    for ((name, query), known) in views.iter().zip(found) {
        let id = known.clone().unwrap_or_else(|| taken.claim(&slug(name)));
        let facts = Facts::default().with("name", name).with("query", query);
        ids.record(&(IdKind::View, id.clone()), known.as_deref(), facts);
        now.push(id);
    }
    for id in free {
        ids.end(&(IdKind::View, id.clone()));
    }
    now
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::ledger::file::Ledger;

    #[test]
    fn a_view_that_two_branches_renamed_is_found_by_either_name() {
        let ledger = "view\tblue\tname=Blue\tname=Blue in Lyon\tquery=year=2024\nview\tred\tname=Red\tquery=year=2023\n";
        for name in ["Blue", "Blue in Lyon"] {
            let mut ids = LedgerIds::new(Ledger::read(ledger), None);
            assert_eq!(views(&mut ids, &[(name.to_owned(), "theme=felt".to_owned())]), ["blue"]);
            assert!(ids.has_ended(IdKind::View, "red"));
        }
    }
}
