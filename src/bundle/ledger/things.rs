//! Prepares the things of a collection for the ledger.

use super::facts::Facts;
use super::file::IdKind;
use super::sketch::{parts, sketch};
use crate::bundle::digest::hexadecimal;
use crate::ingest::{letters, links_of, name_key};
use crate::model::{
    Catalog, Chunk, Conference, ConferenceId, NoteId, PartialDate, Recap, Talk, plain_text,
};
use std::collections::BTreeMap;

/// What a header states about the address of a recap or a talk.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::bundle) struct StatedId {
    /// The newly made id of the thing.
    pub(in crate::bundle) id: String,
    /// The id that its header states, which takes precedence. Empty for none.
    pub(in crate::bundle) wanted: String,
    /// The ids that it had before.
    pub(in crate::bundle) former_ids: Vec<String>,
}

/// A thing with its id and its facts.
#[derive(Clone, Debug, Default)]
pub(super) struct LedgerThing {
    /// Its newly made id.
    pub(super) id: String,
    /// What its header states.
    pub(super) stated: StatedId,
    /// The facts that identify it.
    pub(super) facts: Facts,
}

/// The recaps, talks and notes of a collection, in the order of the catalog.
#[derive(Debug, Default)]
pub(super) struct Things {
    /// Recaps.
    pub(super) recaps: Vec<LedgerThing>,
    /// Talks.
    pub(super) talks: Vec<LedgerThing>,
    /// Notes.
    pub(super) notes: Vec<LedgerThing>,
}

impl Things {
    /// The things of a catalog, with the ids that headers state for recaps and talks.
    pub(super) fn of(catalog: &Catalog, chunks: &[Chunk], stated: &[(IdKind, StatedId)]) -> Self {
        let stated: BTreeMap<(IdKind, &str), &StatedId> =
            stated.iter().map(|(kind, it)| ((*kind, it.id.as_str()), it)).collect();
        let thing = |kind: IdKind, id: &str, facts: Facts| LedgerThing {
            id: id.to_owned(),
            stated: stated.get(&(kind, id)).map(|it| (*it).clone()).unwrap_or_default(),
            facts,
        };
        let notes = || chunks.iter().flat_map(|chunk| &chunk.notes);
        let texts: BTreeMap<&NoteId, String> =
            notes().map(|note| (&note.id, plain_text(&note.blocks))).collect();
        let links = notes().map(|note| (&note.id, links_of(&note.blocks)));
        let mut said: BTreeMap<&NoteId, Vec<String>> = links.collect();
        for note in &catalog.notes {
            said.entry(&note.id).or_default().push(note.title.clone());
        }
        for (id, text) in &texts {
            said.entry(*id).or_default().push(text.clone());
        }
        let people: BTreeMap<&str, &str> =
            catalog.people.iter().map(|it| (it.id.as_str(), it.name.as_str())).collect();
        let conferences: BTreeMap<&ConferenceId, &Conference> =
            catalog.conferences.iter().map(|it| (&it.id, it)).collect();
        let notes = catalog.notes.iter().map(|note| {
            let mut facts = Facts::default().with("title", &note.title);
            facts.add("talk", note.talk.as_ref().map_or("", |talk| talk.as_str()));
            facts.add("text", &sketch(texts.get(&note.id).map_or("", String::as_str)));
            thing(IdKind::Note, note.id.as_str(), facts)
        });
        Self {
            recaps: catalog
                .recaps
                .iter()
                .map(|it| thing(IdKind::Recap, it.id.as_str(), recap(it, &said)))
                .collect(),
            talks: catalog
                .talks
                .iter()
                .map(|it| thing(IdKind::Talk, it.id.as_str(), talk(it, &people, &conferences)))
                .collect(),
            notes: notes.collect(),
        }
    }
}

fn recap(recap: &Recap, said: &BTreeMap<&NoteId, Vec<String>>) -> Facts {
    let mut facts = Facts::default().with("title", &recap.title).with("author", &recap.author);
    for copy in &recap.copies {
        facts.add("file", &copy.file);
    }
    facts.add("conference", recap.conference.as_ref().map_or("", |id| id.as_str()));
    let notes = recap.notes.iter().filter_map(|id| said.get(id)).flatten().map(String::as_str);
    let said: Vec<&str> = [recap.title.as_str(), &recap.author].into_iter().chain(notes).collect();
    facts.with("stamp", &stamp(&said))
}

