//! Reads a talk whose parts have labels: "Talk: Looms" above "Speaker: Ada Weaver".

use super::found::Found;
use crate::ingest::lines::line::Line;
use crate::ingest::lines::title::{title_odds, unquoted};
use crate::ingest::names::byline::Byline;
use crate::ingest::names::clutter::is_picture;
use crate::ingest::names::cue_words::{TITLE_LABELS, has};
use crate::model::{Block, Inline};

/// Most lines of an entry.
const MOST_LINES: usize = 12;

/// The talk that the lines of a block label with title and speaker.
pub(super) fn labeled_entry(block: &Block) -> Option<Found> {
    let lines = lines_of(block);
    if lines.len() < 2 || lines.len() > MOST_LINES {
        return None;
    }
    let byline = lines.iter().find_map(|line| Byline::labeled(&line.words))?.0;
    let (line, title) = lines.iter().find_map(|line| Some((line, titled(&line.words)?)))?;
    title_odds(&title, true)?;
    let links = line.links(&(0..line.words.len())).map(str::to_owned).collect();
    Some(Found { title, speakers: byline.people, links, ..Found::default() })
}

fn titled(words: &str) -> Option<String> {
    let is_frame = |c: char| is_picture(c) || matches!(c, '*' | '_' | ' ' | '-' | '•');
    let (label, title) = words.trim_matches(is_frame).split_once([':', '：'])?;
    let is_title = has(TITLE_LABELS, &label.trim_matches(is_frame).to_lowercase());
    is_title.then(|| unquoted(title.trim_start_matches([':', '*', '_', ' '])).to_owned())
}

fn lines_of(block: &Block) -> Vec<Line> {
    match block {
        Block::Paragraph(text) => broken(text),
        Block::Quote(blocks) => blocks.iter().flat_map(lines_of).collect(),
        Block::List { items, .. } => {
            items.iter().filter_map(|item| item.first()).flat_map(lines_of).collect()
        }
        Block::Table(rows) => rows.iter().filter_map(|row| pair(row)).collect(),
        Block::Heading { .. }
        | Block::Code { .. }
        | Block::Image { .. }
        | Block::Video(_)
        | Block::Rule => Vec::new(),
    }
}

/// A row of a label and its value.
fn pair(row: &[Vec<Inline>]) -> Option<Line> {
    let [label, value] = row else { return None };
    let colon = [Inline::Text(": ".to_owned())];
    Some(Line::of(&[label.as_slice(), &colon, value].concat()))
}

fn broken(text: &[Inline]) -> Vec<Line> {
    text.split(|inline| *inline == Inline::Break).map(Line::of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_and_speaker_may_have_labels() {
        let lines = |lines: &[&str]| {
            let all: Vec<Inline> = lines
                .iter()
                .flat_map(|line| [Inline::Text((*line).to_owned()), Inline::Break])
                .collect();
            labeled_entry(&Block::Paragraph(all)).map(|found| found.title)
        };
        let talk = Some("Looms that sing".to_owned());
        assert_eq!(lines(&["Talk: Looms that sing", "Speaker: Ada Weaver"]), talk);
        assert_eq!(lines(&["Referentin: Ada Weaver", "Titel: „Looms that sing“"]), talk);
        assert_eq!(lines(&["Speaker: Ada Weaver", "Room: 3"]), None);
        assert_eq!(lines(&["Talk: Looms that sing"]), None);
    }
}
