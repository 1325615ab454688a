//! Things that registries name: conferences, series, themes, people and organizations. Their ids come from registries
//! and names.

use super::contents::contents;
use super::facts::Facts;
use super::file::{IdKind, Key};
use super::ids::LedgerIds;
use super::known::LedgerInput;
use super::matching::LedgerMatches;
use super::things::{Things, conference};
use crate::ingest::name_key;
use crate::model::Catalog;
use std::collections::{BTreeMap, BTreeSet};

/// An id that is gone leads to the id that a registry gives, or otherwise to the thing that now has its name.
pub(super) fn named(ids: &mut LedgerIds, catalog: &Catalog, known: &LedgerInput<'_>) {
    let current = named_things(catalog);
    let names = current.iter().map(|((kind, id), it)| (*kind, id, it.one("name")));
    let aliases = aliases(catalog).into_iter().chain(known.names.clone());
    let aliases: Vec<(IdKind, String, String)> = aliases.collect();
    let names = names.chain(aliases.iter().map(|(kind, id, name)| (*kind, id, name.as_str())));
    let mut by_name: BTreeMap<Key, BTreeSet<&str>> = BTreeMap::new();
    for (kind, id, name) in names {
        if current.contains_key(&(kind, id.clone())) {
            by_name.entry((kind, name_key(name))).or_default().insert(id);
        }
    }
    let stated = known.former_ids.iter().map(|it| ((it.kind, it.id.clone()), it.now.clone()));
    let mut leads: BTreeMap<Key, String> =
        stated.filter(|(key, _)| !current.contains_key(key)).collect();
    let (shared, listed) = (shared_names(ids), known.listed());
    for (key, facts) in ids.old.entries.iter().filter(|(key, _)| is_named(key.0)) {
        let is_here = current.contains_key(key) || leads.contains_key(key);
        let is_past = ["now", "ended"].iter().any(|name| !facts.one(name).is_empty());
        if is_here || is_past || listed.contains(key) {
            continue;
        }
        let now = facts.all("name").filter_map(|name| by_name.get(&(key.0, name_key(name))));
        let now: BTreeSet<&str> = now.flatten().copied().collect();
        // A name that several things had does not show which one is meant.
        let is_shared = facts.all("name").any(|name| shared.contains(&(key.0, name_key(name))));
        if let (Some(now), 1, false) = (now.first(), now.len(), is_shared) {
            leads.insert(key.clone(), (*now).to_owned());
        }
    }
    let mut before: BTreeMap<(IdKind, &str), &str> = BTreeMap::new();
    for ((kind, then), now) in leads.iter().filter(|((kind, id), _)| ids.was_public(*kind, id)) {
        before.entry((*kind, now)).or_insert(then);
    }
    for (key, facts) in &current {
        // Its own entry, or otherwise the first entry that leads to it.
        let own = ids.was_public(key.0, &key.1).then_some(key.1.as_str());
        let before = own.or_else(|| before.get(&(key.0, key.1.as_str())).copied());
        ids.record(key, before, facts.clone());
    }
    for ((kind, then), now) in leads {
        ids.lead(kind, &then, &now);
        ids.hold(kind, &then, &now);
    }
    let gone: Vec<Key> = ids.old.entries.keys().filter(|key| is_named(key.0)).cloned().collect();
    gone.iter().filter(|key| !current.contains_key(*key)).for_each(|key| ids.end(key));
    ids.follow_conferences();
}

/// Names that several ledger entries have.
fn shared_names(ids: &LedgerIds) -> BTreeSet<Key> {
    let (mut known, mut shared) = (BTreeSet::new(), BTreeSet::new());
    for ((kind, _), facts) in ids.old.entries.iter().filter(|(_, it)| it.one("now").is_empty()) {
        let names: BTreeSet<String> = facts.all("name").map(name_key).collect();
        let names = names.into_iter().map(|name| (*kind, name));
        shared.extend(names.filter(|name| !known.insert(name.clone())));
    }
    shared
}

fn is_named(kind: IdKind) -> bool {
    match kind {
        IdKind::Author | IdKind::Recap | IdKind::Talk | IdKind::Note | IdKind::View => false,
        IdKind::Conference
        | IdKind::Organization
        | IdKind::Person
        | IdKind::Series
        | IdKind::Theme => true,
    }
}

/// Everything with a name, with its facts.
fn named_things(catalog: &Catalog) -> BTreeMap<Key, Facts> {
    let name = |name: &str| Facts::default().with("name", name);
    let mut named: BTreeMap<Key, Facts> = BTreeMap::new();
    named.extend(
        catalog
            .conferences
            .iter()
            .map(|it| ((IdKind::Conference, it.id.0.clone()), conference(it))),
    );
    named.extend(
        catalog.series.iter().map(|it| ((IdKind::Series, it.id.0.clone()), name(&it.name))),
    );
    named.extend(
        catalog.people.iter().map(|it| ((IdKind::Person, it.id.0.clone()), name(&it.name))),
    );
    named.extend(
        catalog
            .organizations
            .iter()
            .map(|it| ((IdKind::Organization, it.id.0.clone()), name(&it.name))),
    );
    named
        .extend(catalog.themes.iter().map(|it| ((IdKind::Theme, it.id.0.clone()), name(&it.name))));
    for (key, fact, value) in contents(catalog) {
        named.entry(key).and_modify(|facts| facts.add(fact, value));
    }
    named
}

/// Other names: kind, id and name.
fn aliases(catalog: &Catalog) -> Vec<(IdKind, String, String)> {
    let people = catalog.people.iter().map(|it| (IdKind::Person, &it.id.0, &it.aliases));
    let organizations =
        catalog.organizations.iter().map(|it| (IdKind::Organization, &it.id.0, &it.aliases));
    let themes = catalog.themes.iter().map(|it| (IdKind::Theme, &it.id.0, &it.aliases));
    let all = people.chain(organizations).chain(themes);
    all.flat_map(|(kind, id, names)| names.iter().map(move |it| (kind, id.clone(), it.clone())))
        .collect()
}

/// A conference that is gone leads to the conference that now has all of its recaps.
pub(super) fn conferences_of(ids: &mut LedgerIds, things: &Things, recaps: &LedgerMatches) {
    let mut now_of: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for old in &recaps.old {
        let Some(now) = recaps.new_of(&things.recaps, &old.id) else { continue };
        let then = ids.old.entries.get(&(IdKind::Recap, old.id.clone()));
        let then = then.map(|facts| facts.one("conference")).unwrap_or_default();
        now_of.entry(then.to_owned()).or_default().insert(now.facts.one("conference"));
    }
    for (then, now) in now_of {
        let now = now.first().copied().filter(|it| now.len() == 1 && !it.is_empty());
        if let Some(now) = now.filter(|_| ids.has_ended(IdKind::Conference, &then)) {
            ids.succeed(IdKind::Conference, &then, now);
        }
    }
    ids.follow_conferences();
}
