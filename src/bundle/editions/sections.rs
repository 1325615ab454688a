//! Finds the parts of a recap that describe several conferences.

use super::event_words::{EventWord, event_word, is_name_word};
use super::hints::Hints;
use super::part_edition::PartEdition;
use super::path_name::is_generic;
use super::said::{Said, Spot};
use super::text_parts::without_year;
use crate::ingest::{Draft, headings};
use std::collections::{BTreeMap, BTreeSet};

/// The parts of a recap that describes several conferences.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Sections {
    /// The first line of each part, with its edition.
    pub(super) parts: Vec<(u32, usize)>,
    /// Sections beside those that are about other events, which cannot be identified.
    pub(super) unknown: Vec<PartEdition>,
}

/// The editions of the parts of a recap. Empty when the recap is about one edition.
///
/// A recap that states its conference is about that one, whatever its headings name. Otherwise, a part begins with a
/// heading that names an edition with its year, and a recap with two such headings covers several conferences. If its
/// title names one edition, the others must be of the same year; otherwise they are only looked back at. If its title
/// names several and no heading does, a part begins with a passage that names one of them.
pub(super) fn section_editions(draft: &Draft, hints: &Hints) -> Sections {
    if !draft.conference.0.is_empty() {
        return Sections::default();
    }
    let named = hints.named_by(draft);
    let titles = || {
        let is_title = |said: &Said| matches!(said.spot, Spot::Title | Spot::Stated | Spot::Header);
        named.iter().filter(move |(said, _)| is_title(said))
    };
    let of_title: BTreeSet<usize> = titles().map(|(_, edition)| *edition).collect();
    let heads: BTreeMap<u32, u8> =
        headings(&draft.passages).map(|(passage, level, _)| (passage.first, level)).collect();
    let mut parts: Vec<(u32, usize)> = Vec::new();
    for (said, edition) in named {
        let is_heading = said.spot == Spot::Opening && heads.contains_key(&said.line);
        if is_heading && parts.last().is_none_or(|(line, _)| *line < said.line) {
            parts.push((said.line, *edition));
        }
    }
    if parts.is_empty() && of_title.len() > 1 {
        let parts = told_editions(named, &of_title);
        return Sections { parts, ..Sections::default() };
    }
    // The title may itself be the first of several headings of the highest level.
    let year_of = |line: u32| named.iter().find(|(said, _)| said.line == line)?.0.year;
    let title = titles().next().filter(|(said, _)| said.spot == Spot::Title && of_title.len() == 1);
    if let Some((said, edition)) = title
        && parts.iter().any(|(line, other)| {
            let is_highest = heads.get(line) == Some(&1);
            is_highest && other != edition && year_of(*line) == said.year
        })
        && parts.iter().all(|(line, other)| *line > said.line && other != edition)
    {
        parts.insert(0, (said.line, *edition));
    }
    let unknown = unknown_sections(draft, &parts);
    let editions: BTreeSet<usize> = parts.iter().map(|(_, edition)| *edition).collect();
    let of_year: BTreeSet<Option<u16>> = named
        .iter()
        .filter(|(said, edition)| heads.contains_key(&said.line) && editions.contains(edition))
        .map(|(said, _)| said.year)
        .collect();
    let is_of_one = of_title.len() == 1 && (!of_title.is_subset(&editions) || of_year.len() > 1);
    let is_beside_other = editions.len() == 1 && of_title.is_empty() && !unknown.is_empty();
    if is_of_one || editions.len() < 2 && !is_beside_other {
        return Sections::default();
    }
    Sections { parts, unknown }
}

/// The sections on other events: their headings have the level of those that name editions, and a year behind a name.
fn unknown_sections(draft: &Draft, parts: &[(u32, usize)]) -> Vec<PartEdition> {
    let all: Vec<(u32, u8, String)> = headings(&draft.passages)
        .map(|(passage, level, words)| (passage.first, level, words))
        .collect();
    let level_of = |line: u32| all.iter().find(|(first, ..)| *first == line).map(|head| head.1);
    let levels: BTreeSet<u8> = parts.iter().filter_map(|(line, _)| level_of(*line)).collect();
    let mut found = Vec::new();
    for (index, (first, level, words)) in all.iter().enumerate() {
        let is_known = parts.iter().any(|(line, _)| line == first);
        if is_known || !levels.contains(level) || !is_event_like(words) {
            continue;
        }
        let mut below = all.iter().skip(index + 1);
        let end = below.find(|(_, other, _)| other <= level);
        let last = end.map_or(u32::MAX, |(line, ..)| line.saturating_sub(1));
        found.push(PartEdition { first: *first, last, edition: None, words: words.clone() });
    }
    found
}

/// Whether a heading looks like the name of an event: "Grey Looms 2018", `LoomConf (Ghent)`.
fn is_event_like(heading: &str) -> bool {
    let (name, year) = without_year(heading);
    let name = name.split(['(', ',', ':']).next().unwrap_or_default();
    let mut words = name.split_whitespace();
    let is_name =
        words.clone().any(|word| !is_generic(word)) && words.next().is_some_and(is_name_word);
    let is_telling = || {
        name.split_whitespace()
            .any(|word| event_word(word).is_some_and(|it| it.0 == EventWord::Telling && !it.1))
    };
    is_name && (year.is_some() || is_telling())
}

