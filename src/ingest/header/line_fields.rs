//! Reads headers without fences: `Key: value` lines as in Pelican, Movable Type and emails, `:key: value` as in
//! reStructuredText, `.. key: value` as in Nikola, `#+KEY: value` as in Org, `key:: value` as in Logseq, `% value` as in
//! Pandoc, and a table of keys and values.

use super::fields::{Field, FieldValue, Spanned};
use super::header_keys::KeySet;
use std::ops::Range;

/// A header without fences.
#[derive(Debug)]
pub(super) struct LineHeader {
    /// Its fields.
    pub fields: Vec<Field>,
    /// Its bytes.
    pub span: Range<usize>,
    /// It is the head of an email.
    pub is_mail: bool,
}

/// A line with its place: its bytes without the line end, and where the next line begins.
#[derive(Clone, Copy, Debug)]
struct FieldLine<'a> {
    text: &'a str,
    start: usize,
    next: usize,
}

/// Finds a header at the top of a text, or below a title at the top.
pub(super) fn line_header(text: &str) -> Option<LineHeader> {
    let lines = lines(text);
    let first = lines.iter().position(|line| !line.text.trim().is_empty())?;
    let top = lines.get(first..)?;
    if let Some(header) = block(top, true) {
        return Some(header);
    }
    // A header below a title; the title then becomes a field of the header.
    let (title, below) = title(top)?;
    let skipped = below.iter().take_while(|line| line.text.trim().is_empty()).count();
    let mut header = block(below.get(skipped..)?, false)?;
    header.span.start = title.value.span.start;
    if !has(&header.fields, "title") {
        header.fields.insert(0, title);
    }
    Some(header)
}

/// A header ends within this many lines of the top.
const MAX_LINES: usize = 200;

fn lines(text: &str) -> Vec<FieldLine<'_>> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').take(MAX_LINES).map(|line| {
        let here = start;
        start += line.len();
        FieldLine { text: line.trim_end_matches('\n'), start: here, next: start }
    });
    lines.collect()
}

/// A title as `# Title` or underlined, and the lines below it.
fn title<'a, 'b>(lines: &'b [FieldLine<'a>]) -> Option<(Field, &'b [FieldLine<'a>])> {
    let (mut first, mut rest) = lines.split_first()?;
    // reStructuredText may have a line above the title as well.
    if underline(lines).is_some() && underline(rest.get(1..)?).is_some() {
        (first, rest) = rest.split_first()?;
    }
    let (words, below) = match first.text.strip_prefix("# ") {
        Some(words) => (words, rest),
        None => (first.text, underline(rest)?),
    };
    Some((field("title", first.start..first.start, words, first), below))
}

/// The lines below an underline, if the lines begin with one.
fn underline<'a, 'b>(lines: &'b [FieldLine<'a>]) -> Option<&'b [FieldLine<'a>]> {
    let (first, rest) = lines.split_first()?;
    let line = first.text.trim_end();
    let mark = line.chars().next().filter(|c| matches!(c, '=' | '-' | '#' | '*' | '~'))?;
    (line.len() >= 3 && is_run_of(line, mark)).then_some(rest)
}

/// A field whose value is part of a line.
fn field(key: &str, key_span: Range<usize>, value: &str, line: &FieldLine<'_>) -> Field {
    let trimmed = value.trim();
    let at = line.text.find(trimmed).unwrap_or(0) + line.start;
    Field {
        key: Spanned::new(key.to_owned(), key_span),
        value: FieldValue::scalar(trimmed, at..at + trimmed.len()),
    }
}

