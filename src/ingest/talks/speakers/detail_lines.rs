//! Recognizes the lines below a title that give details of the talk and no speaker: its kind, links, labels.

use crate::ingest::address;
use crate::ingest::lines::line::Line;
use crate::ingest::lines::soft_breaks::is_labeled;
use crate::ingest::lines::title::is_kind_only;
use crate::ingest::names::byline::is_label;
use crate::ingest::names::clutter;
use crate::ingest::names::cue_words::{ABSTRACTS, SPEAKER_LABELS, has};
use crate::ingest::passage::worded_links;
use crate::model::{Block, Inline, inline_text};

/// Whether a passage only gives the kind of talk, or announces an abstract.
pub(in crate::ingest::talks) fn is_headline(block: &Block) -> bool {
    let (Block::Paragraph(text) | Block::Heading { text, .. }) = block else { return false };
    let words = inline_text(text);
    is_kind(words.trim()) || has(ABSTRACTS, &words.trim().to_lowercase())
}

/// Whether the words only give the kind of talk: "Workshop", "Talk".
pub(in crate::ingest::talks) fn is_kind(words: &str) -> bool {
    const MOST: usize = 3;
    let lower = words.to_lowercase();
    let is_known = is_kind_only(words)
        || clutter::is_label(words)
        || matches!(lower.as_str(), "conference" | "université");
    is_known && words.split_whitespace().count() <= MOST
}

/// Whether a paragraph contains only details of a talk: a link to a recording, a place, a date.
pub(in crate::ingest::talks) fn is_frame(text: &[Inline]) -> bool {
    let line = Line::of(text);
    let is_link = |words: &str| {
        crate::ingest::names::link_words::is_link_word(words) || words.starts_with("http") || {
            let label = words.split([':', '：']).next().unwrap_or_default();
            is_label(label.trim_matches(['*', '_', ' ']))
        }
    };
    let words = line.words.trim();
    let is_tags = words.split_whitespace().all(|word| word.starts_with('#'));
    is_tags
        || words.split(['\n', '|', '·', '•']).all(|part| is_link(part.trim()))
        || words.split_whitespace().count() <= 12
            && crate::ingest::names::affiliation::is_frame(words)
}

/// The links of lines such as "Slides: https://…", each with the label of its line.
pub(in crate::ingest::talks) fn labeled_links(block: &Block) -> Vec<(String, String)> {
    let lines: Vec<&[Inline]> = match block {
        Block::Paragraph(text) => text.split(|inline| *inline == Inline::Break).collect(),
        Block::List { items, .. } => {
            return items.iter().flatten().flat_map(labeled_links).collect();
        }
        Block::Heading { .. }
        | Block::Quote(_)
        | Block::Code { .. }
        | Block::Image { .. }
        | Block::Video(_)
        | Block::Table(_)
        | Block::Rule => return Vec::new(),
    };
    let of_line = |line: &[Inline]| {
        let words = inline_text(line);
        let label = words.split([':', '：']).next().unwrap_or_default().trim().to_owned();
        let links = worded_links(&[Block::Paragraph(line.to_vec())]);
        links.into_iter().map(move |(url, _)| (url, label.clone())).collect::<Vec<_>>()
    };
    lines.into_iter().flat_map(of_line).collect()
}

/// Whether every link of a block is one that a talk keeps, or stands for a name, so that the block itself may go.
pub(in crate::ingest::talks) fn has_links_of_talk(block: &Block) -> bool {
    labeled_links(block).iter().all(|(url, label)| {
        let lower = label.trim_matches(['*', '_', ' ']).to_lowercase();
        let is_name =
            has(SPEAKER_LABELS, &lower) || matches!(lower.as_str(), "event" | "conference");
        is_name
            || address::video(url).is_some()
            || address::is_slides(url, label)
            || address::is_recording(url, label)
    })
}

