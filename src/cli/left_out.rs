//! Says which files of a folder are not on the site, and why.

use super::report::{counted, told};
use crate::bundle::Bundled;
use crate::ingest::{LeftOut, Severity, Withheld, is_hidden};
use crate::model::{Recap, Subject, Target};
use std::collections::{BTreeMap, BTreeSet};

/// The most file names on one line. The rest are only counted.
const MOST_NAMES: usize = 5;

/// One line for each reason. `is_all`: each names every file.
pub(super) fn left_out_lines(bundled: &Bundled, is_all: bool) -> Vec<String> {
    let mut by_reason: BTreeMap<LeftOut, Vec<&str>> = BTreeMap::new();
    for (path, reason) in &bundled.left_out {
        by_reason.entry(*reason).or_default().push(path);
    }
    let lines = by_reason.iter().map(|(reason, paths)| {
        format!("not published: {} {reason}: {}", paths.len(), names(paths, is_all))
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
        lines.push(format!("left out: {files}: {}", names(&paths, is_all)));
    }
    lines.extend(withheld_line(bundled, is_all));
    lines.extend(bundled.passed_over.lines());
    lines
}

/// Counts what was taken out of files that are published. A private passage is named by its place, and never by its words.
fn withheld_line(bundled: &Bundled, is_all: bool) -> Option<String> {
    let sum = |count: fn(&Withheld) -> usize| -> usize {
        bundled.withheld.iter().map(|(_, withheld)| count(withheld)).sum()
    };
    let counts = [
        (sum(|it| it.comments), "comment", "comments"),
        (sum(|it| it.mail_lines), "line of a mail", "lines of mails"),
        (sum(|it| it.properties), "property or query", "properties or queries"),
    ];
    let counts = counts.iter().filter(|(count, ..)| *count > 0);
    let mut parts: Vec<String> =
        counts.map(|(count, one, many)| counted(*count, one, many)).collect();
    let places = |lines: fn(&Withheld) -> &[u32]| -> Vec<String> {
        let of_file = |(path, withheld): &(String, Withheld)| {
            let places = lines(withheld).iter().map(|line| format!("{path}:{line}"));
            places.collect::<Vec<_>>()
        };
        bundled.withheld.iter().flat_map(of_file).collect()
    };
    let named = [
        (places(|it| &it.sections), "private passage", "private passages"),
        (
            places(|it| &it.contacts),
            "address, telephone number, password or signature",
            "addresses, telephone numbers, passwords or signatures",
        ),
    ];
    for (mut places, one, many) in named {
        let count = places.len();
        places.dedup();
        let shown: Vec<&str> = places.iter().map(String::as_str).collect();
        if count > 0 {
            parts.push(format!("{} ({})", counted(count, one, many), names(&shown, is_all)));
        }
    }
    (!parts.is_empty()).then(|| format!("kept from readers: {}", parts.join(", ")))
}

/// Asks about files that may not be for readers. `is_all`: names every one.
pub(super) fn personal_line(bundled: &Bundled, is_all: bool) -> Option<String> {
    let files = personal_files(bundled);
    let hint = if files.len() > MOST_NAMES && !is_all { " (--all names each)" } else { "" };
    let line = || {
        format!(
            "no talk found, and no author, URL or date stated, in: {}{hint}; if these are not for readers, add them to exclude in site.toml; if they are recaps, list their talks under \"talks\" in the header",
            names(&files, is_all)
        )
    };
    (!files.is_empty()).then(line)
}

/// Says which conferences only the registry has, since no recap, note or talk names them, and how they go.
pub(super) fn unnamed_line(bundled: &Bundled, shows_all: bool) -> Option<String> {
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
        format!(
            "{count} in conferences.toml that no note names: {}; {each} there",
            names(&ids, shows_all)
        )
    };
    (!ids.is_empty()).then(line)
}

/// Files that look like notes for their author alone: they name no talk, and nothing says who wrote them, when or where.
/// The date in the name of a file says little: journals and minutes have one.
fn personal_files(bundled: &Bundled) -> Vec<&str> {
    let catalog = &bundled.dataset.catalog;
    let mut of_talks: BTreeSet<&str> = BTreeSet::new();
    for assignment in bundled.dataset.chunks.iter().flat_map(|chunk| &chunk.assignments) {
        let is_on_talk = matches!(assignment.subject, Subject::Talk(_))
            || matches!(assignment.target, Target::Talk(_));
        of_talks.extend(is_on_talk.then_some(assignment.lines.file.as_str()));
    }
    let is_dated = |recap: &Recap| {
        let mut files = recap.copies.iter().map(|copy| &copy.file);
        recap.published.is_some() && !files.all(|file| bundled.dated_by_path.contains(file))
    };
    let is_bare = |recap: &&Recap| recap.author.is_empty() && !is_dated(recap);
    let copies = catalog.recaps.iter().filter(is_bare).flat_map(|recap| &recap.copies);
    let files = copies.filter(|copy| copy.url.is_empty()).map(|copy| copy.file.as_str());
    let mut files: Vec<&str> = files.filter(|file| !of_talks.contains(file)).collect();
    files.sort_unstable();
    files
}

fn names(paths: &[&str], is_all: bool) -> String {
    let most = if is_all { paths.len() } else { MOST_NAMES };
    let shown = paths.iter().take(most).map(|path| path.replace(is_hidden, "\u{fffd}"));
    let shown = shown.collect::<Vec<_>>().join(", ");
    match paths.len().saturating_sub(most) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
