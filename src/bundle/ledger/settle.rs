//! Gives each thing its final id, and writes down what became of the old ones.

use super::facts::Facts;
use super::file::{Key, Kind, Ledger};
use super::history::FormerId;
use super::ids::{Ids, Settled};
use super::matching::{Found, Old, Row};
use super::things::{StatedId, Thing, Things, comparable, conference};
use crate::ingest::name_key;
use crate::model::{Catalog, Chunk, PartialDate};
use std::collections::{BTreeMap, BTreeSet};

/// By what recaps are found again, the surest first.
const RECAPS: &[Row] = &[
    &["stated"],
    &["file", "title"],
    &["file", "text"],
    &["title", "text"],
    &["file", "heading"],
    &["file", "part"],
    &["texts"],
    &["title", "author", "conference"],
    &["file", "stamp"],
];
/// By what a recap is known to have become a copy of another.
const MERGED_RECAPS: &[Row] = &[&["file", "title"], &["file", "text"], &["file", "part"]];
/// What asks whether two recaps are the same.
const LIKE_RECAPS: &[Row] = &[&["file"], &["title", "author"], &["author", "text"]];

/// By what talks are found again, the surest first.
const TALKS: &[Row] = &[
    &["stated"],
    &["conference", "title", "speakers"],
    &["conference", "title", "speaker"],
    &["conference", "title"],
    &["title", "speaker"],
    &["title", "text"],
    &["conference", "speakers", "text"],
    &["conference", "text"],
    &["conference", "near"],
    &["conference", "speakers", "part"],
    // A title alone, of no conference.
    &["stamp"],
    &["id", "stamp"],
];
/// By what a talk is known to be told of as another one.
const MERGED_TALKS: &[Row] =
    &[&["conference", "text"], &["conference", "title"], &["title", "text"]];
/// What asks whether two talks are the same.
const LIKE_TALKS: &[Row] = &[&["conference", "speakers"]];

/// By what notes are found again, the surest first.
const NOTES: &[Row] = &[
    &["recap", "title", "text"],
    &["recap", "text"],
    &["recap", "talk", "title"],
    &["recap", "title"],
    &["recap", "talk"],
    &["recap", "part"],
    &["recap", "blank"],
];
/// By what a note is known to be a part of another one.
const MERGED_NOTES: &[Row] = &[&["recap", "text"], &["recap", "title"]];

/// What a bundle knows beside its catalog.
#[derive(Debug, Default)]
pub(in crate::bundle) struct Known<'a> {
    /// The text of the ledger, if there is one.
    pub(in crate::bundle) ledger: Option<&'a str>,
    /// What headers state about recaps and talks.
    pub(in crate::bundle) stated: Vec<(Kind, StatedId)>,
    /// Former ids that registries state.
    pub(in crate::bundle) former_ids: Vec<FormerId>,
    /// All names of what registries list: kind, id and name.
    pub(in crate::bundle) names: Vec<(Kind, String, String)>,
    /// The day of the build, on which mended recaps are updated.
    pub(in crate::bundle) today: Option<PartialDate>,
}

/// Gives every recap, talk and note its id, in the catalog and in the chunks.
pub(in crate::bundle) fn settle(
    catalog: &mut Catalog,
    chunks: &mut [Chunk],
    known: &Known<'_>,
) -> Settled {
    let old = Ledger::read(known.ledger.unwrap_or_default());
    let things = Things::of(catalog, chunks, &known.stated);
    let mut ids = Ids::new(old, known.today);
    named(&mut ids, catalog, known);
    let recaps = recaps(&mut ids, &things);
    conferences_of(&mut ids, &things, &recaps);
    let talks = talks(&mut ids, &things);
    notes(&mut ids, &things, &recaps, &talks);
    if known.ledger.is_none() {
        anchors_by_place(&mut ids, catalog);
    }
    ids.renames.apply(catalog, chunks);
    ids.close()
}

