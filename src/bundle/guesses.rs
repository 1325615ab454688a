//! Separates the derived conferences that Hallway is sure of from its guesses, so that no guess is written as a fact.

use super::registry::{ConferenceEntry, Conferences, SeriesEntry};
use crate::model::{Chunk, Target};
use std::collections::BTreeSet;

/// Two texts of entries for `conferences.toml`: those that are sure, and the guesses. `derived` has the entries of both;
/// entries of the registry are sure. A conference is a guess if every rule that found it was unsure.
pub(super) fn without_guesses(
    derived: &str,
    registry: &Conferences,
    chunks: &[Chunk],
) -> (String, String) {
    let Ok(all) = toml::from_str::<Conferences>(derived) else {
        return (derived.to_owned(), String::new());
    };
    let (mut sure, mut unsure) = (BTreeSet::new(), BTreeSet::new());
    for assignment in chunks.iter().flat_map(|chunk| &chunk.assignments) {
        if let Target::Conference(id) = &assignment.target {
            if assignment.is_uncertain { &mut unsure } else { &mut sure }.insert(id.as_str());
        }
    }
    let is_guess = |entry: &ConferenceEntry| {
        let id = entry.id.as_str();
        let is_listed = registry.conference.iter().any(|listed| listed.id == id);
        !is_listed && unsure.contains(id) && !sure.contains(id)
    };
    let (guessed, settled): (Vec<_>, Vec<_>) = all.conference.into_iter().partition(is_guess);
    let ids = |entries: &[ConferenceEntry]| -> BTreeSet<String> {
        entries.iter().map(|entry| entry.series.clone()).collect()
    };
    let (of_settled, of_guessed) = (ids(&settled), ids(&guessed));
    let is_of_guess =
        |entry: &SeriesEntry| of_guessed.contains(&entry.id) && !of_settled.contains(&entry.id);
    let (guessed_series, series) = all.series.into_iter().partition(is_of_guess);
    (written(series, settled), written(guessed_series, guessed))
}

fn written(series: Vec<SeriesEntry>, conference: Vec<ConferenceEntry>) -> String {
    if conference.is_empty() {
        return String::new();
    }
    toml::to_string(&Conferences { series, conference }).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Assignment, ConferenceId, Lines, Method, RecapId, Rule, Subject};

    #[test]
    fn a_conference_that_every_rule_was_unsure_about_is_a_guess() {
        let assigned = |id: &str, is_uncertain| Assignment {
            subject: Subject::Recap(RecapId("r".to_owned())),
            target: Target::Conference(ConferenceId(id.to_owned())),
            method: Method::Matched,
            rule: Rule::EditionInPath,
            lines: Lines { file: String::new(), first: 1, last: 1 },
            reason: String::new(),
            is_uncertain,
        };
        let assignments = vec![
            assigned("loom-2018", false),
            assigned("loom-2019", true),
            assigned("vault-2022", true),
            assigned("weft-2020", true),
            assigned("weft-2020", false),
            assigned("listed-2018", true),
        ];
        let ids = ["loom-2018", "loom-2019", "vault-2022", "weft-2020", "listed-2018"];
        let entry = |id: &&str| ConferenceEntry {
            id: (*id).to_owned(),
            series: id.split('-').next().unwrap().to_owned(),
            name: (*id).to_owned(),
            ..ConferenceEntry::default()
        };
        let series = ["loom", "vault", "weft", "listed"].map(|id| SeriesEntry {
            id: id.to_owned(),
            name: id.to_owned(),
            ..SeriesEntry::default()
        });
        let all =
            Conferences { series: series.to_vec(), conference: ids.iter().map(entry).collect() };
        let registry =
            Conferences { conference: vec![entry(&"listed-2018")], ..Conferences::default() };
        let chunk = Chunk { assignments, ..Chunk::default() };
        let derived = toml::to_string(&all).unwrap();
        let (sure, guessed) = without_guesses(&derived, &registry, &[chunk]);
        let ids = |text: &str| -> Vec<String> {
            let lines = text.lines().filter_map(|line| line.strip_prefix("id = \""));
            lines.map(|id| id.trim_end_matches('"').to_owned()).collect()
        };
        assert_eq!(ids(&sure), ["loom", "weft", "listed", "loom-2018", "weft-2020", "listed-2018"]);
        assert_eq!(ids(&guessed), ["vault", "loom-2019", "vault-2022"]);
    }
}
