//! Says which files of a folder are not on the site, and why.

use super::report::{counted, told};
use crate::bundle::Bundled;
use crate::ingest::{LeftOut, Severity, is_hidden};
use crate::model::{Recap, Subject, Target};
use std::collections::{BTreeMap, BTreeSet};

/// The most file names on one line. The rest are only counted.
const MOST_NAMES: usize = 5;

/// One line for each reason.
pub(super) fn left_out_lines(bundled: &Bundled) -> Vec<String> {
    let mut by_reason: BTreeMap<LeftOut, Vec<&str>> = BTreeMap::new();
    for (path, reason) in &bundled.left_out {
        by_reason.entry(*reason).or_default().push(path);
    }
    let lines = by_reason.iter().map(|(reason, paths)| {
        format!("not published: {} {reason}: {}", paths.len(), names(paths))
    });
    let mut lines: Vec<String> = lines.collect();
    let broken: BTreeSet<&str> = bundled
        .diagnostics
        .iter()
        .filter(|it| it.severity == Severity::Error)
        .map(|it| it.path.as_str())
        .collect();
    if !broken.is_empty() && !bundled.has_registry_errors() {
        let paths: Vec<&str> = broken.into_iter().collect();
        let files = counted(paths.len(), "file with an error", "files with an error");
        lines.push(format!("left out: {files}: {}", names(&paths)));
    }
    let withheld = [
        (bundled.withheld.comments, "comment", "comments"),
        (bundled.withheld.sections, "private section", "private sections"),
        (
            bundled.withheld.contacts,
            "address, telephone number or signature",
            "addresses, telephone numbers or signatures",
        ),
        (bundled.withheld.mail_lines, "line of a mail", "lines of mails"),
    ];
    let withheld = withheld.iter().filter(|(count, ..)| *count > 0);
    let withheld: Vec<String> =
        withheld.map(|(count, one, many)| counted(*count, one, many)).collect();
    if !withheld.is_empty() {
        lines.push(format!("kept from readers: {}", withheld.join(", ")));
    }
    lines.extend(bundled.passed_over.lines());
    lines
}

/// Asks about files that may not be for readers.
pub(super) fn personal_line(bundled: &Bundled) -> Option<String> {
    let files = personal_files(bundled);
    let line = || {
        format!(
            "no talk, author, date or URL in: {}; if they are not for readers, add them to exclude in site.toml",
            names(&files)
        )
    };
    (!files.is_empty()).then(line)
}

/// Says which conferences only the registry has, since no recap, note or talk names them, and how they go.
pub(super) fn unnamed_line(bundled: &Bundled) -> Option<String> {
    let catalog = &bundled.dataset.catalog;
    let mut named = told(catalog);
    named.extend(catalog.talks.iter().filter_map(|talk| talk.conference.as_ref()));
    let others = catalog.conferences.iter().filter(|it| !it.is_derived && !named.contains(&it.id));
    let ids: Vec<&str> = others.map(|it| it.id.as_str()).collect();
    let line = || {
        let (count, each) = match ids.len() {
            1 => ("1 conference".to_owned(), "it has a page until you delete its entry"),
            n => (format!("{n} conferences"), "each has a page until you delete its entry"),
        };
        format!("{count} in conferences.toml that no note names: {}; {each} there", names(&ids))
    };
    (!ids.is_empty()).then(line)
}

/// Files that look like notes for their author alone: they name no talk, and nothing says who wrote them, when or where.
fn personal_files(bundled: &Bundled) -> Vec<&str> {
    let catalog = &bundled.dataset.catalog;
    let mut of_talks: BTreeSet<&str> = BTreeSet::new();
    for assignment in bundled.dataset.chunks.iter().flat_map(|chunk| &chunk.assignments) {
        let is_on_talk = matches!(assignment.subject, Subject::Talk(_))
            || matches!(assignment.target, Target::Talk(_));
        of_talks.extend(is_on_talk.then_some(assignment.lines.file.as_str()));
    }
    let is_bare = |recap: &&Recap| recap.author.is_empty() && recap.published.is_none();
    let copies = catalog.recaps.iter().filter(is_bare).flat_map(|recap| &recap.copies);
    let files = copies.filter(|copy| copy.url.is_empty()).map(|copy| copy.file.as_str());
    files.filter(|file| !of_talks.contains(file)).collect()
}

fn names(paths: &[&str]) -> String {
    let shown = paths.iter().take(MOST_NAMES).map(|path| path.replace(is_hidden, "\u{fffd}"));
    let shown = shown.collect::<Vec<_>>().join(", ");
    match paths.len().saturating_sub(MOST_NAMES) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
