//! Search text as clauses.
//!
//! ```text
//! words "exact phrase" -without cloud-native unfini
//! ```
//!
//! Every text can be read. A part with several words in it, such as `cloud-native`, is a phrase. The
//! last word may be unfinished. A quotation mark that is never closed quotes the rest.
//! `theme:`, `person:` and the like will be read by [`clause`], as the place where a clause looks.

use super::words::words;

/// One condition; all must hold.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Clause {
    /// Folded words that stand in a row. Never empty.
    pub(super) words: Vec<String>,
    /// The last word may be the beginning of a longer one.
    pub(super) is_unfinished: bool,
    /// Nothing may match it.
    pub(super) is_excluded: bool,
}

/// Reads search text. Empty when there is no word in it.
pub(super) fn parse(text: &str) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (part, after) = first_part(rest);
        rest = after.trim_start();
        clauses.extend(clause(&part, rest.is_empty()));
    }
    clauses
}

/// A part of the text as typed.
struct Part<'a> {
    text: &'a str,
    is_excluded: bool,
    is_finished: bool,
}

fn first_part(text: &str) -> (Part<'_>, &str) {
    let (is_excluded, text) = match text.strip_prefix('-') {
        Some(text) => (true, text),
        None => (false, text),
    };
    if let Some(quoted) = text.strip_prefix(is_quote) {
        return match quoted.split_once(is_quote) {
            Some((text, after)) => (Part { text, is_excluded, is_finished: true }, after),
            None => (Part { text: quoted, is_excluded, is_finished: false }, ""),
        };
    }
    let (text, after) = text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
    (Part { text, is_excluded, is_finished: false }, after)
}

/// Phones and word processors turn straight quotation marks into these.
fn is_quote(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '„')
}

/// `None` when the part holds no word, e.g. a lone hyphen.
fn clause(part: &Part<'_>, is_last: bool) -> Option<Clause> {
    let words: Vec<String> = words(part.text).into_iter().map(|word| word.folded).collect();
    let is_unfinished = is_last && !part.is_finished && !part.is_excluded;
    (!words.is_empty()).then_some(Clause { words, is_unfinished, is_excluded: part.is_excluded })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Prints a clause as `-` when excluded, its words with `+` between, and `*` when unfinished.
    fn print(clause: &Clause) -> String {
        let sign = if clause.is_excluded { "-" } else { "" };
        let star = if clause.is_unfinished { "*" } else { "" };
        format!("{sign}{}{star}", clause.words.join("+"))
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(parse(text).iter().map(print).collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn words_are_clauses_and_the_last_is_unfinished() {
        check("", "");
        check(" ! - ", "");
        check("Service  MÉSH", "service mesh*");
        check("istio ", "istio*");
    }

    #[test]
    fn quoted_and_joined_words_are_phrases() {
        check("\"service mesh\" istio", "service+mesh istio*");
        check("“service mesh”", "service+mesh");
        check("cloud-native", "cloud+native*");
        check("\"service me", "service+me*");
        check("\"\" a", "a*");
    }

    #[test]
    fn a_hyphen_in_front_excludes() {
        check("mesh -istio", "mesh -istio");
        check("-\"service mesh\" kata", "-service+mesh kata*");
        check("--x - y", "-x y*");
    }
}
