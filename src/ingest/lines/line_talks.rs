//! Reads paragraphs that have one talk on each line.

use super::line::Line;
use super::line_reader::LineReader;
use crate::ingest::names::clutter::lead;
use crate::model::Inline;

/// The lines of a paragraph, if most of them and at least two read as title and speaker; otherwise empty.
pub(in crate::ingest) fn talk_lines(reader: &LineReader, text: &[Inline]) -> Vec<Vec<Inline>> {
    let lines: Vec<Vec<Inline>> = text
        .split(|inline| *inline == Inline::Break)
        .filter(|line| !line.is_empty())
        .map(<[Inline]>::to_vec)
        .collect();
    let count = lines.iter().filter(|line| reader.is_talk(&Line::of(line))).count();
    if count > 1 && count * 2 > lines.len() { lines } else { Vec::new() }
}

/// Whether a paragraph may begin with a talk: a marked title, a time, a label, or a short line.
pub(in crate::ingest) fn begins_with_talk(line: &Line) -> bool {
    let lead = lead(&line.words);
    let starts = line.spans.iter().any(|span| span.range.start <= lead.length + 1);
    let first = line.words.split('\n').next().unwrap_or_default();
    starts
        || lead.has_time
        || lead.is_labeled
        || first.len() < line.words.len() && first.split_whitespace().count() <= 20
        || line.words.split_whitespace().count() <= 20
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_lines_must_be_talks() {
        let count = |lines: &[&str]| {
            let text: Vec<Inline> = lines
                .iter()
                .flat_map(|line| [Inline::Text((*line).to_owned()), Inline::Break])
                .collect();
            talk_lines(&LineReader::default(), &text).len()
        };
        assert_eq!(count(&["Looms that sing - Ada Weaver", "Fast wool - Marta Kowalska"]), 2);
        assert_eq!(count(&["Looms that sing - Ada Weaver", "It was fun.", "And so it goes."]), 0);
        assert_eq!(count(&["Speaker: Ada Weaver", "Room: 3"]), 0);
    }
}
