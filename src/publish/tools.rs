//! The scripts of a site beside the client: what runs in every page, and what is loaded on a key.

use super::{embed::tight, former::Former, names::names};
use crate::{
    bundle::digest::{hexadecimal, integrity},
    ui::{Press, READING_LIST, THEMES, escaped},
};

/// What says which file has the names of the collection: pages name this one, so that they stay as they are when
/// a name comes or goes.
pub(super) const NAMES: &str = "names.json";

const KEYS: &str = include_str!("scripts/keys.js");
/// What the palette and the explorer make elements with.
const MAKE: &str = include_str!("scripts/make.js");
const STARS: &str = include_str!("scripts/stars.js");
const PAGE: &str = include_str!("scripts/page.js");
const DENSE: &str = include_str!("scripts/dense.js");
const EXPLORER: &str = include_str!("scripts/explorer.js");
const THEMES_PAGE: &str = include_str!("scripts/themes.js");
const LIST_PAGE: &str = include_str!("scripts/list.js");
const PALETTE: &str = include_str!("scripts/palette.js");
const EXPORT: &str = include_str!("scripts/export.js");

/// The palette, the names it offers, and what the explorer loads at the first sign of a reader, as
/// files named after their bytes.
#[derive(Clone, Debug)]
pub struct Tools {
    /// The scripts of pages in the folder of the site and in one below it.
    scripts: [(&'static str, String); 2],
    palette: Tool,
    names: Tool,
    explorer: Tool,
    former: Former,
}

/// A file that pages name with its integrity.
#[derive(Clone, Debug)]
struct Tool {
    path: String,
    bytes: Vec<u8>,
    /// Of the bytes: all pages say it, and the names of a large collection are megabytes.
    integrity: String,
}

impl Tool {
    fn new(stem: &str, ending: &str, bytes: Vec<u8>) -> Self {
        let hash: String = hexadecimal(&bytes).chars().take(12).collect();
        let path = format!("{stem}-{hash}.{ending}");
        Self { path, integrity: integrity(&bytes), bytes }
    }
}

impl Tools {
    /// Prepares the tools of the collection that `press` prints; `former` are the ids that things had once.
    ///
    /// # Errors
    /// None that a collection can cause; writing JSON has one in its type.
    pub fn new(press: &Press, former: Former) -> serde_json::Result<Self> {
        let words = serde_json::to_string(&press.words().offers)?;
        let table = serde_json::to_string(&press.picture_table())?;
        let dense = press.dense_picture();
        // Few collections need it.
        let script = if dense.is_some() { DENSE } else { "" };
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
        let explorer = data.concat() + &tight(&[MAKE, STARS, script, EXPLORER].concat());
        // One module: the export names what the palette does, and shows it the same way.
        let palette = [MAKE, PALETTE, EXPORT].concat();
        let mut tools = Self {
            scripts: ["./", "../"].map(|root| (root, String::new())),
            explorer: Tool::new("explorer", "js", explorer.into_bytes()),
            palette: Tool::new("palette", "js", palette.into_bytes()),
            names: Tool::new("names", "json", names(&press.collection(), press.words())?),
            former,
        };
        tools.scripts = ["./", "../"].map(|root| (root, tools.of_any_page(root)));
        Ok(tools)
    }

    /// The files, by path below the folder of the site.
    pub fn files(&self) -> impl Iterator<Item = (String, Vec<u8>)> {
        let Tool { path, integrity, .. } = &self.names;
        let names = serde_json::json!({ "path": path, "integrity": integrity }).to_string();
        [&self.palette, &self.names, &self.explorer]
            .map(|tool| (tool.path.clone(), tool.bytes.clone()))
            .into_iter()
            .chain([(NAMES.to_owned(), names.into_bytes())])
    }

    /// The scripts of the page at `path`, as HTML.
    pub(super) fn of_page(&self, path: &str) -> String {
        let own = match path {
            THEMES => script("", THEMES_PAGE),
            READING_LIST => script("", LIST_PAGE),
            _ => String::new(),
        };
        let root = root(path);
        let common = self.scripts.iter().find(|(at, _)| *at == root);
        let common = common.map(|(_, scripts)| scripts.as_str()).unwrap_or_default();
        [&self.former(path), common, &own].concat()
    }

    /// The script of the page at `path` that leads on from ids which things had once.
    pub(super) fn former(&self, path: &str) -> String {
        self.former.script(path)
    }

    /// The scripts that every page has whose way to the folder of the site is `root`.
    fn of_any_page(&self, root: &str) -> String {
        let map = format!(
            "<script type=\"importmap\">{{\"integrity\":{{{}}}}}</script>",
            vouched(root, &self.palette)
        );
        let at_root = format!(" data-root=\"{root}\"");
        let names = format!(" data-names=\"{root}{NAMES}\"");
        [map, self.keys_of(root, &names), script(&at_root, &[STARS, PAGE].concat())].concat()
    }

    /// The script of the keys alone, for the explorer, which has others. `style` is the style sheet that its page
    /// lacks for what they open.
    pub(super) fn keys_of_explorer(&self, style: Option<&str>) -> String {
        let style = style.map(|path| format!(" data-style=\"{}\"", escaped(path)));
        // Its client numbers the very names of its build.
        let more = format!(
            " data-names=\"./{}\" data-integrity=\"{}\" data-explorer=\"./{}\"",
            escaped(&self.names.path),
            self.names.integrity,
            escaped(&self.explorer.path)
        );
        self.keys_of("./", &(style.unwrap_or_default() + &more))
    }

    fn keys_of(&self, root: &str, more: &str) -> String {
        let palette = escaped(&self.palette.path);
        let attributes = format!(" data-root=\"{root}\" data-palette=\"{root}{palette}\"");
        script(&(attributes + more), KEYS)
    }

    /// The import maps of `html` with the scripts that the explorer loads in them, so that they are
    /// vouched for, too.
    pub(super) fn vouch(&self, html: &str) -> String {
        let entries = [&self.palette, &self.explorer].map(|file| vouched("./", file)).join(",");
        let open = "{\"integrity\":{";
        if html.contains(&entries) {
            return html.to_owned();
        }
        html.replacen(open, &[open, &entries, ","].concat(), 1)
    }
}

fn vouched(root: &str, tool: &Tool) -> String {
    format!("\"{root}{}\":\"{}\"", tool.path, tool.integrity)
}

/// The way from a page to the folder of the site.
fn root(path: &str) -> &'static str {
    if path.contains('/') { "../" } else { "./" }
}

fn script(attributes: &str, text: &str) -> String {
    ["<script", attributes, ">", &tight(text), "</script>"].concat()
}
