//! Finds the talk that a whole document is about.

use super::found::Found;
use super::plan::Plan;
use super::sentences::talk_cues::sightings;
use super::speakers::below_title::{Below, Credit, Trust, speakers_below, titled};
use super::speakers::labeled_entry::has_own_title;
use super::tables::columns::lists_talks;
use super::titles::event_titles::{OnEvent, on_event, without_event};
use crate::ingest::lines::line::Line;
use crate::ingest::lines::reading::Reading;
use crate::ingest::lines::repetition::Votes;
use crate::ingest::lines::title::{is_kind_only, title_odds};
use crate::ingest::names::byline::Byline;
use crate::ingest::names::kinds::kind_of;
use crate::ingest::passage::Passage;
use crate::model::{Block, Rule};

/// A document about one talk may have a few items that read as title and speaker, such as books. This many are talks.
const MOST_ITEMS: usize = 3;

impl Plan {
    /// The talk that the whole document is about: its title or its first lines name the speakers, and it names no other
    /// talks. Drops the talks that the plan found in those lines.
    pub(super) fn own_talk(&mut self, title: &str, passages: &[Passage]) -> Option<Found> {
        let title = without_event(title);
        if title.is_empty() {
            return None;
        }
        let line = Line::of_text(title);
        let found = self.reader.read(&line);
        // "**Looms that sing**" above "*Speaker: Ada Weaver*" is a talk of its own.
        let below = if passages.first().is_some_and(|first| has_own_title(&first.block)) {
            None
        } else {
            speakers_below(passages, Trust::Name).or_else(|| told(passages))
        };
        if self.has_others(passages, below.as_ref()) {
            return None;
        }
        let own = by_title(title, &line, &found).or_else(|| {
            let Below { byline, credit, passages: count } = below?;
            let is_meant = match credit {
                Credit::Speaker => on_event(title) != OnEvent::Yes,
                Credit::By => on_event(title) == OnEvent::No,
                // A heading is stronger than a line, which may be about the author.
                Credit::Name => {
                    on_event(title) == OnEvent::No
                        || is_heading(passages.first()) && on_event(title) != OnEvent::Yes
                }
            };
            if is_kind_only(title) && !byline.people.is_empty() {
                // "Thursday keynote" above a name.
                let (kind, speakers) = (kind_of(title), byline.people);
                return Some(Found { kind, speakers, bylines: count, ..Found::default() });
            }
            let own = titled(&line, &found, byline.clone(), count);
            let own =
                own.or_else(|| plain(title, byline, count).filter(|_| credit == Credit::Speaker));
            let own = own.filter(|_| is_meant)?;
            let is_line = credit == Credit::Name && !is_heading(passages.first());
            Some(Found { is_uncertain: own.is_uncertain || is_line, ..own })
        })?;
        self.headings.clear();
        self.paragraphs.clear();
        self.entries.clear();
        Some(own)
    }

    /// Whether the document clearly names other talks: several, or half of its headings.
    fn has_others(&self, passages: &[Passage], below: Option<&Below>) -> bool {
        // The first passages may be read as a talk, but name the speaker of this one.
        let behind = usize::from(below.is_some());
        let is_other = |at: usize, found: &Found| {
            at >= behind && !found.is_uncertain && !(found.is_weak && found.kind.is_none())
        };
        let headings = self.headings.iter().filter(|(at, found)| is_other(**at, found)).count();
        let paragraphs = self.paragraphs.iter().chain(&self.entries);
        let paragraphs = paragraphs.filter(|(at, it)| is_other(**at, it)).count();
        let all = passages.iter().skip(behind);
        let all = all.filter(|passage| matches!(passage.block, Block::Heading { .. })).count();
        let most = match below.map(|below| below.credit) {
            Some(Credit::Speaker) => 2,
            Some(Credit::By) => 1,
            Some(Credit::Name) | None => 0,
        };
        let has_table = passages.iter().any(
            |passage| matches!(&passage.block, Block::Table(table) if lists_talks(&table.rows)),
        );
        has_table
            || headings + paragraphs > most
            || headings * 2 > all
            || self.items >= MOST_ITEMS + most
    }
}

/// The talk in a title that names its speakers.
fn by_title(title: &str, line: &Line, readings: &[Reading]) -> Option<Found> {
    let (reading, is_sure) = Votes::default().choose(readings).unzip();
    let is_meant = |reading: &&Reading| {
        is_sure == Some(true) && !reading.is_weak && on_event(&reading.title) == OnEvent::No
    };
    if let Some(reading) = reading.filter(is_meant) {
        return Some(Found::new(line, reading));
    }
    // "Notes: “Looms” by Ada Weaver (Loom Days 2019)".
    let mut quoted = sightings(line).into_iter().filter(|it| it.rule == Rule::TalkInQuotes);
    let sighting = quoted.next().filter(|it| !it.speakers.is_empty())?;
    let own = sighting.title.filter(|_| quoted.next().is_none())?;
    Some(Found { title: own, speakers: sighting.speakers, end: title.len(), ..Found::default() })
}

