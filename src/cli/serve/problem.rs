//! The problems in the notes, as the browser shows them over the page.

use crate::bundle::Bundled;
use crate::ingest::{Diagnostic, Severity, is_hidden};
use serde::Serialize;

/// The most errors that the browser shows. The rest are only counted.
const MOST: usize = 20;

/// Something that the curator has to fix.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
pub(in crate::cli) struct ServeProblem {
    /// File and line; empty if the problem has none.
    place: String,
    message: String,
    /// The line, as it is in the file.
    excerpt: String,
    help: String,
}

/// All problems, under one headline. Empty if there are none.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
pub(in crate::cli) struct Problems {
    headline: String,
    problems: Vec<ServeProblem>,
}

impl Problems {
    /// The errors in a folder. `is_shown`: the site is shown without the files that have them.
    pub(in crate::cli) fn of(bundled: &Bundled, is_shown: bool) -> Self {
        let is_error = |it: &&Diagnostic| it.severity == Severity::Error;
        let errors: Vec<&Diagnostic> = bundled.diagnostics.iter().filter(is_error).collect();
        if errors.is_empty() {
            return Self::default();
        }
        let headline = if is_shown {
            "This page shows the site without the files that have errors."
        } else {
            "This page shows the last good site, because a file of settings has an error."
        };
        let mut problems: Vec<ServeProblem> =
            errors.iter().take(MOST).map(|it| problem(it)).collect();
        let n_more = errors.len() - problems.len();
        if n_more > 0 {
            let message = format!("There are {n_more} more; the terminal lists them.");
            problems.push(ServeProblem { message, ..ServeProblem::default() });
        }
        Self { headline: headline.to_owned(), problems }
    }

    /// Adds a setting that would stop a build.
    pub(in crate::cli) fn add_setting(&mut self, failure: &str) {
        if self.headline.is_empty() {
            "This page shows the site, but a setting would stop a build."
                .clone_into(&mut self.headline);
        }
        self.problems.push(ServeProblem { message: plain(failure), ..ServeProblem::default() });
    }

    /// A failure of the command itself.
    pub(super) fn of_failure(failure: &str) -> Self {
        let headline = "This page shows the last good site, because the notes could not be read.";
        let problem = ServeProblem { message: plain(failure), ..ServeProblem::default() };
        Self { headline: headline.to_owned(), problems: vec![problem] }
    }
}

fn problem(diagnostic: &Diagnostic) -> ServeProblem {
    let line =
        if diagnostic.line == 0 { String::new() } else { format!(", line {}", diagnostic.line) };
    ServeProblem {
        place: plain(&diagnostic.path) + &line,
        message: plain(&diagnostic.message),
        excerpt: plain(&diagnostic.excerpt),
        help: plain(&diagnostic.help),
    }
}

fn plain(text: &str) -> String {
    text.replace(is_hidden, "\u{fffd}")
}
