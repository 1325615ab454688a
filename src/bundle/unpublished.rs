//! Files that are not published: in draft folders, ignored by git, or excluded by the curator.

use crate::ingest::LeftOut;
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
}

impl Ignored {
    /// Starts with the patterns of `exclude` for a root.
    pub(super) fn new(root: &Path, patterns: &[String]) -> Self {
        let mut excluded = GitignoreBuilder::new(root);
        for pattern in patterns {
            // A pattern that cannot be parsed matches nothing; the registry reports it.
            drop(excluded.add_line(None, pattern));
        }
        Self {
            excluded: excluded.build().unwrap_or_else(|_| Gitignore::empty()),
            rules: Vec::new(),
        }
    }

    /// Enters a folder at that depth.
    pub(super) fn enter(&mut self, folder: &Path, depth: usize) {
        self.rules.retain(|(of, _)| *of < depth);
        let file = folder.join(".gitignore");
        if file.is_file() {
            self.rules.push((depth, Gitignore::new(file).0));
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
