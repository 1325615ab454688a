//! Writes the new ledger: the id of each thing, the ids that lead on, and the ids that end.

use super::facts::Facts;
use super::file::{IdKind, Key, LEDGER, Ledger};
use super::history::{AddressChanges, History};
use super::matching::{LedgerMatches, LedgerRow};
use super::rename::Renames;
use super::things::LedgerThing;
use crate::bundle::taken::Taken;
use crate::ingest::{Diagnostic, Severity};
use crate::model::PartialDate;
use std::collections::{BTreeMap, BTreeSet};

/// The result.
#[derive(Debug, Default)]
pub(in crate::bundle) struct Settled {
    /// The ids of the saved views, in order.
    pub(in crate::bundle) view_ids: Vec<String>,
    /// The history of the collection.
    pub(in crate::bundle) history: History,
    /// The text of the new ledger.
    pub(in crate::bundle) ledger: String,
    /// What happens to addresses.
    pub(in crate::bundle) changes: AddressChanges,
    /// Diagnostics for the curator.
    pub(in crate::bundle) diagnostics: Vec<Diagnostic>,
}

/// The old ledger and the new one.
pub(super) struct LedgerIds {
    /// The ledger as it was read.
    pub(super) old: Ledger,
    /// The new ledger.
    pub(super) new: Ledger,
    /// The ids that differ from newly made ones.
    pub(super) renames: Renames,
    /// The entries that a thing may be, by its kind and its newly made id.
    asked: BTreeMap<Key, BTreeSet<String>>,
    /// The current id of each conference in the ledger.
    conferences: BTreeMap<String, String>,
    today: Option<PartialDate>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl LedgerIds {
    /// Starts with the ledger that was read.
    pub(super) fn new(old: Ledger, today: Option<PartialDate>) -> Self {
        let mut ids = Self {
            new: Ledger { entries: old.entries.clone(), ..Ledger::default() },
            old,
            renames: Renames::default(),
            asked: BTreeMap::new(),
            conferences: BTreeMap::new(),
            today,
            diagnostics: Vec::new(),
        };
        for line in &ids.old.unreadable {
            let message = "the line names no id, so it is dropped".to_owned();
            let help = "a line has a kind, an id and facts, with tabs between them";
            let problem =
                Diagnostic::of_file(Severity::Warning, "ledger-line", LEDGER, message, help);
            ids.diagnostics.push(Diagnostic { line: *line, ..problem });
        }
        ids
    }

    /// Whether the old ledger has this id and it leads to no other.
    pub(super) fn was_public(&self, kind: IdKind, id: &str) -> bool {
        let entry = self.old.entries.get(&(kind, id.to_owned()));
        entry.is_some_and(|facts| facts.one("now").is_empty())
    }

    /// Whether an address has ended.
    pub(super) fn has_ended(&self, kind: IdKind, id: &str) -> bool {
        let entry = self.new.entries.get(&(kind, id.to_owned()));
        entry.is_some_and(|facts| !facts.one("ended").is_empty())
    }

    /// The current id of a conference.
    pub(super) fn conference<'i>(&'i self, id: &'i str) -> &'i str {
        self.conferences.get(id).map_or(id, String::as_str)
    }

    /// Records the current ids of conferences.
    pub(super) fn follow_conferences(&mut self) {
        let ends = self.new.ends(IdKind::Conference, |_, facts| facts.one("now").is_empty());
        let ends = ends.into_iter().map(|(then, now)| (then.to_owned(), now.to_owned()));
        self.conferences = ends.collect();
    }

    /// Makes an old id lead to another one.
    pub(super) fn lead(&mut self, kind: IdKind, then: &str, now: &str) {
        if then != now {
            let facts = Facts::default().with("now", now);
            self.new.entries.insert((kind, then.to_owned()), facts);
        }
    }

    /// Keeps the facts about an old id for the id that it leads to, until something has that id.
    pub(super) fn hold(&mut self, kind: IdKind, then: &str, now: &str) {
        let known = self.old.entries.get(&(kind, then.to_owned()));
        let Some(mut facts) = known.filter(|facts| facts.one("now").is_empty()).cloned() else {
            return;
        };
        let first = if facts.one("first").is_empty() { then } else { facts.one("first") };
        let first = first.to_owned();
        facts.set("first", [first]);
        facts.set("ended", ["yes".to_owned()]);
        self.new.entries.entry((kind, now.to_owned())).or_insert(facts);
    }

    /// A current thing turns out to be the thing that had another id. That id now leads on, and the thing keeps its
    /// name in feeds and calendars, unless it already had its own id.
    pub(super) fn succeed(&mut self, kind: IdKind, then: &str, now: &str) {
        let key = (kind, now.to_owned());
        let facts = self.new.entries.get(&key).filter(|facts| facts.one("first").is_empty());
        if let Some(facts) = facts.filter(|_| !self.was_public(kind, now)).cloned() {
            self.record(&key, Some(then), facts);
        }
        self.lead(kind, then, now);
    }

    /// Ends an address unless it leads on. The id is kept, so that nothing else gets it, and so that the thing gets it
    /// back if it returns.
    pub(super) fn end(&mut self, key: &Key) {
        if let Some(facts) = self.new.entries.get_mut(key).filter(|it| it.one("now").is_empty()) {
            facts.set("ended", ["yes".to_owned()]);
        }
    }

    /// Records a current thing. `before` is its id in the old ledger, possibly the same one.
    pub(super) fn record(&mut self, key: &Key, before: Option<&str>, mut facts: Facts) {
        let old = before.and_then(|id| Some((id, self.old.entries.get(&(key.0, id.to_owned()))?)));
        if let Some((id, old)) = old {
            let first = if old.one("first").is_empty() { id } else { old.one("first") };
            if first != key.1 {
                facts.add("first", first);
            }
            old.all("asks").for_each(|id| facts.add("asks", id));
            let mut changes =
                old.all("changes").filter_map(|it| it.parse().ok()).max().unwrap_or(0u32);
            let mut updated = old.all("updated").max().map(str::to_owned);
            let stamp = facts.one("stamp");
            // A stamp of another length was made differently, so it cannot be compared.
            let mut alike = old.all("stamp").filter(|it| it.len() == stamp.len()).peekable();
            if alike.peek().is_some() && alike.all(|it| it != stamp) {
                changes += 1;
                updated = self.today.map(|today| today.to_string()).or(updated);
            }
            if key.0 == IdKind::Recap {
                facts.set("updated", updated);
            } else if changes > 0 {
                facts.set("changes", [changes.to_string()]);
            }
        }
        self.new.entries.insert(key.clone(), facts);
    }

    /// Asks which of two entries a thing is, when the ledger cannot decide. The question stays until somebody answers
    /// it.
    pub(super) fn ask(
        &mut self,
        kind: IdKind,
        found: &LedgerMatches,
        things: &[LedgerThing],
        new: &[Facts],
        rows: &[LedgerRow],
    ) {
        let open = rows.iter().flat_map(|row| found.matching.alike(row, &found.old, new));
        let mut pairs: BTreeSet<(String, usize)> = BTreeSet::new();
        for (old, new) in open {
            let old = found.old.get(old).filter(|old| old.facts.one("ended").is_empty());
            pairs.extend(old.map(|old| (old.id.clone(), new)));
        }
        let is_open = |id: &str| {
            let at = found.old.iter().zip(&found.matching.new_of);
            at.into_iter().any(|(old, new)| old.id == id && new.is_none())
        };
        for (new, old) in found.matching.old_of.iter().enumerate() {
            let old = old.and_then(|old| found.old.get(old));
            let asks = old.into_iter().flat_map(|old| old.facts.all("asks"));
            pairs.extend(asks.filter(|id| is_open(id)).map(|id| (id.to_owned(), new)));
        }
        for (old, new) in pairs {
            let Some(thing) = things.get(new) else { continue };
            let message = format!(
                "{} \"{}\" may be what had the address {}/{old}.html, but too little of it is the same",
                kind.word(),
                thing.facts.one("title"),
                kind.word(),
            );
            let help = format!(
                "if it is, state former_ids: [{old}] in its header; if not, delete the line \"{} {old}\" of {LEDGER}",
                kind.word(),
            );
            let file = thing.facts.one("file");
            let path = if file.is_empty() { LEDGER } else { file };
            let problem =
                Diagnostic::of_file(Severity::Uncertain, "id-uncertain", path, message, &help);
            self.diagnostics.push(problem);
            self.asked.entry((kind, thing.id.clone())).or_default().insert(old);
        }
    }

    /// Gives each thing of a kind its id: the stated id, otherwise its old id, otherwise a new id that nothing ever
    /// had.
    pub(super) fn assign(&mut self, kind: IdKind, found: &LedgerMatches, things: &[LedgerThing]) {
        let mut taken = Taken::default();
        let old_of = |index: usize| {
            let old = found.matching.old_of.get(index).copied().flatten()?;
            found.old.get(old).map(|old| old.id.clone())
        };
        let mut finals: Vec<Option<String>> = vec![None; things.len()];
        for (thing, id) in things.iter().zip(&mut finals) {
            let wanted = Some(&thing.stated.wanted).filter(|id| !id.is_empty());
            let wanted = wanted.map(|id| self.within(kind, thing, id));
            *id = wanted.filter(|id| taken.take(id));
        }
        for (index, (thing, id)) in things.iter().zip(&mut finals).enumerate() {
            let had = old_of(index).filter(|_| id.is_none());
            let is_kept = |had: &String| *had == thing.id || !thing.stated.former_ids.contains(had);
            let had = had.filter(is_kept).map(|had| self.within(kind, thing, &had));
            *id = id.take().or_else(|| had.filter(|had| taken.take(had)));
        }
        for ((_, id), _) in self.old.of_kind(kind) {
            taken.take(id);
        }
        for (thing, id) in things.iter().zip(&mut finals).filter(|(_, id)| id.is_none()) {
            *id = Some(taken.claim(&self.within(kind, thing, &thing.id)));
        }
        let finals: Vec<String> = finals.into_iter().flatten().collect();
        for (old, new) in found.old.iter().zip(&found.matching.new_of) {
            let key = (kind, old.id.clone());
            match new.and_then(|new| finals.get(new)) {
                Some(now) => self.lead(kind, &old.id, now),
                None => self.end(&key),
            }
        }
        for (thing, now) in things.iter().zip(&finals) {
            let leads = thing.stated.former_ids.iter().filter(|id| !finals.contains(id));
            leads.for_each(|then| self.lead(kind, then, now));
        }
        for (index, (thing, id)) in things.iter().zip(finals).enumerate() {
            let mut facts = thing.facts.clone();
            let talks: Vec<String> =
                facts.all("talk").map(|talk| self.renames.now(IdKind::Talk, talk)).collect();
            facts.set("talk", talks);
            for old in self.asked.get(&(kind, thing.id.clone())).into_iter().flatten() {
                facts.add("asks", old);
            }
            self.renames.add(kind, &thing.id, &id);
            self.record(&(kind, id), old_of(index).as_deref(), facts);
        }
    }

    /// The id of a thing. The id of a note begins with the current id of its recap.
    fn within(&self, kind: IdKind, thing: &LedgerThing, id: &str) -> String {
        let recap = thing.id.split_once('.').filter(|_| kind == IdKind::Note);
        let anchor = id.split_once('.').map_or(id, |(_, anchor)| anchor);
        recap.map_or_else(
            || id.to_owned(),
            |(recap, _)| [&self.renames.now(IdKind::Recap, recap), ".", anchor].concat(),
        )
    }
}
