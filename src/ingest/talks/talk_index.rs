//! Looks up a talk among those of its recap.

use crate::ingest::draft::DraftTalk;
use crate::ingest::spelling::name_key;
use std::collections::BTreeMap;

/// The talks of a recap by name and by speakers, so that lookups stay fast.
#[derive(Debug, Default)]
pub(super) struct TalkIndex {
    /// By the letters of the title or description.
    by_name: BTreeMap<String, usize>,
    by_speakers: BTreeMap<String, usize>,
    /// By title and speakers.
    titled: BTreeMap<(String, String), usize>,
}

impl TalkIndex {
    /// The index of the given talks.
    pub(in crate::ingest) fn of(talks: &[DraftTalk]) -> Self {
        let mut index = Self::default();
        talks.iter().enumerate().for_each(|(at, talk)| index.add(talk, at));
        index
    }

    /// The talk with this name.
    pub(super) fn by_name(&self, name: &str) -> Option<usize> {
        self.by_name.get(&name_key(name)).copied()
    }

    /// The first talk with the speakers of another.
    pub(super) fn by_speakers(&self, talk: &DraftTalk) -> Option<usize> {
        self.by_speakers.get(&speakers_key(talk)).copied()
    }

    /// The talk with the title and the speakers of another.
    pub(super) fn by_title_and_speakers(&self, talk: &DraftTalk) -> Option<usize> {
        let key = (name_key(&talk.title), speakers_key(talk));
        self.titled.get(&key).copied()
    }

    /// Whether there are no talks.
    pub(super) fn is_empty(&self) -> bool {
        self.by_name.is_empty()
    }

    /// Adds the talk at an index.
    pub(super) fn add(&mut self, talk: &DraftTalk, at: usize) {
        for name in talk.called() {
            self.by_name.entry(name).or_insert(at);
        }
        self.by_speakers.entry(speakers_key(talk)).or_insert(at);
        let key = (name_key(&talk.title), speakers_key(talk));
        self.titled.entry(key).or_insert(at);
    }
}

fn speakers_key(talk: &DraftTalk) -> String {
    let names: Vec<String> = talk.speakers.iter().map(|named| named.name.to_lowercase()).collect();
    names.join("\n")
}
