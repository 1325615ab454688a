//! The things of a collection as the ledger knows them.

use super::facts::Facts;
use super::file::Kind;
use super::sketch::{parts, sketch};
use crate::bundle::digest::hexadecimal;
use crate::ingest::{letters, name_key};
use crate::model::{Catalog, Chunk, Conference, NoteId, PartialDate, Recap, Talk, plain_text};
use std::collections::BTreeMap;

/// What a header states about the address of a recap or a talk.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::bundle) struct StatedId {
    /// The id that the thing gets on the first day.
    pub(in crate::bundle) id: String,
    /// The id that its header states, which has the last word. Empty for none.
    pub(in crate::bundle) wanted: String,
    /// The ids that it had before.
    pub(in crate::bundle) former_ids: Vec<String>,
}

/// A thing with its id and its facts.
#[derive(Clone, Debug, Default)]
pub(super) struct Thing {
    /// The id that it gets on the first day.
    pub(super) id: String,
    /// What its header states.
    pub(super) stated: StatedId,
    /// What identifies it.
    pub(super) facts: Facts,
}

/// The recaps, talks and notes of a collection, in the order of the catalog.
#[derive(Debug, Default)]
pub(super) struct Things {
    /// Recaps.
    pub(super) recaps: Vec<Thing>,
    /// Talks.
    pub(super) talks: Vec<Thing>,
    /// Notes.
    pub(super) notes: Vec<Thing>,
}

impl Things {
    /// The things of a catalog, with what headers state about recaps and talks.
    pub(super) fn of(catalog: &Catalog, chunks: &[Chunk], stated: &[(Kind, StatedId)]) -> Self {
        let stated: BTreeMap<(Kind, &str), &StatedId> =
            stated.iter().map(|(kind, it)| ((*kind, it.id.as_str()), it)).collect();
        let thing = |kind: Kind, id: &str, facts: Facts| Thing {
            id: id.to_owned(),
            stated: stated.get(&(kind, id)).map(|it| (*it).clone()).unwrap_or_default(),
            facts,
        };
        let notes = chunks.iter().flat_map(|chunk| &chunk.notes);
        let texts: BTreeMap<&NoteId, String> =
            notes.map(|note| (&note.id, plain_text(&note.blocks))).collect();
        let people: BTreeMap<&str, &str> =
            catalog.people.iter().map(|it| (it.id.as_str(), it.name.as_str())).collect();
        let notes = catalog.notes.iter().map(|note| {
            let mut facts = Facts::default().with("title", &note.title);
            facts.add("talk", note.talk.as_ref().map_or("", |talk| talk.as_str()));
            facts.add("text", &sketch(texts.get(&note.id).map_or("", String::as_str)));
            thing(Kind::Note, note.id.as_str(), facts)
        });
        Self {
            recaps: catalog
                .recaps
                .iter()
                .map(|it| thing(Kind::Recap, it.id.as_str(), recap(it, &texts)))
                .collect(),
            talks: catalog
                .talks
                .iter()
                .map(|it| thing(Kind::Talk, it.id.as_str(), talk(it, &people)))
                .collect(),
            notes: notes.collect(),
        }
    }
}

fn recap(recap: &Recap, texts: &BTreeMap<&NoteId, String>) -> Facts {
    let mut facts = Facts::default().with("title", &recap.title).with("author", &recap.author);
    for copy in &recap.copies {
        facts.add("file", &copy.file);
    }
    facts.add("conference", recap.conference.as_ref().map_or("", |id| id.as_str()));
    let texts = recap.notes.iter().filter_map(|id| texts.get(id)).map(String::as_str);
    let said: Vec<&str> = [recap.title.as_str(), &recap.author].into_iter().chain(texts).collect();
    facts.with("stamp", &stamp(&said))
}

fn talk(talk: &Talk, people: &BTreeMap<&str, &str>) -> Facts {
    let mut facts = Facts::default().with("title", &talk.title);
    for speaker in &talk.speakers {
        facts.add("speaker", people.get(speaker.person.as_str()).copied().unwrap_or_default());
    }
    let conference = talk.conference.as_ref().map_or("", |id| id.as_str());
    let said = [&talk.title, conference, &date(talk.day)];
    facts.with("conference", conference).with("stamp", &stamp(&said))
}

/// What identifies a conference, and a fingerprint of what its calendar says.
pub(super) fn conference(it: &Conference) -> Facts {
    let dates = [date(it.start), date(it.end)];
    let said = [&it.name, &dates[0], &dates[1], &it.venue, &it.city, &it.country];
    Facts::default().with("name", &it.name).with("stamp", &stamp(&said.map(String::as_str)))
}

fn date(date: Option<PartialDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// A fingerprint of exactly these texts.
fn stamp(texts: &[&str]) -> String {
    let mut stamp = hexadecimal(texts.join("\n").as_bytes());
    stamp.truncate(12);
    stamp
}

/// Adds what things are compared by to their facts: spellings without case and punctuation, all speakers as one fact,
/// titles without one of their words, and parts of the sketch of a text.
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

/// The most words of a title that is compared without each of them.
const MOST_WORDS: usize = 40;

/// A title of some words, each time without one of them: titles that differ in one word have one of these in common.
/// Words with digits stay, because they tell the parts of a series apart.
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
