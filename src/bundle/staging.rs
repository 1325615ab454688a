//! Replaces a folder with a finished new one, and keeps unchanged files.

use super::{
    digest::Digest,
    files::{reason, relative},
};
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A folder that is written beside the folder that it replaces. Readers never see an unfinished folder, and a failure
/// leaves the old one in place.
#[derive(Debug)]
pub struct Staging {
    folder: PathBuf,
    fresh: PathBuf,
    old: PathBuf,
    /// Held while this run is working, so that no other run mistakes the folder for a leftover. The system releases it
    /// even when the process is killed.
    _lock: Option<fs::File>,
    is_finished: bool,
}

/// A file that was written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Written {
    /// Length in bytes.
    pub bytes: usize,
    /// The SHA-256 of the bytes.
    pub digest: Digest,
    /// The older folder has the same file. It is kept with its date.
    pub is_kept: bool,
}

impl Staging {
    /// Begins a folder that will replace `folder`. Repairs what an interrupted run left behind.
    ///
    /// # Errors
    /// When `folder` is a file, when it is somebody's current directory, when another run is at work on it, or
    /// when leftovers of an earlier run cannot be removed.
    pub fn begin(folder: &Path) -> io::Result<Self> {
        // A link is kept and its target is replaced.
        let folder = folder.canonicalize().or_else(|_missing| std::path::absolute(folder))?;
        if folder.exists() && !folder.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        if env::current_dir().is_ok_and(|here| here.starts_with(&folder)) {
            return Err(io::Error::new(io::ErrorKind::ResourceBusy, AMID));
        }
        let beside = |ending: &str| {
            let name = folder.file_name().map(|name| name.to_string_lossy().into_owned());
            folder.with_file_name(format!(".{}.{ending}", name.unwrap_or_default()))
        };
        let (fresh, old) = (beside("new"), beside("old"));
        if let Ok(left) = fs::File::open(&fresh) {
            lock(&left)?;
            remove(&fresh)?;
        }
        if old.exists() && !folder.exists() {
            // An earlier run was killed between the two steps of finishing.
            fs::rename(&old, &folder)?;
        }
        remove(&old)?;
        fs::create_dir_all(folder.parent().unwrap_or(&folder))?;
        if let Err(error) = fs::create_dir(&fresh) {
            let is_taken = error.kind() == io::ErrorKind::AlreadyExists;
            let why = format!(
                "Hallway first writes a site to a temporary folder beside it, and cannot make {}: {}",
                fresh.display(),
                reason(&error)
            );
            return Err(if is_taken { taken() } else { io::Error::new(error.kind(), why) });
        }
        // Not every system can open folders, and not every disk supports locks.
        let handle = fs::File::open(&fresh).ok();
        handle.as_ref().map_or(Ok(()), lock)?;
        Ok(Self { folder, fresh, old, _lock: handle, is_finished: false })
    }

    /// Adds a file by its path below the folder, with `/`. Each path may be added once. Several threads may call
    /// this.
    ///
    /// # Errors
    /// When the file cannot be written or exists already.
    pub fn write(&self, path: &str, bytes: &[u8]) -> io::Result<Written> {
        let target = self.fresh.join(path);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        let known = self.folder.join(path);
        // A hard link copies nothing and keeps the date. Not every disk supports it.
        let is_kept = is_file_of(&known, bytes) && fs::hard_link(&known, &target).is_ok();
        if !is_kept {
            io::Write::write_all(&mut fs::File::create_new(target)?, bytes)?;
        }
        Ok(Written { bytes: bytes.len(), digest: Digest::of(bytes), is_kept })
    }

    /// The bytes of a file of the older folder, or `None` when it does not exist.
    pub fn former(&self, path: &str) -> Option<Vec<u8>> {
        fs::read(self.folder.join(path)).ok()
    }

    /// Where a file will be.
    pub fn place(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// The bytes of a file that was written already.
    ///
    /// # Errors
    /// When the file does not exist or cannot be read.
    pub fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        fs::read(self.fresh.join(path))
    }

    /// Keeps files that somebody else put into the older folder, such as a `CNAME` or a `.git`: all files except those
    /// that `is_ours` and those written since. Returns their number.
    ///
    /// # Errors
    /// When the disk does not allow it.
    pub fn take_over(&self, is_ours: impl Fn(&str) -> bool) -> io::Result<usize> {
        let mut n_taken = 0;
        if !self.folder.exists() {
            return Ok(n_taken);
        }
        for entry in walkdir::WalkDir::new(&self.folder).min_depth(1) {
            let entry = entry?;
            let below = entry.path().strip_prefix(&self.folder).map_err(io::Error::other)?;
            let target = self.fresh.join(below);
            if entry.file_type().is_dir() {
                // A build leaves no empty folders, but a repository may need them.
                if fs::read_dir(entry.path())?.next().is_none() {
                    fs::create_dir_all(target)?;
                }
            } else if !is_ours(&relative(&self.folder, entry.path()))
                && target.symlink_metadata().is_err()
            {
                fs::create_dir_all(target.parent().unwrap_or(&self.fresh))?;
                fs::hard_link(entry.path(), &target)
                    .or_else(|_no_links| fs::copy(entry.path(), &target).map(drop))?;
                n_taken += 1;
            }
        }
        Ok(n_taken)
    }

