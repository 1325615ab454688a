//! Says what is wrong or uncertain in a file, so that its author can fix it.

use crate::ingest::codes::must_be_listed;
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file is left out until it is fixed. If it is a registry, nothing is written.
    Error,
    /// The output is written, but something is ignored or may differ from what the author expects.
    Warning,
    /// A rule made a decision that it could not be sure of.
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

/// How many problems of one kind are shown for one file.
const MOST_OF_A_KIND: usize = 10;

/// Drops the problems that exceed the limit for a file. The last one shown says that there are more.
pub fn capped(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut counts: BTreeMap<(String, &'static str), (usize, usize)> = BTreeMap::new();
    let mut shown: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
    for diagnostic in diagnostics {
        let key = (diagnostic.path.clone(), diagnostic.code);
        let (count, last) = counts.entry(key).or_default();
        *count += 1;
        if *count <= MOST_OF_A_KIND {
            *last = shown.len();
            shown.push(diagnostic);
        }
    }
    for (count, last) in counts.into_values().filter(|(count, _)| *count > MOST_OF_A_KIND) {
        if let Some(last) = shown.get_mut(last) {
            let more = count - MOST_OF_A_KIND;
            let message =
                format!("{} (and at least {more} more of this kind in this file)", last.message);
            last.message = message;
        }
    }
    shown
}

/// One problem, with its place and how to fix it.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// A stable name for the kind of problem, e.g. `unknown-theme`.
    pub code: &'static str,
    /// Path below the data folder.
    pub path: String,
    /// Line, counted from 1; 0 when the problem is about the whole file.
    pub line: u32,
    /// Column in characters, counted from 1; 0 when the problem is about the whole line.
    pub column: u32,
    /// Number of characters concerned, from the column on.
    pub length: u32,
    /// The source line, or the part of a long line around the place. Empty when there is nothing to show.
    pub excerpt: String,
    /// Number of characters of the line before the excerpt.
    #[serde(skip_serializing_if = "is_none_before")]
    pub excerpt_start: u32,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub help: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference over")]
fn is_none_before(characters: &u32) -> bool {
    *characters == 0
}

impl Diagnostic {
    /// A problem with a whole file.
    pub fn of_file(
        severity: Severity,
        code: &'static str,
        path: &str,
        message: String,
        help: &str,
    ) -> Self {
        must_be_listed(code);
        Self {
            severity,
            code,
            path: path.to_owned(),
            line: 0,
            column: 0,
            length: 0,
            excerpt: String::new(),
            excerpt_start: 0,
            message,
            help: help.to_owned(),
        }
    }

    /// The order in which problems are shown: by place, then errors first.
    pub fn sort_key(&self) -> (&str, u32, u32, Severity, &str) {
        (&self.path, self.line, self.column, self.severity, &self.message)
    }
}

/// A place in a file: its line, and the bytes of the line that matter.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Place {
    /// Line, counted from 1.
    pub line: u32,
    /// Bytes within the line; empty for the whole line.
    pub bytes: Range<usize>,
}

impl Place {
    /// A whole line.
    pub fn line(line: u32) -> Self {
        Self { line, bytes: 0..0 }
    }
}

/// The end of a message about something that occurs in several places.
pub(super) fn and_more(count: usize) -> String {
    match count {
        0 | 1 => String::new(),
        2 => ", here and in another place".to_owned(),
        count => format!(", here and in {} other places", count - 1),
    }
}

/// The first line of some words, cut when it is long.
pub(super) fn short_line(raw: &str) -> String {
    let line = raw.lines().next().unwrap_or_default();
    if line.chars().count() > 40 {
        format!("{}…", line.chars().take(40).collect::<String>())
    } else {
        line.to_owned()
    }
}
