//! Finds speakers in the first words below headings, if several headings of a document have such words.

use super::name_headings::Headings;
use crate::ingest::lines::cut::skipped;
use crate::ingest::lines::line::{Line, Mark};
use crate::ingest::lines::reading::{Order, Reading};
use crate::ingest::lines::set_off::is_evidence;
use crate::ingest::lines::title::is_kind_only;
use crate::ingest::names::byline::Byline;
use crate::ingest::names::kinds::kind_of;
use crate::ingest::names::likeness::{Class, Likeness};
use crate::ingest::names::name_shape::person_odds;
use crate::ingest::names::named_people::names_in;
use crate::ingest::passage::Passage;
use crate::ingest::talks::found::Found;
use crate::ingest::talks::speakers::below_title::titled;
use crate::ingest::talks::speakers::first_words::{Cue, first_text, opening};
use crate::model::{Block, Inline, inline_text};

/// Odds above which words are a name.
const NAME: f32 = 1.0;

/// How the headings of a document lead to speakers.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ingest::talks) struct Openings {
    /// Number of headings above words that name somebody.
    count: usize,
    /// Number of headings with a recording right below.
    recorded: usize,
}

impl Openings {
    /// Counts the headings of a document.
    pub(in crate::ingest::talks) fn of(headings: &Headings, passages: &[Passage]) -> Self {
        let mut found = Self::default();
        for at in headings.keys() {
            let (first, is_recorded) = first_text(passages.get(at + 1..).unwrap_or_default());
            let is_named = opening(first).is_some_and(|(_, cue)| cue > Cue::Acting);
            found.count += usize::from(is_named);
            found.recorded += usize::from(is_recorded);
        }
        found
    }

    /// The talk of a heading that is a title above words about somebody, or above a recording. Other headings must look
    /// alike, because a name below a single one may be anybody's.
    pub(in crate::ingest::talks) fn talk(
        self,
        line: &Line,
        readings: &[Reading],
        below: &[Passage],
    ) -> Option<Found> {
        let (first, is_recorded) = first_text(below);
        let is_recorded = is_recorded && self.recorded > 1;
        let Some((byline, cue)) = opening(first) else {
            let nobody = Byline { people: Vec::new(), odds: NAME };
            let found = titled(line, readings, nobody, 0).filter(|_| is_recorded)?;
            return is_title(readings, 3).then_some(Found { is_uncertain: true, ..found });
        };
        let least = if cue == Cue::Telling || cue == Cue::Acting { 3 } else { 2 };
        let is_meant = is_recorded || cue == Cue::Speaking || self.count > 1 && cue > Cue::Acting;
        let is_title = is_title(readings, least) || self.count > 1 && is_phrase(readings);
        (is_meant && is_title).then(|| titled(line, readings, byline, 0))?
    }
}

/// "Opening keynote" above "Ada Weaver opened the day with …": a talk without a title.
pub(in crate::ingest::talks) fn keynote_of(line: &Line, below: Option<&Passage>) -> Option<Found> {
    if !is_kind_only(&line.words) {
        return None;
    }
    let (byline, _) = opening(below)?;
    let kind = kind_of(&line.words);
    Some(Found { kind, speakers: byline.people, is_uncertain: true, ..Found::default() })
}

/// The talk of a heading that links to its recording or schedule entry. The speaker is the only person in the first
/// paragraph.
pub(in crate::ingest::talks) fn recorded_heading(
    line: &Line,
    readings: &[Reading],
    below: Option<&Passage>,
) -> Option<Found> {
    let is_linked =
        line.spans.iter().any(|span| matches!(&span.mark, Mark::Link(url) if is_evidence(url)));
    if !is_linked || !is_title(readings, 3) {
        return None;
    }
    let byline = only_person(below).unwrap_or(Byline { people: Vec::new(), odds: NAME });
    let found = titled(line, readings, byline, 0)?;
    let links = line.links(&(0..line.words.len())).map(str::to_owned).collect();
    Some(Found { links, ..found })
}

fn only_person(below: Option<&Passage>) -> Option<Byline> {
    let Block::Paragraph(text) = &below?.block else { return None };
    let names = names_in(&inline_text(text));
    let mut people = names.into_iter().filter(|named| person_odds(&named.name) > NAME);
    let named = people.next().filter(|_| people.next().is_none())?;
    let odds = person_odds(&named.name);
    Some(Byline { people: vec![named], odds })
}

/// Whether a line may be a title if other headings are like it.
fn is_phrase(readings: &[Reading]) -> bool {
    const LEAST: usize = 3;
    let alone = readings.iter().find(|reading| reading.order == Order::TitleOnly);
    alone.is_some_and(|reading| {
        let likeness = Likeness::of(&reading.title);
        reading.odds > 1.0
            && reading.title.split_whitespace().count() >= LEAST
            && likeness.class() != Class::Heading
            && likeness.person() < 0.0
    })
}