    /// Replaces the older folder with the new one.
    ///
    /// # Errors
    /// When the disk does not allow it. The older folder is then still there.
    pub fn finish(mut self) -> io::Result<()> {
        if self.folder.exists() {
            fs::rename(&self.folder, &self.old).map_err(|error| {
                let is_held = error.kind() == io::ErrorKind::ResourceBusy;
                if is_held { io::Error::new(error.kind(), MOUNTED) } else { error }
            })?;
        }
        if let Err(error) = fs::rename(&self.fresh, &self.folder) {
            return fs::rename(&self.old, &self.folder).and(Err(error));
        }
        self.is_finished = true;
        remove(&self.old)
    }
}

/// The message for a folder that is the current directory of the command: replacing it would leave the terminal
/// in a folder that no longer exists.
const AMID: &str = "the folder you are in cannot be replaced; start from another one";

/// The message for a folder that the system does not allow to be renamed.
const MOUNTED: &str = "it cannot be replaced as a whole, perhaps because a disk is mounted there; name a folder in it";

/// Locks a folder until the file is closed.
fn lock(folder: &fs::File) -> io::Result<()> {
    match folder.try_lock() {
        Err(fs::TryLockError::WouldBlock) => Err(taken()),
        Ok(()) | Err(fs::TryLockError::Error(_)) => Ok(()),
    }
}

fn taken() -> io::Error {
    let message = "another run of hallway is writing here; wait until it has ended";
    io::Error::new(io::ErrorKind::ResourceBusy, message)
}

impl Drop for Staging {
    /// Removes an unfinished folder.
    fn drop(&mut self) {
        // What cannot be removed now is removed when the next run begins.
        if !self.is_finished {
            remove(&self.fresh).unwrap_or_default();
        }
    }
}

/// Whether a file has these bytes. Most changed files differ in length and need not be read.
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

/// Replaces the `ours` files of `folder`, in the same way as [`Staging`].
pub fn replace(
    folder: &Path,
    files: &BTreeMap<String, Vec<u8>>,
    is_ours: impl Fn(&str) -> bool,
) -> io::Result<()> {
    let staging = Staging::begin(folder)?;
    for (name, bytes) in files {
        staging.write(name, bytes)?;
    }
    staging.take_over(is_ours)?;
    staging.finish()
}

/// Appends text to a file in a folder, or creates the file.
pub fn append(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    let path = folder.join(name);
    let known = match fs::read_to_string(&path) {
        Ok(known) => known.trim_end().to_owned() + "\n\n",
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error),
    };
    let whole = known + text;
    // What is written by hand may have no place for more entries: `series = [{ … }]` is complete.
    if let Err(error) = toml::from_str::<toml::Table>(&whole) {
        let message = format!("the entries do not fit into this file: {}", error.message());
        return Err(io::Error::new(io::ErrorKind::InvalidData, message));
    }
    put(folder, name, &whole)
}

/// Writes a file in a folder in one step: if the command is interrupted, the old file stays.
pub fn put(folder: &Path, name: &str, text: &str) -> io::Result<()> {
    let fresh = folder.join(format!(".{name}.new"));
    fs::write(&fresh, text)?;
    fs::rename(fresh, folder.join(name))
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

    #[test]
    fn what_somebody_else_put_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        put(&out, &[("a.txt", "one"), ("gone.txt", "")]);
        fs::write(out.join("CNAME"), "notes.example").unwrap();
        fs::create_dir_all(out.join(".git/refs")).unwrap();
        fs::write(out.join("b.txt"), "a note of my own").unwrap();
        let staging = Staging::begin(&out).unwrap();
        staging.write("b.txt", b"ours by now").unwrap();
        assert_eq!(staging.take_over(|path| path == "a.txt" || path == "gone.txt").unwrap(), 1);
        staging.finish().unwrap();
        assert_eq!(fs::read_to_string(out.join("CNAME")).unwrap(), "notes.example");
        assert_eq!(fs::read_to_string(out.join("b.txt")).unwrap(), "ours by now");
        assert!(out.join(".git/refs").is_dir() && !out.join("gone.txt").exists());
    }

    #[test]
    fn two_at_once_are_told_apart_and_the_first_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        let first = Staging::begin(&out).unwrap();
        first.write("a.txt", b"one").unwrap();
        let error = Staging::begin(&out).unwrap_err();
        assert!(error.to_string().contains("another run"), "{error}");
        first.write("b.txt", b"two").unwrap();
        first.finish().unwrap();
        assert_eq!(fs::read_dir(&out).unwrap().count(), 2);
        drop(Staging::begin(&out).unwrap());
    }

    #[test]
    fn a_killed_run_loses_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        put(&out, &[("a.txt", "one")]);
        // The run was killed between the two steps of finishing.
        fs::rename(&out, folder.path().join(".out.old")).unwrap();
        fs::create_dir(folder.path().join(".out.new")).unwrap();
        drop(Staging::begin(&out).unwrap());
        assert_eq!(fs::read_to_string(out.join("a.txt")).unwrap(), "one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_is_no_folder_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("recap.md");
        fs::write(&file, "work of a night").unwrap();
        assert_eq!(Staging::begin(&file).unwrap_err().kind(), io::ErrorKind::NotADirectory);
        assert_eq!(fs::read_to_string(&file).unwrap(), "work of a night");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_and_what_it_leads_to_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real"), folder.path().join("link"));
        put(&real, &[("a.txt", "one")]);
        std::os::unix::fs::symlink(&real, &link).unwrap();
        put(&link, &[("a.txt", "two")]);
        assert!(link.is_symlink());
        assert_eq!(fs::read_to_string(real.join("a.txt")).unwrap(), "two");
    }
}
