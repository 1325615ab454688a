//! The site on a reader's device: what is saved there on a click, and how a reader gets rid of it.
//!
//! A copy is one version of the whole site, never a mixture: with a connection the host answers, without
//! one the copy does. A site that offers none publishes a worker that takes away whatever an earlier one
//! of the same folder left, so that nobody is stuck with it.

use super::embed::is_of_version;
use crate::{
    bundle::{Written, digest::hexadecimal},
    model::{FileRole, Manifest},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// The worker, which must lie in the folder that it answers for.
const WORKER: &str = "sw.js";

/// The list of what is saved.
const LIST: &str = "offline.json";

/// The script of the page that offers to save.
pub(super) const SAVING_SCRIPT: &str = concat!("<script>", include_str!("offline.js"), "</script>");

/// The files that a reader saves: every page, and what pages and explorer load.
fn saved<'a>(
    site: &'a BTreeMap<String, Written>,
    manifest: &Manifest,
) -> impl Iterator<Item = (&'a String, &'a Written)> {
    // Those that are there for programs.
    let is_foreign = |role| matches!(role, FileRole::Catalog | FileRole::Chunk);
    let foreign: BTreeSet<String> = manifest
        .files
        .iter()
        .filter(|file| is_foreign(file.role))
        .map(|file| ["bundle/", &file.path].concat())
        .collect();
    site.iter().filter(move |(path, _)| {
        let ending = Path::new(path).extension().and_then(|ending| ending.to_str());
        let is_ours = match ending {
            // Earlier versions stay for pages of others, which are not there without a connection.
            Some("html") => *path != "404.html" && !is_of_version(path),
            Some("css" | "js" | "json" | "wasm") => {
                super::seal::is_hashed(path) || *path == super::tools::NAMES
            }
            _ => false,
        };
        is_ours && !foreign.contains(*path)
    })
}

/// How much a reader has to save of a site, in bytes, without the page that says so.
pub fn bytes_to_save(site: &BTreeMap<String, Written>, manifest: &Manifest) -> u64 {
    saved(site, manifest).map(|(_, file)| file.bytes as u64).sum()
}

/// The files that let a site be saved or, when it `is_offered` no more, that take away what was.
///
/// # Errors
/// None that a site can cause; writing JSON has one in its type.
pub fn offline_files(
    site: &BTreeMap<String, Written>,
    manifest: &Manifest,
    is_offered: bool,
) -> serde_json::Result<BTreeMap<String, Vec<u8>>> {
    let file = |path: &str, bytes: Vec<u8>| (path.to_owned(), bytes);
    if !is_offered {
        return Ok([file(WORKER, include_bytes!("no-sw.js").to_vec())].into());
    }
    let files: Vec<_> = saved(site, manifest)
        .map(|(path, file)| (path, file.bytes, file.digest.base64()))
        .collect();
    let version: String = hexadecimal(&serde_json::to_vec(&files)?).chars().take(12).collect();
    let list = serde_json::to_vec(&serde_json::json!({ "version": version, "files": files }))?;
    Ok([file(WORKER, include_bytes!("sw.js").to_vec()), file(LIST, list)].into())
}

/// Whether a page offers to save the site.
pub(super) fn offers(body: &str) -> bool {
    // In a text the marks would be escaped.
    body.contains(" class=\"offline\">")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::digest::Digest;

    fn manifest() -> Manifest {
        let json = r#"{"schema":1,"data":"1","site":{"title":"t","language":"en"},"files":[
            {"role":"catalog","path":"catalog-0123456789ab.json","bytes":1,"integrity":""},
            {"role":"search","path":"search-0123456789ab.json","bytes":1,"integrity":""}]}"#;
        serde_json::from_str(json).unwrap()
    }

    fn written(text: &str) -> Written {
        Written { bytes: text.len(), digest: Digest::of(text.as_bytes()), is_kept: false }
    }

    fn site() -> BTreeMap<String, Written> {
        [
            ("404.html", "gone"),
            ("app-0123456789abcdef_bg.wasm", "wasm"),
            ("build.json", "{}"),
            ("embed-0123456789ab.html", "any"),
            ("embed-0123456789ab/talk/a.html", "talk"),
            ("bundle/catalog-0123456789ab.json", "catalog"),
            ("bundle/manifest.json", "{}"),
            ("bundle/search-0123456789ab.json", "search"),
            ("export/talks.csv", "id"),
            ("names.json", "{}"),
            ("talk/a.html", "talk"),
        ]
        .map(|(path, text)| (path.to_owned(), written(text)))
        .into()
    }

    #[test]
    fn pages_and_what_they_load_are_saved_and_nothing_else() {
        let site = site();
        let paths: Vec<&String> = saved(&site, &manifest()).map(|(path, _)| path).collect();
        let expected = [
            "app-0123456789abcdef_bg.wasm",
            "bundle/search-0123456789ab.json",
            "names.json",
            "talk/a.html",
        ];
        assert_eq!(paths, expected);
        assert_eq!(bytes_to_save(&site, &manifest()), 16);
    }

    #[test]
    fn another_page_is_another_version() {
        let before = offline_files(&site(), &manifest(), true).unwrap();
        let mut site = site();
        site.insert("talk/b.html".to_owned(), written("b"));
        let after = offline_files(&site, &manifest(), true).unwrap();
        assert_eq!(before[WORKER], after[WORKER]);
        let version = |files: &BTreeMap<String, Vec<u8>>| {
            let list: serde_json::Value = serde_json::from_slice(&files[LIST]).unwrap();
            list["version"].as_str().map(ToOwned::to_owned)
        };
        assert!(version(&before) != version(&after) && version(&before).is_some());
    }

    #[test]
    fn a_site_that_offers_no_copy_takes_away_those_there_are() {
        let files = offline_files(&site(), &manifest(), false).unwrap();
        assert_eq!(files.keys().collect::<Vec<_>>(), [WORKER]);
        assert!(String::from_utf8_lossy(&files[WORKER]).contains("unregister()"));
    }
}
