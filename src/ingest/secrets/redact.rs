//! Takes secrets out of a line so that nothing odd is left: no open bracket, no empty link, no label without a value.

use super::secret::Secret;
use std::ops::Range;

/// What a reader sees in place of a secret within a line.
const INSTEAD: &str = "…";

/// Longest way to the brackets or the link around a secret, in bytes.
const AROUND: usize = 200;

/// Words that say nothing without the link or number that they lead to.
const LEADS: &[&str] = &[
    "join",
    "the",
    "zoom",
    "meeting",
    "teams",
    "microsoft",
    "google",
    "meet",
    "webex",
    "link",
    "here",
    "click",
    "call",
    "video",
    "id",
    "on",
    "in",
    "your",
    "computer",
    "app",
    "or",
    "and",
    "to",
    "via",
    "at",
    "room",
    "login",
    "url",
    "call-in",
    "beitreten",
    "besprechung",
    "konferenz",
    "hier",
    "iban",
    "participer",
    "rejoindre",
    "réunion",
    "unirse",
    "reunión",
];

/// The line without its secrets. It is empty when it held nothing else. Code and rows of tables keep their form.
pub(super) fn redacted(line: &str, secrets: &[Secret], is_code: bool) -> String {
    let is_row = line.trim_start_matches(['>', ' ']).starts_with('|');
    if !is_code && !is_row && !line.contains("</") && says_nothing_else(line, secrets) {
        let quote = line.len() - line.trim_start_matches(['>', ' ']).len();
        return line.get(..quote).unwrap_or_default().trim_end().to_owned();
    }
    let mut edits: Vec<(Range<usize>, &str)> = Vec::new();
    for secret in secrets {
        let found = if is_code { None } else { around(line, secrets, secret) };
        match found {
            Some(found) => edits.extend(found),
            None => edits.push((secret.value.clone(), instead(line, secret))),
        }
    }
    edits.sort_by_key(|(range, _)| (range.start, usize::MAX - range.end));
    edits.dedup_by(|(later, _), (earlier, _)| later.start < earlier.end);
    let mut shown = String::with_capacity(line.len());
    let mut at = 0;
    for (range, words) in edits {
        shown.push_str(line.get(at..range.start).unwrap_or_default());
        shown.push_str(words);
        at = range.end;
    }
    shown.push_str(line.get(at..).unwrap_or_default());
    shown
}

/// The words in place of a secret. In an attribute, and for the key in an address, there are none.
fn instead(line: &str, secret: &Secret) -> &'static str {
    let before = line.get(..secret.value.start).unwrap_or_default();
    let is_attribute = before.ends_with("=\"") || before.ends_with("='");
    if is_attribute || secret.is_part { "" } else { INSTEAD }
}

/// Whether nothing but labels and words such as "Join here" is left without the secrets.
fn says_nothing_else(line: &str, secrets: &[Secret]) -> bool {
    const LONGEST_LABEL: usize = 6;
    let rest = without(line, 0..line.len(), secrets);
    // The address behind "Join: " may have been part of a link or of `<…>`.
    let label = rest.trim_matches(|c: char| !c.is_alphanumeric() && c != ':');
    let is_label = label.ends_with(':')
        && label.matches(':').count() == 1
        && label.split_whitespace().count() <= LONGEST_LABEL;
    !secrets.iter().any(|secret| secret.is_part) && (is_label || is_lead(&rest))
}

fn is_lead(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
    words.all(|word| {
        word.trim_matches('-').is_empty() || LEADS.contains(&word.to_lowercase().as_str())
    })
}

/// A part of the line without the secrets and their labels.
fn without(line: &str, part: Range<usize>, secrets: &[Secret]) -> String {
    let mut rest = String::new();
    let mut at = part.start;
    for secret in secrets.iter().filter(|it| it.whole.end > part.start && it.value.start < part.end)
    {
        rest.push_str(line.get(at..secret.whole.start).unwrap_or_default());
        at = at.max(secret.whole.end);
    }
    rest.push_str(line.get(at..part.end).unwrap_or_default());
    rest
}

/// The edits that take a secret away with what is around it: a link keeps its words, and brackets go when they hold
/// nothing else.
fn around<'a>(
    line: &'a str,
    all: &[Secret],
    secret: &Secret,
) -> Option<Vec<(Range<usize>, &'a str)>> {
    if secret.is_part {
        return None;
    }
    let value = &secret.value;
    let floor = line.floor_char_boundary(value.start.saturating_sub(AROUND));
    let ceiling = line.floor_char_boundary((value.end + AROUND).min(line.len()));
    let before = line.get(floor..value.start)?;
    let after = line.get(value.end..ceiling)?;
    let bare = before.trim_end_matches('<');
    if let Some(words) = bare.strip_suffix("](") {
        let open = floor + words.rfind('[')?;
        let close = value.end + after.find(')')? + 1;
        let words_end = floor + words.len();
        let has_words = line.get(open + 1..words_end).is_some_and(|it| !it.contains("//"));
        if !has_words {
            return Some(vec![(open..close, INSTEAD)]);
        }
        return Some(vec![(open..open + 1, ""), (words_end..close, "")]);
    }
    if before.ends_with('<') && after.starts_with('>') {
        return Some(vec![(value.start - 1..value.end + 1, INSTEAD)]);
    }
    let open = before
        .rfind(['(', ')'])
        .filter(|at| before.get(*at..).is_some_and(|it| it.starts_with('(')))?;
    let close = after
        .find(['(', ')'])
        .filter(|at| after.get(*at..).is_some_and(|it| it.starts_with(')')))?;
    let (open, close) = (floor + open, value.end + close + 1);
    if !is_lead(&without(line, open + 1..close - 1, all)) {
        return None;
    }
    let start = line.get(..open)?.trim_end().len();
    let start = if line.get(..start)?.contains(char::is_alphanumeric) { start } else { open };
    Some(vec![(start..close, "")])
}
