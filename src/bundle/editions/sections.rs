//! Finds the parts of a recap that describe several conferences.

use super::hints::Hints;
use super::said::{Said, Spot, headings_of};
use crate::ingest::Draft;
use std::collections::{BTreeMap, BTreeSet};

/// The editions of the parts of a recap: the first line of each part, with its edition. Empty when the recap is about
/// one edition.
///
/// A recap that states its conference is about that one, whatever its headings name. Otherwise, a part begins with a
/// heading that names an edition with its year, and a recap with two such headings covers several conferences. If its
/// title names one edition, the others must be of the same year; otherwise they are only looked back at. If its title
/// names several and no heading does, a part begins with a passage that names one of them.
pub(super) fn section_editions(draft: &Draft, hints: &Hints) -> Vec<(u32, usize)> {
    if !draft.conference.0.is_empty() {
        return Vec::new();
    }
    let named = hints.named_by(draft);
    let of_title: BTreeSet<usize> = named
        .iter()
        .filter(|(said, _)| matches!(said.spot, Spot::Title | Spot::Stated | Spot::Header))
        .map(|(_, edition)| *edition)
        .collect();
    let lines: BTreeSet<u32> = headings_of(draft).into_iter().map(|(_, line)| line).collect();
    let mut parts: Vec<(u32, usize)> = Vec::new();
    for (said, edition) in named {
        let is_heading = said.spot == Spot::Opening && lines.contains(&said.line);
        if is_heading && parts.last().is_none_or(|(line, _)| *line < said.line) {
            parts.push((said.line, *edition));
        }
    }
    if parts.is_empty() && of_title.len() > 1 {
        return told_editions(named, &of_title);
    }
    let editions: BTreeSet<usize> = parts.iter().map(|(_, edition)| *edition).collect();
    let of_year: BTreeSet<Option<u16>> = named
        .iter()
        .filter(|(said, edition)| lines.contains(&said.line) && editions.contains(edition))
        .map(|(said, _)| said.year)
        .collect();
    let is_of_one = of_title.len() == 1 && (!of_title.is_subset(&editions) || of_year.len() > 1);
    if is_of_one || editions.len() < 2 { Vec::new() } else { parts }
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
        let found: Vec<String> = section_editions(&draft, &hints).into_iter().map(shown).collect();
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
