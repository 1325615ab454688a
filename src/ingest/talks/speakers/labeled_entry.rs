//! Reads a talk whose parts have labels: "Talk: Looms" above "Speaker: Ada Weaver".

use crate::ingest::lines::line::{Line, Mark};
use crate::ingest::lines::soft_breaks::is_labeled;
use crate::ingest::lines::title::{title_odds, unquoted};
use crate::ingest::names::byline::Byline;
use crate::ingest::names::clutter::{is_picture, lead};
use crate::ingest::names::cue_words::{TITLE_LABELS, has};
use crate::ingest::talks::found::Found;
use crate::model::{Block, Inline};

/// Most lines in an entry.
const MOST_LINES: usize = 12;

/// The talk of a block whose lines label its title and speaker.
pub(in crate::ingest::talks) fn labeled_entry(block: &Block) -> Option<Found> {
    let lines = lines_of(block);
    if lines.len() < 2 || lines.len() > MOST_LINES {
        return None;
    }
    let byline = lines.iter().find_map(|line| Byline::labeled(&line.words))?.0;
    let title = |line| set_off(line).or_else(|| plain_title(line));
    if let Some((line, title)) = lines.first().and_then(|first| Some((first, title(first)?)))
        && matches!(block, Block::Paragraph(_))
        && lines.get(1).and_then(|next| Byline::labeled(&next.words)).is_some_and(|(_, sure)| sure)
    {
        let lead = lead(&title);
        let title = unquoted(title.get(lead.length..)?).to_owned();
        title_odds(&title, true)?;
        let links = line.links(&(0..line.words.len())).map(str::to_owned).collect();
        let (kind, speakers) = (lead.kind, byline.people);
        return Some(Found { title, speakers, kind, links, ..Found::default() });
    }
    let (line, title) = lines.iter().find_map(|line| Some((line, titled(&line.words)?)))?;
    title_odds(&title, true)?;
    let links = line.links(&(0..line.words.len())).map(str::to_owned).collect();
    Some(Found { title, speakers: byline.people, links, ..Found::default() })
}

/// Whether a paragraph has a bold, quoted or linked line above a line that names the speaker.
pub(in crate::ingest::talks) fn has_own_title(block: &Block) -> bool {
    let Block::Paragraph(text) = block else { return false };
    if labeled_entry(block).is_some() {
        return true;
    }
    let line = Line::of(text);
    let Some((first, rest)) = line.words.split_once('\n') else { return false };
    let whole = first.trim_end_matches([' ', ':', '"', '”']).len();
    let is_set_off = line.spans.iter().any(|span| {
        span.range.start <= 1 && span.range.end >= whole && span.range.end <= first.len()
    });
    is_set_off && !is_labeled(first) && rest.lines().any(|line| Byline::labeled(line).is_some())
}

/// The only bold words of a line, with a code before and a room after them: "SVS201 **Looms that sing** (hall 4)".
fn set_off(line: &Line) -> Option<String> {
    let mut bold = line.spans.iter().filter(|span| span.mark == Mark::Strong);
    let span = bold.next().filter(|_| bold.next().is_none())?;
    let before = line.text(0..span.range.start);
    let behind = line.text(span.range.end..line.words.len()).trim();
    let is_short = before.split_whitespace().count() <= 2;
    let are_tags = behind.split_whitespace().all(|word| word.starts_with('#'));
    let is_framed = are_tags || behind.starts_with(['(', '[']);
    (is_short && is_framed).then(|| unquoted(line.text(span.range.clone())).to_owned())
}

/// A line that is a title by its words, or by a mark at its start: "■ Looms that sing".
fn plain_title(line: &Line) -> Option<String> {
    const MARKS: [char; 6] = ['■', '□', '◆', '◇', '●', '○'];
    let is_marked = line.words.trim_start().starts_with(MARKS);
    let words = line.words.get(lead(&line.words).length..)?.trim();
    let odds = title_odds(words, is_marked)?;
    // "Event: Looms 2019" is a fact, like the one about the speaker.
    let is_title = odds > 0.5 && !is_labeled(&line.words) && !words.ends_with(['.', '。']);
    is_title.then(|| unquoted(words).to_owned())
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

/// A row with a label and its value.
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
        let text = [
            Inline::Code("SVS201".to_owned()),
            Inline::Text(" ".to_owned()),
            Inline::Strong(vec![Inline::Text("Looms that sing".to_owned())]),
            Inline::Text(" (hall 4)".to_owned()),
            Inline::Break,
            Inline::Text("Speakers: Ada Weaver (Warpworks)".to_owned()),
        ];
        let found = labeled_entry(&Block::Paragraph(text.to_vec()));
        assert_eq!(found.map(|found| found.title), talk);
        assert_eq!(lines(&["Speaker: Ada Weaver", "Room: 3"]), None);
        assert_eq!(lines(&["Talk: Looms that sing"]), None);
        assert_eq!(lines(&["■ Looms that sing", "Speaker: Ada Weaver"]), talk);
        assert_eq!(lines(&["Event: LoomConf 2019", "Speaker: Ada Weaver"]), None);
    }
}
