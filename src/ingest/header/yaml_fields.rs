//! Reads YAML, including JSON, as fields. Scalars stay as typed: `1.20`, `Yes` and `012` are texts.

use super::fields::{Field, FieldValue, Spanned, SyntaxProblem, ValueKind, inside_quotes};
use crate::ingest::source::without_hidden;
use granit_parser::{Event, Parser, ScalarStyle, Span};
use std::collections::BTreeMap;
use std::ops::Range;

/// Most values in a header after its aliases are expanded.
const MAX_VALUES: usize = 20_000;

/// Reads text that begins at byte `base` of its file.
pub(super) fn yaml_fields(text: &str, base: usize) -> Result<Vec<Field>, SyntaxProblem> {
    let found = read(text, base);
    let joined = with_joined_lines(text).filter(|_| found.is_err());
    joined.and_then(|joined| read(&joined, base).ok()).map_or(found, Ok)
}

/// The text with each quoted value on one line and with the same length in bytes; `None` when all are. YAML requires
/// the other lines of a value to be indented, but the parsers of Hugo and Jekyll do not.
fn with_joined_lines(text: &str) -> Option<String> {
    let mut joined = String::with_capacity(text.len());
    let mut open: Option<char> = None;
    let mut is_changed = false;
    for line in text.split_inclusive('\n') {
        let value = match open {
            Some(_) => line,
            None => line.split_once(": ").map_or("", |(_, value)| value.trim_start()),
        };
        let opening = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (quote, rest) = match (open, opening) {
            (Some(quote), _) => (quote, value),
            (None, Some(quote)) => (quote, value.get(1..).unwrap_or_default()),
            (None, None) => {
                joined.push_str(line);
                continue;
            }
        };
        let is_closed = rest.replace("\\\"", "").contains(quote);
        open = (!is_closed).then_some(quote);
        match line.strip_suffix('\n').filter(|_| !is_closed) {
            Some(line) => {
                is_changed = true;
                joined.push_str(line);
                joined.push(' ');
            }
            None => joined.push_str(line),
        }
    }
    is_changed.then_some(joined)
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the events of the parser may grow")]
fn read(text: &str, base: usize) -> Result<Vec<Field>, SyntaxProblem> {
    let mut options = granit_parser::options! { flow_nesting_limit: 32, block_nesting_limit: 32 };
    options.set_emit_comments(false);
    let parser = Parser::new_from_str_with_options(text, options);
    let mut reader = YamlReader { parser, base, text, anchors: BTreeMap::new(), values: 0 };
    loop {
        let (event, span) = reader.next()?;
        match event {
            Event::StreamStart | Event::DocumentStart(..) => {}
            Event::StreamEnd | Event::DocumentEnd => return Ok(Vec::new()),
            first => {
                let value = reader.value(first, span)?;
                // The text below the value may still be broken.
                reader.next()?;
                return match value.kind {
                    ValueKind::Table(fields) => Ok(merged(fields)),
                    ValueKind::Scalar(text) if text.is_empty() => Ok(Vec::new()),
                    ValueKind::Scalar(_) | ValueKind::List(_) => {
                        Err(SyntaxProblem::new(value.span, "expected keys with values"))
                    }
                };
            }
        }
    }
}

/// The fields, including those that `<<` merges in.
fn merged(fields: Vec<Field>) -> Vec<Field> {
    let (merges, mut own): (Vec<Field>, Vec<Field>) =
        fields.into_iter().partition(|field| field.key.value == "<<");
    for merge in merges {
        for item in merge.value.items() {
            let others = item.fields().iter();
            let others =
                others.filter(|other| own.iter().all(|it| it.key.value != other.key.value));
            let others: Vec<Field> = others.cloned().collect();
            own.extend(others);
        }
    }
    own
}

struct YamlReader<'a> {
    parser: Parser<'a, granit_parser::StrInput<'a>>,
    /// Byte of the file where the text begins.
    base: usize,
    text: &'a str,
    /// Anchored values, with the number of values in each.
    anchors: BTreeMap<usize, (FieldValue, usize)>,
    /// Number of values read so far.
    values: usize,
}

