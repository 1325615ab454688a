//! Words that some people write as one and others as two: `GitOps` and `git ops`, `Node.js` and `nodejs`, `10,000` and
//! `10000`.
//!
//! The index has both spellings, so a search needs to know nothing about it. Only the bundler needs this.

use super::{fold::folded, word::Word};

/// The fewest characters of a part that is a separate word.
const MIN_PART_CHARS: usize = 2;

/// The most words that are joined into one. In longer runs, such as a list of numbers, nobody looks for all of it.
const MAX_JOINED: usize = 4;

/// What joins two words into one.
const JOINTS: [&str; 7] = ["-", ".", ",", "/", "_", "’", "'"];

/// Other spellings of `words`, which are those of `text`: the number of the word, and the spelling, folded.
pub(in crate::query) fn other_spellings(text: &str, words: &[Word]) -> Vec<(usize, String)> {
    let mut spellings = Vec::new();
    for (number, word) in words.iter().enumerate() {
        let parts = parts(text.get(word.range.clone()).unwrap_or_default());
        spellings.extend(parts.into_iter().map(|part| (number, folded(part))));
        let mut joined = word.folded.clone();
        let mut end = word.range.end;
        for next in words.iter().skip(number + 1).take(MAX_JOINED - 1) {
            let joint = text.get(end..next.range.start).unwrap_or_default();
            let is_of_number = joined.ends_with(|it: char| it.is_ascii_digit())
                && next.folded.starts_with(|it: char| it.is_ascii_digit());
            if !JOINTS.contains(&joint) || joint == "," && !is_of_number {
                break;
            }
            joined += &next.folded;
            end = next.range.end;
            spellings.push((number, joined.clone()));
        }
    }
    spellings
}

/// The parts of a word in camel case, if it has several and none is short.
fn parts(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut was_small = false;
    for (at, character) in word.char_indices() {
        if was_small && character.is_uppercase() {
            parts.extend(word.get(start..at));
            start = at;
        }
        was_small = character.is_lowercase();
    }
    parts.extend(word.get(start..));
    let is_long = |part: &&str| part.chars().count() >= MIN_PART_CHARS;
    if parts.len() > 1 && parts.iter().all(is_long) { parts } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::{super::word::words, *};

    #[track_caller]
    fn check(text: &str, expected: &[(usize, &str)]) {
        let spellings = other_spellings(text, &words(text));
        let spellings: Vec<_> =
            spellings.iter().map(|(number, spelling)| (*number, spelling.as_str())).collect();
        assert_eq!(spellings, expected, "{text}");
    }

    #[test]
    fn words_in_camel_case_have_parts() {
        check("The GitOps way", &[(1, "git"), (1, "ops")]);
        check("OpenTelemetry", &[(0, "open"), (0, "telemetry")]);
        check("PostgreSQL", &[(0, "postgre"), (0, "sql")]);
        check("eBPF iOS McKee", &[(2, "mc"), (2, "kee")]);
        check("KUBERNETES Kubernetes", &[]);
    }

    #[test]
    fn what_a_mark_joins_is_also_one_word() {
        check("Node.js", &[(0, "nodejs")]);
        check("CI/CD at scale", &[(0, "cicd")]);
        check("v1.10", &[(0, "v110")]);
        check("10,000 nodes, 3 zones", &[(0, "10000")]);
        check("1,000,000", &[(0, "1000"), (0, "1000000"), (1, "000000")]);
        check(
            "1-2-3-4-5",
            &[
                (0, "12"),
                (0, "123"),
                (0, "1234"),
                (1, "23"),
                (1, "234"),
                (1, "2345"),
                (2, "34"),
                (2, "345"),
                (3, "45"),
            ],
        );
        check("multi-cluster. Then", &[(0, "multicluster")]);
        check("one, two", &[]);
        check("one,two", &[]);
    }
}
