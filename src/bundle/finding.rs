//! Something to tell the curator about a place in a recap.

use crate::ingest::Severity;

/// What is wrong or uncertain, where, and what to do about it.
#[derive(Debug)]
pub(super) struct Finding<'a> {
    pub(super) severity: Severity,
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) help: &'a str,
    /// Line, counted from 1.
    pub(super) line: u32,
    /// The words on the line that it is about; empty for the line as a whole.
    pub(super) words: &'a str,
}

impl<'a> Finding<'a> {
    /// Nothing is written until it is mended.
    pub(super) fn error(code: &'static str, message: String, help: &'a str) -> Self {
        Self { severity: Severity::Error, code, message, help, line: 1, words: "" }
    }

    /// Something is ignored, or not as the author may think.
    pub(super) fn warning(code: &'static str, message: String, help: &'a str) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message, help) }
    }

    /// A rule decided what it could not be sure of.
    pub(super) fn uncertain(code: &'static str, message: String, help: &'a str) -> Self {
        Self { severity: Severity::Uncertain, ..Self::error(code, message, help) }
    }

    /// The same at words on a line.
    pub(super) fn at(self, line: u32, words: &'a str) -> Self {
        Self { line, words, ..self }
    }
}
