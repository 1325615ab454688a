//! The formats of a report, and its appearance.

use clap::ValueEnum;

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
pub(in crate::cli) enum ReportFormat {
    /// For people: the source line, with the problem marked in it
    #[default]
    Text,
    /// For programs: a JSON array
    Json,
    /// For pull requests: the commands that GitHub shows as annotations of the line
    Github,
    /// For code scanning: SARIF 2.1.0
    Sarif,
}

/// The appearance of a report.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::cli) struct ReportStyle {
    /// The format.
    pub(in crate::cli) format: ReportFormat,
    /// Show each diagnostic instead of the first of its kind.
    pub(in crate::cli) shows_all: bool,
    /// Mark severities and places with colors.
    pub(in crate::cli) has_colors: bool,
}
