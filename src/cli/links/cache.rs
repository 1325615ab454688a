//! The answers of earlier checks, in the cache folder of this machine. Without such a folder, every check asks again.

use super::answer::Answer;
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// For how long a page that existed is not requested again.
const FINE: Duration = Duration::from_hours(7 * 24);

/// For how long a page that was gone is not requested again.
const DEAD: Duration = Duration::from_hours(1);

/// The answers of earlier checks, one per line: seconds since 1970, status, address. Later lines win.
#[derive(Debug)]
pub(super) struct Cache {
    known: BTreeMap<String, Answer>,
    /// Each answer is added at once, so that a check that is stopped keeps its answers.
    file: Option<File>,
}

impl Cache {
    /// The cache of this machine.
    pub(super) fn open() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        path().map_or(Self { known: BTreeMap::new(), file: None }, |path| Self::at(&path, now))
    }

    /// The cache in a file. Entries that are too old are dropped from it.
    fn at(path: &Path, now: Duration) -> Self {
        let text = fs::read_to_string(path).unwrap_or_default();
        let entries = text.lines().filter_map(|line| entry(line, now));
        let known: BTreeMap<&str, (&str, Answer)> =
            entries.map(|(address, line, answer)| (address, (line, answer))).collect();
        let kept: String = known.values().map(|(line, _)| [*line, "\n"].concat()).collect();
        let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
        let written = folder.and_then(|()| fs::write(path, kept));
        let file = written.and_then(|()| OpenOptions::new().append(true).open(path)).ok();
        let known = known.into_iter().map(|(address, (_, answer))| (address.to_owned(), answer));
        Self { known: known.collect(), file }
    }

    /// The known answer for an address.
    pub(super) fn get(&self, address: &str) -> Option<Answer> {
        self.known.get(address).cloned()
    }

    /// Remembers an answer, if it is a clear one.
    pub(super) fn add(&mut self, address: &str, answer: &Answer) {
        let status = match answer {
            Answer::Fine => 200,
            Answer::Dead(status) => *status,
            Answer::NoHost | Answer::NotForReaders | Answer::Unclear(_) => return,
        };
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        if let Some(file) = &mut self.file {
            // If the cache cannot be written, only time is lost.
            writeln!(file, "{now}\t{status}\t{address}").unwrap_or_default();
        }
    }
}

/// Address, line and answer of an entry. `None` if the entry is too old or invalid.
fn entry(line: &str, now: Duration) -> Option<(&str, &str, Answer)> {
    let mut parts = line.splitn(3, '\t');
    let (at, status) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let (answer, keeps) =
        if status == 200 { (Answer::Fine, FINE) } else { (Answer::Dead(status), DEAD) };
    let age = now.checked_sub(Duration::from_secs(at))?;
    (age < keeps).then_some((parts.next()?, line, answer))
}

/// The file of the cache.
fn path() -> Option<PathBuf> {
    let folder =
        |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|it| it.is_absolute());
    let of_system = || match std::env::consts::OS {
        "windows" => folder("LOCALAPPDATA"),
        "macos" => Some(folder("HOME")?.join("Library/Caches")),
        _ => Some(folder("HOME")?.join(".cache")),
    };
    Some(folder("XDG_CACHE_HOME").or_else(of_system)?.join("hallway/links.tsv"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_old_or_unclear_is_asked_for_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("hallway/links.tsv");
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        let mut cache = Cache::at(&path, now);
        cache.add("https://a.example/", &Answer::Fine);
        cache.add("https://b.example/", &Answer::Dead(404));
        cache.add("https://c.example/", &Answer::Unclear("is slow".to_owned()));
        cache.add("https://d.example/", &Answer::NoHost);
        drop(cache);
        let known = |later: Duration| {
            let cache = Cache::at(&path, now + later + Duration::from_mins(1));
            ["a", "b", "c", "d"].map(|host| cache.get(&format!("https://{host}.example/")))
        };
        assert_eq!(
            known(Duration::ZERO),
            [Some(Answer::Fine), Some(Answer::Dead(404)), None, None]
        );
        assert_eq!(known(DEAD), [Some(Answer::Fine), None, None, None]);
        assert_eq!(known(FINE), [None, None, None, None]);
        assert_eq!(fs::read_to_string(&path).unwrap(), "");
    }

    #[test]
    fn a_broken_cache_is_no_reason_to_fail() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("links.tsv");
        fs::write(&path, "x\n1\t2\n\t\t\n99999999999999999999\t200\thttps://a.example/\n").unwrap();
        assert!(Cache::at(&path, Duration::from_secs(10)).known.is_empty());
        // A folder is in the place of the file.
        assert!(Cache::at(folder.path(), Duration::from_secs(10)).file.is_none());
    }
}
