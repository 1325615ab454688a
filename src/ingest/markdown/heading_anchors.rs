//! Anchors that headings define: `## Opening keynote {#keynote}`.

use crate::ingest::draft::DraftNote;
use crate::ingest::passage::Passage;
use crate::model::{Block, Inline};

/// Removes the anchors from headings. Returns the line of each heading and its anchor, which is usually empty.
pub(in crate::ingest) fn take(passages: &mut [Passage]) -> Vec<(u32, String)> {
    let mut anchors = Vec::new();
    for passage in passages {
        let Block::Heading { text, .. } = &mut passage.block else { continue };
        let mut anchor = String::new();
        if let Some(Inline::Text(last)) = text.last_mut()
            && let Some((before, name)) = stated(last)
        {
            name.clone_into(&mut anchor);
            *last = before.to_owned();
        }
        anchors.push((passage.first, anchor));
    }
    anchors
}

/// The text before an anchor, and the anchor.
fn stated(text: &str) -> Option<(&str, &str)> {
    let (before, name) = text.trim_end().strip_suffix('}')?.rsplit_once("{#")?;
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    (!name.is_empty() && name.chars().all(is_name)).then(|| (before.trim_end(), name))
}

/// Gives each anchor to the first note below its heading, unless another heading comes first.
pub(in crate::ingest) fn give(anchors: &[(u32, String)], notes: &mut [DraftNote]) {
    for (index, (line, anchor)) in anchors.iter().enumerate().filter(|(_, it)| !it.1.is_empty()) {
        let end = anchors.get(index + 1).map_or(u32::MAX, |(next, _)| *next);
        let is_below = |note: &&mut DraftNote| (*line..end).contains(&note.first);
        if let Some(note) = notes.iter_mut().find(is_below) {
            note.anchor.clone_from(anchor);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_stands_at_the_end_in_braces() {
        for (text, expected) in [
            ("Opening {#keynote}", Some(("Opening", "keynote"))),
            ("Opening {#key_note-2} ", Some(("Opening", "key_note-2"))),
            ("Opening {#}", None),
            ("Opening {#a b}", None),
            ("Opening {.class}", None),
            ("{#keynote} Opening", None),
        ] {
            assert_eq!(stated(text), expected, "{text}");
        }
    }
}
