//! Gives each thing its final id, and records what happens to the old ones.

use super::authors::{authors, people_of};
use super::facts::Facts;
use super::file::{IdKind, Ledger};
use super::history::FormerId;
use super::ids::{LedgerIds, Settled};
use super::known::LedgerInput;
use super::matching::{LedgerMatches, LedgerRow, Old};
use super::named::{conferences_of, named};
use super::things::{LedgerThing, Things, comparable, recap_of};
use super::views::views;
use crate::model::{Catalog, Chunk};
use std::collections::BTreeMap;

/// Facts that identify a recap, most certain first. A former id that a header states comes after the certain matches,
/// so that a recap that absorbs another one keeps its identity.
const RECAPS: &[LedgerRow] = &[
    &["stated"],
    &["file", "title"],
    &["file", "text"],
    &["title", "text"],
    &["former"],
    &["file", "heading"],
    &["file", "part"],
    &["texts"],
    &["title", "author", "conference"],
    &["file", "stamp"],
];
/// Facts that show that a recap has become a copy of another.
const MERGED_RECAPS: &[LedgerRow] = &[&["file", "title"], &["file", "text"], &["file", "part"]];
/// Facts that raise the question whether two recaps are the same.
const LIKE_RECAPS: &[LedgerRow] = &[&["file"], &["title", "author"], &["author", "text"]];

/// Facts that identify a talk, most certain first, with former ids as for recaps.
const TALKS: &[LedgerRow] = &[
    &["stated"],
    &["conference", "title", "speakers"],
    &["conference", "title", "speaker"],
    &["conference", "title"],
    &["former"],
    &["title", "speaker"],
    &["title", "text"],
    &["conference", "speakers", "text"],
    &["conference", "text"],
    &["conference", "near"],
    &["conference", "speakers", "part"],
    // Only a title, without a conference.
    &["stamp"],
    &["id", "stamp"],
];
/// Facts that show that a talk was merged into another one.
const MERGED_TALKS: &[LedgerRow] =
    &[&["conference", "text"], &["conference", "title"], &["title", "text"]];
/// Facts that raise the question whether two talks are the same.
const LIKE_TALKS: &[LedgerRow] = &[&["conference", "speakers"]];

/// Facts that identify a note, most certain first.
const NOTES: &[LedgerRow] = &[
    &["recap", "anchor"],
    &["recap", "title", "text"],
    &["recap", "text"],
    &["recap", "talk", "title"],
    &["recap", "title"],
    &["recap", "talk"],
    &["recap", "part"],
    &["recap", "blank"],
    // In another recap.
    &["title", "text"],
];
/// Facts that show that a note became part of another one.
const MERGED_NOTES: &[LedgerRow] = &[&["recap", "text"], &["recap", "title"], &["recap", "talk"]];

/// Gives every recap, talk and note its id, in the catalog and in the chunks.
pub(in crate::bundle) fn settle(
    catalog: &mut Catalog,
    chunks: &mut [Chunk],
    known: &LedgerInput<'_>,
) -> Settled {
    let old = Ledger::read(known.ledger.unwrap_or_default());
    let things = Things::of(catalog, chunks, &known.stated);
    let mut ids = LedgerIds::new(old, known.today);
    named(&mut ids, catalog, known);
    let recaps = recaps(&mut ids, &things);
    conferences_of(&mut ids, &things, &recaps);
    let talks = talks(&mut ids, &things);
    notes(&mut ids, &things, &recaps, &talks);
    people_of(&mut ids, catalog, known, &things, &talks);
    ids.renames.apply(catalog, chunks);
    if known.ledger.is_none() {
        anchors_by_place(&mut ids, catalog);
        talks_of_former_conferences(&mut ids, catalog, &known.former_ids);
    }
    let author_ids = authors(&mut ids, catalog, &things, &recaps);
    let view_ids = views(&mut ids, &known.views);
    let mut settled = ids.close(&known.kept_out);
    settled.view_ids = view_ids;
    settled.history.author_ids = author_ids;
    settled
}

