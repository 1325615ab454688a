//! Search text as clauses.
//!
//! ```text
//! words "exact phrase" -without theme:mesh -person:"ada weaver" year:2016..2018 cloud-native unfini
//! ```
//!
//! Every text can be parsed. A part with several words, such as `cloud-native`, is a phrase. The last word may be
//! unfinished. A quotation mark without an end quotes the rest. A word before a colon that is not a key of an address
//! is an ordinary word.

use super::{facet::Facet, qualifier::Qualifier};
use crate::query::{Stems, folded, words::words};

/// One condition; all must hold.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::query) struct Clause {
    /// Folded words that must follow each other. Never empty.
    pub(in crate::query) words: Vec<String>,
    /// The last word may be the beginning of a longer one.
    pub(in crate::query) is_unfinished: bool,
    /// Excluded: entries must not match it.
    pub(in crate::query) is_excluded: bool,
    /// Which other forms of its word also match: none if it is quoted, or a phrase.
    pub(in crate::query) stems: Stems,
}

/// A parsed search text.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(in crate::query) struct Expression {
    /// Clauses that may match anywhere.
    pub(in crate::query) clauses: Vec<Clause>,
    /// Clauses that match names only.
    pub(in crate::query) qualifiers: Vec<Qualifier>,
}

/// Reads search text in a language of these `stems`. Empty if it has no word.
pub(in crate::query) fn parse(text: &str, stems: Stems) -> Expression {
    let mut expression = Expression::default();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (part, after) = first_part(rest);
        rest = after.trim_start();
        match part.facet {
            Some(facet) => {
                let mut field = Qualifier::new(facet, part.text, part.is_finished);
                if let Some(field) = &mut field {
                    field.is_excluded = part.is_excluded;
                }
                expression.qualifiers.extend(field);
            }
            None => expression.clauses.extend(clause(&part, rest.is_empty(), stems)),
        }
    }
    expression
}

/// A part of the text as typed.
struct Part<'a> {
    facet: Option<Facet>,
    text: &'a str,
    is_excluded: bool,
    is_quoted: bool,
    is_finished: bool,
}

fn first_part(text: &str) -> (Part<'_>, &str) {
    let (is_excluded, text) = match text.strip_prefix('-') {
        Some(text) => (true, text),
        None => (false, text),
    };
    let (facet, text) = match text.split_once(':') {
        Some((key, value)) => match Facet::from_key(&folded(key)) {
            Some(facet) => (Some(facet), value),
            None => (None, text),
        },
        None => (None, text),
    };
    let quoted = text.strip_prefix(is_quote);
    let is_quoted = quoted.is_some();
    let text = quoted.unwrap_or(text);
    let end = if is_quoted { text.find(is_quote) } else { text.find(char::is_whitespace) };
    let (text, after) = text.split_at(end.unwrap_or(text.len()));
    let is_finished = is_quoted && end.is_some();
    // The closing mark.
    let after = after.strip_prefix(is_quote).filter(|_| is_finished).unwrap_or(after);
    (Part { facet, text, is_excluded, is_quoted, is_finished }, after)
}

/// Phones and word processors replace straight quotation marks with these.
fn is_quote(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '„')
}

/// `None` if the part has no word, e.g. a lone hyphen.
fn clause(part: &Part<'_>, is_last: bool, stems: Stems) -> Option<Clause> {
    let words: Vec<String> = words(part.text).into_iter().map(|word| word.folded).collect();
    let is_excluded = part.is_excluded;
    let is_unfinished = is_last && !part.is_finished && !is_excluded;
    let stems = if part.is_quoted || words.len() > 1 { Stems::None } else { stems };
    (!words.is_empty()).then_some(Clause { words, is_unfinished, is_excluded, stems })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Prints a clause: `-` if it is excluded, its words with `+` between, `*` if it is unfinished, and `~` if it
    /// includes other forms.
    fn print(clause: &Clause) -> String {
        let sign = if clause.is_excluded { "-" } else { "" };
        let star = if clause.is_unfinished { "*" } else { "" };
        let forms = if clause.stems == Stems::English { "~" } else { "" };
        format!("{sign}{}{star}{forms}", clause.words.join("+"))
    }

    #[track_caller]
    fn check_in(stems: Stems, text: &str, expected: &str) {
        let Expression { clauses, qualifiers } = parse(text, stems);
        let printed = clauses.iter().map(print).chain(qualifiers.iter().map(ToString::to_string));
        assert_eq!(printed.collect::<Vec<_>>().join(" "), expected);
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        check_in(Stems::None, text, expected);
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

    #[test]
    fn forms_are_meant_of_words_and_neither_of_quoted_nor_of_joined_ones() {
        check_in(
            Stems::English,
            "pods -meshes \"pods\" cloud-native",
            "pods~ -meshes~ pods cloud+native*",
        );
    }

    #[test]
    fn field_words_are_keys_of_the_address() {
        check("theme:mesh", "Theme=mesh*");
        check("kata Theme:MESH -person:ada", "kata Theme=mesh* -Person=ada*");
        check("theme:\"service mesh\" kata", "kata* Theme=service+mesh");
        check("-theme:“service me", "-Theme=service+me*");
        check("conference:eu-2018", "Conference=eu+2018*");
        check(
            "year:2016..2018 org:x kind:note has:video",
            "Year=2016+2018* Organization=x* Kind=note* Video=video*",
        );
    }

    #[test]
    fn a_field_without_a_value_asks_for_nothing_and_an_unknown_one_is_a_word() {
        check("theme:", "");
        check("theme: mesh", "mesh*");
        check("theme:\"\" mesh", "mesh*");
        check("color:red", "color+red*");
        check("https://example.org", "https+example+org*");
        check("q:x view:talks", "q+x view+talks*");
    }
}
