//! What is wrong in a registry, in plain words instead of those of the TOML reader.

use crate::ingest::{is_one_slip, letters};
use std::ops::Range;

/// The guide, for whatever has no remedy of its own.
const HELP: &str =
    "the guide shows what may stand here; \"hallway explain registry\" has an example";

/// Message and help for an error of the TOML reader at a range of a registry.
pub(super) fn plain(text: &str, range: &Range<usize>, error: &str) -> (String, String) {
    let key = key_at(text, range.start);
    if let Some((name, known)) = named(error, "unknown field") {
        let message = format!("there is no key \"{name}\" here");
        return (message, suggested(name, &known, "the keys are"));
    }
    if let Some((name, known)) = named(error, "unknown variant") {
        let message = match key {
            Some(key) => format!("{key} cannot be \"{name}\""),
            None => format!("\"{name}\" cannot stand here"),
        };
        return (message, suggested(name, &known, "it may be"));
    }
    if let Some((name, _)) = named(error, "missing field") {
        let message = format!("an entry has no {name}");
        return (message, format!("add a line to it: {name} = \"…\""));
    }
    if let Some((found, wanted)) =
        error.strip_prefix("invalid type: ").and_then(|rest| rest.split_once(", expected "))
    {
        let subject = key.map_or_else(|| "the value".to_owned(), str::to_owned);
        let message = format!("{subject} must be {}, not {}", kind(wanted), kind(found));
        return (message, HELP.to_owned());
    }
    (format!("this file cannot be read: {error}"), HELP.to_owned())
}

/// The name that an error is about, and the names that are allowed.
fn named<'a>(error: &'a str, start: &str) -> Option<(&'a str, Vec<&'a str>)> {
    let mut names = error.strip_prefix(start)?.split('`').skip(1).step_by(2);
    Some((names.next()?, names.collect()))
}

/// What is allowed, with the name that was probably meant first.
fn suggested(name: &str, known: &[&str], head: &str) -> String {
    let all = format!("{head}: {}", known.join(", "));
    let near = known
        .iter()
        .find(|known| letters(known) == letters(name) || is_one_slip(known, name))
        .or_else(|| known.iter().find(|known| n_edits(known, name) <= 2 && name.len() > 4));
    match near {
        _ if known.is_empty() => HELP.to_owned(),
        Some(near) => format!("did you mean \"{near}\"? {}", capital(&all)),
        None => all,
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + letters.as_str()
}

/// How many letters differ between two words.
fn n_edits(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (at, a) in one.chars().enumerate() {
        let mut left = at + 1;
        let mut next = vec![left];
        for (b, pair) in other.chars().zip(row.windows(2)) {
            let (diagonal, above) = (pair.first().copied(), pair.last().copied());
            let same = diagonal.unwrap_or_default() + usize::from(a != b);
            left = same.min(above.unwrap_or_default() + 1).min(left + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

/// The key on the line of a byte.
fn key_at(text: &str, at: usize) -> Option<&str> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let (key, _) = text.get(start..)?.lines().next()?.split_once('=')?;
    let key = key.trim();
    let is_key = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    (!key.is_empty() && key.chars().all(is_key)).then_some(key)
}

/// A type of TOML, in words.
fn kind(of: &str) -> String {
    let (word, value) = of.split_once(' ').unwrap_or((of, ""));
    let value = value.trim_matches(['`', '"']);
    match word {
        "integer" | "floating" => format!("the number {}", value.trim_start_matches("point `")),
        "string" => format!("the text \"{value}\""),
        "boolean" => value.to_owned(),
        "sequence" => "a list in [ ]".to_owned(),
        "map" | "struct" => "a table".to_owned(),
        "usize" | "u16" | "u32" | "u64" => "a number".to_owned(),
        "a" => match value {
            "string" | "borrowed string" => "a text in quotation marks".to_owned(),
            "boolean" => "true or false".to_owned(),
            "sequence" => "a list in [ ]".to_owned(),
            "map" => "a table".to_owned(),
            _ => of.to_owned(),
        },
        _ => of.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::bundle::registry::Registries;

    #[test]
    fn a_mistake_is_named_with_what_is_allowed() {
        for (toml, message, help) in [
            (
                "titel = \"x\"",
                "there is no key \"titel\" here",
                "did you mean \"title\"? The keys are: title, desc",
            ),
            (
                "site-url = \"x\"",
                "there is no key \"site-url\" here",
                "did you mean \"site_url\"? ",
            ),
            ("colours = 1", "there is no key \"colours\" here", "the keys are: title, "),
            (
                "fonts = \"comic\"",
                "fonts cannot be \"comic\"",
                "it may be: mixed, serif, sans, rounded, mono",
            ),
            (
                "fonts = \"serifs\"",
                "fonts cannot be \"serifs\"",
                "did you mean \"serif\"? It may be: mixed",
            ),
            (
                "title = 3",
                "title must be a text in quotation marks, not the number 3",
                "the guide shows",
            ),
            (
                "offline = \"yes\"",
                "offline must be true or false, not the text \"yes\"",
                "the guide shows",
            ),
            ("keep = \"two\"", "keep must be a number, not the text \"two\"", "the guide shows"),
            (
                "exclude = \"a\"",
                "exclude must be a list in [ ], not the text \"a\"",
                "the guide shows",
            ),
            (
                "[[embeds]]\nname = \"a\"",
                "an entry has no query",
                "add a line to it: query = \"…\"",
            ),
            ("title = ", "this file cannot be read: ", "the guide shows"),
        ] {
            let (_, found) =
                Registries::read(|name| (name == "site.toml").then(|| toml.as_bytes().to_vec()));
            let [found] = found.as_slice() else { panic!("{toml}: {found:?}") };
            assert!(found.message.starts_with(message), "{toml}: {}", found.message);
            assert!(found.help.starts_with(help), "{toml}: {}", found.help);
            assert!(!found.message.contains('`') && !found.help.contains('`'), "{found:?}");
        }
    }
}
