//! Scans a whole document and decides which of its headings, items, rows and paragraphs are talks.

use super::agreed_rows::headings_like_the_others;
use super::found::Found;
use super::headings::lone_headings::{is_numbered_point, lone_headings};
use super::headings::name_headings::{
    Headings, is_surer_name, name_headings, title_in_item, within,
};
use super::headings::openings::{Openings, are_lettered, keynote_of, recorded_heading, unlettered};
use super::headings::title_lines::title_lines;
use super::headings::trust::{are_authors_meant, trust};
use super::lists::lone_items::read_items;
use super::lists::terms::terms;
use super::sentences::bold_titles::bold_titles;
use super::speakers::below_title::{
    Credit, Trust, labeled_in_section, opening_name, speakers_below, speakers_in_item, titled,
    titled_by_place,
};
use super::speakers::labeled_entry::labeled_entry;
use super::titles::event_titles::ends_in_year;
use crate::ingest::lines::line::Line;
use crate::ingest::lines::line_reader::LineReader;
use crate::ingest::lines::line_talks::{begins_with_talk, talk_lines};
use crate::ingest::lines::reading::{Reading, Readings};
use crate::ingest::lines::repetition::Votes;
use crate::ingest::lines::title::is_day;
use crate::ingest::names::byline::is_label;
use crate::ingest::names::clutter::lead;
use crate::ingest::names::no_talks::is_marked_canceled;
use crate::ingest::passage::Passage;
use crate::model::Block;
use std::collections::BTreeMap;

/// The lines of a document that are talks, by the index of their passage.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// Headings.
    pub headings: BTreeMap<usize, Found>,
    /// Paragraphs that begin with a talk.
    pub paragraphs: BTreeMap<usize, Found>,
    /// How often the lines of the document have each order.
    pub votes: Votes,
    /// Blocks whose lines label a title and a speaker.
    pub entries: BTreeMap<usize, Found>,
    /// The lines of the document that were read.
    pub reader: LineReader,
    /// The document is about an event.
    pub is_on_event: bool,
    /// How many list items are clearly talks.
    pub items: usize,
}

impl Plan {
    /// Reads all lines of a document; `is_on_event` says that it is about an event.
    pub(in crate::ingest) fn of(
        passages: &[Passage],
        is_on_event: bool,
        reader: LineReader,
    ) -> Self {
        let mut headings = Headings::new();
        let mut paragraphs: BTreeMap<usize, (Line, Readings)> = BTreeMap::new();
        let mut items: Vec<Readings> = Vec::new();
        let mut entries: BTreeMap<usize, Found> = BTreeMap::new();
        let are_lettered = are_lettered(passages);
        for (at, passage) in passages.iter().enumerate() {
            if let Some(found) = labeled_entry(&passage.block) {
                entries.insert(at, found);
                continue;
            }
            match &passage.block {
                Block::Heading { level, text } => {
                    let line = if are_lettered { unlettered(text) } else { Line::of(text) };
                    let found = reader.read(&line);
                    headings.insert(at, (*level, line, found));
                }
                Block::Paragraph(text) => {
                    let lines = talk_lines(&reader, text);
                    if !lines.is_empty() {
                        items.extend(lines.iter().map(|line| reader.read(&Line::of(line))));
                        continue;
                    }
                    let line = Line::of(text);
                    if begins_with_talk(&line) {
                        let found = reader.read(&line);
                        paragraphs.insert(at, (line, found));
                    }
                }
                Block::List { items: all, .. } => read_items(&reader, &mut items, all),
                Block::Quote(_)
                | Block::Code { .. }
                | Block::Image { .. }
                | Block::Video(_)
                | Block::Table(_)
                | Block::Rule => {}
            }
        }
        let all = headings.values().map(|(.., found)| found);
        let all = all.chain(paragraphs.values().map(|(_, found)| found)).chain(items.iter());
        let votes = Votes::count(all);
        let is_clear = |(reading, is_sure): (&Reading, bool)| is_sure && !reading.is_weak;
        let is_talk = |found: &&Readings| votes.choose(found).is_some_and(is_clear);
        let n_items = items.iter().filter(is_talk).count();
        let mut plan =
            Self { votes, entries, is_on_event, items: n_items, reader, ..Self::default() };
        let below_talks = plan.read_headings(&headings, passages);
        headings_like_the_others(&headings, &below_talks, &mut plan.headings);
        paragraphs.retain(|at, _| !below_talks.contains(at));
        for (at, (line, readings)) in &paragraphs {
            plan.paragraphs.extend(plan.paragraph(line, readings).map(|found| (*at, found)));
        }
        for (at, found) in plan.weak_paragraphs(&paragraphs, passages) {
            plan.paragraphs.entry(at).or_insert(found);
        }
        for (at, found) in name_headings(&plan.reader, &headings, passages) {
            // The heading above may be the title of that talk.
            let above = at.checked_sub(1);
            let is_below_point = above
                .and_then(|above| headings.get(&above))
                .is_some_and(|(_, line, _)| is_numbered_point(line));
            let above = above.and_then(|above| plan.headings.get(&above));
            if above.is_none_or(|above| above.bylines == 0) && !is_below_point {
                plan.headings.entry(at).or_insert(found);
            }
        }
        for (at, found) in lone_headings(&headings, &plan.headings, passages, is_on_event) {
            plan.headings.entry(at).or_insert(found);
        }
        for (at, found) in
            terms(&plan.reader, passages).into_iter().chain(bold_titles(&plan.reader, passages))
        {
            plan.paragraphs.entry(at).or_insert(found);
        }
        for (at, found) in title_lines(&plan.reader, passages) {
            plan.paragraphs.remove(&(at + 1));
            plan.paragraphs.entry(at).or_insert(found);
        }
        let is_canceled = |(_, line, _): &(u8, Line, _)| is_marked_canceled(&line.words);
        plan.headings.retain(|at, _| !headings.get(at).is_some_and(is_canceled));
        plan
    }

