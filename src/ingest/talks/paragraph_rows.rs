//! Finds the paragraphs that begin with a talk: "Looms at scale – Ada Weaver" above the notes on it.

use super::found::Found;
use super::lead_ins::leads_to_others;
use super::plan::Plan;
use super::sections::{is_about_talks, is_of_others};
use crate::ingest::lines::line::{Line, Mark};
use crate::ingest::lines::reading::{Order, Reading, Readings};
use crate::ingest::lines::title::{is_day, title_odds};
use crate::ingest::names::clutter::{lead, without_tail};
use crate::ingest::names::link_words::is_link_word;
use crate::ingest::passage::Passage;
use crate::model::{Block, inline_text};
use std::collections::BTreeMap;

impl Plan {
    /// The talk at the start of a paragraph.
    pub(super) fn paragraph(&self, line: &Line, readings: &[Reading]) -> Option<Found> {
        let found = self.line(line, readings).filter(|found| !found.is_uncertain);
        let reading = readings
            .iter()
            .find(|reading| Some(reading.order) == found.as_ref().and_then(|it| it.order));
        let lead = lead(&line.words);
        // A single paragraph needs more evidence: a marked title, or a time before it.
        let is_clear = reading.is_some_and(|reading| {
            (reading.is_set_off || lead.has_time || lead.is_labeled) && !reading.is_weak
        });
        // Otherwise its first line must contain only title and speaker, like other lines of the document.
        let is_whole = reading.is_some_and(|reading| {
            let end = without_tail(&line.words).max(reading.end);
            let rest = line.words.get(reading.end..end).unwrap_or_default();
            // "([slides](…))" says nothing, and neither does a link from the speaker's name.
            let rest = if is_link_word(rest) { "" } else { rest };
            let is_name = |words: &str| reading.speakers.iter().any(|named| named.name == words);
            let has_inner = line.spans.iter().any(|span| {
                let words = line.text(span.range.clone());
                span.range.start > reading.range.start
                    && span.range.start < reading.end
                    && !(matches!(span.mark, Mark::Link(_))
                        && (is_name(words) || is_link_word(words)))
            });
            !reading.is_weak
                && !has_inner
                && (reading.order == Order::SpeakerFirst
                    || rest.trim().is_empty()
                    || rest.starts_with(". ") && line.text(0..reading.end).ends_with(')')
                    || rest.starts_with('\n'))
        });
        let is_repeated = self.votes.is_repeated(reading.map(|reading| reading.order));
        let is_meant = is_clear || is_repeated && is_whole;
        found.filter(|_| is_meant)
    }

    /// The paragraphs that are only a title and its speakers, joined by a comma or by "with", which join other things as
    /// well. Several like them show that they are talks, if each has its note, below it or in its further lines, and
    /// nothing above says otherwise. Two are enough if all titles are marked.
    pub(super) fn weak_paragraphs(
        &self,
        paragraphs: &BTreeMap<usize, (Line, Readings)>,
        passages: &[Passage],
    ) -> Vec<(usize, Found)> {
        const FEWEST: usize = 3;
        let weak = |(at, (line, readings)): (&usize, &(Line, Readings))| {
            if !may_have_talks(passages.get(..*at).unwrap_or_default()) {
                return None;
            }
            let found = self.line(line, readings)?;
            let first = line.words.lines().next().unwrap_or_default();
            let is_whole = without_tail(first) <= found.end && found.end <= first.len();
            let is_title = found.order == Some(Order::TitleFirst)
                && found.title.contains(' ')
                && title_odds(&found.title, false).is_some_and(|odds| odds > 0.0);
            let is_meant = found.is_weak && !found.is_uncertain && !found.speakers.is_empty();
            (is_whole && is_title && is_meant).then_some((*at, found))
        };
        let found: Vec<_> = paragraphs.iter().filter_map(weak).collect();
        let is_row = |at: usize| found.iter().any(|(row, _)| *row == at);
        let is_tall =
            |at: usize| paragraphs.get(&at).is_some_and(|(line, _)| line.words.contains('\n'));
        let is_marked = |(at, found): &(usize, Found)| {
            let line = paragraphs.get(at).map(|(line, _)| line);
            line.is_some_and(|line| {
                line.spans.first().is_some_and(|span| {
                    span.range.start == 0
                        && matches!(span.mark, Mark::Strong | Mark::Emphasis)
                        && line.text(span.range.clone()).starts_with(&found.title)
                })
            })
        };
        let fewest = if found.iter().all(is_marked) { FEWEST - 1 } else { FEWEST };
        let has_note = |at: usize| {
            if is_tall(at) {
                return true;
            }
            let next = passages.get(at + 1).filter(|_| !is_row(at + 1));
            next.is_some_and(|it| !matches!(it.block, Block::Heading { .. } | Block::Rule))
        };
        let all = found.iter().all(|(at, _)| has_note(*at));
        if found.len() >= fewest && all { found } else { Vec::new() }
    }
}

