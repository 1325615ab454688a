//! Collects findings about places in recaps for the curator.

use crate::ingest::{Diagnostic, Draft, Place, Severity, Source};
use crate::model::Lines;
use std::collections::BTreeMap;

/// Something wrong or uncertain, its place, and how to fix it.
#[derive(Debug)]
pub(super) struct Finding<'a> {
    severity: Severity,
    code: &'static str,
    message: String,
    help: &'a str,
    /// Line, counted from 1.
    line: u32,
    /// The words on the line that the finding is about. Empty for the whole line.
    words: &'a str,
}

impl<'a> Finding<'a> {
    /// Nothing is published until this is fixed.
    pub(super) fn error(code: &'static str, message: String, help: &'a str) -> Self {
        Self { severity: Severity::Error, code, message, help, line: 1, words: "" }
    }

    /// Something is ignored, or differs from what the author may expect.
    pub(super) fn warning(code: &'static str, message: String, help: &'a str) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message, help) }
    }

    /// A rule made a decision that it cannot be sure of.
    pub(super) fn uncertain(code: &'static str, message: String, help: &'a str) -> Self {
        Self { severity: Severity::Uncertain, ..Self::error(code, message, help) }
    }

    /// The same finding, at the given words on a line.
    pub(super) fn at(self, line: u32, words: &'a str) -> Self {
        Self { line, words, ..self }
    }
}

/// The diagnostics about recaps, and the texts they quote.
#[derive(Debug)]
pub(super) struct Reports<'a> {
    sources: &'a BTreeMap<String, Source>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Reports<'a> {
    /// Starts without diagnostics. `sources` holds the texts by path.
    pub(super) fn new(sources: &'a BTreeMap<String, Source>) -> Self {
        Self { sources, diagnostics: Vec::new() }
    }

    /// Adds a finding in a file. A file without a text gets none.
    pub(super) fn add(&mut self, path: &str, found: &Finding<'_>) {
        let Some(source) = self.sources.get(path) else { return };
        let line = found.line.max(1);
        let at = source.line(line).find(found.words).filter(|_| !found.words.is_empty());
        let place = at.map_or_else(
            || Place::line(line),
            |at| Place { line, bytes: at..at + found.words.len() },
        );
        let message = found.message.clone();
        let diagnostic =
            source.diagnostic_at(found.severity, found.code, &place, message, found.help);
        self.diagnostics.push(diagnostic);
    }

    /// Whether a file has a report with that code.
    pub(super) fn has(&self, path: &str, code: &str) -> bool {
        let is_meant = |known: &Diagnostic| known.path == path && known.code == code;
        self.diagnostics.iter().any(is_meant)
    }

    /// The first line of a file that contains the words, or 1 when none does.
    pub(super) fn line_of(&self, path: &str, words: &str) -> u32 {
        let source = self.sources.get(path);
        source.and_then(|source| source.text.find(words).map(|at| source.line_at(at))).unwrap_or(1)
    }

    /// The first of the given lines that contains the words, or the first line if the words are wrapped.
    pub(super) fn line_within(&self, path: &str, (first, last): (u32, u32), words: &str) -> u32 {
        let source = self.sources.get(path);
        let contains = |line: &u32| source.is_some_and(|source| source.line(*line).contains(words));
        (first..=last).find(contains).unwrap_or(first)
    }

    /// The number of the last line of a file.
    pub(super) fn last_line(&self, path: &str) -> u32 {
        self.sources.get(path).map_or(1, |source| source.line_at(source.text.len()))
    }

    /// All diagnostics, in the order in which they were found.
    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }
}

/// Lines of a draft in the form the dataset uses.
pub(super) fn lines(draft: &Draft, first: u32, last: u32) -> Lines {
    let first = first.max(1);
    Lines { file: draft.path.clone(), first, last: last.max(first) }
}
