//! Cuts inlines in two, at a byte of their words.

use crate::model::{Inline, inline_text};

/// The inlines after the first `bytes` bytes of their words.
pub(in crate::ingest) fn skipped(inlines: &[Inline], bytes: usize) -> Vec<Inline> {
    cut(inlines, bytes).1
}

/// The inlines that hold the first `bytes` bytes of their words.
pub(in crate::ingest) fn taken(inlines: &[Inline], bytes: usize) -> Vec<Inline> {
    cut(inlines, bytes).0
}

fn cut(inlines: &[Inline], bytes: usize) -> (Vec<Inline>, Vec<Inline>) {
    let (mut head, mut tail) = (Vec::new(), Vec::new());
    let mut at = 0;
    for inline in inlines {
        let length = inline_text(std::slice::from_ref(inline)).len();
        if at + length <= bytes {
            head.push(inline.clone());
        } else if at >= bytes {
            tail.push(inline.clone());
        } else {
            let (first, second) = cut_one(inline, bytes - at);
            head.push(first);
            tail.push(second);
        }
        at += length;
    }
    (head, tail)
}

fn cut_one(inline: &Inline, bytes: usize) -> (Inline, Inline) {
    let both = |make: &dyn Fn(Vec<Inline>) -> Inline, inner: &[Inline]| {
        let (first, second) = cut(inner, bytes);
        (make(first), make(second))
    };
    match inline {
        Inline::Text(text) => {
            let (first, second) = text.split_at_checked(bytes).unwrap_or((text, ""));
            (Inline::Text(first.to_owned()), Inline::Text(second.to_owned()))
        }
        Inline::Code(text) => {
            let (first, second) = text.split_at_checked(bytes).unwrap_or((text, ""));
            (Inline::Code(first.to_owned()), Inline::Code(second.to_owned()))
        }
        Inline::Emphasis(inner) => both(&Inline::Emphasis, inner),
        Inline::Strong(inner) => both(&Inline::Strong, inner),
        Inline::Deleted(inner) => both(&Inline::Deleted, inner),
        Inline::Link { url, text } => both(&|text| Inline::Link { url: url.clone(), text }, text),
        Inline::Break => (Inline::Break, Inline::Break),
    }
}