/// Reads the block of lines that begins here if it is a header.
fn block(lines: &[FieldLine<'_>], is_at_top: bool) -> Option<LineHeader> {
    let first = lines.first()?.text;
    let (fields, count, is_mail) = if first.starts_with("#+") {
        let (fields, count) = run(lines, |line| key_and_value(line.text.strip_prefix("#+")?, line));
        (fields, count, false)
    } else if first.starts_with(':') {
        let (fields, count) = run(lines, |line| key_and_value(line.text.strip_prefix(':')?, line));
        (fields, count, false)
    } else if first.starts_with(".. ") {
        let (fields, count) =
            run(lines, |line| key_and_value(line.text.strip_prefix(".. ")?, line));
        (fields, count, false)
    } else if is_at_top && property(first).is_some() {
        let (fields, count) = run(lines, |line| {
            let (key, value) = property(line.text)?;
            let value = value.trim();
            let page = value.strip_prefix("[[").and_then(|page| page.strip_suffix("]]"));
            let value = page.filter(|page| !page.contains("[[")).unwrap_or(value);
            Some(field(key, line.start..line.start + key.len(), value, line))
        });
        (fields, count, false)
    } else if first.starts_with("% ") && is_at_top {
        let (fields, count) = title_block(lines);
        (fields, count, false)
    } else if first.starts_with('|') {
        let (fields, count) = table(lines)?;
        (fields, count, false)
    } else {
        let (fields, count) = run(lines, |line| key_and_value(line.text, line));
        let is_rule =
            |line: &FieldLine<'_>| line.text.trim().len() >= 5 && is_run_of(line.text, '-');
        let rule = lines.get(count).filter(|line| is_rule(line));
        let ends = rule.is_some() || lines.get(count).is_none_or(|it| it.text.trim().is_empty());
        let is_mail = is_mail(&fields);
        let says_enough = is_mail || is_header(&fields, is_at_top);
        if !ends || !says_enough {
            return None;
        }
        // Movable Type sets its header off with a line of dashes, and names what follows.
        let after = lines.get(count + 1);
        let body = usize::from(after.is_some_and(|line| line.text.trim() == "BODY:"));
        (fields, count + rule.map_or(0, |_| 1 + body), is_mail)
    };
    let is_known = fields.iter().any(|field| KeySet::RECAP.meant(&field.folded_key()).is_some());
    let last = lines.get(count.checked_sub(1)?)?;
    let span = lines.first()?.start..last.next;
    is_known.then_some(LineHeader { fields, span, is_mail })
}

/// The leading lines that are fields, and the number of lines they take. An indented line continues the value above it.
fn run(
    lines: &[FieldLine<'_>],
    read: impl Fn(&FieldLine<'_>) -> Option<Field>,
) -> (Vec<Field>, usize) {
    let mut fields: Vec<Field> = Vec::new();
    let mut count = 0;
    for line in lines {
        let is_more = line.text.starts_with([' ', '\t']) && !line.text.trim().is_empty();
        match (is_more, fields.last_mut()) {
            (true, Some(last)) => {
                let more = line.text.trim();
                if let crate::ingest::header::fields::ValueKind::Scalar(text) = &mut last.value.kind
                {
                    if !text.is_empty() {
                        text.push(' ');
                    }
                    text.push_str(more);
                }
                last.value.span.end = line.start + line.text.trim_end().len();
            }
            _ => match read(line) {
                Some(field) => fields.push(field),
                None => break,
            },
        }
        count += 1;
    }
    (fields, count)
}

/// The lines of a Pandoc title block: title, authors and date.
fn title_block(lines: &[FieldLine<'_>]) -> (Vec<Field>, usize) {
    let values = lines.iter().take(3).map_while(|line| line.text.strip_prefix('%'));
    let fields: Vec<Field> = ["title", "authors", "date"]
        .into_iter()
        .zip(values)
        .zip(lines)
        .map(|((key, value), line)| field(key, line.start..line.start, value, line))
        .collect();
    let count = fields.len();
    (fields, count)
}

/// Whether a text may be a key: at most three words of letters.
fn is_key(key: &str) -> bool {
    !key.is_empty()
        && key.len() <= 40
        && key.split(' ').count() <= 3
        && key.starts_with(|c: char| c.is_alphabetic())
        && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' '))
}

/// `key:: value`.
fn property(text: &str) -> Option<(&str, &str)> {
    let (key, value) = text.split_once("::")?;
    (is_key(key) && (value.is_empty() || value.starts_with(' '))).then_some((key, value))
}

fn is_run_of(text: &str, mark: char) -> bool {
    text.trim_end().chars().all(|c| c == mark)
}

/// `Key: value`.
fn key_and_value(text: &str, line: &FieldLine<'_>) -> Option<Field> {
    let (key, value) = text.split_once(':')?;
    let is_key = is_key(key);
    let is_value = value.is_empty() || value.starts_with([' ', '\t']);
    let start = line.start + (line.text.len() - text.len());
    (is_key && is_value).then(|| field(key, start..start + key.len(), value, line))
}

fn has(fields: &[Field], key: &str) -> bool {
    fields.iter().any(|field| KeySet::RECAP.meant(&field.folded_key()) == Some(key))
}

/// Lines at the top are a header if two keys are known and one is a title, a date or an author. Below a title, every
/// key must be known.
fn is_header(fields: &[Field], is_at_top: bool) -> bool {
    let is_known = |field: &&Field| KeySet::RECAP.meant(&field.folded_key()).is_some();
    let known = fields.iter().filter(is_known).count();
    let is_dated = has(fields, "published") || has(fields, "author");
    if is_at_top {
        known >= 2 && (has(fields, "title") || is_dated)
    } else {
        known == fields.len() && is_dated
    }
}

/// An email gives its author and its subject.
fn is_mail(fields: &[Field]) -> bool {
    let has = |key: &str| fields.iter().any(|field| field.folded_key() == key);
    let has_one = |keys: &[&str]| keys.iter().any(|key| has(key));
    let is_from = has_one(&["from", "von", "de", "van", "da", "fra", "från"]);
    is_from
        && has_one(&[
            "subject",
            "betreff",
            "objet",
            "asunto",
            "assunto",
            "oggetto",
            "onderwerp",
            "date",
            "datum",
            "gesendet",
            "envoyé",
            "enviado",
            "inviato",
            "verzonden",
            "sent",
        ])
}

/// A table of keys and values: one row per key, or a row of keys above a row of values.
fn table(lines: &[FieldLine<'_>]) -> Option<(Vec<Field>, usize)> {
    let count = lines.iter().take_while(|line| line.text.trim_start().starts_with('|')).count();
    let rows: Vec<(Vec<&str>, &FieldLine<'_>)> = lines
        .iter()
        .take(count)
        .map(|line| {
            let inside = line.text.trim().trim_matches('|');
            (inside.split('|').map(str::trim).collect(), line)
        })
        .filter(|(cells, _): &(Vec<&str>, _)| {
            !cells.iter().all(|cell| cell.chars().all(|c| matches!(c, '-' | ':' | ' ')))
        })
        .collect();
    let pair = |key: &str, value: &str, line: &FieldLine<'_>| {
        let at = line.start + line.text.find(key).unwrap_or(0);
        field(key, at..at + key.len(), value, line)
    };
    let fields: Vec<Field> = match rows.as_slice() {
        [(keys, _), (values, line)] if keys.len() == values.len() && keys.len() > 2 => {
            keys.iter().zip(values).map(|(key, value)| pair(key, value, line)).collect()
        }
        rows => rows
            .iter()
            .filter_map(|(cells, line)| match cells.as_slice() {
                [key, value] => Some(pair(key, value, line)),
                _ => None,
            })
            .collect(),
    };
    let is_known = |field: &&Field| KeySet::RECAP.meant(&field.folded_key()).is_some();
    let known = fields.iter().filter(is_known).count();
    let is_header = has(&fields, "title")
        && (has(&fields, "published") || has(&fields, "author"))
        && known * 2 > fields.len();
    is_header.then_some((fields, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fields as `key=value`, and the text below the header.
    #[track_caller]
    fn check(text: &str, expected: Option<(&[&str], &str)>) {
        let found = line_header(text).map(|header| {
            let fields = header.fields.iter().map(|field| {
                let value = field.value.texts().first().map(|text| text.value.clone());
                format!("{}={}", field.key.value, value.unwrap_or_default())
            });
            (fields.collect::<Vec<_>>(), text[header.span.end..].trim().to_owned())
        });
        let expected = expected.map(|(fields, body)| {
            (fields.iter().map(|&field| field.to_owned()).collect(), body.to_owned())
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn headers_without_fences_are_read() {
        check(
            "Title: Looms: a look back\nDate: 2024-03-13 14:54\nTags: a,\n  b\n\nIt was good.",
            Some((
                &["Title=Looms: a look back", "Date=2024-03-13 14:54", "Tags=a, b"],
                "It was good.",
            )),
        );
        check(
            "My Week\n=======\n\n:date: 2024-10-11\n:author: ada\n\nText.",
            Some((&["title=My Week", "date=2024-10-11", "author=ada"], "Text.")),
        );
        check(
            "#+TITLE: My Week\n#+DATE: <2024-10-11>\n\nText.",
            Some((&["TITLE=My Week", "DATE=<2024-10-11>"], "Text.")),
        );
        check(
            ".. title: My Week\n.. date: 2024-10-11 10:00:00 UTC\n\nText.",
            Some((&["title=My Week", "date=2024-10-11 10:00:00 UTC"], "Text.")),
        );
        check(
            "% My Week\n% Ada Weaver\n% June 22, 2015\n\nText.",
            Some((&["title=My Week", "authors=Ada Weaver", "date=June 22, 2015"], "Text.")),
        );
        check(
            "TITLE: My Week\nAUTHOR: Ada\nDATE: 03/30/2018 09:12:00 PM\n-----\nBODY:\nText.",
            Some((&["TITLE=My Week", "AUTHOR=Ada", "DATE=03/30/2018 09:12:00 PM"], "Text.")),
        );
        check(
            "public:: false\ntitle:: My Week\n- Text.",
            Some((&["public=false", "title=My Week"], "- Text.")),
        );
        check(
            "*******\nMy Week\n*******\n\n:date: 2024-10-11\n:author: ada\n\nText.",
            Some((&["title=My Week", "date=2024-10-11", "author=ada"], "Text.")),
        );
        check(
            "| title | My Week |\n| --- | --- |\n| date | 2024-10-11 |\n\nText.",
            Some((&["title=My Week", "date=2024-10-11"], "Text.")),
        );
        check(
            "| title | date | tags |\n| --- | --- | --- |\n| My Week | 2024-10-11 | a |\n\nText.",
            Some((&["title=My Week", "date=2024-10-11", "tags=a"], "Text.")),
        );
        check(
            "From: Ada <ada@a.example>\nTo: all@a.example\nSubject: My Week\n\nText.",
            Some((&["From=Ada <ada@a.example>", "To=all@a.example", "Subject=My Week"], "Text.")),
        );
        check(
            "# My Week\n\nDate: 2024-10-11\nAuthor: Ada\n\nText.",
            Some((&["title=My Week", "Date=2024-10-11", "Author=Ada"], "Text.")),
        );
    }

    #[test]
    fn text_is_no_header() {
        for text in [
            "Note: this is long.\nAnd so it goes on.\n",
            "Keynote: Looms\n---\nText",
            "# Talks\n\nDay 1: Looms\nDay 2: Threads\n\nText",
            "| Title | Speaker |\n| --- | --- |\n| Looms | Ada |\n",
            "Author: Ada Weaver\n\nText",
            "Attendees: RK\nMinutes: Ruth\n\n- 09:00 Welcome",
            "",
        ] {
            check(text, None);
        }
    }
}
