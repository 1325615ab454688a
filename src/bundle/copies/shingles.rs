//! Measures how much two texts have in common, by the five-word sequences (shingles) they share.

use fnv::FnvHasher;
use std::collections::BTreeSet;
use std::hash::Hasher as _;

/// Words in a sequence.
const LENGTH: usize = 5;

/// A text with fewer sequences is not compared, because short texts can be alike by chance.
const FEWEST: usize = 30;

/// A sequence that more texts share is a common phrase and says nothing.
const MOST_HOLDERS: usize = 20;

/// The sequences of a text as sorted, unique hashes. They are equal on every machine and in every run.
pub(super) fn shingles(text: &str) -> Vec<u64> {
    let mut hashes = sequences(text, LENGTH);
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// Hashes of every run of `length` words. Punctuation, case and the shape of quotation marks do not count.
fn sequences(text: &str, length: usize) -> Vec<u64> {
    let plain = text.replace(['\'', '’', '‘'], "").to_lowercase();
    let words: Vec<&str> =
        plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let hash = |words: &[&str]| {
        // FNV-1a is the same on any machine and in any version, so the same text gives the same dataset.
        let mut hasher = FnvHasher::default();
        for word in words {
            hasher.write(word.as_bytes());
            hasher.write_u8(0xff);
        }
        hasher.finish()
    };
    if words.len() < length && !words.is_empty() {
        vec![hash(&words)]
    } else {
        words.windows(length).map(hash).collect()
    }
}

/// The Jaccard index: the share of all sequences that occur in both texts, 0 to 1.
fn overlap(a: &[u64], b: &[u64]) -> f64 {
    let mut rest = b;
    let is_shared = |hash: &&u64| {
        rest = rest.get(rest.partition_point(|other| other < *hash)..).unwrap_or_default();
        rest.first() == Some(*hash)
    };
    let shared = a.iter().filter(is_shared).count();
    share(shared, a.len() + b.len() - shared)
}

fn share(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { number(part) / number(whole) }
}

/// The share of the three-word sequences of `text` that `other` contains, 0 to 1. A text without words gives 1.
pub(super) fn covered(text: &str, other: &BTreeSet<u64>) -> f64 {
    let own = sequences(text, 3);
    if own.is_empty() {
        1.0
    } else {
        share(own.iter().filter(|hash| other.contains(hash)).count(), own.len())
    }
}

/// The sequences that [`covered`] looks for.
pub(super) fn short_shingles(text: &str) -> BTreeSet<u64> {
    sequences(text, 3).into_iter().collect()
}

/// Pairs of texts that are copies, with their overlap. Copies share at least half of their sequences, or the longer
/// text contains nearly all of the shorter one, for example if a site adds much of its own text to a recap.
pub(super) fn pairs(texts: &[Vec<u64>]) -> Vec<(usize, usize, f64)> {
    // One long sorted list needs a fraction of the memory of a map from hash to texts.
    let long = texts.iter().zip(0u32..).filter(|(text, _)| text.len() >= FEWEST);
    let mut holders: Vec<(u64, u32)> =
        long.flat_map(|(text, index)| text.iter().map(move |hash| (*hash, index))).collect();
    holders.sort_unstable();
    // A sequence that many texts share is a common phrase and says nothing.
    let mut common = vec![0; texts.len()];
    let mut shared: Vec<(u32, u32)> = Vec::new();
    for holders in holders.chunk_by(|a, b| a.0 == b.0) {
        if holders.len() > MOST_HOLDERS {
            for (_, holder) in holders {
                if let Some(count) = common.get_mut(*holder as usize) {
                    *count += 1;
                }
            }
            continue;
        }
        for (at, (_, first)) in holders.iter().enumerate() {
            shared.extend(holders.iter().skip(at + 1).map(|(_, second)| (*first, *second)));
        }
    }
    drop(holders);
    shared.sort_unstable();
    let alike = shared.chunk_by(|a, b| a == b).filter_map(|same| {
        let (first, second) = same.first().map(|(a, b)| (*a as usize, *b as usize))?;
        let (a, b) = (texts.get(first)?, texts.get(second)?);
        let contained = share(same.len(), a.len().min(b.len()));
        // Most pairs share only a phrase or two and need no full comparison.
        let most = same.len() + common.get(first)?.min(common.get(second)?);
        let may_be_half = share(most, (a.len() + b.len()).saturating_sub(most)) >= 0.5;
        if contained < 0.8 && !may_be_half {
            return None;
        }
        let jaccard = overlap(a, b);
        (jaccard >= 0.5 || contained >= 0.8).then_some((first, second, jaccard))
    });
    alike.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(seed: usize, words: usize) -> String {
        (0..words).fold(String::new(), |text, at| {
            text + &format!("w{} ", (at * 7919 + seed * 104_729) % 99_991)
        })
    }

    #[test]
    fn quotation_marks_dashes_and_spaces_do_not_count() {
        let a = shingles("It’s “one” – and the  same\ntext, isn't it");
        let b = shingles("It's \"one\" - and the same text; isn’t it");
        assert!((overlap(&a, &b) - 1.0).abs() < f64::EPSILON);
    }

    #[test]
    fn copies_are_found_and_strangers_are_not() {
        let recap = text(1, 400);
        let export = format!("{} {recap} {}", text(2, 60), text(3, 20));
        let buried = format!("{} {recap}", text(4, 900));
        let texts = [
            shingles(&recap),
            shingles(&export),
            shingles(&text(5, 400)),
            shingles("short"),
            shingles("short"),
            shingles(&buried),
        ];
        let found: Vec<(usize, usize)> =
            pairs(&texts).into_iter().map(|(a, b, _)| (a, b)).collect();
        assert_eq!(found, [(0, 1), (0, 5), (1, 5)]);
    }

    #[test]
    fn what_only_one_copy_has_is_not_covered() {
        let other = short_shingles("the recap goes on and on about looms and what they weave");
        assert!(covered("the recap goes on", &other) > 0.9);
        assert!(covered("we have chosen to end the product", &other) < 0.1);
    }
}