    /// Finds the talks in headings. Returns the indexes of headings that name the speaker of the talk above.
    fn read_headings(&mut self, headings: &Headings, passages: &[Passage]) -> Vec<usize> {
        let mut below_talks: Vec<usize> = Vec::new();
        let openings = Openings::of(headings, passages);
        let trust = trust(headings, passages);
        let are_authors_meant = are_authors_meant(headings, passages);
        for (at, (level, line, readings)) in headings {
            // "404" may be a title.
            let is_date = is_day(&line.words) && line.words.contains(char::is_alphabetic);
            if below_talks.contains(at) || is_numbered_point(line) || is_date {
                continue;
            }
            // "Approach: Strangler Fig" is a talk only if other lines are like it.
            let is_meant = |found: &Found| {
                !found.is_weak
                    || lead(&line.words).is_labeled
                    || self.votes.is_repeated(found.order)
            };
            // "Coordination: Ada Weaver" does not name a speaker.
            let label = line.words.split_once([':', '：']).map_or("", |(label, _)| label);
            let is_other = !label.is_empty() && is_label(label) && !lead(&line.words).is_labeled;
            let found = self.line(line, readings).filter(|it| is_meant(it) && !is_other);
            let is_entry = self.entries.contains_key(&(at + 1));
            let rest = within(passages.get(at + 1..).unwrap_or_default(), *level);
            let below = speakers_below(rest, Trust::Name);
            let below = below.or_else(|| speakers_below(rest.get(..1)?, trust));
            let below =
                below.filter(|below| !is_entry && !is_surer_name(line, below.byline.odds, rest));
            let found = match (found, below) {
                (Some(found), _) => Some(found),
                (None, Some(below)) => {
                    let is_place = trust == Trust::Shape || below.credit == Credit::Speaker;
                    titled(line, readings, below.byline.clone(), below.passages)
                        .or_else(|| titled_by_place(line, below).filter(|_| is_place))
                }
                (None, None) => {
                    let below = passages.get(at + 1..).unwrap_or_default();
                    let found = opening_name(below.first())
                        .and_then(|byline| titled(line, readings, byline, 0))
                        .filter(|_| readings.iter().any(|reading| reading.is_set_off));
                    found
                        .or_else(|| {
                            titled(line, readings, labeled_in_section(below, are_authors_meant)?, 0)
                        })
                        .or_else(|| keynote_of(line, below.first()))
                        .or_else(|| openings.talk(line, readings, below))
                        .or_else(|| recorded_heading(line, readings, below.first()))
                }
            };
            // A heading with the speaker of the talk above is not a talk.
            below_talks.extend(found.iter().filter(|it| it.order.is_none()).map(|_| at + 1));
            self.headings.extend(found.map(|found| (*at, found)));
        }
        below_talks
    }

