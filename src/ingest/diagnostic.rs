//! What is wrong or uncertain in a file, said so that its author can mend it.

use serde::Serialize;
use std::ops::Range;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing is written until it is mended.
    Error,
    /// The output is written, but something is ignored or not as the author may think.
    Warning,
    /// A rule decided something it could not be sure of.
    Uncertain,
}

impl Severity {
    /// The word a reader sees.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Uncertain => "uncertain",
        }
    }
}

/// One problem, with its place and its remedy.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// A stable name for the kind of problem, e.g. `unknown-theme`.
    pub code: &'static str,
    /// Path below the data folder.
    pub path: String,
    /// Line, counted from 1; 0 when the problem is the file as a whole.
    pub line: u32,
    /// Column in characters, counted from 1; 0 when the problem is the line as a whole.
    pub column: u32,
    /// Characters concerned from there on.
    pub length: u32,
    /// The source line. Empty when there is none to show.
    pub excerpt: String,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub help: String,
}

impl Diagnostic {
    /// A problem of a file as a whole.
    pub fn of_file(
        severity: Severity,
        code: &'static str,
        path: &str,
        message: String,
        help: &str,
    ) -> Self {
        Self {
            severity,
            code,
            path: path.to_owned(),
            line: 0,
            column: 0,
            length: 0,
            excerpt: String::new(),
            message,
            help: help.to_owned(),
        }
    }

    /// The order in which problems are shown: by place, errors first within one place.
    pub fn sort_key(&self) -> (&str, u32, u32, Severity, &str) {
        (&self.path, self.line, self.column, self.severity, &self.message)
    }
}

/// A place in a file: its line, and the bytes of the line that matter.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Place {
    /// Line, counted from 1.
    pub line: u32,
    /// Bytes within the line; empty for the line as a whole.
    pub bytes: Range<usize>,
}

impl Place {
    /// A line as a whole.
    pub fn line(line: u32) -> Self {
        Self { line, bytes: 0..0 }
    }
}
