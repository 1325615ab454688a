//! The conferences of a recap: of the whole, of its talks and notes, and of the parts that name their own.

use super::recap::{edition_assignment, part_assignment};
use crate::bundle::editions::{EditionMatch, Editions, RecapEditions};
use crate::ingest::Draft;
use crate::model::{Assignment, ConferenceId, RecapId};
use std::collections::BTreeSet;

/// The conferences of a recap.
#[derive(Debug)]
pub(super) struct RecapConferences<'a> {
    /// The conference of the whole recap, with the reason.
    whole: Option<(ConferenceId, &'a EditionMatch)>,
    /// The conference of each talk, in the order of the draft.
    pub(super) of_talks: Vec<Option<ConferenceId>>,
    /// The conference of each note, in the order of the draft.
    pub(super) of_notes: Vec<Option<ConferenceId>>,
    /// Lines that name a conference of their own, and their words.
    parts: Vec<(u32, ConferenceId, &'a str)>,
}

impl<'a> RecapConferences<'a> {
    /// Names the conferences that were found for a recap.
    pub(super) fn new(draft: &Draft, found: &'a RecapEditions, editions: &Editions) -> Self {
        let id_of = |edition: usize| {
            let edition = editions.all.get(edition)?;
            Some(ConferenceId(edition.id.clone()))
        };
        let at = |line: u32| found.at(line).and_then(id_of);
        let whole = found.whole.as_ref().and_then(|whole| Some((id_of(whole.edition)?, whole)));
        let of_headings = found.parts.iter().filter_map(|(line, edition)| {
            Some((*line, id_of(*edition)?, "the heading of the section"))
        });
        let mut parts: Vec<_> = of_headings.collect();
        let mut known: BTreeSet<ConferenceId> = parts.iter().map(|(_, id, _)| id.clone()).collect();
        known.extend(whole.iter().map(|(id, _)| id.clone()));
        for span in &found.spans {
            // One row of a table counts for all.
            if let Some(id) = span.edition.and_then(id_of)
                && known.insert(id.clone())
            {
                parts.push((span.first, id, &span.words));
            }
        }
        Self {
            whole,
            of_talks: draft.talks.iter().map(|talk| at(talk.first)).collect(),
            of_notes: draft.notes.iter().map(|note| at(note.first)).collect(),
            parts,
        }
    }

    /// The conference of the whole recap.
    pub(super) fn whole(&self) -> Option<&ConferenceId> {
        self.whole.as_ref().map(|(id, _)| id)
    }

    /// Why the recap and its parts belong to their conferences.
    pub(super) fn assignments(&self, draft: &Draft, recap: &RecapId) -> Vec<Assignment> {
        let parts = self.parts.iter().map(|(line, conference, words)| {
            part_assignment(draft, recap, conference, *line, words)
        });
        let whole = self
            .whole
            .iter()
            .map(|(conference, found)| edition_assignment(draft, recap, conference, found));
        parts.chain(whole).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::context::testing::draft;
    use super::*;
    use crate::bundle::editions::PartEdition;
    use crate::bundle::registry::{ConferenceEntry, Conferences};
    use crate::model::{Method, Rule, Target};

    fn editions() -> Editions {
        let edition =
            |id: &str| ConferenceEntry { id: id.to_owned(), ..ConferenceEntry::default() };
        let conference = vec![edition("loom-2018"), edition("felt-2019")];
        Editions::new(&Conferences { conference, ..Conferences::default() })
    }

    fn span(line: u32, edition: Option<usize>) -> PartEdition {
        PartEdition { first: line, last: line, edition, words: "Felt 2019".to_owned() }
    }

    fn targets(found: &RecapEditions) -> Vec<(u32, Target)> {
        let draft = draft("# Notes\n\nSoup.\n");
        let conferences = RecapConferences::new(&draft, found, &editions());
        let assignments = conferences.assignments(&draft, &RecapId("r".to_owned()));
        assignments.into_iter().map(|it| (it.lines.first, it.target)).collect()
    }

    fn conference(id: &str) -> Target {
        Target::Conference(id.into())
    }

    #[test]
    fn talks_and_notes_belong_to_the_conference_of_their_lines() {
        let draft = draft("# Notes\n\n## Soup\n\nHot.\n\n## Bread\n\nRye.\n");
        let found = RecapEditions { parts: vec![(3, 0), (7, 1)], ..RecapEditions::default() };
        let conferences = RecapConferences::new(&draft, &found, &editions());
        let notes: Vec<_> =
            conferences.of_notes.iter().flatten().map(ConferenceId::as_str).collect();
        assert_eq!(notes, ["loom-2018", "felt-2019"]);
        assert_eq!(conferences.whole(), None);
    }

    #[test]
    fn every_heading_counts_and_a_row_only_for_a_new_conference() {
        let whole = EditionMatch {
            edition: 0,
            method: Method::Matched,
            rule: Rule::EditionInTitle,
            line: 1,
            reason: "Loom 2018".to_owned(),
            is_uncertain: false,
        };
        let spans = vec![span(5, Some(1)), span(6, Some(1)), span(7, Some(0)), span(8, None)];
        let found = RecapEditions { whole: Some(whole), spans, ..RecapEditions::default() };
        assert_eq!(targets(&found), [(5, conference("felt-2019")), (1, conference("loom-2018"))]);
        let parts = vec![(3, 1), (9, 1)];
        let found =
            RecapEditions { parts, spans: vec![span(5, Some(1))], ..RecapEditions::default() };
        assert_eq!(targets(&found), [(3, conference("felt-2019")), (9, conference("felt-2019"))]);
    }

    #[test]
    fn an_edition_that_is_not_in_the_list_is_passed_over() {
        let found = RecapEditions { parts: vec![(3, 7)], ..RecapEditions::default() };
        assert_eq!(targets(&found), []);
    }
}
