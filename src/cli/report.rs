//! Shows diagnostics to people, to programs and to code review.

use super::{CommandError, count};
use crate::bundle::Bundled;
use crate::ingest::{Diagnostic, Severity, is_hidden};
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use clap::ValueEnum;
use std::io::{self, Write};
use std::path::Path;

/// For whom diagnostics are written.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
pub(super) enum Format {
    /// For people: the source line and the place in it
    #[default]
    Text,
    /// For programs: one JSON array
    Json,
    /// For pull requests: the commands that GitHub turns into remarks beside the line
    Github,
}

/// Shows the diagnostics of `folder` to whom they are for: machines read `out`, people `log`.
pub(super) fn show(
    out: &mut dyn Write,
    log: &mut dyn Write,
    format: Format,
    folder: &Path,
    diagnostics: &[Diagnostic],
) -> Result<(), CommandError> {
    let folder = folder.to_string_lossy();
    let written = match format {
        Format::Text => write_diagnostics(log, format, &folder, diagnostics),
        Format::Json | Format::Github => write_diagnostics(out, format, &folder, diagnostics),
    };
    written.map_err(CommandError::Output)
}

/// Writes the diagnostics; `folder` goes before their paths, so that an editor finds the file.
fn write_diagnostics(
    out: &mut dyn Write,
    format: Format,
    folder: &str,
    diagnostics: &[Diagnostic],
) -> io::Result<()> {
    match format {
        Format::Text => diagnostics
            .iter()
            .try_for_each(|diagnostic| writeln!(out, "{}\n", text(folder, diagnostic))),
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, diagnostics)?;
            writeln!(out)
        }
        Format::Github => diagnostics
            .iter()
            .try_for_each(|diagnostic| writeln!(out, "{}", github(folder, diagnostic))),
    }
}

/// Columns of a report; the renderer shows the part of a long line around the problem.
const WIDTH: usize = 120;

/// A text without what would move the cursor of a terminal, or turn what it shows around.
fn visible(text: &str) -> String {
    text.replace(is_hidden, "\u{fffd}")
}

fn text(folder: &str, diagnostic: &Diagnostic) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Uncertain => Level::NOTE.with_name("uncertain"),
    };
    let path = path(folder, diagnostic);
    let [message, help] = [&diagnostic.message, &diagnostic.help].map(|text| visible(text));
    let title = level.primary_title(message.as_str()).id(diagnostic.code);
    let help = Level::HELP.message(help.as_str());
    let renderer = Renderer::plain().term_width(WIDTH);
    if diagnostic.line == 0 {
        let group = title.element(Origin::path(path.as_str())).element(help);
        return renderer.render(&[group]);
    }
    let line = diagnostic.line as usize;
    let excerpt = visible(&diagnostic.excerpt);
    let snippet = Snippet::source(excerpt.as_str()).line_start(line).path(path.as_str());
    let place = AnnotationKind::Primary.span(bytes(diagnostic, &excerpt));
    renderer.render(&[title.element(snippet.annotation(place)).element(help)])
}

/// The bytes of the source line that the problem is about; all of them when it is the line as a whole.
fn bytes(diagnostic: &Diagnostic, line: &str) -> std::ops::Range<usize> {
    if diagnostic.column == 0 {
        return 0..line.len();
    }
    let at = (diagnostic.column - 1) as usize;
    let byte =
        |character: usize| line.char_indices().nth(character).map_or(line.len(), |(byte, _)| byte);
    byte(at)..byte(at + (diagnostic.length as usize).max(1))
}

fn path(folder: &str, diagnostic: &Diagnostic) -> String {
    let path = visible(&diagnostic.path).replace('\n', "\u{fffd}");
    if folder.is_empty() { path } else { format!("{}/{path}", folder.trim_end_matches('/')) }
}

/// `::warning file=…,line=…::message`; GitHub wants its own marks in the text escaped.
fn github(folder: &str, diagnostic: &Diagnostic) -> String {
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Uncertain => "notice",
    };
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let number = |key: &str, number: u32| match number {
        0 => String::new(),
        number => format!(",{key}={number}"),
    };
    let place = format!(
        "file={}{}{}",
        property(&path(folder, diagnostic)),
        number("line", diagnostic.line),
        number("col", diagnostic.column)
    );
    let message = visible(&format!("{} ({})", diagnostic.message, diagnostic.help));
    format!("::{command} {place},title={}::{}", property(diagnostic.code), data(&message))
}

/// What was found, in one or two lines.
pub(super) fn summary(bundled: &Bundled) -> String {
    let catalog = &bundled.dataset.catalog;
    let told = catalog.conferences.iter().filter(|conference| {
        catalog.recaps.iter().any(|recap| recap.conference.as_ref() == Some(&conference.id))
    });
    let found = [
        counted(catalog.recaps.len(), "recap", "recaps"),
        counted(told.count(), "edition", "editions"),
        counted(catalog.talks.len(), "talk", "talks"),
        counted(catalog.notes.len(), "note", "notes"),
        counted(catalog.people.len(), "person", "people"),
        counted(catalog.themes.len(), "theme", "themes"),
    ];
    let problems = [
        counted(count(bundled, Severity::Error), "error", "errors"),
        counted(count(bundled, Severity::Warning), "warning", "warnings"),
        counted(count(bundled, Severity::Uncertain), "uncertain", "uncertain"),
    ];
    format!("{}; {}", found.join(", "), problems.join(", "))
}

pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem() -> Diagnostic {
        Diagnostic {
            severity: Severity::Warning,
            code: "unknown-theme",
            path: "recaps/a.md".to_owned(),
            line: 7,
            column: 10,
            length: 5,
            excerpt: "themes: [loosm, warp]".to_owned(),
            message: "there is no theme \"loosm\"".to_owned(),
            help: "did you mean \"looms\"?".to_owned(),
        }
    }

    #[test]
    fn people_see_the_line_and_the_place_in_it() {
        assert_eq!(
            text("data", &problem()),
            "warning[unknown-theme]: there is no theme \"loosm\"\n --> data/recaps/a.md:7:10\n  |\n7 | themes: [loosm, warp]\n  |          ^^^^^\n  |\n  = help: did you mean \"looms\"?"
        );
        let whole = Diagnostic { line: 0, column: 0, excerpt: String::new(), ..problem() };
        assert!(
            text("data", &whole).contains("--> data/recaps/a.md\n"),
            "{}",
            text("data", &whole)
        );
        let long = Diagnostic {
            excerpt: format!("{}loosm{}", "é ".repeat(300), " x".repeat(300)),
            column: 601,
            ..problem()
        };
        assert!(
            text("data", &long).lines().all(|line| line.chars().count() <= WIDTH + 10),
            "{}",
            text("data", &long)
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
        for shown in [text("data", &shown), github("data", &shown)] {
            assert!(!shown.contains(is_hidden), "{shown:?}");
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
        write_diagnostics(&mut out, Format::Json, "data", &[]).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "[]\n");
    }
}
