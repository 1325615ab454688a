//! The words of a line, and the parts that its author marked: quoted, bold, italic or linked.

use super::quoted::quoted;
use crate::ingest::reference::referenced;
use crate::model::Inline;
use std::ops::Range;

/// How a part of a line is marked.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(in crate::ingest) enum Mark {
    /// In quotation marks, which are outside the range.
    Quoted,
    /// In bold.
    Strong,
    /// In italics.
    Emphasis,
    /// Linked to an address.
    Link(String),
}

/// A marked part of a line.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(in crate::ingest) struct Span {
    /// Bytes of the words.
    pub range: Range<usize>,
    /// How.
    pub mark: Mark,
}

/// The words of a line with its marked parts.
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub(in crate::ingest) struct Line {
    /// As in [`inline_text`](crate::model::inline_text), but with `\n` where the author broke the line.
    pub words: String,
    /// In order of their starts; outer spans before inner ones.
    pub spans: Vec<Span>,
}

impl Line {
    /// The line of plain text.
    pub(in crate::ingest) fn of_text(text: &str) -> Self {
        Self::of(&[Inline::Text(text.to_owned())])
    }

    /// The line of some inlines.
    pub(in crate::ingest) fn of(inlines: &[Inline]) -> Self {
        let mut line = Self::default();
        line.push(inlines);
        let mut quotes = quoted(&line.words);
        quotes.retain(|range| line.text(range.clone()).contains(char::is_alphanumeric));
        line.spans.extend(quotes.into_iter().map(|range| Span { range, mark: Mark::Quoted }));
        line.spans.sort_by_key(|span| (span.range.start, std::cmp::Reverse(span.range.end)));
        line
    }

    fn push(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            let start = self.words.len();
            let (inner, mark) = match inline {
                Inline::Text(text) | Inline::Code(text) => {
                    self.words.push_str(text);
                    continue;
                }
                Inline::Break => {
                    self.words.push('\n');
                    continue;
                }
                Inline::Deleted(inner) => {
                    self.push(inner);
                    continue;
                }
                Inline::Emphasis(inner) => (inner, Mark::Emphasis),
                Inline::Strong(inner) => (inner, Mark::Strong),
                // Such a link says nothing about the shape of the line.
                Inline::Link { url, text } if referenced(url).is_some() => {
                    self.push(text);
                    continue;
                }
                Inline::Link { url, text } => (text, Mark::Link(url.clone())),
            };
            self.push(inner);
            if self.words.len() > start {
                self.spans.push(Span { range: start..self.words.len(), mark });
            }
        }
    }

    /// The words of a range.
    pub(in crate::ingest) fn text(&self, range: Range<usize>) -> &str {
        self.words.get(range).unwrap_or_default()
    }

    /// The parts that begin in a range.
    pub(super) fn spans_from(&self, range: &Range<usize>) -> impl Iterator<Item = &Span> {
        let first = self.spans.partition_point(|span| span.range.start < range.start);
        let end = range.end;
        self.spans.iter().skip(first).take_while(move |span| span.range.start < end)
    }

    /// The address that a title in the line links to.
    pub(in crate::ingest) fn link_of(&self, title: &str) -> Option<String> {
        let start = self.words.find(title).filter(|_| !title.is_empty())?;
        self.links(&(start..start + title.len())).next().map(str::to_owned)
    }

    /// The addresses that words of the range link to.
    pub(in crate::ingest) fn links(&self, range: &Range<usize>) -> impl Iterator<Item = &str> {
        let (start, end) = (range.start, range.end);
        let inside =
            self.spans.iter().filter(move |span| span.range.start < end && span.range.end > start);
        inside.filter_map(|span| match &span.mark {
            Mark::Link(url) => Some(url.as_str()),
            Mark::Quoted | Mark::Strong | Mark::Emphasis => None,
        })
    }
}
