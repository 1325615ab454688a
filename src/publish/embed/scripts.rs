//! Scripts that need no module, no integrity attribute and no request: a frame of the strictest kind
//! may run nothing else.

use crate::{
    bundle::digest::hexadecimal,
    model::{FileEntry, FileRole, Manifest},
    publish::pack::gzip,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::LazyLock,
};

const FRAME_SCRIPT: &str = include_str!("frame.js");
pub(crate) const CLIENT_SCRIPT: &str = include_str!("client.js");
pub(super) const SHARE_SCRIPT: &str = include_str!("share.js");
pub(super) const ELEMENT: &str = include_str!("embed.js");
/// Stands in the element for the folders of pages that have no embedded page.
pub(super) const NO_FOLDER: &str = "no-dir";

/// The endings of what a client folder holds for us beside the module: the same glue as a classic
/// script, and the element made small.
const GLUE: &str = ".classic.js";
const SMALL_ELEMENT: &str = "embed.js";

/// The script of every embedded page in its element, and what is sent for it.
pub(super) static FRAME: LazyLock<(String, usize)> = LazyLock::new(|| {
    let script = inline(FRAME_SCRIPT);
    let weight = weight_of(script.as_bytes());
    (script, weight)
});

/// A script in its element.
pub(crate) fn inline(script: &str) -> String {
    ["<script>", &tight(script), "</script>"].concat()
}

/// A script without its comments and indents. Ours have no text that goes over several lines.
pub(crate) fn tight(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A built client as classic scripts.
#[derive(Clone, Debug)]
pub struct Client {
    glue: String,
    wasm: Vec<u8>,
    style: String,
    pub(super) element: Option<Vec<u8>>,
}

impl Client {
    /// Takes out of the files of a client what only embedded pages need. `None` when it was built
    /// without.
    pub fn take(files: &mut BTreeMap<String, Vec<u8>>) -> Option<Self> {
        let element = files.remove(SMALL_ELEMENT);
        let name = files.keys().find(|path| path.ends_with(GLUE))?.clone();
        let glue = String::from_utf8(files.remove(&name)?).ok()?;
        let file = |ending| files.iter().find(|(path, _)| has_ending(path, ending));
        let wasm = file("wasm")?.1.clone();
        let styles = files.iter().filter(|(path, _)| has_ending(path, "css"));
        let style = styles.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
        Some(Self { glue, wasm, style, element })
    }

    /// The styles of the site.
    pub(crate) fn style(&self) -> &str {
        &self.style
    }

    /// The glue and the wasm, as a script.
    pub(crate) fn script(&self) -> String {
        let wasm = gzip(&self.wasm).unwrap_or_default();
        [&self.glue, "\nhallwayFile(\"client.wasm\",\"", &STANDARD.encode(wasm), "\");\n"].concat()
    }

    /// What opens any view: client and collection, by path.
    pub(super) fn parts(
        &self,
        manifest: &Manifest,
        site: &BTreeMap<String, Vec<u8>>,
    ) -> BTreeMap<String, Vec<u8>> {
        let mut parts = BTreeMap::new();
        let mut put = |name: &str, text: String| {
            let hash: String = hexadecimal(text.as_bytes()).chars().take(16).collect();
            parts.insert(format!("embed/{name}-{hash}.js"), text.into_bytes());
        };
        put("client", self.script());
        if let Some(file) = manifest.file(FileRole::Explorer) {
            put("data", file_script(&file.path, site));
        }
        parts
    }
}

/// What any view is made of beside its page.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// The scripts that open any view, by path; none without a client.
    pub(super) at_once: BTreeMap<String, Vec<u8>>,
    /// What a view may ask for later: the files of the bundle that the client reads and that do not come
    /// with it, by name.
    later: Vec<String>,
    /// The styles of the site, by path.
    pub(super) styles: Vec<String>,
    /// What is sent for these, in bytes.
    pub(super) style_weight: usize,
}

impl Parts {
    /// Those of a site. `site` holds its styles and its bundle.
    pub fn new(
        client: Option<&Client>,
        manifest: &Manifest,
        site: &BTreeMap<String, Vec<u8>>,
    ) -> Self {
        let styles = || site.iter().filter(|(path, _)| has_ending(path, "css"));
        let opens = manifest.file(FileRole::Explorer).map(|file| file.path.as_str());
        let later = read_by_client(site).filter(|name| client.is_some() && Some(*name) != opens);
        Self {
            at_once: client.map(|client| client.parts(manifest, site)).unwrap_or_default(),
            later: later.map(str::to_owned).collect(),
            styles: styles().map(|(path, _)| path.clone()).collect(),
            style_weight: styles().map(|(_, bytes)| weight_of(bytes)).sum(),
        }
    }

    /// The names of what is asked for later.
    pub fn later(&self) -> &[String] {
        &self.later
    }

    /// The paths of the scripts.
    pub(super) fn paths(&self) -> impl Iterator<Item = String> {
        let later = self.later.iter().map(|name| path_of_later(name));
        self.at_once.keys().cloned().chain(later)
    }
}

/// A script that a view may ask for later: its path, and what it is, out of the bundle in `site`.
pub fn script_for_later(name: &str, site: &BTreeMap<String, Vec<u8>>) -> (String, Vec<u8>) {
    (path_of_later(name), file_script(name, site).into_bytes())
}

fn path_of_later(name: &str) -> String {
    format!("embed/files/{name}.js")
}

/// What is sent for some bytes, packed.
pub(super) fn weight_of(bytes: &[u8]) -> usize {
    gzip(bytes).map_or(bytes.len(), |packed| packed.len())
}

/// Whether a file is of a kind, e.g. `css`.
pub(super) fn has_ending(path: &str, ending: &str) -> bool {
    Path::new(path).extension() == Some(ending.as_ref())
}

/// The files of the bundle that the client reads, by name: all but those that are for programs.
pub(crate) fn read_by_client(site: &BTreeMap<String, Vec<u8>>) -> impl Iterator<Item = &str> {
    let manifest = site.get("bundle/manifest.json").map(Vec::as_slice).unwrap_or_default();
    let manifest: Manifest = serde_json::from_slice(manifest).unwrap_or_default();
    let for_programs = |file: &FileEntry| matches!(file.role, FileRole::Catalog | FileRole::Chunk);
    let files = manifest.files.into_iter().filter(for_programs).map(|file| file.path);
    let left_out: BTreeSet<String> = files.chain(["manifest.json".to_owned()]).collect();
    let names = site.keys().filter_map(|path| path.strip_prefix("bundle/"));
    names.filter(move |name| !left_out.contains(*name))
}

/// A script that hands over a file of the bundle.
pub(crate) fn file_script(name: &str, site: &BTreeMap<String, Vec<u8>>) -> String {
    let bytes = site.get(&format!("bundle/{name}")).map(Vec::as_slice).unwrap_or_default();
    let text = serde_json::Value::from(String::from_utf8_lossy(bytes)).to_string();
    // A name of ours holds nothing that JSON would escape; nothing in it can end or begin an element.
    format!("hallwayFile(\"{name}\",{});\n", text.replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_element_is_small() {
        assert!(tight(ELEMENT).len() < 5_200, "{}", tight(ELEMENT).len());
        assert_eq!(ELEMENT.matches(NO_FOLDER).count(), 1);
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
