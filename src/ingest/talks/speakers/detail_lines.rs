//! Recognizes the lines below a title that give details of the talk and no speaker: its kind, links, labels.

use crate::ingest::lines::line::Line;
use crate::ingest::lines::soft_breaks::is_labeled;
use crate::ingest::lines::title::is_kind_only;
use crate::ingest::names::byline::is_label;
use crate::ingest::names::clutter;
use crate::ingest::names::cue_words::{ABSTRACTS, has};
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

/// Whether a block is a paragraph that contains only labels: "Speaker: …".
pub(in crate::ingest) fn is_labels(block: &Block) -> bool {
    let Block::Paragraph(text) = block else { return false };
    let line = Line::of(text);
    let mut lines = line.words.split('\n').filter(|line| !line.trim().is_empty());
    lines.all(is_labeled)
}