/// A title that reads like a section, such as "The loom and me", above words that clearly name the speaker.
fn plain(title: &str, byline: Byline, bylines: usize) -> Option<Found> {
    const LEAST: usize = 3;
    let is_title = on_event(title) == OnEvent::No
        && title.split_whitespace().count() >= LEAST
        && title_odds(title, true).is_some();
    let found = Found { title: title.to_owned(), speakers: byline.people, ..Found::default() };
    is_title.then_some(Found { bylines, is_uncertain: true, ..found })
}

/// The speaker in the first sentence: "Talk by Ada Weaver at the Loom Days".
fn told(passages: &[Passage]) -> Option<Below> {
    let Block::Paragraph(text) = &passages.first()?.block else { return None };
    let mut found = sightings(&Line::of(text)).into_iter();
    let sighting = found.next().filter(|it| it.title.is_none() && it.sentence.start == 0)?;
    let byline = Byline { people: sighting.speakers, odds: 1.0 };
    found.next().is_none().then_some(Below { byline, credit: Credit::Name, passages: 0 })
}

fn is_heading(passage: Option<&Passage>) -> bool {
    passage.is_some_and(|passage| matches!(passage.block, Block::Heading { .. }))
}

#[cfg(test)]
mod tests {

    #[track_caller]
    fn check(title: &str, text: &str, expected: Option<(&str, &str)>) {
        let draft = crate::ingest::ingest("a.md", format!("# {title}\n\n{text}").as_bytes()).draft;
        let talks = draft.map(|draft| draft.talks).unwrap_or_default();
        let found = talks.first().map(|talk| {
            let names: Vec<&str> = talk.speakers.iter().map(|named| named.name.as_str()).collect();
            (talk.title.clone(), names.join("+"))
        });
        let found = found.as_ref().map(|(title, names)| (title.as_str(), names.as_str()));
        assert_eq!(found, expected, "{title}\n{text}");
        assert!(talks.len() < 2, "{title}\n{text}");
    }

    #[test]
    fn a_document_may_be_about_one_talk() {
        const TITLE: &str = "Breaking up the monolith";
        const NOTES: &str =
            "\n\n## Approach: Strangler Fig\n\n- Redis - cache\n- Martin Fowler's article\n";
        let ada = Some((TITLE, "Ada Weaver"));
        for line in [
            "Speaker: Ada Weaver",
            "by Ada Weaver",
            "_Ada Weaver, Warpworks_",
            "Ada Weaver, LoomConf 2019",
            "## Ada Weaver (Warpworks)",
            "- Event: LoomConf 2019\n- Speaker: Ada Weaver",
            "- Ada Weaver - CTO, Warpworks",
            "> Ada Weaver, Warpworks",
            "**Speakers:**\n\n- Ada Weaver",
            "## Speaker\n\nAda Weaver",
            "| | |\n|--|--|\n| Speaker | Ada Weaver |",
            "Referentin: Ada Weaver\nRaum: 3",
            "Intervenante : Ada Weaver",
            "Ponente: Ada Weaver",
            "Relatrice: Ada Weaver",
            "Palestrante: Ada Weaver",
            "door Ada Weaver",
            "発表者: Ada Weaver",
            "Talk by Ada Weaver at LoomConf.",
        ] {
            check(TITLE, &format!("{line}{NOTES}"), ada);
        }
        check(
            "The loom and me",
            &format!("Speaker: Ada Weaver{NOTES}"),
            Some(("The loom and me", "Ada Weaver")),
        );
        check("The loom and me", &format!("by Ada Weaver{NOTES}"), None);
        check("Breaking up by Ada Weaver", NOTES, Some(("Breaking up", "Ada Weaver")));
        check("Keynote on Thursday", &format!("It was fun.{NOTES}"), None);
        check("Thursday keynote", "* Ada Weaver - CTO, Warpworks", Some(("", "Ada Weaver")));
        check("LoomConf 2019", &format!("by Ada Weaver{NOTES}"), None);
        let titled = "**Felting in the dark**\n*Speaker: Ada Weaver*\n\nLoud.\n";
        check("My week at LoomConf", titled, Some(("Felting in the dark", "Ada Weaver")));
    }
}
