//! Reads terms above lists: a marked title with the speaker as the first item, or the reverse.

use crate::ingest::lines::line::Line;
use crate::ingest::lines::line_reader::LineReader;
use crate::ingest::names::byline::Byline;
use crate::ingest::names::clutter::lead;
use crate::ingest::names::likeness::{Class, Likeness};
use crate::ingest::passage::Passage;
use crate::ingest::talks::found::Found;
use crate::ingest::talks::speakers::below_title::titled;
use crate::model::{Block, Inline};

/// Odds above which a term or an item is a name.
const NAME: f32 = 1.5;

/// The talks of terms, by the index of the term. A single one may be anything.
pub(in crate::ingest::talks) fn terms(
    reader: &LineReader,
    passages: &[Passage],
) -> Vec<(usize, Found)> {
    let pairs = passages.windows(2).enumerate();
    let found: Vec<(usize, Found)> = pairs
        .filter_map(|(at, pair)| {
            let [term, list] = pair else { return None };
            let (Block::Paragraph(term), Block::List { items, .. }) = (&term.block, &list.block)
            else {
                return None;
            };
            let [Inline::Emphasis(_) | Inline::Strong(_)] = term.as_slice() else { return None };
            let Some(Block::Paragraph(first)) = items.first()?.first() else { return None };
            let (term, first) = (Line::of(term), Line::of(first));
            let talk = with_speaker(reader, &term, &first)
                .or_else(|| with_title(reader, &term, &first))?;
            Some((at, talk))
        })
        .collect();
    if found.len() > 1 { found } else { Vec::new() }
}

/// "**Looms that sing**" above "- Ada Weaver, Warpworks".
fn with_speaker(reader: &LineReader, term: &Line, first: &Line) -> Option<Found> {
    let byline = byline(&first.words)?;
    let is_name = byline_odds(&term.words) > NAME;
    titled(term, &reader.read(term), byline, 0).filter(|talk| !is_name && !talk.is_uncertain)
}

/// "**Ada Weaver**" above "- Shrinking wool for fun and profit".
fn with_title(reader: &LineReader, term: &Line, first: &Line) -> Option<Found> {
    let byline = byline(&term.words)?;
    let likeness = Likeness::of(&first.words);
    let is_title = likeness.class() == Class::Title && likeness.title() > 1.5;
    let is_sentence = first.words.ends_with(['.', ':']);
    let title = titled(first, &reader.read(first), byline, 0);
    title.filter(|_| is_title && !is_sentence).map(|talk| Found { end: term.words.len(), ..talk })
}

fn byline(words: &str) -> Option<Byline> {
    let words = words.get(lead(words).length..)?;
    let byline = Byline::labeled(words).map(|(byline, _)| byline).or_else(|| Byline::parse(words));
    byline.filter(|byline| byline.odds > NAME && !byline.people.is_empty())
}

fn byline_odds(words: &str) -> f32 {
    byline(words).map_or(f32::NEG_INFINITY, |byline| byline.odds)
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::check;

    #[test]
    fn terms_with_names_below_are_talks() {
        let talks = [
            "Shrinking looms for fun and profit | Ada Weaver",
            "Fast wool for all | Marta Kowalska",
        ];
        check(
            "Shrinking looms for fun and profit\n: Ada Weaver\n\nFast wool for all\n: Marta Kowalska\n",
            &talks,
        );
        check(
            "**Shrinking looms for fun and profit**\n\n- Ada Weaver, Warpworks\n- loud\n\n**Fast wool for all**\n\n- Marta Kowalska\n",
            &talks,
        );
        check("Loom\n: a machine\n\nWool\n: what sheep wear\n", &[]);
    }
}
