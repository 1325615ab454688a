//! Finds telephone numbers in a text.

use std::ops::Range;

/// Words that come before a telephone number.
const LABELS: &[&str] = &[
    "tel",
    "tel.",
    "telephone",
    "telefon",
    "téléphone",
    "teléfono",
    "telefone",
    "telefono",
    "phone",
    "mobile",
    "mobil",
    "móvil",
    "cell",
    "fax",
    "handy",
    "call",
    "whatsapp",
    "signal",
    "t",
    "m",
    "p",
];

/// Where a text has telephone numbers: with a country code or a label, or in the usual groups of digits.
pub(super) fn telephones(text: &str) -> Vec<Range<usize>> {
    let is_part = |c: char| {
        c.is_ascii_digit() || matches!(c, '+' | ' ' | '\u{a0}' | '-' | '–' | '(' | ')' | '/' | '.')
    };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(start) = rest.find(|c: char| c.is_ascii_digit() || matches!(c, '+' | '(')) else {
            break;
        };
        let run = rest.get(start..).unwrap_or_default();
        let length = run.find(|c| !is_part(c)).unwrap_or(run.len()).max(1);
        let whole = run.get(..length).unwrap_or_default();
        let end = whole.rfind(|c: char| c.is_ascii_digit()).map_or(0, |last| last + 1);
        let number = whole.get(..end).unwrap_or_default();
        // Brackets that close behind the number are around it, and stay.
        let bare = number.trim_start_matches('(');
        let skipped = if number.contains(')') { 0 } else { number.len() - bare.len() };
        let number = number.get(skipped..).unwrap_or_default();
        let before = rest.get(..start).unwrap_or_default();
        let is_inside =
            before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '=' | '#'));
        let after = run.get(length..).and_then(|after| after.chars().next());
        let goes_on = end == length && after.is_some_and(char::is_alphanumeric);
        if !is_inside && !goes_on && is_telephone(number, before) {
            let end = end + dialed(run.get(end..).unwrap_or_default());
            found.push(at + start + skipped..at + start + end);
        }
        at += start + length;
    }
    found
}

/// The length of the code of a room behind a number: ",,123456789#".
fn dialed(text: &str) -> usize {
    let code = text.trim_start_matches([',', ';', 'p', 'w']);
    let rest = code.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_code = text.starts_with(",,") && rest.len() < code.len();
    let end = rest.strip_prefix('#').unwrap_or(rest);
    if is_code { text.len() - end.len() } else { 0 }
}

fn is_telephone(number: &str, before: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let groups: Vec<usize> = number
        .split(|c: char| !c.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .map(str::len)
        .collect();
    if digits > 15 {
        return false;
    }
    let label = before.trim_end_matches([' ', ':', '.', '*', '\u{a0}']);
    let is_cut = label.len() < before.len();
    let word = label.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // A single letter is a label only if a colon follows.
    let is_label = is_cut
        && LABELS.contains(&word.to_lowercase().as_str())
        && (word.len() > 1 || before.trim_end().ends_with(':'));
    let is_abroad = number.starts_with('+')
        && digits >= 8
        && (groups.len() > 1 || digits >= 9)
        && number.chars().filter(|c| *c == '+').count() == 1;
    // `030 1234567` and `06 12 34 56 78`, but not a date or a version.
    let is_at_home = number.trim_start_matches('(').starts_with('0')
        && (9..=12).contains(&digits)
        && groups.len() > 1
        && (!number.contains('.') || groups == [2, 2, 2, 2, 2]);
    // `333 5550199` is an Italian number.
    let is_italian = groups == [3, 7] && number.starts_with('3') && number.contains(' ');
    let is_american = groups == [3, 3, 4] || groups == [1, 3, 3, 4] || is_italian;
    is_abroad
        || is_at_home
        || is_american
        || is_label && digits >= 6
        || is_local(&groups) && follows_call(before)
}

/// Whether groups of digits are those of a number within a town or country. Years and dates have others.
fn is_local(groups: &[usize]) -> bool {
    matches!(groups, [3, 4] | [3, 3, 3] | [3, 2, 2] | [3, 2 | 3, 2, 2] | [2, 3, 4])
}

/// Whether a text ends in a word for a call and whom it reaches: "Call Ana: ", "text me at ".
fn follows_call(before: &str) -> bool {
    const CALLS: &[&str] = &[
        "call",
        "ring",
        "phone",
        "text",
        "sms",
        "dial",
        "reach",
        "telephone",
        "mobile",
        "cell",
        "whatsapp",
        "anrufen",
        "ruf",
        "telefon",
        "handy",
        "appeler",
        "appelle",
        "téléphone",
        "llama",
        "llamar",
        "teléfono",
        "móvil",
        "chiama",
        "chiamare",
        "telefono",
        "bel",
        "ligar",
        "liga",
        "telefone",
    ];
    const BETWEEN: &[&str] = &[
        "me", "us", "him", "her", "them", "at", "on", "is", "no", "number", "of", "mich", "unter",
        "auf", "an", "von", "au", "de", "al", "a", "em", "op", "s",
    ];
    const MOST: usize = 4;
    // A sentence before this one says nothing.
    let tail = before.rsplit(['.', '!', '?', '\n', ';', ',']).next().unwrap_or_default();
    let words = tail.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    for word in words.take(MOST) {
        let lower = word.to_lowercase();
        if CALLS.contains(&lower.as_str()) {
            return true;
        }
        if !BETWEEN.contains(&lower.as_str()) && !word.starts_with(char::is_uppercase) {
            return false;
        }
    }
    false
}
