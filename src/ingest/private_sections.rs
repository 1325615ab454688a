//! Removes the parts of a text that are not for readers: private sections, and what a program appends.

use super::draft::Draft;
use super::header::properties::PRIVATE_MARK;
use super::own_words::{asks_to_keep, is_bare_label, is_private};
use super::passage::Passage;
use crate::model::{Block, inline_text};

/// Removes the private sections of a draft, each with the sections below it. Returns the line of each.
pub(super) fn take(draft: &mut Draft) -> Vec<u32> {
    let mut found = take_sections(&mut draft.passages);
    let mut follows_label = false;
    draft.passages.retain_mut(|passage| {
        let is_private = is_record(passage) || follows_label;
        follows_label = matches!(&passage.block, Block::Paragraph(text) if is_bare_label(text));
        if is_private {
            // Text below a label belongs to it.
            found.push(passage.first);
            return false;
        }
        let (taken, is_kept) = take_asides(&mut passage.block, &mut passage.items, passage.first);
        found.extend(taken);
        is_kept
    });
    found.sort_unstable();
    found
}

fn take_sections(passages: &mut Vec<Passage>) -> Vec<u32> {
    // A property right below a heading is about its section.
    let below = passages.iter().skip(1).map(|next| says_private(&next.block)).chain([false]);
    let mut below: Vec<bool> = below.collect();
    below.reverse();
    let mut found = Vec::new();
    let mut within: Option<u8> = None;
    passages.retain(|passage| {
        let is_below = below.pop().unwrap_or(false);
        if let Block::Heading { level, text } = &passage.block {
            if within.is_some_and(|above| *level <= above) {
                within = None;
            }
            if within.is_none() && (is_private(&inline_text(text)) || is_below) {
                within = Some(*level);
                found.push(passage.first);
            }
        }
        within.is_none()
    });
    found
}

/// Whether a block begins with what stands for the property `private:: true`.
fn says_private(block: &Block) -> bool {
    let Block::Paragraph(text) = block else { return false };
    inline_text(text).starts_with(PRIVATE_MARK)
}

/// Removes the paragraphs of a block that ask to be kept from readers. An item of a list goes with what is below it when
/// its first paragraph asks. Returns the line of each, and whether any of the block is left. `lines` are those of the
/// items of a list, and `first` is that of the block.
fn take_asides(block: &mut Block, lines: &mut Vec<(u32, u32)>, first: u32) -> (Vec<u32>, bool) {
    let mut found = Vec::new();
    let is_left = match block {
        Block::Paragraph(text) => {
            let is_private = asks_to_keep(text);
            return (if is_private { vec![first] } else { Vec::new() }, !is_private);
        }
        Block::List { items, .. } => {
            let mut kept_lines = Vec::new();
            let mut places = std::mem::take(lines).into_iter();
            items.retain_mut(|item| {
                let place = places.next();
                let line = place.map_or(first, |(line, _)| line);
                let had_text = !item.is_empty();
                let is_private =
                    matches!(item.first(), Some(Block::Paragraph(text)) if asks_to_keep(text));
                if is_private {
                    found.push(line);
                    return false;
                }
                item.retain_mut(|block| is_kept(block, line, &mut found));
                let is_left = !had_text || !item.is_empty();
                kept_lines.extend(place.filter(|_| is_left));
                is_left
            });
            *lines = kept_lines;
            !items.is_empty()
        }
        Block::Quote(blocks) => {
            blocks.retain_mut(|block| is_kept(block, first, &mut found));
            !blocks.is_empty()
        }
        Block::Heading { .. }
        | Block::Table(_)
        | Block::Code { .. }
        | Block::Image { .. }
        | Block::Video(_)
        | Block::Rule => true,
    };
    (found, is_left)
}

/// Whether any of a block within another one is left.
fn is_kept(block: &mut Block, line: u32, found: &mut Vec<u32>) -> bool {
    let (taken, is_kept) = take_asides(block, &mut Vec::new(), line);
    found.extend(taken);
    is_kept
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
        (words.collect::<Vec<_>>().join(" "), ingested.withheld.sections.len())
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
            "Not for the blog",
            "For my eyes only",
            "Notes to self #private",
            "Off the record",
            "Personal",
            "Persoonlijk",
            "プライベート",
            "Prywatne",
        ] {
            let text = format!("# LoomConf 2019\n\nLoud.\n\n## {heading}\n\nSecret.\n");
            assert_eq!(read(&text), ("Loud.".to_owned(), 1), "{heading}");
        }
        // Of Logseq, in which all lines are items.
        let text = "- LoomConf 2019\n- ## Looms (Ada Weaver)\n  - Loud.\n- TODO ask Bo\n  private:: true\n";
        assert_eq!(read(text).1, 1);
        assert!(!read(text).0.contains("Bo"), "{}", read(text).0);
        let text =
            "# LoomConf 2019\n\nLoud.\n\n## Bo\nprivate:: true\n\nSecret.\n\n## Looms\n\nWarm.\n";
        assert_eq!(read(text), ("Loud. Warm.".to_owned(), 1));
        for heading in [
            "Internals",
            "Intern Bo weaves",
            "Confidential: a history",
            "Off the record: reporters and sources",
            "Personal branding",
            "Password hashing",
            "Not for the faint of heart",
        ] {
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
            "- Bo leaves #private\n  - Secret.",
            "- TODO ask Bo\n  private:: true\n  - Secret.",
            "- private:: true\n  Secret.",
            "DO NOT POST: Secret.",
            "**Off the record:** Secret.",
            "- Off the record:\n  - Secret.",
        ] {
            let text = format!("# LoomConf 2019\n\nLoud.\n\n{private}\n\nWarm.\n");
            assert_eq!(read(&text), ("Loud.\nWarm.".to_owned(), 1), "{private}");
        }
        let text = "# LoomConf 2019\n\nLoud.\n\nOff the record:\n\n- Secret.\n\nWarm.\n";
        assert_eq!(read(text), ("Loud.\nWarm.".to_owned(), 2));
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