/// The facts that identify a talk, and a fingerprint of its calendar entry.
fn talk(
    talk: &Talk,
    people: &BTreeMap<&str, &str>,
    conferences: &BTreeMap<&ConferenceId, &Conference>,
) -> Facts {
    let mut facts = Facts::default().with("title", &talk.title);
    for speaker in &talk.speakers {
        facts.add("speaker", people.get(speaker.person.as_str()).copied().unwrap_or_default());
    }
    facts.add("conference", talk.conference.as_ref().map_or("", |id| id.as_str()));
    let conference = talk.conference.as_ref().and_then(|id| conferences.get(id));
    let place = conference.map_or(["", ""], |it| [&it.name, &it.city]);
    // A talk without its own day is shown on the days of its conference.
    let whole = conference.filter(|_| talk.day.is_none());
    let days = [talk.day, whole.and_then(|it| it.start), whole.and_then(|it| it.end)].map(date);
    let said: Vec<&str> = [talk.title.as_str()]
        .into_iter()
        .chain(place)
        .chain(days.iter().map(String::as_str))
        .collect();
    facts.with("stamp", &stamp(&said))
}

/// The facts that identify a conference, and a fingerprint of its calendar entry.
pub(super) fn conference(it: &Conference) -> Facts {
    let dates = [date(it.start), date(it.end)];
    let said = [&it.name, &dates[0], &dates[1], &it.venue, &it.city, &it.country];
    Facts::default().with("name", &it.name).with("stamp", &stamp(&said.map(String::as_str)))
}

fn date(date: Option<PartialDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// A fingerprint of exactly these texts. If you change its inputs, also change its length, so that stamps of earlier
/// Hallway versions do not count as changes.
fn stamp(texts: &[&str]) -> String {
    let mut stamp = hexadecimal(texts.join("\n").as_bytes());
    stamp.truncate(16);
    stamp
}

/// Adds comparable values to the facts: spellings without case and punctuation, all speakers as one fact, titles with
/// one word left out, and parts of a text's sketch.
pub(super) fn comparable(facts: &Facts) -> Facts {
    let mut seen = facts.clone();
    let titles: Vec<String> = facts.all("title").map(letters).collect();
    let nearly = facts.all("title").flat_map(without_a_word);
    seen.set("near", nearly.collect::<Vec<_>>());
    seen.set("title", titles);
    let speakers: Vec<String> = facts.all("speaker").map(name_key).collect();
    seen.set("speakers", (!speakers.is_empty()).then(|| speakers.join(",")));
    seen.set("speaker", speakers);
    seen.set("author", facts.all("author").map(name_key).collect::<Vec<_>>());
    seen.set("part", facts.all("text").flat_map(parts).collect::<Vec<_>>());
    seen
}

/// Most words of a title that is compared with one word left out.
const MOST_WORDS: usize = 40;

/// The variants of a title with one word left out: titles that differ in one word share a variant. Words with digits
/// stay, because they distinguish the parts of a series.
fn without_a_word(title: &str) -> Vec<String> {
    let words: Vec<String> = title.split_whitespace().map(letters).collect();
    if words.len() < 3 || words.len() > MOST_WORDS {
        return Vec::new();
    }
    let is_plain = |word: &String| !word.chars().any(|c| c.is_ascii_digit());
    let plain = words.iter().enumerate().filter(|(_, word)| is_plain(word));
    plain
        .map(|(place, _)| {
            let others = words.iter().enumerate().filter(|(at, _)| *at != place);
            let others: Vec<&str> = others.map(|(_, word)| word.as_str()).collect();
            format!("{place} {}", others.join(" "))
        })
        .collect()
}

/// The recap in a note's id.
pub(super) fn recap_of(note: &str) -> &str {
    note.split_once('.').map_or(note, |(recap, _)| recap)
}
