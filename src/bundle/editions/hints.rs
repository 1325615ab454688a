//! Hints from the files of a folder about their editions.

use super::part_edition::PartEdition;
use super::said::{Said, Spot};
use crate::ingest::Draft;
use crate::model::Rule;
use std::collections::BTreeMap;

/// A hint in a file that points to an edition.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Hint {
    /// The edition, as an index into `Editions::all`.
    pub(super) edition: usize,
    /// How much it weighs.
    pub(super) points: u32,
    /// The rule that found it.
    pub(super) rule: Rule,
    /// The line.
    pub(super) line: u32,
    /// The words.
    pub(super) reason: String,
    /// Its position in the file.
    pub(super) spot: Spot,
}

/// The hints of all files of a folder.
#[derive(Debug, Default)]
pub(super) struct Hints {
    /// By path.
    by_path: BTreeMap<String, Vec<Hint>>,
    /// The editions of parts of files, by path.
    spans: BTreeMap<String, Vec<PartEdition>>,
    /// The events that each file names, by path, for editions that only a part is about.
    said: BTreeMap<String, Vec<(Said, usize)>>,
}

impl Hints {
    /// Adds the hints of a draft, and the events that it names with their years.
    pub(super) fn add(&mut self, draft: &Draft, hints: Vec<Hint>, named: Vec<(Said, usize)>) {
        self.by_path.insert(draft.path.clone(), hints);
        self.said.insert(draft.path.clone(), named);
    }

    /// Sets the editions of parts of a draft.
    pub(super) fn add_spans(&mut self, draft: &Draft, spans: Vec<PartEdition>) {
        self.spans.insert(draft.path.clone(), spans);
    }

    /// The editions of parts of a draft.
    pub(super) fn spans_of(&self, draft: &Draft) -> &[PartEdition] {
        self.spans.get(&draft.path).map_or(&[], Vec::as_slice)
    }

    /// The hints of a draft.
    pub(super) fn of(&self, draft: &Draft) -> &[Hint] {
        self.by_path.get(&draft.path).map_or(&[], Vec::as_slice)
    }

    /// The events that a draft names with their years, and the editions.
    pub(super) fn named_by(&self, draft: &Draft) -> &[(Said, usize)] {
        self.said.get(&draft.path).map_or(&[], Vec::as_slice)
    }

    /// The edition that the header of a draft states, if the registry does not list it.
    ///
    /// The flag says that its year is certain.
    pub(super) fn stated(&self, draft: &Draft) -> Option<(usize, bool)> {
        let stated = self.of(draft).iter().find(|hint| hint.spot == Spot::Stated)?;
        Some((stated.edition, stated.rule == Rule::FrontMatter))
    }
}
