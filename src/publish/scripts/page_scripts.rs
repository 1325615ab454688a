//! The scripts of a site other than the client: that of every page, and those that a key press or the explorer loads.

use crate::publish::{
    fingerprint::path_with_hash,
    scripts::finder_names::names,
    scripts::redirects::Redirects,
    scripts::script::{Script, bundled, tight},
};
use crate::{
    bundle::digest::integrity,
    pages::Renderer,
    pages::escaped,
    pages::link::{READING_LIST, THEMES},
};

/// The file that points to the file with the names of the collection. Pages name this one, so that a new name does not
/// change every page.
pub(in crate::publish) const NAMES: &str = "names.json";

const KEYS: &str = include_str!("keys.js");
/// Creates elements, for the palette and the explorer.
const MAKE: &str = include_str!("make.js");
const STARS: &str = include_str!("stars.js");
const PAGE: &str = include_str!("page.js");
const CITE: &str = include_str!("cite.js");
const DENSE: &str = include_str!("dense.js");
const PHONE: &str = include_str!("phone.js");
const EXPLORER: &str = include_str!("explorer.js");
const THEMES_PAGE: &str = include_str!("themes.js");
const LIST_PAGE: &str = include_str!("list.js");
const FOLD: &str = include_str!("fold.js");
const FIND: &str = include_str!("find.js");
const PALETTE: &str = include_str!("palette.js");
const EXPORT: &str = include_str!("export.js");
const SENTENCES: &str = include_str!("sentences.js");

/// The scripts of a site. That of every page, the palette, its names, and the explorer's script, which loads at the
/// reader's first action, are files with a hash in their name.
#[derive(Clone, Debug)]
pub(in crate::publish) struct PageScripts {
    /// The scripts of pages in the folder of the site, and of pages in a folder below it.
    of_any_page: [Vec<Script>; 2],
    /// The script of every page. It is a file, since otherwise thousands of pages would repeat it.
    page: HashedFile,
    palette: HashedFile,
    names: HashedFile,
    explorer: HashedFile,
    redirects: Redirects,
    /// The message of the keys where they cannot work.
    lost: &'static str,
}

/// A file that pages name with its integrity.
#[derive(Clone, Debug)]
pub(in crate::publish) struct HashedFile {
    pub(in crate::publish) path: String,
    pub(in crate::publish) bytes: Vec<u8>,
    /// Computed once: every page states it, and the names of a large collection take megabytes.
    integrity: String,
}

impl HashedFile {
    pub(in crate::publish) fn new(stem: &str, extension: &str, bytes: Vec<u8>) -> Self {
        let path = path_with_hash(stem, 12, extension, &bytes);
        Self { path, integrity: integrity(&bytes), bytes }
    }

    /// Its address and its integrity, for an import map.
    fn module(&self, root: &str) -> (String, &str) {
        ([root, &self.path].concat(), &self.integrity)
    }
}

impl PageScripts {
    /// Prepares the scripts of the collection that `renderer` renders.
    ///
    /// # Errors
    /// No collection causes one; writing JSON returns a result.
    pub(in crate::publish) fn new(
        renderer: &Renderer,
        redirects: Redirects,
    ) -> serde_json::Result<Self> {
        let words = serde_json::to_string(&renderer.words().offers)?;
        let table = serde_json::to_string(&renderer.chart_table())?;
        let dense = renderer.dense_chart();
        // Most collections do not need it.
        let dense_script = if dense.is_some() { DENSE } else { "" };
        let dense = serde_json::to_string(&dense)?;
        let data = [
            "const words = ",
            &words,
            ";\nconst table = ",
            &table,
            ";\nconst dense = ",
            &dense,
            ";\n",
        ];
        let explorer = data.concat() + &bundled(&[MAKE, STARS, dense_script, PHONE, EXPLORER]);
        // One module: the export dialog uses the names of the palette and the same list, and the waves use the same
        // style.
        let palette = bundled(&[MAKE, FOLD, FIND, PALETTE, EXPORT, SENTENCES]);
        let page = tight(&[KEYS, STARS, PAGE, CITE].concat());
        let mut scripts = Self {
            of_any_page: [Vec::new(), Vec::new()],
            page: HashedFile::new("page", "js", page.into_bytes()),
            explorer: HashedFile::new("explorer", "js", explorer.into_bytes()),
            palette: HashedFile::new("palette", "js", palette.into_bytes()),
            names: HashedFile::new(
                "names",
                "json",
                names(&renderer.collection(), &renderer.authors(), renderer.words())?,
            ),
            redirects,
            lost: renderer.words().finder.lost,
        };
        scripts.of_any_page = ["./", "../"].map(|root| scripts.of_page_at(root));
        Ok(scripts)
    }

