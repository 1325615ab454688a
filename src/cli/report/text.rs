//! Diagnostics for people. Diagnostics of one kind are grouped, so that a folder of a hundred files gives a page of
//! remarks, not a book.

use super::{
    look::ReportStyle,
    plain::{path, visible},
};
use crate::ingest::{Diagnostic, Severity};
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Diagnostics of one kind that are shown in full; so few need no group.
const WHOLE: usize = 2;

/// How many further places a group names.
const PLACES: usize = 4;

/// Writes all diagnostics, grouped by kind unless `look` asks for each.
pub(super) fn write(
    out: &mut dyn Write,
    look: ReportStyle,
    folder: &str,
    diagnostics: &[Diagnostic],
) -> io::Result<()> {
    if look.shows_all {
        for diagnostic in diagnostics {
            writeln!(out, "{}\n", one(look, folder, diagnostic))?;
        }
        return Ok(());
    }
    for (_, group) in groups(diagnostics) {
        let n_whole = if group.len() > WHOLE { 1 } else { WHOLE };
        let (whole, others) = group.split_at(n_whole.min(group.len()));
        for diagnostic in whole {
            writeln!(out, "{}", one(look, folder, diagnostic))?;
            if others.is_empty() {
                writeln!(out)?;
            }
        }
        if !others.is_empty() {
            writeln!(out, "{}\n", more(folder, others))?;
        }
    }
    Ok(())
}

/// Diagnostics by severity and code: errors first, each kind in the order of its files.
fn groups(diagnostics: &[Diagnostic]) -> BTreeMap<(Severity, &'static str), Vec<&Diagnostic>> {
    let mut groups: BTreeMap<_, Vec<&Diagnostic>> = BTreeMap::new();
    for diagnostic in diagnostics {
        groups.entry((diagnostic.severity, diagnostic.code)).or_default().push(diagnostic);
    }
    groups
}

/// The count of further diagnostics of a kind, and the first few places.
fn more(folder: &str, others: &[&Diagnostic]) -> String {
    let code = others.first().map_or("", |first| first.code);
    if code == "edition-derived" && others.len() > PLACES {
        return derived(others);
    }
    let mut lines = vec![format!("{} more of the kind {code}:", others.len())];
    let shown = others.iter().take(PLACES).map(|diagnostic| {
        let line =
            if diagnostic.line == 0 { String::new() } else { format!(":{}", diagnostic.line) };
        format!("  {}{line}: {}", path(folder, diagnostic), visible(&diagnostic.message))
    });
    lines.extend(shown);
    if others.len() > PLACES {
        lines.push(format!("  and {} others; --all shows each", others.len() - PLACES));
    }
    lines.join("\n")
}

/// Every other conference that no registry lists, by series: a count would not say which to add.
fn derived(others: &[&Diagnostic]) -> String {
    let mut years: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for diagnostic in others {
        let message = visible(&diagnostic.message);
        let name = message.split('"').nth(1).unwrap_or_default();
        let (series, year) = match name.rsplit_once(' ') {
            Some((series, year)) if year.bytes().all(|byte| byte.is_ascii_digit()) => {
                (series, year)
            }
            _ => (name, ""),
        };
        years.entry(series.to_owned()).or_default().push(year.to_owned());
    }
    let mut lines = vec![format!("{} more conferences are in no registry:", others.len())];
    let mut line = String::new();
    for (series, mut of_series) in years {
        of_series.sort();
        let name = format!("{series} {}", of_series.join(", ")).trim_end().to_owned();
        if !line.is_empty() && line.chars().count() + name.chars().count() + 4 > WIDTH {
            lines.push(format!("  {line};"));
            line.clear();
        }
        line = if line.is_empty() { name } else { format!("{line}; {name}") };
    }
    lines.push(format!("  {line}"));
    lines.push("  --all shows each".to_owned());
    lines.join("\n")
}

/// The columns of a report. For a long line, the renderer shows the part around the problem.
pub(super) const WIDTH: usize = 120;

/// One diagnostic with its source line.
pub(super) fn one(look: ReportStyle, folder: &str, diagnostic: &Diagnostic) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Uncertain => Level::NOTE.with_name("uncertain"),
    };
    let path = path(folder, diagnostic);
    let [message, help] = [&diagnostic.message, &diagnostic.help].map(|text| visible(text));
    let title = level.primary_title(message.as_str()).id(diagnostic.code);
    let help = Level::HELP.message(help.as_str());
    let renderer = if look.has_colors { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(WIDTH);
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

/// The bytes of the source line that the problem is about; all bytes when it is about the whole line.
fn bytes(diagnostic: &Diagnostic, line: &str) -> std::ops::Range<usize> {
    if diagnostic.column == 0 {
        return 0..line.len();
    }
    let at = (diagnostic.column - 1).saturating_sub(diagnostic.excerpt_start) as usize;
    let byte =
        |character: usize| line.char_indices().nth(character).map_or(line.len(), |(byte, _)| byte);
    byte(at)..byte(at + (diagnostic.length as usize).max(1))
}

#[cfg(test)]
mod tests {
    use super::{super::tests::problem, *};

    #[test]
    fn every_unlisted_conference_is_named() {
        let derived = |n: usize| Diagnostic {
            code: "edition-derived",
            message: format!("\"WeftFest {}\" is in no registry", 1990 + n),
            ..problem()
        };
        let many: Vec<Diagnostic> = (0..25).map(derived).collect();
        let mut out = Vec::new();
        write(&mut out, ReportStyle::default(), "data", &many).unwrap();
        let report = String::from_utf8(out).unwrap();
        assert!(report.contains("24 more conferences are in no registry:"), "{report}");
        assert!(report.contains("WeftFest 1991, 1992, "), "{report}");
        assert!(report.contains(", 2014"), "{report}");
    }

    #[test]
    fn many_of_a_kind_are_told_once() {
        let many: Vec<Diagnostic> =
            (0..100).map(|n| Diagnostic { path: format!("{n:03}.md"), ..problem() }).collect();
        let report = |look, diagnostics: &[Diagnostic]| {
            let mut out = Vec::new();
            write(&mut out, look, "data", diagnostics).unwrap();
            String::from_utf8(out).unwrap()
        };
        let grouped = report(ReportStyle::default(), &many);
        assert!(grouped.contains("99 more of the kind unknown-theme:"), "{grouped}");
        assert!(grouped.contains("  data/001.md:7: there is no theme"), "{grouped}");
        assert!(grouped.contains("and 95 others; --all shows each"), "{grouped}");
        assert!(grouped.lines().count() < 20, "{grouped}");
        let each = report(ReportStyle { shows_all: true, ..ReportStyle::default() }, &many);
        assert_eq!(each.matches("warning[unknown-theme]").count(), 100);
        assert_eq!(report(ReportStyle::default(), &many[..2]).matches("warning[").count(), 2);
    }
}
