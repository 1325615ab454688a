//! Puts a finished folder in the place of an older one, and leaves alone what has not changed.

use super::digest::Digest;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A folder under way, beside the one whose place it takes when it is finished. A reader never meets half
/// of it, and a failure leaves the old one.
#[derive(Debug)]
pub struct Staging {
    folder: PathBuf,
    fresh: PathBuf,
    old: PathBuf,
}

/// What was written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Written {
    /// Length in bytes.
    pub bytes: usize,
    /// The SHA-256 of the bytes.
    pub digest: Digest,
    /// The older folder has the same file, which is kept as it is, its date included.
    pub is_kept: bool,
}

impl Staging {
    /// Begins a folder that is to take the place of `folder`.
    ///
    /// # Errors
    /// When leftovers of an earlier run cannot be removed.
    pub fn begin(folder: &Path) -> io::Result<Self> {
        let beside = |ending: &str| {
            let name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
            folder.with_file_name(format!(".{}.{ending}", name.unwrap_or_default()))
        };
        let staging = Self { folder: folder.to_owned(), fresh: beside("new"), old: beside("old") };
        remove(&staging.fresh)?;
        remove(&staging.old)?;
        fs::create_dir_all(&staging.fresh)?;
        Ok(staging)
    }

    /// Adds a file by its path below the folder, with `/`; each only once. May be called from several
    /// threads.
    ///
    /// # Errors
    /// When the disk does not take it, or it is there already.
    pub fn write(&self, path: &str, bytes: &[u8]) -> io::Result<Written> {
        let target = self.fresh.join(path);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        let known = self.folder.join(path);
        // A second name for the same file: nothing is copied, and the date stays. Not every disk has that.
        let is_kept = is_file_of(&known, bytes) && fs::hard_link(&known, &target).is_ok();
        if !is_kept {
            io::Write::write_all(&mut fs::File::create_new(target)?, bytes)?;
        }
        Ok(Written { bytes: bytes.len(), digest: Digest::of(bytes), is_kept })
    }

    /// The bytes of a file of the older folder; `None` if it has none.
    pub fn former(&self, path: &str) -> Option<Vec<u8>> {
        fs::read(self.folder.join(path)).ok()
    }

    /// The bytes of a file that was written already.
    ///
    /// # Errors
    /// When there is none, or the disk does not give it.
    pub fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        fs::read(self.fresh.join(path))
    }

    /// Puts the folder in its place.
    ///
    /// # Errors
    /// When the disk does not allow it.
    pub fn finish(self) -> io::Result<()> {
        if self.folder.exists() {
            fs::rename(&self.folder, &self.old)?;
        }
        fs::rename(&self.fresh, &self.folder)?;
        remove(&self.old)
    }
}

impl Drop for Staging {
    /// Takes away what was not finished.
    fn drop(&mut self) {
        // What cannot be removed now is removed when the next one begins.
        remove(&self.fresh).unwrap_or_default();
    }
}

/// Whether a file holds these bytes. Most that do not differ in length, so that they need not be read.
fn is_file_of(path: &Path, bytes: &[u8]) -> bool {
    let is_as_long = |data: &fs::Metadata| data.is_file() && data.len() == bytes.len() as u64;
    fs::symlink_metadata(path).is_ok_and(|data| is_as_long(&data))
        && fs::read(path).is_ok_and(|known| known == bytes)
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(folder: &Path, files: &[(&str, &str)]) -> Vec<bool> {
        let staging = Staging::begin(folder).unwrap();
        let write = |(path, text): &(&str, &str)| staging.write(path, text.as_bytes()).unwrap();
        let kept = files.iter().map(|file| write(file).is_kept).collect();
        staging.finish().unwrap();
        kept
    }

    #[test]
    fn what_is_equal_keeps_its_date_and_what_is_gone_goes() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        assert_eq!(put(&out, &[("a/b.txt", "one"), ("c.txt", "two"), ("d.txt", "")]), [false; 3]);
        let date = |path: &str| fs::metadata(out.join(path)).unwrap().modified().unwrap();
        let was = date("a/b.txt");
        assert_eq!(put(&out, &[("a/b.txt", "one"), ("c.txt", "TWO")]), [true, false]);
        assert_eq!(date("a/b.txt"), was);
        assert_eq!(fs::read_to_string(out.join("c.txt")).unwrap(), "TWO");
        assert!(!out.join("d.txt").exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_finished_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        put(&out, &[("a.txt", "one")]);
        let staging = Staging::begin(&out).unwrap();
        staging.write("a.txt", b"one").unwrap();
        assert!(staging.write("a.txt", b"two").is_err(), "it is there already");
        drop(staging);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert_eq!(fs::read_to_string(out.join("a.txt")).unwrap(), "one");
        assert_eq!(put(&out, &[("a.txt", "two")]), [false]);
    }
}
