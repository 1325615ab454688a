//! Embedded views of earlier versions of the data, for addresses that name a version. They come from the site being
//! replaced, and the curator says how many versions are kept.

use crate::publish::client::has_extension;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The list of versions with embedded views, newest first.
pub(super) const VERSIONS: &str = "embed/versions.json";

/// A version of the data, and the files that show it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub(super) struct Version {
    /// The version, as the manifest states it.
    pub(super) data: String,
    /// The paths of the files.
    pub(super) files: Vec<String>,
}

/// The earlier versions that are kept.
#[derive(Clone, Debug, Default)]
pub(super) struct KeptVersions {
    pub(super) versions: Vec<Version>,
}

/// The page that shows any view of a version.
pub(super) fn page_of(version: &str) -> String {
    ["embed-", version, ".html"].concat()
}

/// Whether a file is the page of a version, or a page that the version keeps.
pub(in crate::publish) fn is_of_version(path: &str) -> bool {
    let version = path.strip_prefix("embed-").and_then(|rest| rest.split(['.', '/']).next());
    let is_version = |it: &str| it.len() == 12 && it.bytes().all(|byte| byte.is_ascii_hexdigit());
    version.is_some_and(is_version)
}

impl KeptVersions {
    /// Finds up to `keep` versions other than `data` in the site being replaced, whose files `read` returns. A version
    /// with a missing file is left out.
    ///
    /// The files are read again when they are written, so that the files of many talks need not be in memory together.
    pub(super) fn read(keep: usize, data: &str, read: impl Fn(&str) -> Option<Vec<u8>>) -> Self {
        let mut kept = Self::default();
        let list = read(VERSIONS).filter(|_| keep > 0);
        let versions: Vec<Version> =
            list.and_then(|list| serde_json::from_slice(&list).ok()).unwrap_or_default();
        for version in versions.into_iter().filter(|version| version.data != data) {
            let is_there = |path: &String| {
                let is_ours = path.starts_with("embed") && !path.contains("..")
                    || has_extension(path, "css") && !path.contains('/');
                is_ours && read(path).is_some()
            };
            if kept.versions.len() < keep && version.files.iter().all(is_there) {
                kept.versions.push(version);
            }
        }
        kept
    }

    /// The paths of the files of all versions.
    pub(super) fn files(&self) -> BTreeSet<&str> {
        self.versions.iter().flat_map(|version| &version.files).map(String::as_str).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    /// The versions kept from a site that lists `a`, `b`, `c` and `d`. A file of `b` is missing, and `d` points
    /// outside.
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
        let versions = KeptVersions::read(keep, data, |path| site.get(path).cloned());
        let kept: Vec<&str> =
            versions.versions.iter().map(|version| version.data.as_str()).collect();
        assert_eq!(kept, expected);
        assert_eq!(versions.files().len(), expected.len());
    }

    #[test]
    fn pages_of_a_version_differ_from_the_curator_s_own() {
        assert!(is_of_version(&page_of("c1b48eefb3f7")));
        assert!(is_of_version("embed-c1b48eefb3f7/talk/a.html"));
        for other in
            ["embed.html", "embed/talk/a.html", "embed-howto.html", "a/embed-c1b48eefb3f7.html"]
        {
            assert!(!is_of_version(other), "{other}");
        }
    }

    #[test]
    fn the_newest_complete_versions_are_kept() {
        check(0, "x", &[]);
        check(1, "x", &["a"]);
        check(5, "x", &["a", "c"]);
        check(5, "a", &["c"]);
    }
}
