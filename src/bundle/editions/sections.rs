//! Finds the parts of a recap that describe several conferences.

use super::event_words::{EventWord, event_word, is_name_word};
use super::framed_name::{is_cue, is_shaped};
use super::hints::Hints;
use super::mention::is_ordinal;
use super::part_edition::PartEdition;
use super::path_name::is_generic;
use super::said::{Said, Spot};
use super::text_parts::without_year;
use crate::ingest::{Draft, headings, is_day};
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
    let words_at: BTreeMap<u32, String> =
        headings(&draft.passages).map(|(passage, _, words)| (passage.first, words)).collect();
    let mut parts: Vec<(u32, usize)> = Vec::new();
    for (said, edition) in named {
        let is_heading = said.spot == Spot::Opening && heads.contains_key(&said.line);
        // In a recap whose title names an event, a heading that only mentions another one begins no part.
        let is_part = || {
            let heading = words_at.get(&said.line).map_or("", String::as_str);
            if of_title.len() == 1 { is_whole_name(heading, said) } else { !compares(heading) }
        };
        if is_heading && is_part() && parts.last().is_none_or(|(line, _)| *line < said.line) {
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
    // A heading of the highest level beside a title that names an event may name another.
    let mut of_level = parts.clone();
    if parts.is_empty()
        && let Some((said, edition)) = title
    {
        of_level.push((said.line, *edition));
    }
    let mut unknown = unknown_sections(draft, &of_level);
    if parts.is_empty() {
        remove_subjects(&mut unknown, draft, title.is_some());
    }
    if parts.is_empty() && !unknown.is_empty() {
        parts = of_level;
    }
    let editions: BTreeSet<usize> = parts.iter().map(|(_, edition)| *edition).collect();
    let of_year: BTreeSet<Option<u16>> = named
        .iter()
        .filter(|(said, edition)| heads.contains_key(&said.line) && editions.contains(edition))
        .map(|(said, _)| said.year)
        .collect();
    let is_of_one = of_title.len() == 1 && (!of_title.is_subset(&editions) || of_year.len() > 1);
    let is_beside_other =
        editions.len() == 1 && of_title.is_subset(&editions) && !unknown.is_empty();
    if is_of_one || editions.len() < 2 && !is_beside_other {
        return Sections::default();
    }
    Sections { parts, unknown }
}

/// Removes the sections whose headings name no event, beside a title that may name one.
fn remove_subjects(unknown: &mut Vec<PartEdition>, draft: &Draft, is_title_of_event: bool) {
    // "Better than RubyKaigi 2019" is no name.
    let is_name = |word: &str| !word.starts_with(char::is_lowercase) || is_shaped(word);
    let all = all_headings(draft);
    let talks: BTreeSet<u32> = draft.talks.iter().map(|talk| talk.first).collect();
    unknown.retain(|part| {
        // "ECMAScript 2022" is a subject, unless it has sections of its own.
        let is_event =
            || !is_title_of_event || has_telling_word(&part.words) || has_below(&all, part.first);
        let words = part.words.split_whitespace();
        words.into_iter().all(is_name) && !talks.contains(&part.first) && is_event()
    });
}

/// The sections on other events: their headings have the level of those that name editions, and look like the name of
/// an event, or talks stand below each of them.
fn unknown_sections(draft: &Draft, parts: &[(u32, usize)]) -> Vec<PartEdition> {
    let all = all_headings(draft);
    let level_of = |line: u32| all.iter().find(|(first, ..)| *first == line).map(|head| head.1);
    // The heading that is the title is not among them.
    let level_of = |line: u32| level_of(line).or_else(|| (line == draft.title.1).then_some(1));
    let levels: BTreeSet<u8> = parts.iter().filter_map(|(line, _)| level_of(*line)).collect();
    let n_editions = parts.iter().map(|(_, edition)| edition).collect::<BTreeSet<_>>().len();
    let is_overview = n_editions > 1 || names_nothing(&draft.title.0);
    let is_nested = is_overview && parts.iter().all(|(line, _)| has_below(&all, *line));
    let mut talks: Vec<u32> = draft.talks.iter().map(|talk| talk.first).collect();
    talks.sort_unstable();
    let mut found = Vec::new();
    for (index, (first, level, words)) in all.iter().enumerate() {
        let is_known = parts.iter().any(|(line, _)| line == first);
        if is_known || !levels.contains(level) || is_of_event_above(words) {
            continue;
        }
        let mut below = all.iter().skip(index + 1);
        let end = below.find(|(_, other, _)| other <= level);
        let last = end.map_or(u32::MAX, |(line, ..)| line.saturating_sub(1));
        let next = talks.partition_point(|line| line < first);
        let has_talks = || talks.get(next).is_some_and(|line| *line <= last);
        let is_apart = || is_nested && has_below(&all, *first) && has_talks();
        if !is_event_like(words) && !is_apart() {
            continue;
        }
        found.push(PartEdition { first: *first, last, edition: None, words: words.clone() });
    }
    found
}

/// The line, level and words of each heading.
fn all_headings(draft: &Draft) -> Vec<(u32, u8, String)> {
    let all = headings(&draft.passages);
    all.map(|(passage, level, words)| (passage.first, level, words)).collect()
}

/// Whether a heading can only be about the event above it: "Day 2", "Saturday", "Lessons".
fn is_of_event_above(heading: &str) -> bool {
    let words = heading.trim_matches(|c: char| !c.is_alphanumeric());
    is_day(words) || !words.contains(' ') && !is_name_word(words)
}

/// Whether a heading compares with an event, and is about something else.
fn compares(heading: &str) -> bool {
    const WORDS: [&str; 11] = [
        "than",
        "compared",
        "unlike",
        "like",
        "versus",
        "vs",
        "als",
        "verglichen",
        "anders",
        "que",
        "instead",
    ];
    let lower = heading.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).any(|word| WORDS.contains(&word))
}