    /// The talk in a line that also names its speakers.
    pub(super) fn line(&self, line: &Line, readings: &[Reading]) -> Option<Found> {
        let (reading, is_sure) = self.votes.choose(readings)?;
        // "LoomConf 2019, San Diego" is an edition and its place.
        if reading.is_weak && ends_in_year(&reading.title) {
            return None;
        }
        Some(Found { is_uncertain: !is_sure, ..Found::new(line, reading) }.with_title_behind(line))
    }

    /// The talk in a list item that also names its speakers.
    pub(super) fn item(&self, item: &[Block]) -> Option<Found> {
        let Some(Block::Paragraph(text) | Block::Heading { text, .. }) = item.first() else {
            return None;
        };
        let line = Some(Line::of(text)).filter(|line| !is_marked_canceled(&line.words))?;
        let readings = self.reader.read(&line);
        self.line(&line, &readings)
            .or_else(|| {
                let byline = speakers_in_item(item)?;
                titled(&line, &readings, byline, 0).filter(|found| !found.is_uncertain)
            })
            .or_else(|| title_in_item(&self.reader, &line, item))
            .or_else(|| labeled_entry(item.first()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Inline;

    fn heading(text: &str) -> Passage {
        let text = vec![Inline::Text(text.to_owned())];
        Passage::new(Block::Heading { level: 2, text }, 1, 1)
    }

    fn shown(found: &Found) -> String {
        let people = found
            .speakers
            .iter()
            .map(|named| format!("{} ({})", named.name, named.organizations.join(", ")));
        format!("{} | {}", found.title, people.collect::<Vec<_>>().join(" + "))
    }

    #[track_caller]
    fn check(headings: &[&str], expected: &[Option<&str>]) {
        let passages: Vec<Passage> = headings.iter().map(|text| heading(text)).collect();
        let plan = Plan::of(&passages, false, LineReader::default());
        let found: Vec<Option<String>> =
            (0..headings.len()).map(|at| plan.headings.get(&at).map(shown)).collect();
        let expected: Vec<Option<String>> =
            expected.iter().map(|text| text.map(str::to_owned)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_heading_names_title_and_speakers_in_many_ways() {
        for (text, expected) in [
            (
                "Keynote: Threads of Time - Ada Weaver, Warpworks",
                "Threads of Time | Ada Weaver (Warpworks)",
            ),
            (
                "Keynote: Ada Weaver – Spinning WOOL into practical rope workflows",
                "Spinning WOOL into practical rope workflows | Ada Weaver ()",
            ),
            (
                "Threads of Time by Ada Weaver and Bo Thread",
                "Threads of Time | Ada Weaver () + Bo Thread ()",
            ),
            ("Threads of Time (Ada Weaver, Warpworks)", "Threads of Time | Ada Weaver (Warpworks)"),
            (
                "Threads of Time - Ada Weaver, Senior Staff Weaver, WarpWorks",
                "Threads of Time | Ada Weaver (WarpWorks)",
            ),
            (
                "Threads of Time (Ada Weaver & Bo Thread, WARP)",
                "Threads of Time | Ada Weaver (WARP) + Bo Thread (WARP)",
            ),
            ("Ada Weaver: How to dye a thread", "How to dye a thread | Ada Weaver ()"),
            (
                "1. Ada Weaver - How to dye a thread (duration: 25:00)",
                "How to dye a thread | Ada Weaver ()",
            ),
            (
                "Ada Weaver - @ada - How to dye a thread - https://warp.example/dye",
                "How to dye a thread | Ada Weaver ()",
            ),
            ("Old Wefts - Ada Weaver, Warpworks", "Old Wefts | Ada Weaver (Warpworks)"),
            (
                "Ada Weaver (Warpworks), How to dye a thread",
                "How to dye a thread | Ada Weaver (Warpworks)",
            ),
            ("Ada Weaver: How to dye a thread @ Main Hall", "How to dye a thread | Ada Weaver ()"),
            (
                "How to dye a thread - Ada Weaver and Bo Spindle",
                "How to dye a thread | Ada Weaver () + Bo Spindle ()",
            ),
            ("Talk by Ada Weaver", " | Ada Weaver ()"),
            ("Ada Weaver on “How to dye a thread”", "How to dye a thread | Ada Weaver ()"),
            (
                "Topics, threads and looms – Ada Weaver (Data Architect, Warpworks) & Marta Kowalska (Weft)",
                "Topics, threads and looms | Ada Weaver (Warpworks) + Marta Kowalska (Weft)",
            ),
            ("How to dye — Zyx Qorblat, Ada Weaver", "How to dye | Zyx Qorblat () + Ada Weaver ()"),
            ("Ada Weaver | @ada | warp.example | How to dye", "How to dye | Ada Weaver ()"),
            ("Ada Weaver - Looms call! - A game", "Looms call! - A game | Ada Weaver ()"),
            (
                "Ada Weaver - A Loom. Two Are a Better One",
                "A Loom. Two Are a Better One | Ada Weaver ()",
            ),
            ("10:30 How to dye a thread — Ada WEAVER", "How to dye a thread | Ada WEAVER ()"),
        ] {
            check(&[text], &[Some(expected)]);
        }
    }

    #[test]
    fn sections_and_breaks_are_no_talks() {
        for text in [
            "Service Mesh",
            "What I liked most",
            "Day 1 - Arrival",
            "Lunch Break",
            "Final thoughts",
            "LoomConf US 2019, San Marino",
        ] {
            check(&[text], &[None]);
        }
    }

    #[test]
    fn the_order_of_most_lines_is_that_of_all() {
        check(
            &[
                "Ada Weaver - How to dye a thread",
                "Marta Kowalska - Fast wool",
                "Cy Bobbin - Silk for all",
            ],
            &[
                Some("How to dye a thread | Ada Weaver ()"),
                Some("Fast wool | Marta Kowalska ()"),
                Some("Silk for all | Cy Bobbin ()"),
            ],
        );
    }

    #[test]
    fn plain_text_has_the_speaker_on_the_next_line() {
        let lines = |all: &[(&str, u32)]| {
            let passage = |(words, line): &(&str, u32)| {
                let text = vec![Inline::Text((*words).to_owned())];
                Passage::new(Block::Paragraph(text), *line, *line)
            };
            let plan = Plan::of(
                &all.iter().map(passage).collect::<Vec<_>>(),
                false,
                LineReader::default(),
            );
            plan.paragraphs.values().map(shown).collect::<Vec<_>>()
        };
        let first = [("How to retire a loom", 1), ("Ada Weaver (Warpworks)", 2)];
        let second = [("Shrinking wool for fun and profit", 4), ("Marta Kowalska", 5)];
        assert_eq!(
            lines(&[first, second].concat()),
            [
                "How to retire a loom | Ada Weaver (Warpworks)",
                "Shrinking wool for fun and profit | Marta Kowalska ()"
            ]
        );
        assert_eq!(lines(&first), [""; 0], "one may be a document and its author");
    }

    #[test]
    fn the_lines_below_a_title_say_who_spoke() {
        let text = |text: &str| vec![Inline::Text(text.to_owned())];
        let paragraph = |words: &str| Block::Paragraph(text(words));
        let list = |items: &[&str]| Block::List {
            start: None,
            items: items.iter().map(|words| vec![paragraph(words)]).collect(),
        };
        for (below, expected) in [
            (list(&["Who: Ada Weaver", "three looms"]), Some("Ada Weaver ()")),
            (list(&["Ada Weaver - CTO, Warpworks", "three looms"]), Some("Ada Weaver (Warpworks)")),
            (list(&["Ada Weaver, Warpworks", "Bo Thread, Weft"]), None),
            (paragraph("Ada Weaver - @ada"), Some("Ada Weaver ()")),
            (paragraph("Ada Weaver | wool and silk | 20 min"), Some("Ada Weaver ()")),
            (paragraph("three looms and a cat"), None),
        ] {
            let passages =
                [heading("Shrinking looms for fun and profit"), Passage::new(below, 2, 2)];
            let plan = Plan::of(&passages, false, LineReader::default());
            let found = plan.headings.get(&0).map(shown);
            let title = "Shrinking looms for fun and profit";
            assert_eq!(found, expected.map(|people| format!("{title} | {people}")));
        }
    }
}
