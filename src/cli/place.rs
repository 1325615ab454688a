//! Where output may go: only into the place of what an earlier run wrote, or of nothing.

use super::CommandError;
use crate::bundle::{Staging, read_one};
use crate::model::Manifest;
use crate::publish::{BUILD_FILE, FormerBuild, SINGLE_MARK};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

/// The files of an earlier run in a folder, below it; none where there is no run and no file.
#[derive(Debug, Default)]
pub(super) struct Ours(BTreeSet<String>);

impl Ours {
    /// Those of a site, as its record names them.
    pub(super) fn of_site(folder: &Path) -> Result<Self, CommandError> {
        let files = |record: &[u8]| FormerBuild::read(record).map(FormerBuild::into_paths);
        Self::of(folder, BUILD_FILE, files)
    }

    /// Those of a dataset, as its manifest names them.
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
        let known = read_one(folder, list).and_then(|bytes| files(&bytes));
        let mut ours = known.ok_or_else(|| CommandError::NotOurs(folder.to_owned()))?;
        ours.insert(list.to_owned());
        Ok(Self(ours))
    }

    /// Whether an earlier run wrote a file, or the packing of one.
    pub(super) fn has(&self, path: &str) -> bool {
        let packed = path.strip_suffix(".br").or_else(|| path.strip_suffix(".gz"));
        self.0.contains(path) || packed.is_some_and(|path| self.0.contains(path))
    }
}

/// Whether a folder holds nothing, or is not there.
pub(super) fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none())
}

/// Writes the explorer in one file, in the place of an earlier one or of nothing; a failure leaves what is
/// there.
pub(super) fn put_single(path: &Path, page: &str) -> Result<(), CommandError> {
    let is_ours = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).contains(SINGLE_MARK);
    if path.exists() && !fs::read(path).is_ok_and(is_ours) {
        return Err(CommandError::NotOurs(path.to_owned()));
    }
    let write = || -> io::Result<()> {
        let fresh = path.with_added_extension("new");
        let written = fs::write(&fresh, page).and_then(|()| fs::rename(&fresh, path));
        // What is half written helps nobody.
        written.or_else(|error| fs::remove_file(&fresh).and(Err(error)))
    };
    write().map_err(|error| CommandError::Disk(path.to_owned(), error))
}

/// Writes schemas by name, in the place of earlier ones or of nothing.
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
        |name: &&str| path(name).exists() && !read_one(folder, name).is_some_and(is_schema);
    if let Some(name) = schemas.keys().copied().find(is_other) {
        return Err(CommandError::NotOurs(path(name)));
    }
    schemas.iter().try_for_each(|(name, schema)| {
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(path(name), schema));
        written.map_err(|error| CommandError::Disk(path(name), error))
    })
}

/// Puts a site that is finished in its place, with what others had put there.
pub(super) fn put_site(
    staging: Staging,
    folder: &Path,
    ours: &Ours,
) -> Result<usize, CommandError> {
    let disk = |error| CommandError::Disk(folder.to_owned(), error);
    let n_taken = staging.take_over(|path| ours.has(path)).map_err(disk)?;
    staging.finish().map_err(disk)?;
    Ok(n_taken)
}