/// Conferences, themes, people and organizations. Their ids come from registries and names, so an id that is gone leads
/// to what has its name now.
fn named(ids: &mut Ids, catalog: &Catalog, known: &Known<'_>) {
    let current = named_things(catalog);
    let names = current.iter().map(|((kind, id), it)| (*kind, id, it.one("name")));
    let aliases = aliases(catalog).into_iter().chain(known.names.clone());
    let aliases: Vec<(Kind, String, String)> = aliases.collect();
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
    for (key, facts) in ids.old.entries.iter().filter(|(key, _)| is_named(key.0)) {
        let is_here = current.contains_key(key) || leads.contains_key(key);
        if is_here || !facts.one("now").is_empty() {
            continue;
        }
        let now = facts.all("name").filter_map(|name| by_name.get(&(key.0, name_key(name))));
        let now: BTreeSet<&str> = now.flatten().copied().collect();
        if let (Some(now), 1) = (now.first(), now.len()) {
            leads.insert(key.clone(), (*now).to_owned());
        }
    }
    let mut before: BTreeMap<(Kind, &str), &str> = BTreeMap::new();
    for ((kind, then), now) in leads.iter().filter(|((kind, id), _)| ids.was_public(*kind, id)) {
        before.entry((*kind, now)).or_insert(then);
    }
    for (key, facts) in &current {
        // An entry of its own, or else the first of those that lead to it.
        let own = ids.was_public(key.0, &key.1).then_some(key.1.as_str());
        let before = own.or_else(|| before.get(&(key.0, key.1.as_str())).copied());
        ids.record(key, before, facts.clone());
    }
    for ((kind, then), now) in leads {
        ids.lead(kind, &then, &now);
    }
    let gone: Vec<Key> = ids.old.entries.keys().filter(|key| is_named(key.0)).cloned().collect();
    gone.iter().filter(|key| !current.contains_key(*key)).for_each(|key| ids.end(key));
}

fn is_named(kind: Kind) -> bool {
    !matches!(kind, Kind::Recap | Kind::Talk | Kind::Note)
}

/// Conferences, themes, people and organizations with their facts.
fn named_things(catalog: &Catalog) -> BTreeMap<Key, Facts> {
    let name = |name: &str| Facts::default().with("name", name);
    let mut named: BTreeMap<Key, Facts> = BTreeMap::new();
    named.extend(
        catalog.conferences.iter().map(|it| ((Kind::Conference, it.id.0.clone()), conference(it))),
    );
    named.extend(catalog.people.iter().map(|it| ((Kind::Person, it.id.0.clone()), name(&it.name))));
    named.extend(
        catalog
            .organizations
            .iter()
            .map(|it| ((Kind::Organization, it.id.0.clone()), name(&it.name))),
    );
    named.extend(catalog.themes.iter().map(|it| ((Kind::Theme, it.id.0.clone()), name(&it.name))));
    named
}

/// Other names: kind, id and name.
fn aliases(catalog: &Catalog) -> Vec<(Kind, String, String)> {
    let people = catalog.people.iter().map(|it| (Kind::Person, &it.id.0, &it.aliases));
    let organizations =
        catalog.organizations.iter().map(|it| (Kind::Organization, &it.id.0, &it.aliases));
    let themes = catalog.themes.iter().map(|it| (Kind::Theme, &it.id.0, &it.aliases));
    let all = people.chain(organizations).chain(themes);
    all.flat_map(|(kind, id, names)| names.iter().map(move |it| (kind, id.clone(), it.clone())))
        .collect()
}

/// A conference that is gone leads to the one that all of its recaps belong to now.
fn conferences_of(ids: &mut Ids, things: &Things, recaps: &Found) {
    let mut now_of: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for old in &recaps.old {
        let Some(now) = recaps.new_of(&things.recaps, &old.id) else { continue };
        let then = ids.old.entries.get(&(Kind::Recap, old.id.clone()));
        let then = then.map(|facts| facts.one("conference")).unwrap_or_default();
        now_of.entry(then.to_owned()).or_default().insert(now.facts.one("conference"));
    }
    for (then, now) in now_of {
        let now = now.first().copied().filter(|it| now.len() == 1 && !it.is_empty());
        if let Some(now) = now.filter(|_| ids.has_ended(Kind::Conference, &then)) {
            ids.lead(Kind::Conference, &then, now);
        }
    }
}

fn recaps(ids: &mut Ids, things: &Things) -> Found {
    let mut of_recap: BTreeMap<&str, Facts> = BTreeMap::new();
    for note in &things.notes {
        told(of_recap.entry(recap_of(&note.id)).or_default(), &note.facts);
    }
    let new = things.recaps.iter().map(|it| seen_now(ids, it, of_recap.remove(it.id.as_str())));
    let new: Vec<Facts> = new.collect();
    let mut of_recap: BTreeMap<&str, Facts> = BTreeMap::new();
    for ((_, id), facts) in ids.old.of_kind(Kind::Note) {
        told(of_recap.entry(recap_of(id)).or_default(), facts);
    }
    let old = seen_then(ids, Kind::Recap, |id| of_recap.remove(id));
    let found = Found::new(old, &new, RECAPS, MERGED_RECAPS);
    ids.ask(Kind::Recap, &found, &things.recaps, &new, LIKE_RECAPS);
    ids.assign(Kind::Recap, &found, &things.recaps);
    found
}

