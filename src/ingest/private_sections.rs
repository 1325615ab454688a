//! Removes the parts of a text that are not for readers: private sections, and what a program appends.

use super::draft::Draft;
use super::passage::Passage;
use crate::model::{Block, inline_text};

/// Headings above a section that is for the author alone.
const PRIVATE: &[&str] = &[
    "private",
    "private notes",
    "personal notes",
    "not for publication",
    "do not publish",
    "privat",
    "private notizen",
    "persönliche notizen",
    "nicht veröffentlichen",
    "privé",
    "notes privées",
    "notes personnelles",
    "privado",
    "notas privadas",
    "notas personales",
    "privato",
    "note private",
    "note personali",
    "privé notities",
    "notas pessoais",
    "非公開",
];

/// Removes the private sections of a draft, each with the sections below it. Returns how many.
pub(super) fn take(draft: &mut Draft) -> usize {
    let mut count = 0;
    let mut within: Option<u8> = None;
    draft.passages.retain(|passage| {
        if let Block::Heading { level, text } = &passage.block {
            if within.is_some_and(|above| *level <= above) {
                within = None;
            }
            if within.is_none() && is_private(&inline_text(text)) {
                within = Some(*level);
                count += 1;
            }
        }
        within.is_none()
    });
    let before = draft.passages.len();
    draft.passages.retain(|passage| !is_record(passage));
    count + before - draft.passages.len()
}

/// Whether a title or heading says that its text is private.
pub(super) fn is_private(title: &str) -> bool {
    let bare = title.trim().trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    PRIVATE.contains(&bare.as_str())
}

/// Whether a paragraph is what Joplin appends to a note: its ids, times and the place where it was written.
fn is_record(passage: &Passage) -> bool {
    let Block::Paragraph(text) = &passage.block else { return false };
    let words = inline_text(text);
    let id = words.trim_start().strip_prefix("id: ").and_then(|rest| rest.get(..32));
    id.is_some_and(|id| id.bytes().all(|byte| byte.is_ascii_hexdigit()))
        && words.contains("parent_id:")
        && words.contains("type_:")
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;
    use crate::model::plain_text;

    /// The words of all notes of a document, and how many sections were taken out.
    fn read(text: &str) -> (String, usize) {
        let ingested = ingest("a.md", text.as_bytes());
        let notes = ingested.draft.map(|draft| draft.notes).unwrap_or_default();
        let words = notes.iter().map(|note| plain_text(&note.blocks).trim().to_owned());
        (words.collect::<Vec<_>>().join(" "), ingested.withheld.sections)
    }

    #[test]
    fn a_private_section_ends_with_the_next_one() {
        let text = "# LoomConf 2019\n\nLoud.\n\n## Private\n\nThe password.\n\n### More\n\nSecret.\n\n## Looms\n\nWarm.\n";
        assert_eq!(read(text), ("Loud. Warm.".to_owned(), 1));
        let text = "# LoomConf 2019\n\n## Private clouds\n\nLoud.\n";
        assert_eq!(read(text), ("Loud.".to_owned(), 0));
    }

    #[test]
    fn what_a_program_appends_is_no_text() {
        let text = "LoomConf London 2019 notes\n\nLoud.\n\nid: 4f0e4ae3a8f94d6a8f1e0c8a3b2d1c0e\n\
            parent_id: 99999999999999999999999999999999\ncreated_time: 2019-06-13T08:00:00.000Z\n\
            latitude: 51.50735090\nlongitude: -0.12775830\nsource_url: \ntype_: 1\n";
        assert_eq!(read(text), ("LoomConf London 2019 notes\nLoud.".to_owned(), 1));
    }
}
