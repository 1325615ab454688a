//! Finds who spoke by what the first words below a heading say, where several headings have such words.

use super::below_title::titled;
use super::bold_names::in_bold;
use super::found::Found;
use super::listed::skipped;
use crate::ingest::lines::line::{Line, Mark};
use crate::ingest::lines::reading::{Order, Reading};
use crate::ingest::lines::set_off::is_evidence;
use crate::ingest::lines::title::is_kind_only;
use crate::ingest::names::byline::Byline;
use crate::ingest::names::cue_words::{BY, HELPERS, OPENING, TELLING, has, leading};
use crate::ingest::names::kinds::kind_of;
use crate::ingest::names::likeness::{Class, Likeness};
use crate::ingest::names::name_shape::person_odds;
use crate::ingest::names::named_people::{Named, names_in};
use crate::ingest::names::speech::is_joint;
use crate::ingest::passage::Passage;
use crate::model::{Block, Inline, inline_text};

/// How the first words below a heading name somebody.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Cue {
    /// "Ada Weaver showed how".
    Telling,
    /// "By Ada Weaver.", the name in bold, or the name as a sentence or an item of its own.
    Alone,
}

/// Odds above which a name is one.
const NAME: f32 = 1.0;

/// Who the first words of a passage name, and how.
pub(super) fn opening(passage: Option<&Passage>) -> Option<(Byline, Cue)> {
    match &passage?.block {
        Block::Paragraph(text) => {
            let line = Line::of(text);
            telling(&line.words)
                .map(|byline| (byline, Cue::Telling))
                .or_else(|| Some((in_bold(&line).or_else(|| sentence(&line.words))?, Cue::Alone)))
        }
        Block::List { items, .. } => Some((first_item(items)?, Cue::Alone)),
        Block::Heading { .. }
        | Block::Quote(_)
        | Block::Code { .. }
        | Block::Image { .. }
        | Block::Video(_)
        | Block::Table(_)
        | Block::Rule => None,
    }
}

/// "Ada Weaver and Bo Thread opened the day with".
pub(super) fn telling(words: &str) -> Option<Byline> {
    let (people, reach) = leading_names(words);
    let rest = words.get(reach..)?.to_lowercase();
    let mut after = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut verb = after.next()?;
    // "ha mostrato", "hat gezeigt", "invece hanno spiegato".
    while has(HELPERS, verb) {
        verb = after.next()?;
    }
    let is_told = has(TELLING, verb) || has(OPENING, verb);
    let odds = people.iter().map(|named| person_odds(&named.name)).reduce(f32::min)?;
    (is_told && odds > NAME).then_some(Byline { people, odds })
}

/// The names that a text begins with, joined to one another, and the byte behind them.
fn leading_names(words: &str) -> (Vec<Named>, usize) {
    let mut people: Vec<Named> = Vec::new();
    let mut reach = 0;
    for named in names_in(words) {
        let between = words.get(reach..named.range.start).unwrap_or_default();
        let is_next = if people.is_empty() { named.range.start == 0 } else { is_joint(between) };
        if !is_next {
            break;
        }
        reach = named.end.max(named.range.end);
        people.push(named);
    }
    (people, reach)
}

/// "By Ada Weaver. The demo was loud." and "Ada Weaver. Just watch."
fn sentence(words: &str) -> Option<Byline> {
    const LONGEST: usize = 14;
    let ends = words.match_indices([',', '.', '—', '–']).map(|(at, _)| at);
    let whole =
        |at: usize| words.get(..at).filter(|head| head.split_whitespace().count() <= LONGEST);
    let is_by = leading(BY, words).is_some();
    ends.filter_map(whole).find_map(|head| {
        let is_stop = words.get(head.len()..)?.starts_with(". ");
        Byline::parse(head)
            .filter(|byline| !byline.people.is_empty())
            .filter(|byline| if is_by { byline.odds > NAME } else { is_stop && byline.odds > 2.0 })
    })
}

/// The name that is the first item of a list, when no other item is one.
fn first_item(items: &[Vec<Block>]) -> Option<Byline> {
    let named = |item: &Vec<Block>| {
        let Some(Block::Paragraph(text)) = item.first() else { return None };
        Byline::parse(&inline_text(text)).filter(|byline| !byline.people.is_empty())
    };
    let (first, others) = items.split_first()?;
    let byline = named(first).filter(|byline| byline.odds > 2.0)?;
    let is_only = others.iter().all(|item| named(item).is_none_or(|other| other.odds < 0.0));
    is_only.then_some(byline)
}

/// The talk of a heading that is a title above words about somebody. Other headings must have such
/// words, too: who is named below one may be anybody.
pub(super) fn by_opening(
    line: &Line,
    readings: &[Reading],
    below: Option<&Passage>,
) -> Option<Found> {
    let (byline, cue) = opening(below)?;
    let least = if cue == Cue::Telling { 3 } else { 2 };
    is_title(readings, least).then(|| titled(line, readings, byline, 0))?
}

/// "Opening keynote" above "Ada Weaver opened the day with …": a talk without a title.
pub(super) fn keynote_of(line: &Line, below: Option<&Passage>) -> Option<Found> {
    if !is_kind_only(&line.words) {
        return None;
    }
    let (byline, _) = opening(below)?;
    let kind = kind_of(&line.words);
    Some(Found { kind, speakers: byline.people, is_uncertain: true, ..Found::default() })
}

/// The talk of a heading that links to its recording or its entry in a schedule. Who spoke is the only
/// person that the first paragraph names.
pub(super) fn recorded_heading(
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

/// Whether a line is the title of a talk more than that of a section on a theme.
fn is_title(readings: &[Reading], least: usize) -> bool {
    let alone = readings.iter().find(|reading| reading.order == Order::TitleOnly);
    alone.is_some_and(|reading| {
        reading.odds > 1.0
            && reading.title.split_whitespace().count() >= least
            && Likeness::of(&reading.title).class() == Class::Title
    })
}

/// Whether the headings of a document are numbered by letters: "A. Looms that sing", "B. Fast wool".
pub(super) fn are_lettered(passages: &[Passage]) -> bool {
    let begins = |letter: &str| {
        passages.iter().any(|passage| {
            let Block::Heading { text, .. } = &passage.block else { return false };
            inline_text(text).strip_prefix(letter).is_some_and(|rest| rest.starts_with(['.', ')']))
        })
    };
    begins("A") && begins("B")
}

/// The line of a heading without the letter that numbers it.
pub(super) fn unlettered(text: &[Inline]) -> Line {
    let words = inline_text(text);
    let mut letters = words.chars();
    let is_letter = letters.next().is_some_and(|c| c.is_ascii_uppercase())
        && matches!(letters.next(), Some('.' | ')'))
        && letters.next() == Some(' ');
    if is_letter { Line::of(&skipped(text, 3)) } else { Line::of(text) }
}

#[cfg(test)]
mod tests {
    use crate::ingest::talks::tests::talks_of;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(talks_of(text), expected, "{text}");
    }

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
            ("- Ada Weaver\n- it was loud", "- Marta Kowalska\n- it was louder"),
        ] {
            let first = format!("## Shrinking looms for fun and profit\n\n{first}\n\n");
            let second = format!("## What a loom can learn from a piano\n\n{second}\n");
            check(&format!("{first}{second}"), &BOTH);
        }
        check("## Shrinking looms for fun and profit\n\n**Ada Weaver** was there.\n", &[]);
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
