//! The fields of a header by the key that they stand for, and the texts in them.

use super::Text;
use super::fields::{Field, Spanned};
use std::collections::BTreeMap;

/// Fields by the key that they stand for, in file order.
pub(super) type FieldsByKey<'a> = BTreeMap<&'static str, Vec<&'a Field>>;

pub(super) fn fields_of<'a, 'b>(
    found: &'b FieldsByKey<'a>,
    key: &str,
) -> impl Iterator<Item = &'b &'a Field> + use<'a, 'b> {
    found.get(key).into_iter().flatten()
}

/// Every text of a key, in file order.
pub(super) fn texts(found: &FieldsByKey<'_>, key: &str) -> Vec<Text> {
    fields_of(found, key).flat_map(|field| field.value.texts()).collect()
}

/// The parts of a text between marks. Each has its place if the file contains the text unchanged.
pub(super) fn parts(text: &Text, marks: &[char]) -> Vec<Text> {
    let mut at = 0;
    let mut parts = Vec::new();
    for piece in text.value.split(marks) {
        let lead = piece.len() - piece.trim_start().len();
        let (start, trimmed) = (at + lead, piece.trim());
        at += piece.len() + 1;
        if !trimmed.is_empty() {
            let is_whole = text.span.len() == text.value.len();
            let start = text.span.start + start;
            let span = if is_whole { start..start + trimmed.len() } else { text.span.clone() };
            parts.push(Spanned::new(trimmed.to_owned(), span));
        }
    }
    parts
}

/// Tags: list items, and texts split at their commas. Jekyll, whose posts have a layout, splits a text without commas at
/// its spaces. Duplicates count once.
pub(super) fn tags(found: &FieldsByKey<'_>, key: &str) -> Vec<Text> {
    let mut tags: Vec<Text> = Vec::new();
    let has_layout = found.contains_key("layout");
    for text in texts(found, key) {
        let is_of_words = has_layout && !text.value.contains(',');
        for part in parts(&text, if is_of_words { &[' '] } else { &[','] }) {
            let tag = Spanned::new(part.value.trim_start_matches('#').to_owned(), part.span);
            let is_known = tags.iter().any(|known| known.value.eq_ignore_ascii_case(&tag.value));
            if !is_known && !tag.is_empty() {
                tags.push(tag);
            }
        }
    }
    tags
}
