//! Reads a header that does not follow its format: key by key, with each broken value as its author typed it.

use super::fields::{Field, FieldValue, Spanned, ValueKind};
use super::header_keys::KeySet;
use super::header_reader::GROUPS;
use super::toml_fields::toml_fields;
use super::yaml_fields::yaml_fields;
use std::ops::Range;

/// The fields of a header that does not follow its format, when it is clear what its author means: keys and values of
/// the other format, or YAML with values that need quotation marks. `text` begins at byte `base` of its file.
pub(super) fn other_fields(text: &str, base: usize, is_toml: bool) -> Option<Vec<Field>> {
    let read = if is_toml {
        yaml_fields(text, base).ok()
    } else {
        loose_fields(text, base).or_else(|| toml_fields(text, base).ok())
    };
    read.filter(|fields| !fields.is_empty())
}

/// The fields of a header whose only faults are in values of one line: `title: Rust: the talk`, `author: @ada`. `text`
/// begins at byte `base` of its file. `None` when it has other faults, since then nobody knows what belongs to which key.
fn loose_fields(text: &str, base: usize) -> Option<Vec<Field>> {
    let mut fields = Vec::new();
    for range in entries(text)? {
        let entry = text.get(range.clone())?;
        match yaml_fields(entry, base + range.start) {
            Ok(found) => fields.extend(found),
            Err(_) => match as_typed(entry, base + range.start) {
                Some(field) => fields.push(field),
                // Nothing depends on what is below a key that Hallway does not know.
                None if key(entry).is_some_and(is_unknown) => {}
                None => return None,
            },
        }
    }
    (!fields.is_empty()).then_some(fields)
}

/// Whether no key of a header has this name.
fn is_unknown(key: &str) -> bool {
    let letters = key.chars().filter(|c| c.is_alphanumeric());
    let folded: String = letters.flat_map(char::to_lowercase).collect();
    KeySet::RECAP.meant(&folded).is_none() && !GROUPS.contains(&folded.as_str())
}

/// The parts of a header that begin with a key at the start of a line; `None` when other text comes first.
fn entries(text: &str) -> Option<Vec<Range<usize>>> {
    let mut entries: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let range = start..start + line.len();
        start = range.end;
        if key(line).is_some() {
            entries.push(range);
        } else if let Some(last) = entries.last_mut() {
            last.end = range.end;
        } else if !line.trim().is_empty() && !line.starts_with('#') {
            return None;
        }
    }
    Some(entries)
}

/// The key at the start of a line.
fn key(line: &str) -> Option<&str> {
    let (key, rest) = line.split_once(':')?;
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ');
    let is_key =
        key.starts_with(char::is_alphabetic) && key.len() <= 40 && key.chars().all(is_word);
    (is_key && !rest.starts_with("//")).then_some(key)
}

/// The key and the value of a single line, with the value as typed.
fn as_typed(entry: &str, start: usize) -> Option<Field> {
    let line = entry.trim_end();
    let key = key(line).filter(|_| !line.contains('\n'))?;
    let typed = line.get(key.len() + 1..)?;
    let at = start + key.len() + 1 + (typed.len() - typed.trim_start().len());
    let typed = typed.trim();
    let span = at..at + typed.len();
    // Nobody knows where a list ends that is never closed.
    if typed.starts_with('[') && !typed.contains(']') {
        return None;
    }
    let list = typed.strip_prefix('[').and_then(|inner| inner.strip_suffix(']'));
    let value = match list.filter(|inner| !inner.contains(['[', ']'])) {
        Some(inner) => items(inner, at + 1),
        None => ValueKind::Scalar(unquoted(typed).to_owned()),
    };
    let key = Spanned::new(key.trim_end().to_owned(), start..start + key.len());
    Some(Field { key, value: FieldValue { kind: value, span } })
}

/// The items between the brackets of a list; `at` is the byte where they begin.
fn items(inner: &str, mut at: usize) -> ValueKind {
    let mut items = Vec::new();
    for item in inner.split(',') {
        let text = item.trim();
        let start = at + (item.len() - item.trim_start().len());
        at += item.len() + 1;
        if !text.is_empty() {
            items.push(FieldValue::scalar(unquoted(text), start..start + text.len()));
        }
    }
    ValueKind::List(items)
}

/// The text without one pair of quotation marks around all of it, or one that is never closed. Where the marks are about
/// words in it, they stay.
fn unquoted(text: &str) -> &str {
    let inside = |mark: char| {
        let inner = text.strip_prefix(mark)?;
        inner.strip_suffix(mark).or_else(|| (!inner.contains(mark)).then_some(inner))
    };
    ['"', '\''].into_iter().find_map(inside).filter(|inner| !inner.is_empty()).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<String> {
        let fields = loose_fields(text, 0)?;
        let shown = fields.iter().map(|field| {
            let values = field.value.texts();
            for value in &values {
                assert!(text.get(value.span.clone()).is_some_and(|it| it.contains(&value.value)));
            }
            let values: Vec<String> = values.into_iter().map(|it| it.value).collect();
            format!("{} = {}", field.key.value, values.join(" + "))
        });
        Some(shown.collect::<Vec<_>>().join("; "))
    }

    #[test]
    fn a_value_that_breaks_yaml_is_read_as_typed() {
        for (text, expected) in [
            ("title: Rust: the talk\ndate: 2019\n", "title = Rust: the talk; date = 2019"),
            ("author: @ada\n", "author = @ada"),
            ("title: \"Looms and wool\nlang: en\n", "title = Looms and wool; lang = en"),
            ("title: [Recap] LoomConf\n", "title = [Recap] LoomConf"),
            ("tags: [c#, #web]\nlang: en\n", "tags = c# + #web; lang = en"),
            ("title: \"Looms\" and wool\n", "title = \"Looms\" and wool"),
            ("title: \"He said \"hi\" there\"\n", "title = He said \"hi\" there"),
            ("title: *Looms* of 2019\n", "title = *Looms* of 2019"),
            (
                "title: Looms\nbackground:\n  img: /a.jpg\n  by: [Ada](https://a.example)\nlang: en\n",
                "title = Looms; lang = en",
            ),
            ("title:LoomConf 2019\ndate:2019\n", "title = LoomConf 2019; date = 2019"),
            (
                "title:\tLoomConf\nurl: https://a.example/b: c\n",
                "title = LoomConf; url = https://a.example/b: c",
            ),
        ] {
            assert_eq!(shown(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_header_with_other_faults_is_not_guessed() {
        for text in [
            "Once upon a time\n",
            "tags:\n  - [a\n  b: c: d\n",
            "",
            "tags: [rust, wasm\nlang: en\n",
        ] {
            assert_eq!(shown(text), None, "{text}");
        }
    }
}
