//! Reads headings that are speaker names, with a title below or without a title.

use crate::ingest::lines::line::{Line, Mark};
use crate::ingest::lines::line_reader::LineReader;
use crate::ingest::lines::reading::{Order, Reading, Readings};
use crate::ingest::lines::title::title_odds;
use crate::ingest::names::byline::Byline;
use crate::ingest::names::clutter::lead;
use crate::ingest::names::likeness::{Class, Likeness};
use crate::ingest::names::name_shape::person_odds;
use crate::ingest::names::named_people::Named;
use crate::ingest::passage::Passage;
use crate::ingest::talks::found::Found;
use crate::model::Block;
use std::collections::BTreeMap;

/// Odds above which a heading is a name.
const NAME: f32 = 1.5;

/// The headings of a document by index, with level, words and readings.
pub(in crate::ingest::talks) type Headings = BTreeMap<usize, (u8, Line, Readings)>;

/// How far below a heading the next ones are looked at.
const FARTHEST_HEADING: usize = 40;

/// The talks below headings that are names, by the index of the heading that begins the talk; `None` for a heading that
/// only names the speaker of the talk in the next one. Names are speakers if there are at least two, and if they are
/// half of the headings of their level.
pub(in crate::ingest::talks) fn name_headings(
    reader: &LineReader,
    headings: &Headings,
    passages: &[Passage],
) -> Vec<(usize, Found)> {
    let mut levels: BTreeMap<u8, (usize, Vec<(usize, Byline)>)> = BTreeMap::new();
    for (at, (level, line, _)) in headings {
        let (count, names) = levels.entry(*level).or_default();
        *count += 1;
        let name = line.words.get(lead(&line.words).length..).unwrap_or_default();
        let byline = Byline::parse(name)
            .filter(|byline| byline.odds > NAME && !byline.people.is_empty())
            .or_else(|| with_role(name));
        names.extend(byline.map(|byline| (*at, byline)));
    }
    let repeated =
        levels.into_values().filter(|(count, names)| names.len() > 1 && names.len() * 2 >= *count);
    repeated
        .flat_map(|(_, names)| names)
        .map(|(at, byline)| below(reader, at, byline, headings, passages))
        .collect()
}

/// The person in a heading that also gives a role: "Ada Weaver - Exec Dir - Warpworks", "Ada Weaver, Sr s/w eng,
/// Warpworks".
fn with_role(name: &str) -> Option<Byline> {
    const MOST_WORDS: usize = 8;
    const LEAST: f32 = 3.0;
    let cuts = [" - ", " – ", " — ", ", "].into_iter().filter_map(|mark| name.split_once(mark));
    let (name, role) = cuts.min_by_key(|(name, _)| name.len())?;
    let parts = role.split([',', '-', '–', '—']);
    let is_role = parts
        .clone()
        .all(|part| !matches!(Likeness::of(part.trim()).class(), Class::Title | Class::Prose));
    let odds = person_odds(name);
    let is_named = odds > LEAST && is_role && role.split_whitespace().count() <= MOST_WORDS;
    let named = Named { name: name.to_owned(), ..Named::default() };
    is_named.then(|| Byline { people: vec![named], odds })
}

fn below(
    reader: &LineReader,
    at: usize,
    byline: Byline,
    headings: &Headings,
    passages: &[Passage],
) -> (usize, Found) {
    let level = headings.get(&at).map_or(u8::MAX, |(level, ..)| *level);
    let next = headings.get(&(at + 1)).filter(|(deeper, ..)| *deeper > level);
    let in_heading = next.and_then(|(_, line, readings)| title_of(line, readings));
    if let Some((title, links)) = in_heading {
        let page = links.first().cloned();
        return (at + 1, Found { title, links, page, speakers: byline.people, ..Found::default() });
    }
    let below = passages.get(at + 1).and_then(|passage| {
        if let Block::List { items, .. } = &passage.block {
            return lone_item(items);
        }
        let Block::Paragraph(text) = &passage.block else { return None };
        Some(Line::of(text)).filter(|line| is_set_off(line) || is_clear_title(&line.words))
    });
    let in_line = below.and_then(|line| {
        let found = reader.read(&line);
        title_of(&line, &found)
    });
    match in_line {
        Some((title, links)) => {
            let page = links.first().cloned();
            let found = Found { title, links, page, speakers: byline.people, ..Found::default() };
            (at, Found { bylines: 1, ..found })
        }
        None => (at, Found { speakers: byline.people, is_uncertain: true, ..Found::default() }),
    }
}

/// The only item of a list, if it looks like a title: the definition of a term.
fn lone_item(items: &[Vec<Block>]) -> Option<Line> {
    let [item] = items else { return None };
    let [Block::Paragraph(text)] = item.as_slice() else { return None };
    Some(Line::of(text)).filter(|line| is_clear_title(&line.words))
}

/// The talk of an item with a name above a list that begins with the title.
pub(in crate::ingest::talks) fn title_in_item(
    reader: &LineReader,
    line: &Line,
    item: &[Block],
) -> Option<Found> {
    let Some(Block::List { items, .. }) = item.get(1) else { return None };
    let Some(Block::Paragraph(text)) = items.first()?.first() else { return None };
    let name = line.words.get(lead(&line.words).length..)?;
    let byline =
        Byline::parse(name).filter(|byline| byline.odds > NAME && !byline.people.is_empty())?;
    let below = Line::of(text);
    let found = reader.read(&below);
    let is_title = is_set_off(&below) || is_clear_title(&below.words);
    let (title, links) = title_of(&below, &found).filter(|_| is_title)?;
    let end = line.words.len();
    Some(Found { title, links, speakers: byline.people, end, ..Found::default() })
}

