//! Removes the parts of a text that are not for readers: private sections, and what a program appends.

use super::draft::Draft;
use super::own_words::{asks_to_keep, is_private};
use super::passage::Passage;
use crate::model::{Block, inline_text};

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
    count += before - draft.passages.len();
    draft.passages.retain_mut(|passage| {
        let (taken, is_kept) = take_asides(&mut passage.block, &mut passage.items);
        count += taken;
        is_kept
    });
    count
}

/// Removes the paragraphs of a block that ask to be kept from readers. Returns how many, and whether any of it is left.
/// `lines` are those of the items of a list.
fn take_asides(block: &mut Block, lines: &mut Vec<(u32, u32)>) -> (usize, bool) {
    let mut count = 0;
    let mut is_kept = |block: &mut Block| {
        let (taken, is_kept) = take_asides(block, &mut Vec::new());
        count += taken;
        is_kept
    };
    let is_left = match block {
        Block::Paragraph(text) => {
            let is_private = asks_to_keep(&inline_text(text));
            return (usize::from(is_private), !is_private);
        }
        Block::List { items, .. } => {
            let mut kept_lines = Vec::new();
            let mut places = std::mem::take(lines).into_iter();
            items.retain_mut(|item| {
                let had_text = !item.is_empty();
                item.retain_mut(&mut is_kept);
                let place = places.next().filter(|_| !had_text || !item.is_empty());
                kept_lines.extend(place);
                !had_text || !item.is_empty()
            });
            *lines = kept_lines;
            !items.is_empty()
        }
        Block::Quote(blocks) => {
            blocks.retain_mut(&mut is_kept);
            !blocks.is_empty()
        }
        Block::Heading { .. }
        | Block::Table(_)
        | Block::Code { .. }
        | Block::Image { .. }
        | Block::Video(_)
        | Block::Rule => true,
    };
    (count, is_left)
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
        for heading in [
            "Intern",
            "Internal only",
            "Nur intern",
            "Confidential",
            "Gossip (private)",
            "Do not publish!",
        ] {
            let text = format!("# LoomConf 2019\n\nLoud.\n\n## {heading}\n\nSecret.\n");
            assert_eq!(read(&text), ("Loud.".to_owned(), 1), "{heading}");
        }
        for heading in ["Internals", "Intern Bo weaves", "Confidential: a history"] {
            let text = format!("# LoomConf 2019\n\nLoud.\n\n## {heading}\n\nNot secret.\n");
            assert_eq!(read(&text).1, 0, "{heading}");
        }
    }

    #[test]
    fn a_private_callout_paragraph_or_fold_goes() {
        for private in [
            "> [!private]\n> Secret.\n>\n> Secret too.",
            "> [!secret]- Gossip\n> Secret.",
            "<details><summary>Private notes</summary>\n\nSecret.\n\n</details>",
            "<details>\n<summary><b>Privat</b></summary>\n\nSecret.\n\n<details>More</details>\n</details>",
            "Met Bo. (private: a secret, do not publish)",
            "- Bo (do not publish)",
        ] {
            let text = format!("# LoomConf 2019\n\nLoud.\n\n{private}\n\nWarm.\n");
            assert_eq!(read(&text), ("Loud.\nWarm.".to_owned(), 1), "{private}");
        }
        for public in
            ["> [!note]\n> Warm.", "<details><summary>More</summary>\n\nWarm.\n\n</details>"]
        {
            let text = format!("# LoomConf 2019\n\nLoud.\n\n{public}\n");
            let (words, count) = read(&text);
            assert!(words.contains("Warm.") && count == 0, "{words}");
        }
    }

    #[test]
    fn what_a_program_appends_is_no_text() {
        let text = "LoomConf London 2019 notes\n\nLoud.\n\nid: 4f0e4ae3a8f94d6a8f1e0c8a3b2d1c0e\n\
            parent_id: 99999999999999999999999999999999\ncreated_time: 2019-06-13T08:00:00.000Z\n\
            latitude: 51.50735090\nlongitude: -0.12775830\nsource_url: \ntype_: 1\n";
        assert_eq!(read(text), ("LoomConf London 2019 notes\nLoud.".to_owned(), 1));
    }
}
