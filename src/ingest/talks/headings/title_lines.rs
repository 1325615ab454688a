//! Reads plain-text titles that have the speaker on the very next line.

use crate::ingest::lines::line::Line;
use crate::ingest::lines::line_reader::LineReader;
use crate::ingest::names::byline::Byline;
use crate::ingest::names::likeness::{Class, Likeness};
use crate::ingest::passage::Passage;
use crate::ingest::talks::found::Found;
use crate::ingest::talks::speakers::below_title::titled;
use crate::model::{Block, inline_text};

/// Plain-text titles with the speaker on the very next line. A single one may be the title of the document and its
/// author.
pub(in crate::ingest::talks) fn title_lines(
    reader: &LineReader,
    passages: &[Passage],
) -> Vec<(usize, Found)> {
    let mut found: Vec<(usize, Found)> = Vec::new();
    for (at, pair) in passages.windows(2).enumerate() {
        let [title, names] = pair else { continue };
        let (
            Block::Paragraph(text) | Block::Heading { text, .. },
            Block::Paragraph(people) | Block::Heading { text: people, .. },
        ) = (&title.block, &names.block)
        else {
            continue;
        };
        let byline = Byline::parse(&inline_text(people)).filter(|byline| byline.odds > 1.0);
        let Some(byline) = byline else { continue };
        let line = Line::of(text);
        let is_title = Likeness::of(&line.words).class() == Class::Title;
        let are_paragraphs = !matches!(title.block, Block::Heading { .. });
        let is_apart =
            are_paragraphs && is_title && byline.odds > 2.0 && !line.words.ends_with('.');
        if names.first != title.last + 1 && !is_apart {
            continue;
        }
        let talk = titled(&line, &reader.read(&line), byline, 1).filter(|talk| !talk.is_uncertain);
        found.extend(talk.map(|talk| (at, talk)));
    }
    if found.len() > 1 { found } else { Vec::new() }
}
