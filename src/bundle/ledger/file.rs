//! The ledger as a file: one sorted line per id, so that git can merge it by union.

use super::facts::Facts;
use std::collections::{BTreeMap, VecDeque};

/// The file in the data folder.
pub const LEDGER: &str = "ids.tsv";

/// The first lines of the file.
const HEAD: &str = "\
# The ids of this collection, which are parts of its addresses, and what identifies each thing.
# `hallway build` writes this file. Keep it with your notes: it keeps addresses working after you change a title.
# `now` leads an old id on. Delete a line to forget an id. Two versions merge by keeping the lines of both.
";

/// What an id names.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum IdKind {
    /// Somebody who signed recaps and has an author page.
    Author,
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
    /// A series of conferences, which has a feed and a calendar.
    Series,
    /// A talk.
    Talk,
    /// A theme.
    Theme,
    /// A view that the curator saved, which has an embedded page.
    View,
}

impl IdKind {
    /// All kinds, in the order of the ledger.
    pub(super) const ALL: [Self; 10] = [
        Self::Author,
        Self::Conference,
        Self::Note,
        Self::Organization,
        Self::Person,
        Self::Recap,
        Self::Series,
        Self::Talk,
        Self::Theme,
        Self::View,
    ];

    /// The word in the ledger.
    pub fn word(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Conference => "conference",
            Self::Note => "note",
            Self::Organization => "organization",
            Self::Person => "person",
            Self::Recap => "recap",
            Self::Series => "series",
            Self::Talk => "talk",
            Self::Theme => "theme",
            Self::View => "view",
        }
    }
}

/// A kind and an id.
pub(super) type Key = (IdKind, String);

/// The facts about each id that was ever public.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Ledger {
    /// The facts by kind and id.
    pub(super) entries: BTreeMap<Key, Facts>,
    /// The numbers of lines that could not be read.
    pub(super) unreadable: Vec<u32>,
}

impl Ledger {
    /// Reads a ledger. Two lines with one id become one entry with the facts of both. Git conflict marks are ignored,
    /// because both sides count.
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
    pub(super) fn of_kind(&self, kind: IdKind) -> impl Iterator<Item = (&Key, &Facts)> {
        self.entries.iter().filter(move |((it, _), _)| *it == kind)
    }

    /// Where the ids of a kind lead: each to the nearest current id, over any number of steps. Leaves out ids that lead
    /// nowhere, and circles, which only a merge can create.
    pub(super) fn ends(
        &self,
        kind: IdKind,
        is_current: impl Fn(&str, &Facts) -> bool,
    ) -> BTreeMap<&str, &str> {
        let mut former: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut ends: BTreeMap<&str, &str> = BTreeMap::new();
        for ((_, id), facts) in self.of_kind(kind) {
            if is_current(id, facts) {
                ends.insert(id, id);
            }
            facts.all("now").for_each(|now| former.entry(now).or_default().push(id));
        }
        // Walks back from the current ids, so that each id is visited once.
        let mut open: VecDeque<(&str, &str)> = ends.iter().map(|(id, end)| (*id, *end)).collect();
        while let Some((now, end)) = open.pop_front() {
            for then in former.remove(now).unwrap_or_default() {
                ends.entry(then).or_insert_with(|| {
                    open.push_back((then, end));
                    end
                });
            }
        }
        ends
    }
}

fn entry(line: &str) -> Option<(Key, Facts)> {
    let mut cells = line.trim_end().split('\t');
    let word = cells.next()?;
    let kind = IdKind::ALL.into_iter().find(|kind| kind.word() == word)?;
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
        let facts = &ledger.entries[&(IdKind::Recap, "a".to_owned())];
        assert_eq!(facts.all("title").collect::<Vec<_>>(), ["New", "Old"]);
        assert_eq!(ledger.unreadable, [4]);
    }

    #[test]
    fn an_old_id_leads_on_over_any_number_of_steps_and_a_circle_ends() {
        let steps = (0..1000).map(|n| format!("talk\tt{n}\tnow=t{}", n + 1));
        let steps = steps.collect::<Vec<_>>().join("\n");
        let ledger = Ledger::read(&(steps + "\ntalk\tt1000\ntalk\tx\tnow=y\ntalk\ty\tnow=x\n"));
        let ends = ledger.ends(IdKind::Talk, |id, _| id == "t1000");
        assert_eq!(ends.get("t0"), Some(&"t1000"));
        assert_eq!((ends.get("x"), ends.get("z")), (None, None));
    }

    #[test]
    fn of_two_ways_the_one_that_leads_somewhere_counts() {
        let ledger =
            Ledger::read("talk\ta\tnow=b\tnow=c\ntalk\tb\tended=yes\ntalk\tc\tnow=d\ntalk\td\n");
        assert_eq!(ledger.ends(IdKind::Talk, |id, _| id == "d").get("a"), Some(&"d"));
    }

    proptest! {
        #[test]
        fn a_ledger_is_read_as_it_was_written(
            cells in proptest::collection::vec(("[a-z0-9.-]{1,9}", "[a-z]{1,5}", "\\PC{0,20}"), 0..20)
        ) {
            let mut ledger = Ledger::default();
            for ((id, name, value), kind) in cells.into_iter().zip(IdKind::ALL.into_iter().cycle()) {
                ledger.entries.entry((kind, id)).or_default().add(&name, &value);
            }
            prop_assert_eq!(Ledger::read(&ledger.text()), ledger);
        }
    }
}