/// Whether a line among others below a title is a fact: it has a label of a talk, or one that Notion gives to each page.
/// No fact keeps a rating, a level or a track, so such a line stays in the note.
pub(in crate::ingest::talks) fn is_fact(line: &str) -> bool {
    const NOT_KEPT: [&str; 8] =
        ["rating", "level", "track", "niveau", "nivel", "livello", "bewertung", "score"];
    const OF_PAGES: [&str; 6] = [
        "created",
        "created by",
        "created time",
        "last edited",
        "last edited by",
        "last edited time",
    ];
    let label = line.split_once(": ").map_or("", |(label, _)| label).trim().to_lowercase();
    let label = label.trim_matches(['*', '_', '-', ' ']);
    !NOT_KEPT.contains(&label)
        && (is_labeled(line) || leads_to_note(line) || OF_PAGES.contains(&label))
}

/// Whether a line only says that a note follows: "Notes:".
pub(in crate::ingest::talks) fn leads_to_note(line: &str) -> bool {
    const LEADS: [&str; 9] = [
        "note",
        "notes",
        "my notes",
        "notizen",
        "mes notes",
        "notas",
        "appunti",
        "notities",
        "メモ",
    ];
    let label = line.trim().trim_matches(['*', '_']).strip_suffix([':', '：']);
    label.is_some_and(|label| {
        LEADS.contains(&label.trim_end_matches(['*', '_', ' ']).to_lowercase().as_str())
    })
}

/// Whether a paragraph only says that a note follows.
pub(in crate::ingest::talks) fn is_lead(block: &Block) -> bool {
    matches!(block, Block::Paragraph(text) if leads_to_note(&inline_text(text)))
}

/// Whether a block is a paragraph that contains only labels: "Speaker: …".
pub(in crate::ingest) fn is_labels(block: &Block) -> bool {
    let Block::Paragraph(text) = block else { return false };
    let line = Line::of(text);
    let mut lines = line.words.split('\n').filter(|line| !line.trim().is_empty());
    lines.all(is_labeled)
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;
    use crate::model::plain_text;

    #[test]
    fn lines_of_labels_below_a_title_are_facts_and_no_prose() {
        for details in [
            "Speaker: Ada Weaver\nSlides: https://slides.example/looms\n\nNotes:",
            "Speaker: Ada Weaver\nNotes:",
            "Speaker: Ada Weaver\nCreated: April 12, 2019 2:02 PM\nCreated by: Bo Reed",
            "- Speaker: Ada Weaver\n- Video: https://video.example/looms\n- Room: 3\n- Slides: <https://slides.example/looms>",
        ] {
            for head in ["# Looms that sing", "# LoomConf 2019\n\n## Looms that sing"] {
                let text = format!("{head}\n\n{details}\n\nPrune on Fridays.\n");
                let draft = ingest("a.md", text.as_bytes()).draft.unwrap();
                let notes =
                    draft.notes.iter().map(|note| plain_text(&note.blocks).trim().to_owned());
                assert_eq!(notes.collect::<Vec<_>>(), ["Prune on Fridays."], "{text}");
                let talk = draft.talks.first().unwrap();
                assert_eq!(talk.speakers.first().unwrap().name, "Ada Weaver", "{text}");
                assert_eq!(talk.links.len(), details.matches("https").count(), "{text}");
            }
        }
        let rated = "# Looms that sing\n\nSpeaker: Ada Weaver\nRating: 9/10\n\nPrune.\n";
        let draft = ingest("a.md", rated.as_bytes()).draft.unwrap();
        let shown = draft.notes.iter().map(|note| plain_text(&note.blocks)).collect::<String>();
        assert!(shown.contains("9/10"), "{shown}");
        // Nothing else would keep this link.
        let text =
            "# Looms that sing\n\nSpeaker: Ada Weaver\nLinks: https://a.example/looms\n\nPrune.\n";
        let draft = ingest("a.md", text.as_bytes()).draft.unwrap();
        let shown = draft.notes.iter().map(|note| plain_text(&note.blocks)).collect::<String>();
        assert!(shown.contains("a.example/looms"), "{shown}");
    }
}
