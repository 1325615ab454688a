//! Says which files of a folder are not on the site, and why.

use super::report::counted;
use crate::bundle::Bundled;
use crate::ingest::{LeftOut, Severity, is_hidden};
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

fn names(paths: &[&str]) -> String {
    let shown = paths.iter().take(MOST_NAMES).map(|path| path.replace(is_hidden, "\u{fffd}"));
    let shown = shown.collect::<Vec<_>>().join(", ");
    match paths.len().saturating_sub(MOST_NAMES) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