fn recaps(ids: &mut LedgerIds, things: &Things) -> LedgerMatches {
    let mut of_recap: BTreeMap<&str, Facts> = BTreeMap::new();
    for note in &things.notes {
        told(of_recap.entry(recap_of(&note.id)).or_default(), &note.facts);
    }
    let new = things.recaps.iter().map(|it| seen_now(ids, it, of_recap.remove(it.id.as_str())));
    let new: Vec<Facts> = new.collect();
    let mut of_recap: BTreeMap<&str, Facts> = BTreeMap::new();
    for ((_, id), facts) in ids.old.of_kind(IdKind::Note) {
        told(of_recap.entry(recap_of(id)).or_default(), facts);
    }
    let old = seen_then(ids, IdKind::Recap, |id| of_recap.remove(id));
    let found = LedgerMatches::new(old, &new, RECAPS, MERGED_RECAPS);
    ids.ask(IdKind::Recap, &found, &things.recaps, &new, LIKE_RECAPS);
    ids.assign(IdKind::Recap, &found, &things.recaps);
    found
}

fn talks(ids: &mut LedgerIds, things: &Things) -> LedgerMatches {
    let mut of_talk: BTreeMap<&str, Facts> = BTreeMap::new();
    for note in &things.notes {
        told(of_talk.entry(note.facts.one("talk")).or_default(), &note.facts);
    }
    let new = things.talks.iter().map(|it| seen_now(ids, it, of_talk.remove(it.id.as_str())));
    let new: Vec<Facts> = new.collect();
    let mut of_talk: BTreeMap<&str, Facts> = BTreeMap::new();
    for (_, facts) in ids.old.of_kind(IdKind::Note) {
        facts.all("talk").for_each(|talk| told(of_talk.entry(talk).or_default(), facts));
    }
    let old = seen_then(ids, IdKind::Talk, |id| of_talk.remove(id));
    let found = LedgerMatches::new(old, &new, TALKS, MERGED_TALKS);
    ids.ask(IdKind::Talk, &found, &things.talks, &new, LIKE_TALKS);
    ids.assign(IdKind::Talk, &found, &things.talks);
    found
}

fn notes(ids: &mut LedgerIds, things: &Things, recaps: &LedgerMatches, talks: &LedgerMatches) {
    let of_recap = |it: &LedgerThing| {
        let mut facts = seen_now(ids, it, None).with("recap", recap_of(&it.id));
        facts.add("anchor", anchor_of(&it.stated.wanted));
        blank(&mut facts, &it.id);
        facts
    };
    let new: Vec<Facts> = things.notes.iter().map(of_recap).collect();
    let mut old = seen_then(ids, IdKind::Note, |_| None);
    for old in &mut old {
        blank(&mut old.facts, &old.id);
        old.facts.add("anchor", anchor_of(&old.id));
        let recap = recaps.new_of(&things.recaps, recap_of(&old.id));
        let talks = old.facts.all("talk").filter_map(|id| talks.new_of(&things.talks, id));
        let talks: Vec<String> = talks.map(|it| it.id.clone()).collect();
        old.facts.set("recap", recap.map(|it| it.id.clone()));
        old.facts.set("talk", talks);
    }
    let found = LedgerMatches::new(old, &new, NOTES, MERGED_NOTES);
    ids.assign(IdKind::Note, &found, &things.notes);
}

/// A note without words is identified only by its place.
fn blank(facts: &mut Facts, id: &str) {
    if facts.one("title").is_empty() && facts.one("text").is_empty() {
        facts.add("blank", anchor_of(id));
    }
}

/// The anchor in a note's id. Empty for an empty id.
fn anchor_of(note: &str) -> &str {
    note.split_once('.').map_or("", |(_, anchor)| anchor)
}

/// Before ledgers existed, an anchor was the place of a note in its recap.
fn anchors_by_place(ids: &mut LedgerIds, catalog: &Catalog) {
    for recap in &catalog.recaps {
        for (note, place) in recap.notes.iter().zip(1u32..) {
            let then = format!("{}.{place}", recap.id);
            if !ids.new.entries.contains_key(&(IdKind::Note, then.clone())) {
                ids.lead(IdKind::Note, &then, note.as_str());
            }
        }
    }
}

