//! `build.json`, the build record: which version built a site, and the hash of each of its files.

use crate::bundle::{Digest, Written};
use crate::model::{Manifest, SCHEMA};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The file of the record.
pub(super) const BUILD_FILE: &str = "build.json";

/// It has no date and names no machine: the same folder gives the same record everywhere.
#[derive(Serialize)]
struct BuildRecord<'a> {
    /// Version of Hallway.
    hallway: &'static str,
    /// Version of the format of the dataset.
    schema: u32,
    /// Version of the data.
    data: &'a str,
    /// Every other file by path. The compressed copies that `--precompress` adds are not listed.
    files: BTreeMap<&'a str, FileRecord>,
}

#[derive(Serialize)]
struct FileRecord {
    /// Length in bytes.
    bytes: usize,
    /// The SHA-256 of the bytes in hexadecimal digits.
    sha256: String,
}

/// The record of a site, as JSON with one fact per line, so that two records are easy to compare.
///
/// # Errors
/// No site causes one; writing JSON returns a result.
pub(super) fn build_record(
    manifest: &Manifest,
    site: &BTreeMap<String, Written>,
) -> serde_json::Result<Vec<u8>> {
    let file =
        |file: &'_ Written| FileRecord { bytes: file.bytes, sha256: file.digest.hexadecimal() };
    let files = site.iter().filter(|(path, _)| *path != BUILD_FILE);
    let record = BuildRecord {
        hallway: env!("CARGO_PKG_VERSION"),
        schema: SCHEMA,
        data: &manifest.data,
        files: files.map(|(path, known)| (path.as_str(), file(known))).collect(),
    };
    let mut json = serde_json::to_vec_pretty(&record)?;
    json.push(b'\n');
    Ok(json)
}

/// The record of the site that an earlier build wrote. The default has no files.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct EarlierBuild {
    hallway: String,
    files: BTreeMap<String, EarlierFile>,
}

#[derive(Clone, Debug, Deserialize)]
struct EarlierFile {
    sha256: String,
}

impl EarlierBuild {
    /// Reads the record of any version of Hallway; `None` if it is not a record.
    pub(super) fn read(record: &[u8]) -> Option<Self> {
        serde_json::from_slice(record).ok()
    }

    /// Every file that the build wrote, except the record and compressed copies.
    pub(super) fn into_paths(self) -> BTreeSet<String> {
        self.files.into_keys().collect()
    }

    /// Whether this version of Hallway built the site.
    pub(super) fn is_of_this_version(&self) -> bool {
        self.hallway == env!("CARGO_PKG_VERSION")
    }

    /// Whether a file still has the bytes that this version of Hallway wrote.
    pub(super) fn vouches_for(&self, path: &str, bytes: &[u8]) -> bool {
        let file = self.files.get(path).filter(|_| self.is_of_this_version());
        file.is_some_and(|file| file.sha256 == Digest::of(bytes).hexadecimal())
    }
}