/// The parts of a recap whose title names several events, by the passages that name one: "At FOSDEM I liked …".
fn told_editions(named: &[(Said, usize)], of_title: &BTreeSet<usize>) -> Vec<(u32, usize)> {
    let mut by_line: BTreeMap<u32, BTreeSet<usize>> = BTreeMap::new();
    for (said, edition) in named.iter().filter(|(said, _)| said.spot != Spot::Title) {
        by_line.entry(said.line).or_default().insert(*edition);
    }
    // A passage that names several says nothing about what is told in it.
    let parts = by_line.into_iter().filter(|(_, editions)| editions.len() == 1);
    let parts = parts.filter_map(|(line, editions)| Some((line, *editions.first()?)));
    let parts: Vec<(u32, usize)> =
        parts.filter(|(_, edition)| of_title.contains(edition)).collect();
    let editions: BTreeSet<usize> = parts.iter().map(|(_, edition)| *edition).collect();
    if editions.len() < 2 { Vec::new() } else { parts }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::editions::derived::derive_editions;
    use crate::bundle::editions::known::Editions;
    use crate::bundle::registry::Conferences;
    use crate::ingest::ingest;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let draft = ingest("a.md", text.as_bytes()).draft.unwrap();
        let mut editions = Editions::new(&Conferences::default());
        let hints = derive_editions(&[&draft], &[], &mut editions);
        let shown = |(line, edition): (u32, usize)| format!("{line} {}", editions.all[edition].id);
        let sections = section_editions(&draft, &hints);
        let unknown = sections.unknown.iter().map(|part| format!("{} ?", part.first));
        let found: Vec<String> = sections.parts.into_iter().map(shown).chain(unknown).collect();
        assert_eq!(found.join(", "), expected, "{text}");
    }

    #[test]
    fn headings_that_name_editions_begin_their_parts() {
        check(
            "# Two in a week\n\nWell.\n\n## LoomConf 2018\n\nGood.\n\n## WeftFest 2018\n\nBetter.",
            "5 loomconf-2018, 9 weftfest-2018",
        );
        check(
            "# WarpLoom and WeftLoom 2024\n\n## Day 1: WarpLoomConf 2024\n\nA.\n\n## Day 2: WeftLoomConf 2024\n\nB.",
            "3 warploomconf-2024, 7 weftloomconf-2024",
        );
    }

    #[test]
    fn the_title_may_say_the_year_of_all_parts() {
        check(
            "# My year 2018\n\n## FOSDEM (Brussels, February)\n\nCold.\n\n## RubyKaigi\n\nWarm.",
            "3 fosdem-2018, 7 rubykaigi-2018",
        );
        check("# Looms 2018\n\n## Better than FOSDEM\n\nYes.\n\n## RubyKaigi\n\nWarm.", "");
    }

    #[test]
    fn each_heading_of_the_highest_level_may_be_an_event() {
        check(
            "# FOSDEM 2019\n\n## Looms\n\nA.\n\n# RubyKaigi 2019\n\n## Nets\n\nB.",
            "1 fosdem-2019, 7 rubykaigi-2019",
        );
        check("# FOSDEM 2019\n\nA.\n\n# Better than RubyKaigi 2019\n\nB.", "");
        check("# FOSDEM 2019\n\nA.\n\n# RubyKaigi 2018\n\nB.", "");
    }

    #[test]
    fn a_section_on_an_unknown_event_belongs_to_no_neighbor() {
        check(
            "# My autumn\n\n## FOSDEM 2022\n\nA.\n\n## Grey Looms 2022\n\nB.",
            "3 fosdem-2022, 7 ?",
        );
        check("# My autumn\n\n## FOSDEM 2022\n\nA.\n\n## Looms\n\nB.", "");
        check(
            "# OSCON and Velocity 2016\n\n## OSCON\n\nA.\n\n## Velocity\n\nB.",
            "3 oscon-2016, 7 velocity-2016",
        );
    }

    #[test]
    fn a_recap_that_states_its_conference_has_no_parts() {
        let text = "## Welcome to LoomConf 2018\n\nA.\n\n## The team of WeftFest 2017\n\nB.";
        check(&format!("---\nconference: LoomConf 2018\n---\n\n{text}"), "");
        check(text, "1 loomconf-2018, 5 weftfest-2017");
    }

    #[test]
    fn passages_of_a_recap_on_two_events_name_theirs() {
        check(
            "# FOSDEM and RubyKaigi 2018\n\nAt FOSDEM I saw looms.\n\nThen came nets.\n\nRubyKaigi was warm.",
            "3 fosdem-2018, 7 rubykaigi-2018",
        );
        check("# FOSDEM and RubyKaigi 2018\n\nAt FOSDEM I saw looms.", "");
    }

    #[test]
    fn a_look_back_begins_no_part() {
        check("# LoomConf 2018\n\nGood.\n\n## Better than LoomConf 2017\n\nYes.", "");
        check("# Notes\n\n## LoomConf 2018\n\nGood.\n\n## Looms\n\nBetter.", "");
    }
}