/// A talk id contains its conference id. If that id changed before there was a ledger, the talk id changed too.
fn talks_of_former_conferences(ids: &mut LedgerIds, catalog: &Catalog, stated: &[FormerId]) {
    for former in stated.iter().filter(|former| former.kind == IdKind::Conference) {
        let is_of = |id: &str| id == former.now;
        let of = catalog
            .talks
            .iter()
            .filter(|it| it.conference.as_ref().is_some_and(|id| is_of(id.as_str())));
        for talk in of {
            let Some(title) = talk.id.as_str().strip_prefix(&former.now) else { continue };
            let then = [&former.id, title].concat();
            if !ids.new.entries.contains_key(&(IdKind::Talk, then.clone())) {
                ids.lead(IdKind::Talk, &then, talk.id.as_str());
            }
        }
    }
}

/// The comparable facts of a current thing.
fn seen_now(ids: &LedgerIds, thing: &LedgerThing, told: Option<Facts>) -> Facts {
    let mut seen = seen(ids, &thing.facts, told);
    seen.add("id", &thing.id);
    seen.add("stated", &thing.stated.wanted);
    thing.stated.former_ids.iter().for_each(|id| seen.add("former", id));
    seen
}

/// The ids of a kind in the ledger that lead nowhere else, sorted, with their comparable facts.
fn seen_then<'i>(
    ids: &'i LedgerIds,
    kind: IdKind,
    mut told: impl FnMut(&'i str) -> Option<Facts>,
) -> Vec<Old> {
    let live = ids.old.of_kind(kind).filter(|(_, facts)| facts.one("now").is_empty());
    live.map(|((_, id), facts)| {
        let has_ended = !facts.one("ended").is_empty();
        let facts = seen(ids, facts, told(id)).with("stated", id).with("former", id);
        let mut facts = facts.with("id", id);
        // Only the same thing gets an ended id back. Something that is merely similar gets another id.
        for name in ["near", "part", "heading"].into_iter().filter(|_| has_ended) {
            facts.set(name, None);
        }
        Old { id: id.clone(), facts }
    })
    .collect()
}

/// Facts in comparable form, including those of the notes, with current conference ids.
fn seen(ids: &LedgerIds, facts: &Facts, told: Option<Facts>) -> Facts {
    let mut seen = comparable(facts);
    seen.absorb(told.unwrap_or_default());
    let texts = seen.all("text").collect::<Vec<_>>().join(" ");
    seen.add("texts", &texts);
    let conferences = seen.all("conference").map(|id| ids.conference(id).to_owned());
    let conferences: Vec<String> = conferences.collect();
    seen.set("conference", conferences);
    seen
}

/// Adds the facts of a note to those of its recap or talk.
fn told(facts: &mut Facts, note: &Facts) {
    let note = comparable(note);
    note.all("text").for_each(|text| facts.add("text", text));
    note.all("part").for_each(|part| facts.add("part", part));
    note.all("title").for_each(|title| facts.add("heading", title));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::ledger::StatedId;
    use crate::model::{NoteHead, Recap};

    #[test]
    fn an_anchor_that_a_heading_states_has_the_last_word() {
        let (recap, note) = ("looms-mended", "looms-mended.felt");
        let mut catalog = Catalog::default();
        let notes = vec![note.into()];
        catalog.recaps.push(Recap {
            id: recap.into(),
            title: "Looms".to_owned(),
            notes,
            ..Recap::default()
        });
        let title = "On felt".to_owned();
        catalog.notes.push(NoteHead {
            id: note.into(),
            recap: recap.into(),
            title,
            ..NoteHead::default()
        });
        let ledger = "recap\tlooms\ttitle=Looms\nnote\tlooms.2\tnow=looms.on-felt\nnote\tlooms.on-felt\ttitle=On felt\n";
        let stated =
            StatedId { id: note.to_owned(), wanted: note.to_owned(), ..StatedId::default() };
        let kept =
            StatedId { id: recap.to_owned(), wanted: "looms".to_owned(), ..StatedId::default() };
        let stated = vec![(IdKind::Note, stated), (IdKind::Recap, kept)];
        let known = LedgerInput { ledger: Some(ledger), stated, ..LedgerInput::default() };
        let settled = settle(&mut catalog, &mut [], &known);
        assert_eq!(catalog.notes[0].id.as_str(), "looms.felt");
        let anchors = settled.history.former_by_now(IdKind::Note);
        assert_eq!(anchors["looms.felt"], ["looms.2", "looms.on-felt"]);
        assert_eq!(settled.history.permanent_id(IdKind::Note, "looms.felt"), "looms.on-felt");
    }
}
