//! Reading a site offline: the files that a click saves on the device, and their removal.
//!
//! A copy is one version of the whole site, never a mixture. With a connection the host answers, and without one
//! the copy does. A site that offers no copies publishes a worker that removes those of earlier builds, so that no
//! reader is stuck with one.

use super::{
    embeds::is_of_version,
    fingerprint::is_hashed,
    scripts::page_scripts::NAMES,
    scripts::script::{Script, tight},
    stages::check_page::CHECKER,
};
use crate::{
    bundle::{Written, digest::hexadecimal},
    model::{FileRole, MEDIA, Manifest},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// The service worker. It must be in the folder that it serves.
const WORKER: &str = "sw.js";

/// The list of saved files.
const LIST: &str = "offline.json";

/// The script of the page that offers to save the site.
pub(super) fn saving_script() -> Script {
    Script::inline(include_str!("offline.js"))
}

/// The files that a reader saves: every page, and what the pages and the explorer load.
fn saved<'a>(
    site: &'a BTreeMap<String, Written>,
    manifest: &Manifest,
) -> impl Iterator<Item = (&'a String, &'a Written)> {
    // Only other programs read these.
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
            // Kept versions are for other people's pages, which are not available offline.
            Some("html") => *path != "404.html" && !is_of_version(path),
            Some("css" | "js" | "json" | "wasm") => is_hashed(path) || *path == NAMES,
            _ => path.starts_with(MEDIA),
        };
        // Only online readers check a file.
        let is_to_check = path.starts_with(CHECKER) && is_hashed(path);
        is_ours && !is_to_check && !foreign.contains(*path)
    })
}

/// How many bytes a reader saves, without the page that states it.
pub(super) fn bytes_to_save(site: &BTreeMap<String, Written>, manifest: &Manifest) -> u64 {
    saved(site, manifest).map(|(_, file)| file.bytes as u64).sum()
}

/// The files that let readers save a site or, if it does not offer that, that remove earlier copies.
///
/// # Errors
/// No site causes one; writing JSON returns a result.
pub(super) fn offline_files(
    site: &BTreeMap<String, Written>,
    manifest: &Manifest,
    is_offered: bool,
) -> serde_json::Result<BTreeMap<String, Vec<u8>>> {
    let file = |path: &str, bytes: Vec<u8>| (path.to_owned(), bytes);
    if !is_offered {
        return Ok([file(WORKER, tight(include_str!("no-sw.js")).into_bytes())].into());
    }
    let files: Vec<_> = saved(site, manifest)
        .map(|(path, file)| (path, file.bytes, file.digest.base64()))
        .collect();
    let version: String = hexadecimal(&serde_json::to_vec(&files)?).chars().take(12).collect();
    let list = serde_json::to_vec(&serde_json::json!({ "version": version, "files": files }))?;
    Ok([file(WORKER, tight(include_str!("sw.js")).into_bytes()), file(LIST, list)].into())
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
            ("media/0123456789abcdef.png", "picture"),
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
            "media/0123456789abcdef.png",
            "names.json",
            "talk/a.html",
        ];
        assert_eq!(paths, expected);
        assert_eq!(bytes_to_save(&site, &manifest()), 23);
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
    fn a_site_that_offers_no_copies_removes_earlier_ones() {
        let files = offline_files(&site(), &manifest(), false).unwrap();
        assert_eq!(files.keys().collect::<Vec<_>>(), [WORKER]);
        assert!(String::from_utf8_lossy(&files[WORKER]).contains("unregister()"));
    }
}
