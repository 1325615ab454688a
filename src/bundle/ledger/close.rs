//! Finishes the ledger: records the past, and decides what happens to addresses.

use super::contents::SHOWS;
use super::facts::Facts;
use super::file::{IdKind, Key};
use super::history::{AddressChanges, FormerId, History};
use super::ids::{LedgerIds, Settled};
use super::left::LEFT;
use super::things::recap_of;

impl LedgerIds {
    /// Finishes the new ledger, without what the curator keeps out of the site.
    pub(super) fn close(mut self, kept_out: &[String]) -> Settled {
        let left = self.remember_places();
        let mut history = History::default();
        let mut changes = AddressChanges { left, ..AddressChanges::default() };
        for kind in IdKind::ALL {
            let ends = self.new.ends(kind, |_, facts| facts.is_current());
            for (key, facts) in self.new.of_kind(kind) {
                let now = ends.get(key.1.as_str()).map(|now| (kind, (*now).to_owned()));
                match &now {
                    Some(now) if now == key => remember(&mut history, key, facts),
                    Some((_, now)) => {
                        let (id, now) = (key.1.clone(), now.clone());
                        history.former_ids.push(FormerId { kind, id, now });
                    }
                    None => {}
                }
                let old = self.old.entries.get(key);
                let had = |what: &str| old.is_some_and(|it| it.all(SHOWS).any(|it| it == what));
                let is_here = now.as_ref() == Some(key);
                let has = |what: &str| facts.all(SHOWS).any(|it| it == what);
                if is_here && ["notes", "talks"].iter().any(|it| had(it) && !has(it)) {
                    changes.emptied.push(key.clone());
                }
                if old.is_some_and(Facts::is_current) {
                    self.tell(&mut changes, key, now, facts);
                }
            }
        }
        changes.forgotten = self.forget(kept_out);
        changes.ended.retain(|key| !changes.forgotten.contains(key));
        let diagnostics = self.diagnostics;
        Settled { history, ledger: self.new.text(), changes, diagnostics, ..Settled::default() }
    }

    /// Reports what happens to an address that was public.
    fn tell(&self, changes: &mut AddressChanges, key: &Key, now: Option<Key>, facts: &Facts) {
        let is_here = now.as_ref() == Some(key);
        // An anchor moves or ends with its page, unless only the anchor changes.
        let page = (IdKind::Recap, recap_of(&key.1).to_owned());
        let is_alone = |now: &Key| recap_of(&now.1) != page.1;
        let goes_with_page = key.0 == IdKind::Note
            && !(self.new.entries.get(&page).is_some_and(Facts::is_current)
                && now.as_ref().is_none_or(is_alone));
        let person = facts.one("person");
        let was_author = || {
            let old = self.old.entries.get(key);
            old.is_some_and(|old| old.one("person").is_empty())
        };
        if is_here && !person.is_empty() && was_author() {
            changes.lead_on.push((key.clone(), (IdKind::Person, person.to_owned())));
        }
        if !is_here && !goes_with_page {
            match now {
                Some(now) => changes.lead_on.push((key.clone(), now)),
                None => changes.ended.push(key.clone()),
            }
        }
    }
}

/// Records the facts that programs need to follow a thing.
fn remember(history: &mut History, key: &Key, facts: &Facts) {
    let first = facts.all("first").next();
    history.first_ids.extend(first.map(|first| (key.clone(), first.to_owned())));
    let updated = facts.one("updated").parse().ok();
    history.updated.extend(updated.map(|day| (key.1.clone(), day)));
    let n_changes = facts.one("changes").parse().ok();
    history.changes.extend(n_changes.map(|n| (key.clone(), n)));
    history.left.extend(facts.all(LEFT).map(|place| (key.clone(), place.to_owned())));
}