/// Whether a heading is the name of an event: nothing but days, numbers and common words stand before it, and behind it
/// no sentence goes on. "Compared with FOSDEM 2022" and "FOSDEM 2022 was louder" only mention one.
fn is_whole_name(heading: &str, said: &Said) -> bool {
    let Some(at) = heading.find(&said.words).filter(|_| !said.words.is_empty()) else {
        return !compares(heading);
    };
    let (before, rest) = heading.split_at(at);
    let after = rest.get(said.words.len()..).unwrap_or_default();
    let is_frame =
        |word: &str| is_day(word) || is_generic(word) || is_cue(word) || is_ordinal(word);
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    };
    let goes_on = after
        .strip_prefix(' ')
        .and_then(|after| after.split(' ').next())
        .is_some_and(|word| word.starts_with(char::is_lowercase) && !is_frame(word));
    words(before).iter().all(|word| is_frame(word)) && !goes_on
}

/// Whether a deeper heading follows the one at a line.
fn has_below(headings: &[(u32, u8, String)], line: u32) -> bool {
    let at = headings.partition_point(|(first, ..)| *first < line);
    match headings.get(at..) {
        Some([(first, level, _), (_, next, _), ..]) if *first == line => next > level,
        _ => false,
    }
}

/// Whether a title tells nothing but a time: "My conferences in 2019".
fn names_nothing(title: &str) -> bool {
    let (name, _) = without_year(title);
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(is_generic)
}

/// Whether a heading looks like the name of an event: "Grey Looms 2018", `LoomConf (Ghent)`.
fn is_event_like(heading: &str) -> bool {
    let (name, year) = without_year(heading);
    let name = name.split(['(', ',', ':']).next().unwrap_or_default();
    let mut words = name.split_whitespace();
    let is_name =
        words.clone().any(|word| !is_generic(word)) && words.next().is_some_and(is_name_word);
    is_name && (year.is_some() || has_telling_word(name))
}

/// Whether a single word has the form of an event's name: `LoomConf`.
fn has_telling_word(name: &str) -> bool {
    let kinds = name.split_whitespace().filter_map(event_word);
    kinds.into_iter().any(|it| it == (EventWord::Telling, false))
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
        let looms = "# Looms at sea (Ada Weaver)\n\nLoud.";
        let nets = "# Nets that hold (Bo Thread)\n\nGood.";
        for heading in [
            "Compared with FOSDEM 2019",
            "Unlike FOSDEM 2019",
            "FOSDEM 2019 was louder",
            "Next time: FOSDEM 2019",
            "Felt 2019",
            "FeltScript 2019",
            "Grey Looms 2018",
            "Saturday",
        ] {
            check(&format!("# RubyKaigi 2019\n\n{looms}\n\n# {heading}\n\nA.\n\n{nets}"), "");
        }
        for heading in ["FOSDEM 2019", "2. FOSDEM 2019", "FOSDEM 2019: cold", "FOSDEM 2019 recap"] {
            check(
                &format!("# RubyKaigi 2019\n\n{looms}\n\n# {heading}\n\nA."),
                "1 rubykaigi-2019, 7 fosdem-2019",
            );
        }
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
    fn an_overview_of_a_year_has_parts_on_unknown_events() {
        let talk = |title: &str| format!("### {title} (Ada Weaver)\n\nGood.");
        let (one, two) = (talk("Looms at sea"), talk("Wool and silk"));
        let three = talk("Dye in ten steps");
        check(
            &format!("# My 2019\n\n## FOSDEM\n\n{one}\n\n## Spinners\n\n{two}"),
            "3 fosdem-2019, 9 ?",
        );
        check(
            &format!(
                "# Spring\n\n## FOSDEM 2019\n\n{one}\n\n## RubyKaigi 2019\n\n{two}\n\n## What next?\n\n{three}"
            ),
            "3 fosdem-2019, 9 rubykaigi-2019, 15 ?",
        );
        check(&format!("# My 2019\n\n## FOSDEM\n\n{one}\n\n## Spinners\n\nBye."), "");
        for part in ["Day 2", "Saturday", "Lessons"] {
            check(
                &format!(
                    "# Two events\n\n## FOSDEM 2019\n\n{one}\n\n## {part}\n\n{two}\n\n## RubyKaigi 2019\n\n{three}"
                ),
                "3 fosdem-2019, 15 rubykaigi-2019",
            );
        }
        check(&format!("# Winter in Ghent\n\n## FOSDEM 2019\n\n{one}\n\n## Devrooms\n\n{two}"), "");
        check(
            "# FOSDEM 2019\n\n## Looms\n\nA.\n\n# Grey Looms 2019\n\n## Nets\n\nB.",
            "1 fosdem-2019, 7 ?",
        );
        check(
            "# FOSDEM 2019\n\n# Grey Looms 2019 (Ada Weaver)\n\nA.\n\n# Wool (Bo Thread)\n\nB.",
            "",
        );
        check("# FOSDEM 2019\n\n## Looms\n\nA.\n\n# Looms\n\n## Nets\n\nB.", "");
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
