//! Finds the file of the data folder that a reference in a recap leads to: a picture or another recap.
//!
//! This file compares paths and opens nothing.

use std::collections::{BTreeMap, BTreeSet};

/// Extensions that a reference to a recap may omit, as `[[2019-lisbon]]` does, or replace by `.html`.
const OPTIONAL_ENDINGS: [&str; 7] =
    [".md", ".markdown", ".mdx", ".txt", ".html", "/index.md", "/_index.md"];

/// The paths of a folder, indexed for searching.
#[derive(Clone, Debug, Default)]
pub(in crate::bundle) struct FolderPaths<'a> {
    /// Paths below the folder, with `/`.
    paths: BTreeSet<&'a str>,
    /// Paths by file name in lower case.
    by_name: BTreeMap<String, Vec<&'a str>>,
}

/// Why a reference leads to no file.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::bundle) enum Miss {
    /// No file of the folder has this path or name.
    Missing,
    /// Several files have this name, and nothing shows which one is meant. Holds their number.
    Ambiguous(usize),
    /// The path leads out of the folder. Only files in the folder may be published.
    OutOfFolder,
}

impl<'a> FolderPaths<'a> {
    /// Indexes the paths of a folder. Takes time in proportion to their number.
    pub(in crate::bundle) fn new(paths: impl IntoIterator<Item = &'a str>) -> Self {
        let mut index = Self::default();
        for path in paths {
            if index.paths.insert(path) {
                index.by_name.entry(file_name(path).to_lowercase()).or_default().push(path);
            }
        }
        index
    }

    /// The file that `reference` in the recap `from` leads to. Tries a path relative to the recap, then a path relative
    /// to the folder, then the only file with that end of its path: sites may serve pictures from a folder that the
    /// address omits, and notes may name files by the end of their path. A part after `#` or `?` does not count.
    ///
    /// # Errors
    ///
    /// A [`Miss`] when there is no such file, or more than one.
    pub(in crate::bundle) fn find(&self, from: &str, reference: &str) -> Result<&'a str, Miss> {
        let reference = reference.split(['#', '?']).next().unwrap_or_default().trim();
        if reference.trim_matches(['/', '.']).is_empty() {
            return Err(Miss::Missing);
        }
        let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
        let beside = joined(folder, reference).filter(|_| !reference.starts_with('/'));
        let below = joined("", reference);
        for path in [&beside, &below].into_iter().flatten() {
            if let Some(found) = forms(path).find_map(|path| self.paths.get(path.as_str())) {
                return Ok(found);
            }
        }
        match (beside, below) {
            (None, None) => Err(Miss::OutOfFolder),
            // It names one exact place, and there is no file there.
            (_, None) => Err(Miss::Missing),
            (_, Some(below)) => self.ending_in(&below),
        }
    }

    /// The only file whose path ends in `path`, in any case.
    fn ending_in(&self, path: &str) -> Result<&'a str, Miss> {
        for form in forms(&path.to_lowercase()) {
            let named = self.by_name.get(file_name(&form)).map_or(&[][..], Vec::as_slice);
            let end = ["/", &form].concat();
            let ends = |path: &&&str| ["/", path].concat().to_lowercase().ends_with(&end);
            let mut found = named.iter().filter(ends).copied();
            match (found.next(), found.count()) {
                (None, _) => {}
                (Some(path), 0) => return Ok(path),
                (Some(_), others) => return Err(Miss::Ambiguous(others + 1)),
            }
        }
        Err(Miss::Missing)
    }
}

/// A path unchanged, and with extensions that it may omit or replace.
fn forms(path: &str) -> impl Iterator<Item = String> {
    let stem = path.strip_suffix(".html").unwrap_or(path);
    let others = OPTIONAL_ENDINGS.iter().map(move |ending| [stem, ending].concat());
    std::iter::once(path.to_owned()).chain(others.collect::<Vec<_>>())
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// A path from `folder` on, without `.` and `..`. `None` when it leads out of the data folder.
fn joined(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_leads_to_one_file_or_says_why_not() {
        let paths = [
            "2019-lisbon.md",
            "a/b.png",
            "b.png",
            "recaps/one.md",
            "recaps/img/Hall.PNG",
            "talks/foo.md",
            "talks/bundle/index.md",
            "x/twice.md",
            "y/twice.md",
        ];
        let folder = FolderPaths::new(paths);
        for (reference, expected) in [
            ("img/Hall.PNG", Ok("recaps/img/Hall.PNG")),
            ("./img/../img/Hall.PNG", Ok("recaps/img/Hall.PNG")),
            ("hall.png", Ok("recaps/img/Hall.PNG")),
            ("a/b.png", Ok("a/b.png")),
            ("/a/b.png", Ok("a/b.png")),
            ("../a/b.png", Ok("a/b.png")),
            ("b.png", Ok("b.png")),
            ("2019-lisbon", Ok("2019-lisbon.md")),
            ("2019-Lisbon", Ok("2019-lisbon.md")),
            ("../talks/foo.md#part", Ok("talks/foo.md")),
            ("../talks/foo#part", Ok("talks/foo.md")),
            ("twice", Err(Miss::Ambiguous(2))),
            ("elsewhere/hall.png", Err(Miss::Missing)),
            ("img/hall.png", Ok("recaps/img/Hall.PNG")),
            ("/img/hall.png", Ok("recaps/img/Hall.PNG")),
            ("mg/hall.png", Err(Miss::Missing)),
            ("one.html", Ok("recaps/one.md")),
            ("../talks/bundle/", Ok("talks/bundle/index.md")),
            ("..", Err(Miss::Missing)),
            ("none.png", Err(Miss::Missing)),
            ("../../etc/passwd", Err(Miss::OutOfFolder)),
            ("#part", Err(Miss::Missing)),
            ("", Err(Miss::Missing)),
        ] {
            assert_eq!(folder.find("recaps/one.md", reference), expected, "{reference}");
        }
    }
}
