//! Groups the copies of each recap. The copy with the most structure becomes the canonical one.

use super::shingles::{covered, pairs, shingles, short_shingles};
use super::wording::wording;
use crate::bundle::parallel;
use crate::ingest::{Draft, Passage, links_of};
use crate::model::{Block, Extra, Lines, Stretch, plain_text};
use std::collections::BTreeMap;

/// One recap and its copies.
#[derive(Debug)]
pub(in crate::bundle) struct CopySet {
    /// The copy whose text is used.
    pub(in crate::bundle) canonical: Draft,
    /// The other copies, in the order of their paths.
    pub(in crate::bundle) others: Vec<OtherCopy>,
}

/// A copy whose text is not used.
#[derive(Debug)]
pub(in crate::bundle) struct OtherCopy {
    /// The copy.
    pub(in crate::bundle) draft: Draft,
    /// The passages that only this copy has.
    pub(in crate::bundle) extras: Vec<Extra>,
    /// Its wording compared with that of the canonical copy.
    pub(in crate::bundle) wording: Vec<Stretch>,
    /// Share of five-word sequences it has in common with the canonical copy, 0 to 1.
    pub(in crate::bundle) overlap: f64,
}

/// Groups drafts that are copies of one recap. Drafts that state different editions are not copies. The
/// result is in the order of the first copies.
///
/// `edition_named` finds the edition of a stated name.
pub(in crate::bundle) fn group_copies(
    drafts: Vec<Draft>,
    edition_named: impl Fn(&str) -> Option<usize>,
) -> Vec<CopySet> {
    let texts = parallel::map(&drafts, |draft| shingles(&text(draft)));
    let mut alike = pairs(&texts);
    alike.extend(twins(&drafts, &texts));
    drop(texts);
    let edition = |index: &usize| {
        let stated = drafts.get(*index).map(|draft| draft.conference.0.as_str());
        stated.filter(|stated| !stated.is_empty()).and_then(&edition_named)
    };
    // A talk that was given twice has the same description both times, but two small events are not copies.
    alike.retain(|(first, second, _)| {
        !matches!((edition(first), edition(second)), (Some(first), Some(second)) if first != second)
    });
    let mut group: Vec<usize> = (0..drafts.len()).collect();
    for (first, second, _) in &alike {
        let (Some(from), Some(to)) = (group.get(*second).copied(), group.get(*first).copied())
        else {
            continue;
        };
        group.iter_mut().filter(|member| **member == from).for_each(|member| *member = to);
    }
    let overlap_of = |a: usize, b: usize| {
        let found =
            alike.iter().find(|(first, second, _)| (*first, *second) == (a.min(b), a.max(b)));
        found.map_or(0.0, |(_, _, overlap)| *overlap)
    };
    let mut indexes: BTreeMap<usize, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<(usize, Draft)>> = Vec::new();
    for ((index, draft), leader) in drafts.into_iter().enumerate().zip(group) {
        let index_of_group = *indexes.entry(leader).or_insert(groups.len());
        match groups.get_mut(index_of_group) {
            Some(members) => members.push((index, draft)),
            None => groups.push(vec![(index, draft)]),
        }
    }
    groups.into_iter().filter_map(|members| copy_set(members, overlap_of)).collect()
}

/// Pairs of files with the same text, title and author, however short: one file that was added twice.
fn twins(drafts: &[Draft], texts: &[Vec<u64>]) -> Vec<(usize, usize, f64)> {
    let mut first: BTreeMap<(&str, &str, &[u64]), usize> = BTreeMap::new();
    let mut twins = Vec::new();
    for (index, (draft, text)) in drafts.iter().zip(texts).enumerate() {
        if !draft.title.0.is_empty() && !text.is_empty() {
            let key = (draft.title.0.as_str(), draft.author.as_str(), text.as_slice());
            twins.extend(first.insert(key, index).map(|twin| (twin, index, 1.0)));
        }
    }
    twins
}

fn copy_set(
    mut members: Vec<(usize, Draft)>,
    overlap_of: impl Fn(usize, usize) -> f64,
) -> Option<CopySet> {
    // Most recaps have no copies and nothing to compare.
    if members.len() == 1 {
        return members.pop().map(|(_, canonical)| CopySet { canonical, others: Vec::new() });
    }
    let most = members.iter().map(|(_, draft)| structure(draft)).max()?;
    let best = members.iter().position(|(_, draft)| structure(draft) == most)?;
    let (canonical_index, canonical) = members.remove(best);
    let known = short_shingles(&text(&canonical));
    let others = members
        .into_iter()
        .map(|(index, draft)| {
            let extras = extras(&draft, &known);
            let is_around = |passage: &&Passage| {
                extras.iter().any(|it| it.is_boilerplate && it.lines.first == passage.first)
            };
            let text = draft.passages.iter().filter(|passage| !is_around(passage));
            let wording = wording(canonical.passages.iter(), text);
            OtherCopy { overlap: overlap_of(canonical_index, index), extras, wording, draft }
        })
        .collect();
    Some(CopySet { canonical, others })
}

/// How much structure a file has beyond plain words.
fn structure(draft: &Draft) -> usize {
    let blocks: Vec<Block> = draft.passages.iter().map(|passage| passage.block.clone()).collect();
    let count = |wanted: fn(&Block) -> bool| blocks.iter().filter(|block| wanted(block)).count();
    let videos = count(|block| matches!(block, Block::Video(_)));
    let shapes = count(|block| {
        matches!(
            block,
            Block::Heading { .. } | Block::List { .. } | Block::Code { .. } | Block::Table(_)
        )
    });
    usize::from(draft.is_stated) * 5
        + links_of(&blocks).len()
        + videos * 2
        + shapes
        + draft.talks.len()
}