    /// The files, by path.
    pub(in crate::publish) fn files(&self) -> Vec<(String, Vec<u8>)> {
        let HashedFile { path, integrity, .. } = &self.names;
        let names = serde_json::json!({ "path": path, "integrity": integrity }).to_string();
        [&self.page, &self.palette, &self.names, &self.explorer]
            .map(|file| (file.path.clone(), file.bytes.clone()))
            .into_iter()
            .chain([(NAMES.to_owned(), names.into_bytes())])
            .collect()
    }

    /// The scripts of the page at `path`.
    pub(in crate::publish) fn of_page(&self, path: &str) -> Vec<Script> {
        let [beside_home, below] = &self.of_any_page;
        let common = if path.contains('/') { below } else { beside_home };
        let own = match path {
            THEMES => Some(Script::inline(THEMES_PAGE)),
            READING_LIST => Some(Script::inline(LIST_PAGE)),
            _ => None,
        };
        self.redirects(path).into_iter().chain(common.iter().cloned()).chain(own).collect()
    }

    /// The script of the page at `path` that replaces former ids in its address, if it needs one.
    pub(in crate::publish) fn redirects(&self, path: &str) -> Option<Script> {
        self.redirects.script(path)
    }

    fn of_page_at(&self, root: &str) -> Vec<Script> {
        let names = format!(" data-names=\"{root}{NAMES}\"");
        let attributes = self.for_keys(root, &names);
        vec![
            Script::import_map([self.palette.module(root)]),
            Script::deferred_with(&attributes, &[root, &self.page.path].concat()),
        ]
    }

    /// The scripts of a page in the folder of the site that imports more modules.
    pub(in crate::publish) fn with_modules(&self, more: &[&HashedFile]) -> Vec<Script> {
        let modules = [&self.palette].into_iter().chain(more.iter().copied());
        let map = Script::import_map(modules.map(|file| file.module("./")));
        let [beside_home, _] = &self.of_any_page;
        [map].into_iter().chain(beside_home.iter().skip(1).cloned()).collect()
    }

    /// Only the script of the keys, for the explorer, which has other scripts. `style` is the style sheet that the
    /// palette needs and the explorer lacks.
    pub(in crate::publish) fn explorer_keys(&self, style: Option<&str>) -> Script {
        let style = style.map(|path| format!(" data-style=\"{}\"", escaped(path)));
        // The numbers that the client uses are only valid for the names of the same build.
        let more = format!(
            " data-names=\"./{}\" data-integrity=\"{}\" data-explorer=\"./{}\"",
            escaped(&self.names.path),
            self.names.integrity,
            escaped(&self.explorer.path)
        );
        Script::with_attributes(&self.for_keys("./", &(style.unwrap_or_default() + &more)), KEYS)
    }

    /// The attributes that the script of the keys reads.
    fn for_keys(&self, root: &str, more: &str) -> String {
        let palette = escaped(&self.palette.path);
        let lost = escaped(self.lost);
        format!(" data-root=\"{root}\" data-palette=\"{root}{palette}\" data-lost=\"{lost}\"{more}")
    }

    /// The modules that the explorer imports: their addresses and integrities.
    pub(in crate::publish) fn explorer_modules(&self) -> Vec<(String, &str)> {
        vec![self.palette.module("./"), self.explorer.module("./")]
    }
}