fn talks(ids: &mut Ids, things: &Things) -> Found {
    let mut of_talk: BTreeMap<&str, Facts> = BTreeMap::new();
    for note in &things.notes {
        told(of_talk.entry(note.facts.one("talk")).or_default(), &note.facts);
    }
    let new = things.talks.iter().map(|it| seen_now(ids, it, of_talk.remove(it.id.as_str())));
    let new: Vec<Facts> = new.collect();
    let mut of_talk: BTreeMap<&str, Facts> = BTreeMap::new();
    for (_, facts) in ids.old.of_kind(Kind::Note) {
        facts.all("talk").for_each(|talk| told(of_talk.entry(talk).or_default(), facts));
    }
    let old = seen_then(ids, Kind::Talk, |id| of_talk.remove(id));
    let found = Found::new(old, &new, TALKS, MERGED_TALKS);
    ids.ask(Kind::Talk, &found, &things.talks, &new, LIKE_TALKS);
    ids.assign(Kind::Talk, &found, &things.talks);
    found
}

fn notes(ids: &mut Ids, things: &Things, recaps: &Found, talks: &Found) {
    let of_recap = |it: &Thing| {
        let mut facts = seen_now(ids, it, None).with("recap", recap_of(&it.id));
        blank(&mut facts, &it.id);
        facts
    };
    let new: Vec<Facts> = things.notes.iter().map(of_recap).collect();
    let mut old = seen_then(ids, Kind::Note, |_| None);
    for old in &mut old {
        blank(&mut old.facts, &old.id);
        let recap = recaps.new_of(&things.recaps, recap_of(&old.id));
        let talks = old.facts.all("talk").filter_map(|id| talks.new_of(&things.talks, id));
        let talks: Vec<String> = talks.map(|it| it.id.clone()).collect();
        old.facts.set("recap", recap.map(|it| it.id.clone()));
        old.facts.set("talk", talks);
    }
    let found = Found::new(old, &new, NOTES, MERGED_NOTES);
    ids.assign(Kind::Note, &found, &things.notes);
}

/// A note without a word has nothing but its place.
fn blank(facts: &mut Facts, id: &str) {
    if facts.one("title").is_empty() && facts.one("text").is_empty() {
        facts.add("blank", id.split_once('.').map_or(id, |(_, anchor)| anchor));
    }
}

/// Before there were ledgers, an anchor was the place of a note in its recap.
fn anchors_by_place(ids: &mut Ids, catalog: &Catalog) {
    for recap in &catalog.recaps {
        for (note, place) in recap.notes.iter().zip(1u32..) {
            let then = format!("{}.{place}", recap.id);
            if !ids.new.entries.contains_key(&(Kind::Note, then.clone())) {
                ids.lead(Kind::Note, &then, note.as_str());
            }
        }
    }
}

/// What a current thing is compared by.
fn seen_now(ids: &Ids, thing: &Thing, told: Option<Facts>) -> Facts {
    let mut seen = seen(ids, &thing.facts, told);
    seen.add("id", &thing.id);
    seen.add("stated", &thing.stated.wanted);
    thing.stated.former_ids.iter().for_each(|id| seen.add("stated", id));
    seen
}

/// The ids of a kind in the ledger that lead nowhere else, sorted, with what they are compared by.
fn seen_then<'i>(
    ids: &'i Ids,
    kind: Kind,
    mut told: impl FnMut(&'i str) -> Option<Facts>,
) -> Vec<Old> {
    let live = ids.old.of_kind(kind).filter(|(_, facts)| facts.one("now").is_empty());
    live.map(|((_, id), facts)| {
        let facts = seen(ids, facts, told(id)).with("stated", id).with("id", id);
        Old { id: id.clone(), facts }
    })
    .collect()
}

/// Facts in a form that can be compared, with those of the notes, and with conferences as they are called now.
fn seen(ids: &Ids, facts: &Facts, told: Option<Facts>) -> Facts {
    let mut seen = comparable(facts);
    seen.absorb(told.unwrap_or_default());
    let texts = seen.all("text").collect::<Vec<_>>().join(" ");
    seen.add("texts", &texts);
    let conferences: Vec<String> = seen.all("conference").map(|id| ids.conference(id)).collect();
    seen.set("conference", conferences);
    seen
}

/// Adds what a note says to the facts of its recap or talk.
fn told(facts: &mut Facts, note: &Facts) {
    let note = comparable(note);
    note.all("text").for_each(|text| facts.add("text", text));
    note.all("part").for_each(|part| facts.add("part", part));
    note.all("title").for_each(|title| facts.add("heading", title));
}

/// The recap of a note, by its id.
fn recap_of(note: &str) -> &str {
    note.split_once('.').map_or(note, |(recap, _)| recap)
}