/// Whether words without any marks are a title and not a sentence.
fn is_clear_title(words: &str) -> bool {
    let likeness = Likeness::of(words);
    let is_title = likeness.class() == Class::Title && likeness.title() > 1.5;
    is_title && !words.ends_with(['.', ':']) && !words.contains('\n')
}

fn title_of(line: &Line, readings: &[Reading]) -> Option<(String, Vec<String>)> {
    let reading = readings.iter().find(|reading| reading.order == Order::TitleOnly)?;
    title_odds(&reading.title, true)?;
    Some((reading.title.clone(), line.links(&reading.range).map(str::to_owned).collect()))
}

/// The passages below a heading, up to the first heading above its level.
pub(in crate::ingest::talks) fn within(passages: &[Passage], level: u8) -> &[Passage] {
    let is_above =
        |it: &Passage| matches!(&it.block, Block::Heading { level: other, .. } if *other < level);
    let end = passages.iter().take(FARTHEST_HEADING).position(is_above);
    passages.get(..end.unwrap_or(passages.len())).unwrap_or(passages)
}

/// Whether a heading is more likely the name of a person than the heading right below it: then that one is the title.
pub(in crate::ingest::talks) fn is_surer_name(
    line: &Line,
    odds_below: f32,
    rest: &[Passage],
) -> bool {
    let is_heading = rest.first().is_some_and(|it| matches!(it.block, Block::Heading { .. }));
    is_heading && person_odds(&line.words) > odds_below
}

/// Whether a line looks like a title: all of it is quoted, bold, italic or linked, or comes after "Talk:".
fn is_set_off(line: &Line) -> bool {
    let covers = |length: usize| length + 4 >= line.words.trim().len();
    lead(&line.words).is_labeled
        || line.spans.iter().any(|span| {
            let is_mark =
                matches!(span.mark, Mark::Quoted | Mark::Strong | Mark::Emphasis | Mark::Link(_));
            is_mark && covers(span.range.len())
        })
}

#[cfg(test)]
mod tests {
    use crate::ingest::ingest;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let talks = ingest("a.md", text.as_bytes()).draft.map(|draft| draft.talks);
        let found: Vec<String> = talks
            .unwrap_or_default()
            .iter()
            .map(|talk| format!("{} | {}", talk.title, talk.speakers[0].name))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_name_above_a_title_is_of_its_speaker_whatever_the_title_looks_like() {
        check(
            "# LoomConf 2019\n\n## Ada Weaver\n\n### Modern Ruby\n\nGreat demo.\n\n## Bo Reed\n\n\
             ### Property Testing\n\nSlow.\n",
            &["Modern Ruby | Ada Weaver", "Property Testing | Bo Reed"],
        );
        check(
            "# LoomConf 2019\n\n## Rich Harris\n\n### Svelte Today\n\na\n\n## Kent Dodds\n\n\
             ### Modern Testing\n\nb\n",
            &["Svelte Today | Rich Harris", "Modern Testing | Kent Dodds"],
        );
    }

    #[test]
    fn headings_may_be_those_who_spoke() {
        check(
            "# LoomConf 2019\n\n## Ada Weaver\n\n### Looms that sing\n\nA.\n\n## Marta Kowalska\n\n### Fast wool\n\nB.",
            &["Looms that sing | Ada Weaver", "Fast wool | Marta Kowalska"],
        );
        check(
            "# LoomConf 2019\n\n## Ada Weaver\n\nHow we taught a loom to sing\n\nA.\n\n## Marta Kowalska\n\n- Shrinking wool for fun and profit",
            &[
                "How we taught a loom to sing | Ada Weaver",
                "Shrinking wool for fun and profit | Marta Kowalska",
            ],
        );
        check(
            "# LoomConf 2019\n\n- Ada Weaver\n  - How we taught a loom to sing\n  - loud\n- Marta Kowalska\n  - Shrinking wool for fun and profit",
            &[
                "How we taught a loom to sing | Ada Weaver",
                "Shrinking wool for fun and profit | Marta Kowalska",
            ],
        );
        check(
            "# LoomConf 2019\n\n## Ada Weaver\n\n**Looms that sing**\n\n- a\n\n## Marta Kowalska\n\n- b",
            &["Looms that sing | Ada Weaver", " | Marta Kowalska"],
        );
        check(
            "# LoomConf 2019\n\n## Ada Weaver - Exec Dir - Warpworks\n\n- a\n\n## Marta Kowalska, Sr s/w eng, Weft\n\n- b",
            &[" | Ada Weaver", " | Marta Kowalska"],
        );
        check(
            "# LoomConf 2019\n\n## Looms that sing\n\n**Ada Weaver, Warpworks**\n\nLooms are a matter of the heart\n\n## Fast wool\n\n**Marta Kowalska, Weft**\n\nWool is a matter of the hands",
            &["Looms that sing | Ada Weaver", "Fast wool | Marta Kowalska"],
        );
        check(
            "# LoomConf 2019\n\n## Ada Weaver\n\nShe wrote this.\n\n## Lunch\n\nSoup.\n\n## Dinner\n\nMore.",
            &[],
        );
    }
}
