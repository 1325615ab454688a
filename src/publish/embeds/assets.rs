//! The scripts of embedded views. They use no module, no integrity attribute and no request, because the strictest
//! frame allows none.

use crate::publish::client::{ClassicClient, has_extension};
use crate::{
    model::{FileEntry, FileRole, Manifest},
    publish::{
        fingerprint::path_with_hash,
        precompress::gzip,
        scripts::script::{Script, tight},
    },
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

const FRAME_SCRIPT: &str = include_str!("frame.js");
/// Starts the client, and shows a notice if that fails.
const CLIENT_SCRIPT: &str =
    concat!(include_str!("../../client/notice.js"), include_str!("client.js"));
pub(super) const SHARE_SCRIPT: &str = include_str!("share.js");
const ELEMENT: &str = include_str!("embed.js");
/// Tells the custom element whether pages have embedded pages.
pub(super) const ARE_BARE: &str = "self.areBare";

/// The script of every embedded page, and its size when sent, in bytes.
pub(super) static FRAME: LazyLock<(Script, usize)> = LazyLock::new(|| {
    let script = Script::inline(FRAME_SCRIPT);
    let weight = weight_of(script.html().as_bytes());
    (script, weight)
});

/// The script that starts the client from other scripts. `files` is the folder of the scripts that contain a file each.
/// It is empty if all files are in the page.
pub(in crate::publish) fn client_script(files: &str) -> Script {
    Script::with_attributes(&format!(" data-files=\"{files}\""), CLIENT_SCRIPT)
}

/// The custom element, not minified.
pub(super) fn element() -> Vec<u8> {
    tight(ELEMENT).into_bytes()
}

/// The files that embedded views need besides their page.
#[derive(Clone, Debug, Default)]
pub(in crate::publish) struct EmbedAssets {
    /// The scripts that open any view, by path; empty without a client.
    pub(super) at_once: BTreeMap<String, Vec<u8>>,
    /// The names of the files of the dataset that a view may request later.
    later: Vec<String>,
    /// The paths of the style sheets of the site.
    pub(super) styles: Vec<String>,
    /// Their size when sent, in bytes.
    pub(super) style_weight: usize,
}

impl EmbedAssets {
    /// The assets of a site. `site` has its style sheets and its dataset, by path.
    pub(in crate::publish) fn new(
        client: Option<&ClassicClient>,
        manifest: &Manifest,
        site: &BTreeMap<String, Vec<u8>>,
    ) -> Self {
        let styles = || site.iter().filter(|(path, _)| has_extension(path, "css"));
        let first = manifest.file(FileRole::Explorer).map(|file| file.path.as_str());
        let later = read_by_client(site).filter(|name| client.is_some() && Some(*name) != first);
        Self {
            at_once: client.map(|client| at_once(client, manifest, site)).unwrap_or_default(),
            later: later.map(str::to_owned).collect(),
            styles: styles().map(|(path, _)| path.clone()).collect(),
            style_weight: styles().map(|(_, bytes)| weight_of(bytes)).sum(),
        }
    }

    /// The names of the files that a view may request later.
    pub(in crate::publish) fn later(&self) -> &[String] {
        &self.later
    }

    /// The paths of all scripts.
    pub(super) fn paths(&self) -> impl Iterator<Item = String> {
        let later = self.later.iter().map(|name| path_of_later(name));
        self.at_once.keys().cloned().chain(later)
    }
}

/// The scripts that open any view, by path: the client and the collection.
fn at_once(
    client: &ClassicClient,
    manifest: &Manifest,
    site: &BTreeMap<String, Vec<u8>>,
) -> BTreeMap<String, Vec<u8>> {
    let script = |stem: &str, text: String| {
        (path_with_hash(stem, 16, "js", text.as_bytes()), text.into_bytes())
    };
    let collection = manifest.file(FileRole::Explorer);
    let collection = collection.map(|file| script("embed/data", file_script(&file.path, site)));
    [script("embed/client", client.script())].into_iter().chain(collection).collect()
}

/// The script that contains a file of the dataset for later use: its path and its bytes. `site` has the dataset.
pub(in crate::publish) fn script_for_later(
    name: &str,
    site: &BTreeMap<String, Vec<u8>>,
) -> (String, Vec<u8>) {
    (path_of_later(name), file_script(name, site).into_bytes())
}

fn path_of_later(name: &str) -> String {
    format!("embed/files/{name}.js")
}

/// The size of some bytes when sent, which means compressed.
pub(super) fn weight_of(bytes: &[u8]) -> usize {
    gzip(bytes).map_or(bytes.len(), |compressed| compressed.len())
}

/// The names of the dataset files that the client reads: all except those for other programs. `site` has the dataset.
pub(in crate::publish) fn read_by_client(
    site: &BTreeMap<String, Vec<u8>>,
) -> impl Iterator<Item = &str> {
    let manifest = site.get("bundle/manifest.json").map(Vec::as_slice).unwrap_or_default();
    let manifest: Manifest = serde_json::from_slice(manifest).unwrap_or_default();
    let for_programs = |file: &FileEntry| matches!(file.role, FileRole::Catalog | FileRole::Chunk);
    let files = manifest.files.into_iter().filter(for_programs).map(|file| file.path);
    let left_out: BTreeSet<String> = files.chain(["manifest.json".to_owned()]).collect();
    let names = site.keys().filter_map(|path| path.strip_prefix("bundle/"));
    names.filter(move |name| !left_out.contains(*name))
}

/// A script that passes a file of the dataset to the client.
pub(in crate::publish) fn file_script(name: &str, site: &BTreeMap<String, Vec<u8>>) -> String {
    let bytes = site.get(&format!("bundle/{name}")).map(Vec::as_slice).unwrap_or_default();
    let text = serde_json::Value::from(String::from_utf8_lossy(bytes)).to_string();
    // The names of the dataset need no escaping, and without "<" no text can end or begin an element.
    format!("hallwayFile(\"{name}\",{});\n", text.replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_element_is_small() {
        assert!(tight(ELEMENT).len() < 5_200, "{}", tight(ELEMENT).len());
        assert_eq!(ELEMENT.matches(ARE_BARE).count(), 1);
    }

    proptest! {
        #[test]
        fn a_file_comes_out_of_its_script_as_it_was(text in "\\PC*") {
            let site = BTreeMap::from([("bundle/a.json".to_owned(), text.clone().into_bytes())]);
            let script = file_script("a.json", &site);
            let literal = script.strip_prefix("hallwayFile(\"a.json\",").unwrap();
            let literal = literal.strip_suffix(");\n").unwrap();
            prop_assert!(!literal.contains('<'));
            prop_assert_eq!(serde_json::from_str::<String>(literal).unwrap(), text);
        }
    }
}
