//! The size of a site: its files by kind, and which limits of usual hosts it exceeds.

use crate::publish::SiteSummary;
use std::collections::BTreeMap;

/// The most files that Cloudflare Pages takes in a project of the free plan.
const MOST_FILES: usize = 20_000;
/// The longest file that it takes, in bytes.
const LONGEST_FILE: usize = 25 << 20;
/// The largest site that GitHub Pages takes, in bytes.
const LARGEST_SITE: usize = 1_000_000_000;

/// The files of a site by kind, with their number and size, as lines of a table.
pub(super) fn table(summary: &SiteSummary) -> Vec<String> {
    let line = |name: &str, n_files: usize, bytes: usize| {
        format!("  {name:22}{n_files:>8} files{:>10}", megabytes(bytes))
    };
    let kinds = summary.by_kind().into_iter();
    let kinds = kinds.map(|(kind, n_files, bytes)| line(kind, n_files, bytes));
    let files = &summary.files;
    kinds.chain([line("all", files.len(), files.values().sum())]).collect()
}

/// The limits of usual hosts that the site exceeds.
pub(super) fn beyond_limits(files: &BTreeMap<String, usize>) -> Vec<String> {
    let mut notes = Vec::new();
    if files.len() > MOST_FILES {
        notes.push(format!(
            "note: the free plan of Cloudflare Pages allows {MOST_FILES} files; this site has {} more",
            files.len() - MOST_FILES
        ));
    }
    for (path, bytes) in files.iter().filter(|(_, bytes)| **bytes > LONGEST_FILE) {
        notes.push(format!(
            "note: Cloudflare Pages allows files up to 25 MiB; {path} has {}",
            megabytes(*bytes)
        ));
    }
    let total: usize = files.values().sum();
    if total > LARGEST_SITE {
        notes.push(format!("note: GitHub Pages allows 1 GB; this site has {}", megabytes(total)));
    }
    notes
}

/// Bytes as megabytes with one digit; only 0 bytes give 0.0.
fn megabytes(bytes: usize) -> String {
    let tenths = if bytes == 0 { 0 } else { ((bytes + 50_000) / 100_000).max(1) };
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, usize)]) -> BTreeMap<String, usize> {
        files.iter().map(|(path, bytes)| ((*path).to_owned(), *bytes)).collect()
    }

    #[test]
    fn files_are_counted_by_kind() {
        let files = site(&[("talk/a.html", 1_250_000), ("index.html", 1), ("app.js", 1)]);
        assert_eq!(
            table(&SiteSummary { files, n_kept: 0 }),
            [
                "  pages                        2 files    1.3 MB",
                "  client and styles            1 files    0.1 MB",
                "  all                          3 files    1.3 MB",
            ]
        );
    }

    #[test]
    fn a_host_is_named_only_where_its_limit_is_passed() {
        let fits = site(&[("a.html", LONGEST_FILE), ("b.html", 9)]);
        assert_eq!(beyond_limits(&fits), Vec::<String>::new());
        let long = site(&[("a.html", LONGEST_FILE + 1), ("b.html", LARGEST_SITE)]);
        let notes = beyond_limits(&long);
        assert_eq!(notes.len(), 3, "{notes:?}");
        assert!(notes[0].ends_with("a.html has 26.2 MB"), "{notes:?}");
        let many = (0..=MOST_FILES).map(|n| (format!("{n}.html"), 1)).collect();
        let expected =
            "note: the free plan of Cloudflare Pages allows 20000 files; this site has 1 more";
        assert_eq!(beyond_limits(&many), [expected]);
    }
}
