//! Forgets what the curator takes out of the collection: the ledger is published with the notes, and an id is made of
//! words.

use super::facts::Facts;
use super::file::{IdKind, Key};
use super::ids::LedgerIds;
use super::things::recap_of;
use std::collections::BTreeSet;

impl LedgerIds {
    /// Removes the ended entries of recaps whose files are `kept_out`, and returns those that were public until now.
    /// What ends together with such a recap is forgotten, too: people, talks and themes that only it named.
    pub(super) fn forget(&mut self, kept_out: &[String]) -> Vec<Key> {
        let is_out = |file: &str| {
            kept_out.iter().any(|it| it == file || it.ends_with('/') && file.starts_with(it))
        };
        let has_ended = |facts: &Facts| !facts.one("ended").is_empty();
        let recaps = self.new.of_kind(IdKind::Recap).filter(|(_, facts)| has_ended(facts));
        let recaps = recaps.filter(|(_, facts)| facts.all("file").any(is_out));
        let mut gone: BTreeSet<Key> = recaps.map(|(key, _)| key.clone()).collect();
        let was_public = |key: &Key| self.old.entries.get(key).is_some_and(Facts::is_current);
        let ends_now = gone.iter().any(was_public);
        let ended = self.new.entries.iter().filter(|(_, facts)| has_ended(facts));
        for (key, _) in ended {
            let page = (IdKind::Recap, recap_of(&key.1).to_owned());
            if key.0 == IdKind::Note && gone.contains(&page) || ends_now && was_public(key) {
                gone.insert(key.clone());
            }
        }
        // An anchor ends with its page.
        let known = gone.iter().filter(|key| key.0 != IdKind::Note && was_public(key));
        let known: Vec<Key> = known.cloned().collect();
        // An older id that leads only there has the same words.
        while !gone.is_empty() {
            self.new.entries.retain(|key, _| !gone.contains(key));
            let is_lost =
                |kind: IdKind, now: &str| !self.new.entries.contains_key(&(kind, now.to_owned()));
            let leads = self.new.entries.iter().filter(|(_, facts)| !facts.one("now").is_empty());
            let lost = leads.filter(|(key, facts)| facts.all("now").all(|now| is_lost(key.0, now)));
            gone = lost.map(|(key, _)| key.clone()).collect();
        }
        known
    }
}
