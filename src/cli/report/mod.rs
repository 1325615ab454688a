//! Prints diagnostics for people, for programs and for code review.

mod github;
mod look;
mod plain;
mod sarif;
mod summary;
mod text;

use super::{error::CommandError, messages::short};
use crate::ingest::Diagnostic;
use std::io::{self, Write};
use std::path::Path;

pub(super) use look::{ReportFormat, ReportStyle};
pub(super) use summary::{counted, rule_name, summary, table, told};

/// Writes the diagnostics of `folder`. Their paths start with it, so that an editor finds the file.
pub(super) fn show(
    out: &mut dyn Write,
    look: ReportStyle,
    folder: &Path,
    diagnostics: &[Diagnostic],
) -> Result<(), CommandError> {
    write_diagnostics(out, look, &short(folder).to_string_lossy(), diagnostics)
        .map_err(CommandError::Output)
}

fn write_diagnostics(
    out: &mut dyn Write,
    look: ReportStyle,
    folder: &str,
    diagnostics: &[Diagnostic],
) -> io::Result<()> {
    match look.format {
        ReportFormat::Text => text::write(out, look, folder, diagnostics),
        ReportFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, diagnostics)?;
            writeln!(out)
        }
        ReportFormat::Github => diagnostics
            .iter()
            .try_for_each(|diagnostic| writeln!(out, "{}", github::github(folder, diagnostic))),
        ReportFormat::Sarif => {
            serde_json::to_writer_pretty(&mut *out, &sarif::log(folder, diagnostics))?;
            writeln!(out)
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::{
        github::github,
        text::{WIDTH, one},
        *,
    };
    use crate::ingest::Severity;

    pub(super) fn problem() -> Diagnostic {
        Diagnostic {
            severity: Severity::Warning,
            code: "unknown-theme",
            path: "recaps/a.md".to_owned(),
            line: 7,
            column: 10,
            length: 5,
            excerpt: "themes: [loosm, warp]".to_owned(),
            excerpt_start: 0,
            message: "there is no theme \"loosm\"".to_owned(),
            help: "did you mean \"looms\"?".to_owned(),
        }
    }

    fn plain(diagnostic: &Diagnostic) -> String {
        one(ReportStyle::default(), "data", diagnostic)
    }

    #[test]
    fn people_see_the_line_and_the_place_in_it() {
        assert_eq!(
            plain(&problem()),
            "warning[unknown-theme]: there is no theme \"loosm\"\n --> data/recaps/a.md:7:10\n  |\n7 | themes: [loosm, warp]\n  |          ^^^^^\n  |\n  = help: did you mean \"looms\"?"
        );
        let whole = Diagnostic { line: 0, column: 0, excerpt: String::new(), ..problem() };
        assert!(plain(&whole).contains("--> data/recaps/a.md\n"), "{}", plain(&whole));
        let long = Diagnostic {
            excerpt: format!("{}loosm{}", "é ".repeat(300), " x".repeat(300)),
            column: 601,
            ..problem()
        };
        assert!(
            plain(&long).lines().all(|line| line.chars().count() <= WIDTH + 10),
            "{}",
            plain(&long)
        );
    }

    #[test]
    fn nothing_in_a_file_moves_the_cursor_of_a_terminal() {
        let shown = Diagnostic {
            path: "a\u{1b}[2J\n.md".to_owned(),
            excerpt: "\u{1b}[31m\u{9b}31m\u{7}\u{202e}".to_owned(),
            message: "there is no theme \"\u{1b}[31m\u{9b}\u{202e}\"".to_owned(),
            help: "did you mean \"\u{1b}[31m\"?".to_owned(),
            ..problem()
        };
        for shown in [plain(&shown), github("data", &shown)] {
            assert!(!shown.contains(crate::ingest::is_hidden), "{shown:?}");
        }
    }

    #[test]
    fn a_review_gets_one_command_a_line() {
        let shown = github("data", &Diagnostic { message: "50 %\nof: it".to_owned(), ..problem() });
        assert_eq!(
            shown,
            "::warning file=data/recaps/a.md,line=7,col=10,title=unknown-theme::50 %25%0Aof: it (did you mean \"looms\"?)"
        );
    }

    #[test]
    fn programs_get_an_array_even_of_nothing() {
        let mut out = Vec::new();
        write_diagnostics(
            &mut out,
            ReportStyle { format: ReportFormat::Json, ..ReportStyle::default() },
            "data",
            &[],
        )
        .unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "[]\n");
    }
}
