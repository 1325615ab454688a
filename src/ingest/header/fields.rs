//! The keys and values of a header in any format, with their places in the file.

use std::ops::Range;

/// Why a header cannot be read, and the bytes of the file where the problem is.
#[derive(Clone, Debug)]
pub(super) struct SyntaxProblem {
    pub span: Range<usize>,
    pub message: String,
    /// It repeats or nests more than any header needs.
    pub is_excess: bool,
}

impl SyntaxProblem {
    /// A problem in the form of the header.
    pub(super) fn new(span: Range<usize>, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), is_excess: false }
    }
}

/// A value read from a file, with its bytes in the file.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Bytes in the whole file.
    pub span: Range<usize>,
}

impl<T> Spanned<T> {
    /// Joins a value and its place.
    pub fn new(value: T, span: Range<usize>) -> Self {
        Self { value, span }
    }
}

impl Spanned<String> {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.value
    }

    /// Whether the text is empty.
    pub fn is_empty(&self) -> bool {
        self.value.is_empty()
    }
}

/// A key with its value.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Field {
    /// The key as typed.
    pub key: Spanned<String>,
    /// Its value.
    pub value: FieldValue,
}

impl Field {
    /// The normalized key: `publish_date`, `publishDate` and `Publish-Date` are the same.
    pub(super) fn folded_key(&self) -> String {
        let letters = self.key.value.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    }
}

/// A header value.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct FieldValue {
    /// Its content.
    pub kind: ValueKind,
    /// Bytes in the whole file.
    pub span: Range<usize>,
}

/// The content of a value.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum ValueKind {
    /// A text, number, date or boolean, as typed. Empty for no value.
    Scalar(String),
    /// Several values.
    List(Vec<FieldValue>),
    /// Keys with values.
    Table(Vec<Field>),
}

impl FieldValue {
    /// A text, number, date or boolean.
    pub(super) fn scalar(text: impl Into<String>, span: Range<usize>) -> Self {
        Self { kind: ValueKind::Scalar(text.into()), span }
    }

    /// The keys and values of a table; empty for anything else.
    pub(super) fn fields(&self) -> &[Field] {
        match &self.kind {
            ValueKind::Table(fields) => fields,
            ValueKind::Scalar(_) | ValueKind::List(_) => &[],
        }
    }

    /// The value itself, or the items of a list. Nested lists are flattened.
    pub(super) fn items(&self) -> Vec<&Self> {
        match &self.kind {
            ValueKind::List(items) => items.iter().flat_map(Self::items).collect(),
            ValueKind::Scalar(_) | ValueKind::Table(_) => vec![self],
        }
    }

    /// Every text in the value with its place, in order. A table contributes its `name`, `title` or `label`.
    pub(super) fn texts(&self) -> Vec<Spanned<String>> {
        let text = |item: &Self| match &item.kind {
            ValueKind::Scalar(text) => {
                let text = without_wikilinks(text.trim());
                (!text.is_empty()).then(|| Spanned::new(text, item.span.clone()))
            }
            ValueKind::Table(fields) => ["name", "title", "label"].iter().find_map(|wanted| {
                let field = fields.iter().find(|field| field.folded_key() == *wanted)?;
                field.value.texts().into_iter().next()
            }),
            ValueKind::List(_) => None,
        };
        self.items().into_iter().filter_map(text).collect()
    }
}

/// The place of a value without the quotation marks around it, if the file contains the value unchanged.
pub(super) fn inside_quotes(text: &str, span: Range<usize>, value: &str) -> Range<usize> {
    let inner = span.start + 1..span.end.saturating_sub(1);
    let is_quoted = text.get(span.clone()).is_some_and(|typed| typed.starts_with(['"', '\'']));
    if is_quoted && text.get(inner.clone()) == Some(value) { inner } else { span }
}

/// The text with `[[Page]]` and `[[Page|words]]` replaced by the words that a vault shows.
pub(super) fn without_wikilinks(text: &str) -> String {
    let mut read = String::new();
    let mut rest = text;
    while let Some((before, link, after)) = next_wikilink(rest) {
        read.push_str(before);
        read.push_str(link.rsplit('|').next().unwrap_or(link).trim());
        rest = after;
    }
    read + rest
}

fn next_wikilink(text: &str) -> Option<(&str, &str, &str)> {
    let (before, after) = text.split_once("[[")?;
    let (link, after) = after.split_once("]]")?;
    (!link.contains('\n')).then_some((before, link, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wikilink_is_its_words() {
        for (text, expected) in [
            ("[[Ada Weaver]]", "Ada Weaver"),
            ("by [[people/ada|Ada]] and [[Bo]]", "by Ada and Bo"),
            ("[[open", "[[open"),
            ("plain", "plain"),
        ] {
            assert_eq!(without_wikilinks(text), expected);
        }
    }
}