impl<'a> YamlReader<'a> {
    fn next(&mut self) -> Result<(Event<'a>, Range<usize>), SyntaxProblem> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => Ok((event, self.range(span))),
            Some(Err(error)) => {
                let at = self.base + error.marker().byte_offset().unwrap_or(0).min(self.text.len());
                Err(SyntaxProblem::new(at..at + 1, error.info()))
            }
            None => {
                let end = self.base + self.text.len();
                Ok((Event::StreamEnd, end..end))
            }
        }
    }

    fn range(&self, span: Span) -> Range<usize> {
        let range = span.byte_range().unwrap_or(0..0);
        self.base + range.start..self.base + range.end
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "the events of the parser may grow")]
    fn value(&mut self, first: Event<'a>, span: Range<usize>) -> Result<FieldValue, SyntaxProblem> {
        self.values += 1;
        let before = self.values;
        let too_many = |span: Range<usize>| SyntaxProblem {
            is_excess: true,
            ..SyntaxProblem::new(span, "it repeats or nests more than any header needs")
        };
        if self.values > MAX_VALUES {
            return Err(too_many(span));
        }
        let (kind, anchor) = match first {
            Event::Scalar(text, style, anchor, _) => (scalar(&text, style), anchor),
            Event::SequenceStart(_, anchor, _) => (self.list()?, anchor),
            Event::MappingStart(_, anchor, _) => (self.table()?, anchor),
            Event::Alias(anchor) => {
                let Some((value, size)) = self.anchors.get(&anchor) else {
                    let problem = SyntaxProblem::new(span, "it refers to itself");
                    return Err(SyntaxProblem { is_excess: true, ..problem });
                };
                self.values += size;
                if self.values > MAX_VALUES {
                    return Err(too_many(span));
                }
                return Ok(FieldValue { kind: value.kind.clone(), span });
            }
            other => return Err(SyntaxProblem::new(span, format!("unexpected {other:?}"))),
        };
        let span = match &kind {
            ValueKind::Scalar(value) => self.inside_quotes(span, value),
            ValueKind::List(_) | ValueKind::Table(_) => span,
        };
        let value = FieldValue { kind, span };
        if anchor > 0 {
            self.anchors.insert(anchor, (value.clone(), self.values - before + 1));
        }
        Ok(value)
    }

    fn inside_quotes(&self, span: Range<usize>, value: &str) -> Range<usize> {
        let below = span.start - self.base..span.end - self.base;
        let inside = inside_quotes(self.text, below, value);
        self.base + inside.start..self.base + inside.end
    }

    fn list(&mut self) -> Result<ValueKind, SyntaxProblem> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                return Ok(ValueKind::List(items));
            }
            items.push(self.value(event, span)?);
        }
    }

    fn table(&mut self) -> Result<ValueKind, SyntaxProblem> {
        let mut fields = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                return Ok(ValueKind::Table(fields));
            }
            let key = self.value(event, span)?;
            let (event, span) = self.next()?;
            let value = self.value(event, span)?;
            // Hallway reads no key that is a list or a table.
            let text = match key.kind {
                ValueKind::Scalar(text) => text,
                ValueKind::List(_) | ValueKind::Table(_) => String::new(),
            };
            fields.push(Field { key: Spanned::new(text, key.span), value });
        }
    }
}

fn scalar(text: &str, style: ScalarStyle) -> ValueKind {
    let is_nothing = style == ScalarStyle::Plain && matches!(text, "~" | "null" | "Null" | "NULL");
    // An escape such as \u202e may produce a character that the file itself must not contain.
    ValueKind::Scalar(if is_nothing { String::new() } else { without_hidden(text) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_value_may_go_on_at_the_start_of_the_next_line() {
        let read = |text: &str| {
            let fields = yaml_fields(text, 0).map_err(|problem| problem.message)?;
            let values = fields.iter().flat_map(|field| field.value.texts());
            Ok(values.map(|text| (text.value, text.span)).collect::<Vec<_>>())
        };
        let text = "title: \"Looms\nand \\\"wool\\\"\"\nurl: 'x'\n";
        let expected = [("Looms and \"wool\"".to_owned(), 7..27), ("x".to_owned(), 34..35)];
        assert_eq!(read(text), Ok::<_, String>(expected.to_vec()));
        assert!(read("title: \"Looms\nand").is_err());
    }
}
