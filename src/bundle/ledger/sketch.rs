//! A short text fingerprint that stays similar when a few words change.

use fnv::FnvHasher;
use std::hash::Hasher as _;

/// Number of parts in a sketch. Each is the smallest hash of the words and word pairs, with a different hash function.
const PARTS: u64 = 4;

/// Four parts of four hexadecimal digits. Texts that share most of their words share at least one part. Empty for a
/// text without words.
pub(super) fn sketch(text: &str) -> String {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let pairs = words.iter().zip(words.iter().skip(1)).map(|(a, b)| format!("{a} {b}"));
    let units: Vec<u64> = words.iter().cloned().chain(pairs).map(|unit| hash(&unit)).collect();
    let part = |number: u64| {
        let least = units.iter().map(|unit| mixed(unit ^ mixed(number + 1))).min()?;
        Some(format!("{:04x}", least & 0xffff))
    };
    (0..PARTS).filter_map(part).collect::<Vec<_>>().join(".")
}

/// The parts of a sketch, each with its position.
pub(super) fn parts(sketch: &str) -> impl Iterator<Item = String> {
    let parts = sketch.split('.').filter(|part| !part.is_empty());
    parts.enumerate().map(|(place, part)| format!("{place}{part}"))
}

/// FNV-1a, which is the same on any machine and in any version.
fn hash(text: &str) -> u64 {
    let mut hasher = FnvHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// Spreads the bits of a number, as in `SplitMix64`.
fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mended_text_shares_a_part_and_another_one_none() {
        let text = "The loom was loud, and the weaver showed how the shuttle returns by itself.";
        let shared = |other: &str| {
            let own: Vec<String> = parts(&sketch(text)).collect();
            parts(&sketch(other)).filter(|part| own.contains(part)).count()
        };
        assert_eq!(shared(&text.to_uppercase()), 4);
        assert!(shared(&text.replace("loud", "quiet")) > 0);
        assert_eq!(shared("Boats need sails, rope and salt; nobody asked about wool."), 0);
        assert_eq!(sketch(" … "), "");
    }
}
