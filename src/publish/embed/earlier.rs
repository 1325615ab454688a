//! Embeds of earlier versions of the data, for pages that name theirs: what the last build left in the
//! folder of the site, as often as the curator wants it kept.

use super::scripts::has_ending;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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

/// Earlier versions that stay.
#[derive(Clone, Debug, Default)]
pub struct Earlier {
    pub(super) versions: Vec<Version>,
}

/// The page that shows any view of a version.
pub(super) fn page_of(version: &str) -> String {
    ["embed-", version, ".html"].concat()
}

/// Whether a file is the page of a version, or one that the version keeps as it was.
pub(in crate::publish) fn is_of_version(path: &str) -> bool {
    let version = path.strip_prefix("embed-").and_then(|rest| rest.split(['.', '/']).next());
    let is_version = |it: &str| it.len() == 12 && it.bytes().all(|byte| byte.is_ascii_hexdigit());
    version.is_some_and(is_version)
}

impl Earlier {
    /// Takes up to `keep` versions other than `data` out of an earlier site, whose files `read` gives.
    /// One that is not whole is left out.
    ///
    /// Their files are read once more when they are written: those of many talks are more than need be in memory.
    pub fn read(keep: usize, data: &str, read: impl Fn(&str) -> Option<Vec<u8>>) -> Self {
        let mut earlier = Self::default();
        let list = read(VERSIONS).filter(|_| keep > 0);
        let versions: Vec<Version> =
            list.and_then(|list| serde_json::from_slice(&list).ok()).unwrap_or_default();
        for version in versions.into_iter().filter(|version| version.data != data) {
            let is_there = |path: &String| {
                let is_ours = path.starts_with("embed") && !path.contains("..")
                    || has_ending(path, "css") && !path.contains('/');
                is_ours && read(path).is_some()
            };
            if earlier.versions.len() < keep && version.files.iter().all(is_there) {
                earlier.versions.push(version);
            }
        }
        earlier
    }

    /// The files of all of them, below the folder of the site.
    pub fn files(&self) -> BTreeSet<&str> {
        self.versions.iter().flat_map(|version| &version.files).map(String::as_str).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

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
        assert_eq!(earlier.files().len(), expected.len());
    }

    #[test]
    fn pages_of_a_version_are_told_from_a_curator_s_own() {
        assert!(is_of_version(&page_of("c1b48eefb3f7")));
        assert!(is_of_version("embed-c1b48eefb3f7/talk/a.html"));
        for other in
            ["embed.html", "embed/talk/a.html", "embed-howto.html", "a/embed-c1b48eefb3f7.html"]
        {
            assert!(!is_of_version(other), "{other}");
        }
    }

    #[test]
    fn the_newest_that_are_whole_stay() {
        check(0, "x", &[]);
        check(1, "x", &["a"]);
        check(5, "x", &["a", "c"]);
        check(5, "a", &["c"]);
    }
}
