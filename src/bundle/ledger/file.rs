//! The ledger as a file: a line for each id, sorted, so that git can merge it by union.

use super::facts::Facts;
use std::collections::BTreeMap;

/// The file in the data folder.
pub const LEDGER: &str = "ids.tsv";

/// The first lines of the file.
const HEAD: &str = "\
# The ids of this collection, which are parts of its addresses, and what identifies each thing.
# `hallway build` writes this file. Keep it with your notes: it keeps addresses working after you mend a title.
# `now` leads an old id on. Delete a line to forget an id. Two versions merge by keeping the lines of both.
";

/// What an id names.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Kind {
    /// An edition.
    Conference,
    /// A note, by its anchor.
    Note,
    /// A company, foundation or school.
    Organization,
    /// A person.
    Person,
    /// A recap.
    Recap,
    /// A talk.
    Talk,
    /// A theme.
    Theme,
}

impl Kind {
    const ALL: [Self; 7] = [
        Self::Conference,
        Self::Note,
        Self::Organization,
        Self::Person,
        Self::Recap,
        Self::Talk,
        Self::Theme,
    ];

    /// The word in the ledger.
    pub fn word(self) -> &'static str {
        match self {
            Self::Conference => "conference",
            Self::Note => "note",
            Self::Organization => "organization",
            Self::Person => "person",
            Self::Recap => "recap",
            Self::Talk => "talk",
            Self::Theme => "theme",
        }
    }
}

/// A kind and an id.
pub(super) type Key = (Kind, String);

/// What is known of each id that was ever public.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Ledger {
    /// The facts by kind and id.
    pub(super) entries: BTreeMap<Key, Facts>,
    /// The numbers of lines that could not be read.
    pub(super) unreadable: Vec<u32>,
}

impl Ledger {
    /// Reads a ledger. Two lines of one id become one entry with the facts of both. Marks of a conflict in git are
    /// passed over, because both sides count.
    pub(super) fn read(text: &str) -> Self {
        let mut ledger = Self::default();
        for (line, number) in text.lines().zip(1u32..) {
            let is_mark = ["#", "<<<<<<<", "=======", ">>>>>>>", "|||||||"]
                .iter()
                .any(|mark| line.starts_with(mark));
            if is_mark || line.trim().is_empty() {
                continue;
            }
            match entry(line) {
                Some((key, facts)) => ledger.entries.entry(key).or_default().absorb(facts),
                None => ledger.unreadable.push(number),
            }
        }
        ledger
    }

    /// The text of the file.
    pub(super) fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for ((kind, id), facts) in &self.entries {
            text.extend([kind.word(), "\t", id]);
            text.extend(facts.iter().flat_map(|(name, value)| ["\t", name, "=", value]));
            text.push('\n');
        }
        text
    }

    /// The entries of a kind, sorted by id.
    pub(super) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (&Key, &Facts)> {
        self.entries.iter().filter(move |((it, _), _)| *it == kind)
    }

    /// The id to which an old id leads, over some steps. `None` when it leads nowhere.
    pub(super) fn now(
        &self,
        kind: Kind,
        id: &str,
        is_current: impl Fn(&str) -> bool,
    ) -> Option<String> {
        let mut key = (kind, id.to_owned());
        // A circle, which only a merge could make, has to end, too.
        for _ in 0..=self.entries.len().min(MOST_STEPS) {
            if is_current(&key.1) {
                return Some(key.1);
            }
            let facts = self.entries.get(&key)?;
            let current = facts.all("now").find(|next| is_current(next));
            current.or_else(|| facts.all("now").next())?.clone_into(&mut key.1);
        }
        None
    }
}

/// From an old id to the one of today. Nothing is renamed so often; a file of others could lead on for ever.
const MOST_STEPS: usize = 100;

fn entry(line: &str) -> Option<(Key, Facts)> {
    let mut cells = line.trim_end().split('\t');
    let word = cells.next()?;
    let kind = Kind::ALL.into_iter().find(|kind| kind.word() == word)?;
    let id = cells.next().filter(|id| !id.is_empty())?;
    let mut facts = Facts::default();
    for cell in cells {
        let (name, value) = cell.split_once('=')?;
        facts.add(name, value);
    }
    Some(((kind, id.to_owned()), facts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn two_branches_merged_by_union_give_the_facts_of_both() {
        let text = "recap\ta\tfile=a.md\ttitle=Old\n<<<<<<< ours\nrecap\ta\tfile=a.md\ttitle=New\nthread\tb\n";
        let ledger = Ledger::read(text);
        let facts = &ledger.entries[&(Kind::Recap, "a".to_owned())];
        assert_eq!(facts.all("title").collect::<Vec<_>>(), ["New", "Old"]);
        assert_eq!(ledger.unreadable, [4]);
    }

    #[test]
    fn an_old_id_leads_on_over_many_steps_and_a_circle_ends() {
        let ledger =
            Ledger::read("talk\ta\tnow=b\ntalk\tb\tnow=c\ntalk\tx\tnow=y\ntalk\ty\tnow=x\n");
        let now = |id: &str| ledger.now(Kind::Talk, id, |id| id == "c");
        assert_eq!(now("a").as_deref(), Some("c"));
        assert_eq!((now("x"), now("z")), (None, None));
    }

    proptest! {
        #[test]
        fn a_ledger_is_read_as_it_was_written(
            cells in proptest::collection::vec(("[a-z0-9.-]{1,9}", "[a-z]{1,5}", "\\PC{0,20}"), 0..20)
        ) {
            let mut ledger = Ledger::default();
            for ((id, name, value), kind) in cells.into_iter().zip(Kind::ALL.into_iter().cycle()) {
                ledger.entries.entry((kind, id)).or_default().add(&name, &value);
            }
            prop_assert_eq!(Ledger::read(&ledger.text()), ledger);
        }
    }
}
