//! Keys that their form gives away, and values of settings that are named after a key.

use super::secret::{Secret, words};

/// The beginning of a key, the fewest characters behind it, and whether they are capitals and digits only.
const FORMS: &[(&str, usize, bool)] = &[
    ("AKIA", 16, true),
    ("ASIA", 16, true),
    ("ghp_", 30, false),
    ("gho_", 30, false),
    ("ghu_", 30, false),
    ("ghs_", 30, false),
    ("ghr_", 30, false),
    ("github_pat_", 30, false),
    ("glpat-", 16, false),
    ("xoxa-", 10, false),
    ("xoxb-", 10, false),
    ("xoxp-", 10, false),
    ("xoxr-", 10, false),
    ("xoxs-", 10, false),
    ("sk-", 20, false),
    ("AIza", 30, false),
];

/// Where a line has them.
pub(super) fn tokens(line: &str) -> Vec<Secret> {
    let mut found = Vec::new();
    for (start, word) in words(line) {
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        let mut at = 0;
        for run in word.split(|c: char| !is_part(c)) {
            let here = start + at;
            at += run.len();
            at += word.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            if is_token(run) {
                found.push(Secret::bare(here..here + run.len()));
            }
        }
        found.extend(setting(word).map(|value| Secret::bare(start + value..start + word.len())));
    }
    found
}

fn is_token(run: &str) -> bool {
    FORMS.iter().any(|(begin, fewest, is_capital)| {
        run.strip_prefix(begin).is_some_and(|rest| {
            let is_known = |c: char| !is_capital || c.is_ascii_uppercase() || c.is_ascii_digit();
            let has_digit = rest.contains(|c: char| c.is_ascii_digit());
            rest.len() >= *fewest && has_digit && rest.chars().all(is_known)
        })
    })
}

/// Where the value of `LOOM_API_KEY=…` begins. Only a long value with letters and digits is a key; others are examples.
fn setting(word: &str) -> Option<usize> {
    const FEWEST: usize = 12;
    let (name, value) = word.split_once('=')?;
    let is_named = ["KEY", "TOKEN", "SECRET", "PASSWORD"].iter().any(|end| name.ends_with(end));
    let is_name = name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
    let is_key = value.len() >= FEWEST
        && value.contains(|c: char| c.is_ascii_digit())
        && value.contains(|c: char| c.is_ascii_alphabetic());
    (is_named && is_name && is_key).then_some(name.len() + 1)
}
