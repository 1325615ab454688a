//! Output goes only to empty places, or where an earlier run wrote. It never overwrites a curator's files.

use super::error::CommandError;
use crate::bundle::{Staging, read_one};
use crate::model::Manifest;
use crate::publish::{SinglePage, SiteSummary};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

/// The paths of the files that an earlier run wrote into a folder; none if the folder is empty or missing.
#[derive(Debug, Default)]
pub(super) struct OwnFiles(BTreeSet<String>);

impl OwnFiles {
    /// Those of a site, from its build record.
    pub(super) fn of_site(folder: &Path) -> Result<Self, CommandError> {
        Self::of(folder, SiteSummary::RECORD, SiteSummary::recorded_paths)
    }

    /// Those of a dataset, from its manifest.
    pub(super) fn of_dataset(folder: &Path) -> Result<Self, CommandError> {
        let files = |manifest: &[u8]| {
            let manifest: Manifest = serde_json::from_slice(manifest).ok()?;
            Some(manifest.files.into_iter().map(|file| file.path).collect())
        };
        Self::of(folder, "manifest.json", files)
    }

    fn of(
        folder: &Path,
        list: &str,
        files: impl Fn(&[u8]) -> Option<BTreeSet<String>>,
    ) -> Result<Self, CommandError> {
        if folder.exists() && !folder.is_dir() {
            return Err(CommandError::NotAFolder(folder.to_owned()));
        }
        if is_empty(folder) {
            return Ok(Self::default());
        }
        let known = read_one(folder, list)
            .map_err(|error| CommandError::Disk(folder.join(list), error))?
            .and_then(|bytes| files(&bytes));
        let mut paths = known.ok_or_else(|| CommandError::NotOurs(folder.to_owned()))?;
        paths.insert(list.to_owned());
        Ok(Self(paths))
    }

    /// Whether an earlier run wrote a file, or the file that it is a compressed copy of.
    pub(super) fn has(&self, path: &str) -> bool {
        let original = path.strip_suffix(".br").or_else(|| path.strip_suffix(".gz"));
        self.0.contains(path) || original.is_some_and(|path| self.0.contains(path))
    }
}

/// Whether a folder is empty or missing.
pub(super) fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none())
}

/// Writes a single page, unless another file has its path. A failure leaves the old page.
pub(super) fn put_single_page(path: &Path, page: &str) -> Result<(), CommandError> {
    let is_ours = |file: Vec<u8>| SinglePage::is_one(&file);
    if path.exists() && !fs::read(path).is_ok_and(is_ours) {
        return Err(CommandError::NotOurs(path.to_owned()));
    }
    let write = || -> io::Result<()> {
        let fresh = path.with_added_extension("new");
        let written = fs::write(&fresh, page).and_then(|()| fs::rename(&fresh, path));
        // An incomplete file is of no use.
        written.inspect_err(|_| drop(fs::remove_file(&fresh)))
    };
    write().map_err(|error| CommandError::Disk(path.to_owned(), error))
}

/// Writes schemas by name, unless other files are at their paths.
pub(super) fn put_schemas(
    folder: &Path,
    schemas: &BTreeMap<&'static str, String>,
) -> Result<(), CommandError> {
    if folder.exists() && !folder.is_dir() {
        return Err(CommandError::NotAFolder(folder.to_owned()));
    }
    let is_schema = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).contains("\"$schema\"");
    let path = |name: &str| folder.join(name);
    let is_other =
        |name: &&str| !read_one(folder, name).is_ok_and(|bytes| bytes.is_none_or(is_schema));
    if let Some(name) = schemas.keys().copied().find(is_other) {
        return Err(CommandError::NotOurs(path(name)));
    }
    schemas.iter().try_for_each(|(name, schema)| {
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(path(name), schema));
        written.map_err(|error| CommandError::Disk(path(name), error))
    })
}

/// Moves a finished site to its folder, together with the files there that others wrote. Returns their number.
pub(super) fn put_site(
    staging: Staging,
    folder: &Path,
    own_files: &OwnFiles,
) -> Result<usize, CommandError> {
    let disk = |error| CommandError::Disk(folder.to_owned(), error);
    let n_others = staging.take_over(|path| own_files.has(path)).map_err(disk)?;
    staging.finish().map_err(disk)?;
    Ok(n_others)
}
