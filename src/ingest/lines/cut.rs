//! Cuts inlines at bytes of their words.

use crate::model::{Inline, inline_text};

/// The inlines after the first `bytes` bytes of their words.
pub(in crate::ingest) fn skipped(inlines: &[Inline], bytes: usize) -> Vec<Inline> {
    split(inlines, &[bytes]).pop().unwrap_or_default()
}

/// The inlines that hold the first `bytes` bytes of their words.
pub(in crate::ingest) fn taken(inlines: &[Inline], bytes: usize) -> Vec<Inline> {
    split(inlines, &[bytes]).into_iter().next().unwrap_or_default()
}

/// The inlines before, between and after ascending bytes of their words, in one pass.
pub(in crate::ingest) fn split(inlines: &[Inline], cuts: &[usize]) -> Vec<Vec<Inline>> {
    let mut parts = vec![Vec::new()];
    let mut cuts = cuts.iter().copied().peekable();
    let mut at = 0;
    for inline in inlines {
        let end = at + inline_text(std::slice::from_ref(inline)).len();
        let mut inner = Vec::new();
        while let Some(cut) = cuts.next_if(|cut| *cut < end) {
            if cut > at {
                inner.push(cut - at);
            } else {
                parts.push(Vec::new());
            }
        }
        for (part, piece) in split_one(inline, &inner).into_iter().enumerate() {
            if part > 0 {
                parts.push(Vec::new());
            }
            if let Some(last) = parts.last_mut() {
                last.extend(piece);
            }
        }
        at = end;
    }
    parts.extend(cuts.map(|_| Vec::new()));
    parts
}

/// The parts of one inline; `None` for a part without words.
fn split_one(inline: &Inline, cuts: &[usize]) -> Vec<Option<Inline>> {
    let outer = |make: &dyn Fn(Vec<Inline>) -> Inline, inner: &[Inline]| {
        let parts = split(inner, cuts).into_iter();
        parts.map(|part| (!part.is_empty()).then(|| make(part))).collect()
    };
    let words = |make: fn(String) -> Inline, text: &str| {
        let parts = slices(text, cuts).into_iter();
        parts.map(|part| (!part.is_empty()).then(|| make(part.to_owned()))).collect()
    };
    match inline {
        _ if cuts.is_empty() => vec![Some(inline.clone())],
        Inline::Text(text) => words(Inline::Text, text),
        Inline::Code(text) => words(Inline::Code, text),
        Inline::Emphasis(inner) => outer(&Inline::Emphasis, inner),
        Inline::Strong(inner) => outer(&Inline::Strong, inner),
        Inline::Deleted(inner) => outer(&Inline::Deleted, inner),
        Inline::Link { url, text } => outer(&|text| Inline::Link { url: url.clone(), text }, text),
        // A break is one byte, so nothing cuts it.
        Inline::Break => vec![Some(Inline::Break)],
    }
}

/// The parts of a text. A cut inside a character counts as one at the end.
fn slices<'a>(text: &'a str, cuts: &[usize]) -> Vec<&'a str> {
    let (mut rest, mut at) = (text, 0);
    let mut parts = Vec::new();
    for cut in cuts {
        let (part, next) = rest.split_at_checked(cut.saturating_sub(at)).unwrap_or((rest, ""));
        at += part.len();
        parts.push(part);
        rest = next;
    }
    parts.push(rest);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    #[test]
    fn inlines_are_cut_at_bytes_of_their_words() {
        let strong = |words: &str| Inline::Strong(vec![text(words)]);
        let all = [text("Looms "), strong("that sing"), Inline::Break, text("all night")];
        assert_eq!(taken(&all, 6), [text("Looms ")]);
        assert_eq!(skipped(&all, 11), [strong("sing"), Inline::Break, text("all night")]);
        assert_eq!(taken(&all, 11), [text("Looms "), strong("that ")]);
        assert_eq!(
            split(&all, &[0, 3, 3, 11, 16, 90]),
            [
                Vec::new(),
                vec![text("Loo")],
                Vec::new(),
                vec![text("ms "), strong("that ")],
                vec![strong("sing"), Inline::Break],
                vec![text("all night")],
                Vec::new(),
            ]
        );
    }

    #[test]
    fn parts_together_have_all_words() {
        let all = [text("Weber "), Inline::Code("öäü".to_owned()), text(" für alle")];
        for first in 0..24 {
            for second in first..24 {
                let parts = split(&all, &[first, second]);
                assert_eq!(parts.len(), 3, "{first} {second}");
                let words: String = parts.iter().map(|part| inline_text(part)).collect();
                assert_eq!(words, inline_text(&all), "{first} {second}");
            }
        }
    }
}
