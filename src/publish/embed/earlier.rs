//! Embeds of earlier versions of the data, for pages that name theirs: what the last build left in the
//! folder of the site, as often as the curator wants it kept.

use super::scripts::has_ending;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The list of versions whose embeds are there, newest first.
pub(super) const VERSIONS: &str = "embed/versions.json";

/// A version of the data and the files that show it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(super) struct Version {
    /// The version, as the manifest names it.
    pub(super) data: String,
    /// The files, below the folder of the site.
    pub(super) files: Vec<String>,
}

/// Earlier versions that stay, with their files by path.
#[derive(Clone, Debug, Default)]
pub struct Earlier {
    pub(super) versions: Vec<Version>,
    pub(super) files: BTreeMap<String, Vec<u8>>,
}

/// The page that shows any view of a version.
pub(super) fn page_of(version: &str) -> String {
    ["embed-", version, ".html"].concat()
}

impl Earlier {
    /// Takes up to `keep` versions other than `data` out of an earlier site, whose files `read` gives.
    /// One that is not whole is left out.
    pub fn read(keep: usize, data: &str, read: impl Fn(&str) -> Option<Vec<u8>>) -> Self {
        let mut earlier = Self::default();
        let list = read(VERSIONS).filter(|_| keep > 0);
        let versions: Vec<Version> =
            list.and_then(|list| serde_json::from_slice(&list).ok()).unwrap_or_default();
        for version in versions.into_iter().filter(|version| version.data != data) {
            let file = |path: &String| {
                let is_ours = path.starts_with("embed") && !path.contains("..")
                    || has_ending(path, "css") && !path.contains('/');
                is_ours.then(|| read(path)).flatten().map(|bytes| (path.clone(), bytes))
            };
            let files: Option<Vec<_>> = version.files.iter().map(file).collect();
            if let Some(files) = files.filter(|_| earlier.versions.len() < keep) {
                earlier.files.extend(files);
                earlier.versions.push(version);
            }
        }
        earlier
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Versions kept of a site that lists `a`, `b` and `c`, of which `b` is not whole.
    #[track_caller]
    fn check(keep: usize, data: &str, expected: &[&str]) {
        let version = |data: &str, file: &str| Version {
            data: data.to_owned(),
            files: vec![file.to_owned()],
        };
        let list = [
            version("a", "embed-a.html"),
            version("b", "gone.css"),
            version("c", "hallway.css"),
            version("d", "../d.css"),
        ];
        let site = BTreeMap::from([
            (VERSIONS.to_owned(), serde_json::to_vec(&list).unwrap()),
            ("embed-a.html".to_owned(), b"a".to_vec()),
            ("hallway.css".to_owned(), b"c".to_vec()),
            ("../d.css".to_owned(), b"d".to_vec()),
        ]);
        let earlier = Earlier::read(keep, data, |path| site.get(path).cloned());
        let kept: Vec<&str> =
            earlier.versions.iter().map(|version| version.data.as_str()).collect();
        assert_eq!(kept, expected);
        assert_eq!(earlier.files.len(), expected.len());
    }

    #[test]
    fn the_newest_that_are_whole_stay() {
        check(0, "x", &[]);
        check(1, "x", &["a"]);
        check(5, "x", &["a", "c"]);
        check(5, "a", &["c"]);
    }
}
