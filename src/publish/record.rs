//! `build.json`: what made a site, and what every file of it must be.

use crate::bundle::Written;
use crate::model::{Manifest, SCHEMA};
use serde::Serialize;
use std::collections::BTreeMap;

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

/// Whether a record is one of this version of Hallway.
pub fn is_of_this_version(record: &[u8]) -> bool {
    let record: Option<serde_json::Value> = serde_json::from_slice(record).ok();
    let version = record.as_ref().and_then(|record| record.get("hallway")?.as_str());
    version == Some(env!("CARGO_PKG_VERSION"))
}
