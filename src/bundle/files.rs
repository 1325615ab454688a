//! A data folder in memory, and the files of a folder.

use super::passed_over::PassedOver;
use crate::ingest::{Diagnostic, LeftOut, MAX_FILE_BYTES};
use crate::model::PartialDate;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// Largest picture, in bytes.
pub(super) const MAX_PICTURE_BYTES: usize = 10_000_000;

/// A data folder in memory.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Where it is.
    pub root: PathBuf,
    /// Recaps by path below the folder, with `/`.
    pub recaps: BTreeMap<String, Vec<u8>>,
    /// The curator's pages by path: the files in `pages/`.
    pub pages: BTreeMap<String, Vec<u8>>,
    /// Files by path that may name the conference of their folder: read-me files, indexes with a header, and
    /// `hallway.toml` as a header.
    pub readmes: BTreeMap<String, Vec<u8>>,
    /// The ledger, if there is one.
    pub ledger: Option<String>,
    /// Paths of pictures that recaps may show. A picture is read when a recap shows it.
    pub pictures: BTreeSet<String>,
    /// Registries by file name.
    pub registries: BTreeMap<String, Vec<u8>>,
    /// The pictures and the style sheet that `site.toml` names, by path.
    pub look: BTreeMap<String, Vec<u8>>,
    /// Files that could not be read, with the reason.
    pub diagnostics: Vec<Diagnostic>,
    /// Recaps that are not published, by path.
    pub left_out: Vec<(String, LeftOut)>,
    /// Pictures that are not published, by path.
    pub hidden: BTreeSet<String>,
    /// Files of unsupported kinds.
    pub passed_over: PassedOver,
    /// The build date. If it is set, recaps that are to be published later, or no longer, are left out.
    pub today: Option<PartialDate>,
}

/// The files that `site.toml` names for the look of the site. Files that are missing, too large or outside the folder
/// are left out.
pub(super) fn look_files(root: &Path, names: &[String]) -> BTreeMap<String, Vec<u8>> {
    let read = |name: &String| {
        let path = root.join(name).canonicalize().ok().filter(|path| path.starts_with(root))?;
        let is_small = fs::metadata(&path).is_ok_and(|file| file.len() <= MAX_FILE_BYTES as u64);
        let bytes = if is_small { fs::read(&path).ok()? } else { return None };
        Some((name.clone(), bytes))
    };
    names.iter().filter_map(read).collect()
}

/// At most so many bytes of a file, from its beginning.
pub(super) fn read_at_most(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether a path leads outside `root`.
pub(super) fn leads_out(root: &Path, path: &Path) -> bool {
    path.canonicalize().is_ok_and(|real| !real.starts_with(root))
}

/// The path of something below `root`, with `/`.
pub(super) fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Remedies for errors of the system.
const REMEDIES: [(io::ErrorKind, &str); 7] = [
    (
        io::ErrorKind::PermissionDenied,
        "you do not have permission to read or write it; change its permissions, or name another place",
    ),
    (io::ErrorKind::NotFound, "there is no such file or folder; check the path"),
    (io::ErrorKind::NotADirectory, "a part of the path is a file; check the path"),
    (
        io::ErrorKind::ReadOnlyFilesystem,
        "it is on a disk that cannot be written; name a place on another disk",
    ),
    (io::ErrorKind::StorageFull, NO_SPACE),
    (io::ErrorKind::QuotaExceeded, NO_SPACE),
    (
        io::ErrorKind::InvalidFilename,
        "the name is too long, or has signs that this disk does not allow; name another one",
    ),
];

const NO_SPACE: &str = "there is no space left; delete something, or name a place on another disk";

/// Why something cannot be read or written, in plain words with a remedy. Errors of our own have words of their own.
pub fn reason(error: &io::Error) -> String {
    let found = REMEDIES.iter().find(|(kind, _)| *kind == error.kind());
    let remedy = found.filter(|_| is_of_system(error)).map(|(_, remedy)| (*remedy).to_owned());
    remedy.unwrap_or_else(|| error.to_string())
}

/// Whether an error has the words of the system. Libraries put some of their own before them.
fn is_of_system(error: &io::Error) -> bool {
    error.raw_os_error().is_some() || error.to_string().contains("(os error ")
}

/// The bytes of a file below a folder, or `None` when there is none.
///
/// # Errors
/// When it is there and cannot be read.
pub fn read_one(folder: &Path, path: &str) -> io::Result<Option<Vec<u8>>> {
    match fs::read(folder.join(path)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The bytes of a picture below a folder, or one byte more than the limit.
///
/// # Errors
/// If it cannot be read, or is a link that leads out of the folder.
pub(super) fn read_picture(folder: &Path, path: &str) -> io::Result<Vec<u8>> {
    let path = folder.join(path);
    if leads_out(folder, &path) {
        return Err(io::Error::other("it is a link that leads out of the data folder"));
    }
    read_at_most(&path, MAX_PICTURE_BYTES as u64 + 1)
}

/// Every file of a folder whose name ends in `ending`, by path below it, with `/`.
pub fn read_all(folder: &Path, ending: &str) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(io::Error::from)?;
        if entry.file_type().is_file() && entry.file_name().to_string_lossy().ends_with(ending) {
            files.insert(relative(folder, entry.path()), fs::read(entry.path())?);
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_of_the_disk_has_a_remedy() {
        for (number, words) in [
            (13, "you do not have permission"),
            (2, "there is no such file"),
            (30, "a disk that cannot be written"),
            (28, "no space left"),
        ] {
            let told = reason(&io::Error::from_raw_os_error(number));
            assert!(told.contains(words) && told.contains("; "), "{told}");
            assert!(!told.contains("os error"), "{told}");
        }
        assert_eq!(reason(&io::Error::other("our words")), "our words");
    }
}
