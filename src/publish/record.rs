//! `build.json`: what made a site, and what every file of it must be.

use crate::bundle::{Digest, Written};
use crate::model::{Manifest, SCHEMA};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The name of the record.
pub const BUILD_FILE: &str = "build.json";

/// No date and no machine: the same folder gives the same record anywhere.
#[derive(Serialize)]
struct Record<'a> {
    /// Version of Hallway.
    hallway: &'static str,
    /// Version of the format of the dataset.
    schema: u32,
    /// Version of the data.
    data: &'a str,
    /// Every other file by path. What `--precompress` adds beside them is not listed: it is the same
    /// files again.
    files: BTreeMap<&'a str, FileRecord>,
}

#[derive(Serialize)]
struct FileRecord {
    /// Length in bytes.
    bytes: usize,
    /// The SHA-256 of the bytes in hexadecimal digits.
    sha256: String,
}

/// The record of a site, as JSON with a line for each fact, so that two of them are easily compared.
///
/// # Errors
/// None that a site can cause; writing JSON has one in its type.
pub fn build_record(
    manifest: &Manifest,
    site: &BTreeMap<String, Written>,
) -> serde_json::Result<Vec<u8>> {
    let file =
        |file: &'_ Written| FileRecord { bytes: file.bytes, sha256: file.digest.hexadecimal() };
    let files = site.iter().filter(|(path, _)| *path != BUILD_FILE);
    let record = Record {
        hallway: env!("CARGO_PKG_VERSION"),
        schema: SCHEMA,
        data: &manifest.data,
        files: files.map(|(path, known)| (path.as_str(), file(known))).collect(),
    };
    let mut json = serde_json::to_vec_pretty(&record)?;
    json.push(b'\n');
    Ok(json)
}

/// What an earlier build says of its files. An empty one vouches for nothing.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct FormerBuild {
    hallway: String,
    files: BTreeMap<String, FormerFile>,
}

#[derive(Clone, Debug, Deserialize)]
struct FormerFile {
    sha256: String,
}

impl FormerBuild {
    /// Reads the record of any version of Hallway; `None` of what is none.
    pub fn read(record: &[u8]) -> Option<Self> {
        serde_json::from_slice(record).ok()
    }

    /// Every file that the build wrote, but the record and packings.
    pub fn into_paths(self) -> BTreeSet<String> {
        self.files.into_keys().collect()
    }

    /// Whether this version of Hallway made it.
    pub fn is_of_this_version(&self) -> bool {
        self.hallway == env!("CARGO_PKG_VERSION")
    }

    /// Whether a file is as this version of Hallway wrote it.
    pub fn vouches_for(&self, path: &str, bytes: &[u8]) -> bool {
        let file = self.files.get(path).filter(|_| self.is_of_this_version());
        file.is_some_and(|file| file.sha256 == Digest::of(bytes).hexadecimal())
    }
}
