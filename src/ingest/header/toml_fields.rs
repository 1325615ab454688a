//! Reads TOML as fields.

use super::fields::{Field, FieldValue, Spanned, SyntaxProblem, ValueKind, inside_quotes};
use crate::ingest::source::without_hidden;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// Reads text that begins at byte `base` of its file. Fields are in text order.
pub(super) fn toml_fields(text: &str, base: usize) -> Result<Vec<Field>, SyntaxProblem> {
    let plain = DeTable::parse(text).is_err().then(|| with_plain_keys(text));
    // The same bytes, so that each value keeps its place.
    let text = plain.as_deref().unwrap_or(text);
    match DeTable::parse(text) {
        Ok(table) => Ok(TomlReader { text, base }.table(table.get_ref())),
        Err(error) => {
            let span = error.span().unwrap_or(0..0);
            let start = base + span.start.min(text.len());
            Err(SyntaxProblem::new(start..start + span.len(), error.message()))
        }
    }
}

/// The text with `-` for each byte of a letter that TOML does not allow in a bare key: Hugo once read `catégories = 1`.
fn with_plain_keys(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let (key, rest) = line.split_once('=').unwrap_or(("", line));
        let is_bare = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ' | '\t');
        if key.is_ascii() || !key.chars().all(is_bare) {
            plain.push_str(line);
            continue;
        }
        for c in key.chars() {
            if c.is_ascii() {
                plain.push(c);
            } else {
                plain.extend(std::iter::repeat_n('-', c.len_utf8()));
            }
        }
        plain.push('=');
        plain.push_str(rest);
    }
    plain
}

struct TomlReader<'a> {
    text: &'a str,
    base: usize,
}

impl TomlReader<'_> {
    fn table(&self, table: &DeTable<'_>) -> Vec<Field> {
        let fields = table.iter().map(|(key, value)| Field {
            key: Spanned::new(without_hidden(key.get_ref()), self.range(key.span())),
            value: self.value(value.get_ref(), value.span()),
        });
        let mut fields: Vec<Field> = fields.collect();
        fields.sort_by_key(|field| field.key.span.start);
        fields
    }

    fn range(&self, span: Range<usize>) -> Range<usize> {
        self.base + span.start..self.base + span.end
    }

    fn value(&self, value: &DeValue<'_>, span: Range<usize>) -> FieldValue {
        let kind = match value {
            DeValue::String(text) => ValueKind::Scalar(without_hidden(text)),
            DeValue::Array(items) => {
                let items = items.iter().map(|item| self.value(item.get_ref(), item.span()));
                ValueKind::List(items.collect())
            }
            DeValue::Table(table) => ValueKind::Table(self.table(table)),
            // Kept as typed.
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => {
                let typed = self.text.get(span.clone()).unwrap_or_default();
                ValueKind::Scalar(typed.to_owned())
            }
        };
        let span = match &kind {
            ValueKind::Scalar(value) => inside_quotes(self.text, span, value),
            ValueKind::List(_) | ValueKind::Table(_) => span,
        };
        FieldValue { kind, span: self.range(span) }
    }
}