/// Whether a line is more likely the title of a talk than of a section on a theme.
pub(in crate::ingest::talks) fn is_title(readings: &[Reading], least: usize) -> bool {
    let alone = readings.iter().find(|reading| reading.order == Order::TitleOnly);
    alone.is_some_and(|reading| {
        reading.odds > 1.0
            && reading.title.split_whitespace().count() >= least
            && Likeness::of(&reading.title).class() == Class::Title
    })
}

/// Whether the headings of a document have letters as numbers: "A. Looms that sing", "B. Fast wool".
pub(in crate::ingest::talks) fn are_lettered(passages: &[Passage]) -> bool {
    let begins = |letter: &str| {
        passages.iter().any(|passage| {
            let Block::Heading { text, .. } = &passage.block else { return false };
            inline_text(text).strip_prefix(letter).is_some_and(|rest| rest.starts_with(['.', ')']))
        })
    };
    begins("A") && begins("B")
}

/// The line of a heading without its letter.
pub(in crate::ingest::talks) fn unlettered(text: &[Inline]) -> Line {
    let words = inline_text(text);
    let mut letters = words.chars();
    let is_letter = letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && matches!(letters.next(), Some('.' | ')'))
        && letters.next() == Some(' ');
    if is_letter { Line::of(&skipped(text, 3)) } else { Line::of(text) }
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::check;

    const BOTH: [&str; 2] = [
        "Shrinking looms for fun and profit | Ada Weaver",
        "What a loom can learn from a piano | Marta Kowalska",
    ];

    #[test]
    fn several_headings_above_names_are_talks() {
        for (first, second) in [
            ("**Ada Weaver** keeps three looms.", "**Marta Kowalska** plays."),
            ("By Ada Weaver. It was loud.", "*by Marta Kowalska* - it was louder."),
            ("Ada Weaver. Just watch.", "Marta Kowalska. Just listen."),
            ("Ada Weaver on why they sing.", "Marta Kowalska over het pedaal."),
            ("Talk by Ada Weaver. Loud.", "Ein Vortrag von Marta Kowalska, laut."),
            ("Referentin: Ada Weaver. Loud.", "Spreker: Marta Kowalska. Luid."),
            ("Full. The presenter, Ada Weaver, drew.", "L'oratrice, Marta Kowalska, a joué."),
            (
                "https://youtu.be/dsCMfi5YPnE\n\nAda Weaver rebuilt.",
                "https://youtu.be/CjYEpVNbM-s\n\nMarta Kowalska rebuilt.",
            ),
            ("- Ada Weaver\n- it was loud", "- Marta Kowalska\n- it was louder"),
        ] {
            let first = format!("## Shrinking looms for fun and profit\n\n{first}\n\n");
            let second = format!("## What a loom can learn from a piano\n\n{second}\n");
            check(&format!("{first}{second}"), &BOTH);
        }
        check("## Shrinking looms for fun and profit\n\n**Ada Weaver** was there.\n", &[]);
        check(
            "## Shrinking looms for fun and profit\n\nAda Weaver rebuilt.\n\n## What a loom can learn from a piano\n\nMarta Kowalska rebuilt.\n",
            &[],
        );
        check(
            "## Shrinking looms for fun and profit\n\nhttps://youtu.be/dsCMfi5YPnE\n\nLoud.\n\n## What a loom can learn from a piano\n\nhttps://youtu.be/CjYEpVNbM-s\n\nLouder.\n",
            &["Shrinking looms for fun and profit | ", "What a loom can learn from a piano | "],
        );
        check(
            "## What a loom can learn from a piano\n\nThe talk by Ada Weaver was loud.\n",
            &[" | Ada Weaver"],
        );
        check(
            "## Hallway\n\n**Ada Weaver** was there.\n\n## Dinner\n\n**Marta Kowalska** was not.\n",
            &[],
        );
    }

    #[test]
    fn a_keynote_is_told_of_by_who_gave_it() {
        check(
            "## Opening keynote\n\nAda Weaver and Marta Kowalska opened the day with looms.\n",
            &[" | Ada Weaver + Marta Kowalska"],
        );
        check("## Opening keynote\n\nThe hall was full.\n", &[]);
    }

    #[test]
    fn a_heading_with_a_recording_is_a_talk() {
        check(
            "## Shrinking looms for fun and profit – [video](https://youtu.be/dsCMfi5YPnE)\n\nA talk on sound. Ada Weaver built two.\n",
            &["Shrinking looms for fun and profit | Ada Weaver"],
        );
    }

    #[test]
    fn letters_may_number_talks() {
        check(
            "## A. Shrinking looms for fun and profit\n\n- speaker: Ada Weaver\n\n## B. What a loom can learn from a piano\n\n- speaker: Marta Kowalska\n",
            &BOTH,
        );
    }
}
