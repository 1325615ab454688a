//! Files that are not published: in draft folders, ignored by git, or excluded by the curator.

use super::files::relative;
use super::registry::FILES;
use crate::ingest::{Diagnostic, LeftOut, Severity};
use ignore::Error;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::path::Path;

/// Folders that are not meant for readers, in lower case.
const UNPUBLISHED: &[&str] = &[
    "draft",
    "drafts",
    "entwürfe",
    "brouillons",
    "borradores",
    "bozze",
    "rascunhos",
    "下書き",
    "template",
    "templates",
    "vorlagen",
    "plantillas",
    "archetypes",
    "layouts",
    "includes",
    "private",
    "privat",
    "privé",
    "obsidian",
    "trash",
];

/// Why a file is not published, judging by its folders.
pub(super) fn left_out(name: &str, is_ignored: bool) -> Option<LeftOut> {
    let mut folders = name.rsplit('/').skip(1);
    if is_ignored {
        Some(LeftOut::Excluded)
    } else {
        folders.any(is_unpublished).then_some(LeftOut::Folder)
    }
}

/// Whether a folder is not meant for readers, whatever prefix its name has: `_drafts`, `00 Templates`.
pub(super) fn is_unpublished(folder: &str) -> bool {
    let name = folder.trim_start_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    UNPUBLISHED.contains(&name.as_str())
}

/// The patterns of the `.gitignore` files above a file, and of `exclude` in `site.toml`.
pub(super) struct Ignored {
    /// The curator's patterns.
    excluded: Gitignore,
    /// Depth and rules of each folder on the path that has rules.
    rules: Vec<(usize, Gitignore)>,
    /// Patterns that cannot be parsed and match nothing.
    pub problems: Vec<Diagnostic>,
}

impl Ignored {
    /// Starts with the patterns of `exclude` for a root.
    pub(super) fn new(root: &Path, patterns: &[String]) -> Self {
        let [.., site_file] = FILES;
        let mut excluded = GitignoreBuilder::new(root);
        let mut problems = Vec::new();
        for pattern in patterns {
            if let Err(error) = excluded.add_line(None, pattern) {
                // An error in a registry, so that nothing is published which its author wanted to hide.
                problems.extend(unreadable(site_file, &error, Severity::Error, None));
            }
        }
        let excluded = excluded.build().unwrap_or_else(|error| {
            problems.extend(unreadable(site_file, &error, Severity::Error, None));
            Gitignore::empty()
        });
        Self { excluded, rules: Vec::new(), problems }
    }

    /// Enters a folder at that depth.
    pub(super) fn enter(&mut self, root: &Path, folder: &Path, depth: usize) {
        self.rules.retain(|(of, _)| *of < depth);
        let file = folder.join(".gitignore");
        if file.is_file() {
            let name = relative(root, &file);
            let (rules, error) = Gitignore::new(file);
            let error = error.into_iter();
            self.problems
                .extend(error.flat_map(|it| unreadable(&name, &it, Severity::Warning, None)));
            self.rules.push((depth, rules));
        }
    }

    /// Whether a file or folder is ignored. Rules of a deeper folder take precedence.
    pub(super) fn has(&self, path: &Path, is_folder: bool) -> bool {
        let below = self.rules.iter().filter(|(_, rules)| path.starts_with(rules.path()));
        let told = below.rev().map(|(_, rules)| rules.matched(path, is_folder));
        let told = told.into_iter().find(|told| !told.is_none());
        told.is_some_and(|told| told.is_ignore())
            || self.excluded.matched(path, is_folder).is_ignore()
    }
}

/// Reports the patterns of a file that cannot be parsed, or that the file cannot be read. `line` is that of the
/// pattern, if it is known.
fn unreadable(path: &str, error: &Error, severity: Severity, line: Option<u64>) -> Vec<Diagnostic> {
    match error {
        Error::Partial(errors) => {
            errors.iter().flat_map(|it| unreadable(path, it, severity, line)).collect()
        }
        Error::WithLineNumber { line, err } => unreadable(path, err, severity, Some(*line)),
        Error::WithPath { err, .. } | Error::WithDepth { err, .. } => {
            unreadable(path, err, severity, line)
        }
        Error::Loop { .. }
        | Error::Io(_)
        | Error::Glob { .. }
        | Error::UnrecognizedFileType(_)
        | Error::InvalidDefinition => {
            let message = format!("this excludes nothing, because it cannot be read: {error}");
            let help = "write the pattern as git understands it, for example \"private/\"";
            let found = Diagnostic::of_file(severity, "exclude", path, message, help);
            let line = line.and_then(|line| u32::try_from(line).ok()).unwrap_or_default();
            vec![Diagnostic { line, ..found }]
        }
    }
}