/// Whether talks may follow the passages of a document so far: below a heading that heads talks or a day, or below the
/// title of the document.
fn may_have_talks(above: &[Passage]) -> bool {
    let others: Vec<&Passage> = above.last().into_iter().collect();
    let headings = above.iter().rev().filter_map(|passage| {
        let Block::Heading { text, .. } = &passage.block else { return None };
        Some(inline_text(text))
    });
    let is_meant =
        |heading: &String| (is_about_talks(heading) || is_day(heading)) && !is_of_others(heading);
    headings.take(1).all(|heading| is_meant(&heading)) && !leads_to_others(&others)
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::check;

    #[test]
    fn links_beside_a_title_are_no_remark() {
        for form in
            ["TITLE – NAME ([slides](https://a.example/1))", "TITLE – [NAME](https://b.example)"]
        {
            let row = |title, name| {
                form.replace("TITLE", title).replace("NAME", name) + "\n\nA remark.\n\n"
            };
            let rows = row("How looms learned to sing", "Marta Kowalska")
                + &row("Why wool is worth it", "Peter Smith");
            check(
                &rows,
                &[
                    "How looms learned to sing | Marta Kowalska",
                    "Why wool is worth it | Peter Smith",
                ],
            );
        }
    }

    #[test]
    fn several_paragraphs_of_title_and_speaker_are_talks() {
        let rows = [
            ("How looms learned to sing", "Marta Kowalska"),
            ("Why wool is worth it", "Peter Smith"),
            ("What a net can hold", "Bo Lindqvist"),
        ];
        let expected = rows.map(|(title, name)| format!("{title} | {name}"));
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        for joint in [", ", " with ", " mit "] {
            let row = |(title, name): &(&str, &str)| {
                format!("{title}{joint}{name}\n\nA remark that is long enough for a note.\n\n")
            };
            let all: Vec<String> = rows.iter().map(row).collect();
            check(&all.concat(), &expected);
            check(&all[..2].concat(), &[]);
            check(&format!("## Talks\n\n{}", all.concat()), &expected);
            check(&format!("## Shopping\n\n{}", all.concat()), &[]);
            check(&format!("Books:\n\n{}", all.concat()), &[]);
        }
    }

    #[test]
    fn paragraphs_without_notes_are_no_talks() {
        check(
            "Supper by the lake, Eva Hill\n\nBus back to Ghent, Cy Hand\n\nTea in the garden, Bo Reed\n",
            &[],
        );
        check(
            "Books that people praised:\n\nWhy nets matter, Eva Hill\n\nThe last loom, Cy Hand\n\nWool for ever, Bo Reed\n",
            &[],
        );
    }

    #[test]
    fn a_marked_title_may_have_its_remark_in_the_next_line() {
        for form in
            ["**TITLE**, *NAME*\nREMARK", "**TITLE**, NAME ([slides](https://a.example))\nREMARK"]
        {
            let row = |title: &str, name: &str, remark: &str| {
                form.replace("TITLE", title).replace("NAME", name).replace("REMARK", remark)
                    + "\n\n"
            };
            let rows = row("Looms that sing", "Marta Kowalska", "looms are loud, etc.")
                + &row("Nets at sea", "Bo Reed", "nets break");
            check(&rows, &["Looms that sing | Marta Kowalska", "Nets at sea | Bo Reed"]);
        }
    }
}