fn text(draft: &Draft) -> String {
    draft.passages.iter().map(|passage| plain_text(std::slice::from_ref(&passage.block))).collect()
}

/// Passages that the canonical copy lacks. Passages before the first and after the last shared one were added by the
/// publisher.
fn extras(draft: &Draft, canonical: &std::collections::BTreeSet<u64>) -> Vec<Extra> {
    let is_shared = |passage: &Passage| {
        covered(&plain_text(std::slice::from_ref(&passage.block)), canonical) >= 0.5
    };
    let shared: Vec<u32> = draft
        .passages
        .iter()
        .filter(|passage| is_shared(passage))
        .map(|passage| passage.first)
        .collect();
    let (first, last) =
        (shared.first().copied().unwrap_or(u32::MAX), shared.last().copied().unwrap_or(0));
    let extra = |passage: &Passage| Extra {
        blocks: vec![passage.block.clone()],
        lines: Lines { file: draft.path.clone(), first: passage.first, last: passage.last },
        is_boilerplate: passage.first < first || passage.first > last,
    };
    let mut extras: Vec<Extra> =
        draft.passages.iter().filter(|passage| !is_shared(passage)).map(extra).collect();
    extras.extend(boilerplate(draft));
    extras.sort_by_key(|extra| extra.lines.first);
    extras
}

/// The text that a site put around a recap, as far as its shape shows.
pub(in crate::bundle) fn boilerplate(draft: &Draft) -> Vec<Extra> {
    let extra = |passage: &Passage| Extra {
        blocks: vec![passage.block.clone()],
        lines: Lines { file: draft.path.clone(), first: passage.first, last: passage.last },
        is_boilerplate: true,
    };
    draft.frame.iter().map(extra).collect()
}

impl CopySet {
    /// Every copy, the canonical one first.
    pub(in crate::bundle) fn drafts(&self) -> impl Iterator<Item = &Draft> {
        std::iter::once(&self.canonical).chain(self.others.iter().map(|other| &other.draft))
    }

    /// The most informative title. A title of one or two words gives way to that of another copy.
    pub(in crate::bundle) fn title(&self) -> &str {
        let is_telling = |draft: &&Draft| draft.title.0.split_whitespace().count() >= 3;
        let telling = self.drafts().find(is_telling);
        telling
            .or_else(|| self.drafts().find(|draft| !draft.title.0.is_empty()))
            .map_or("", |draft| draft.title.0.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::ingest;

    fn prose(seed: usize) -> String {
        (0..40)
            .fold(String::new(), |text, at| text + &format!("w{} ", (at * 31 + seed * 977) % 1009))
            + "end."
    }

    fn draft(path: &str, text: &str) -> Draft {
        ingest(path, text.as_bytes()).draft.unwrap()
    }

    /// The index of a name in a list of editions.
    fn edition_named(name: &str) -> Option<usize> {
        let names = [["LoomConf 2018", "LC2018"], ["loomconf-2019", "LC2019"]];
        names.iter().position(|names| names.contains(&name))
    }

    #[test]
    fn recaps_of_two_editions_are_not_copies() {
        let recap = |file: &str, conference: &str| {
            draft(file, &format!("---\nconference: {conference}\n---\n{}", prose(1)))
        };
        let count = |a: &str, b: &str| {
            group_copies(vec![recap("a.md", a), recap("b.md", b)], edition_named).len()
        };
        assert_eq!(count("LoomConf 2018", "loomconf-2019"), 2);
        assert_eq!(count("LoomConf 2018", "LC2018"), 1);
        assert_eq!(count("LoomConf 2018", "WeftFest"), 1);
        assert_eq!(count("LoomConf 2018", ""), 1);
    }

    #[test]
    fn a_short_file_that_was_added_twice_is_one_recap() {
        let recap = |file: &str, author: &str, text: &str| {
            draft(file, &format!("---\ntitle: On looms\nauthor: {author}\n---\n{text}"))
        };
        let drafts = vec![
            recap("a.md", "Ada", "It was good."),
            recap("b.md", "Bo", "It was good."),
            recap("c.md", "Ada", "It was better."),
            recap("d.md", "Ada", "It was good!"),
        ];
        let sets = group_copies(drafts, edition_named);
        let found: Vec<Vec<&str>> = sets
            .iter()
            .map(|set| set.drafts().map(|draft| draft.path.as_str()).collect())
            .collect();
        assert_eq!(found, [vec!["a.md", "d.md"], vec!["b.md"], vec!["c.md"]]);
    }

    #[test]
    fn the_copy_with_the_most_structure_is_canonical() {
        let body = [prose(1), prose(2), prose(3)].join("\n\n");
        let export = draft(
            "a.txt",
            &format!(
                "Old Threads in New Cloth\n\n{}\n\n{body}\n\n{}\n\nShare this\n",
                prose(8),
                prose(9)
            ),
        );
        let source = draft(
            "b.md",
            &format!("---\ntitle: Cloth\n---\n{}", body.replace("w1 ", "[w1](https://a.example) ")),
        );
        let other = draft("c.txt", &prose(5));
        let sets = group_copies(vec![export, source, other], edition_named);
        assert_eq!(sets.len(), 2);
        assert_eq!(sets[0].canonical.path, "b.md");
        assert_eq!(sets[0].title(), "Old Threads in New Cloth");
        let extras: Vec<(u32, bool)> = sets[0].others[0]
            .extras
            .iter()
            .map(|extra| (extra.lines.first, extra.is_boilerplate))
            .collect();
        assert_eq!(extras, [(3, true), (11, true), (13, true)]);
        assert!(sets[0].others[0].overlap > 0.5);
    }
}
