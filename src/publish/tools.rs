//! The scripts of a site beside the client: what runs in every page, and what is loaded on a key.

use super::names::names;
use crate::{
    bundle::digest::{hexadecimal, integrity},
    query::Index,
    ui::{READING_LIST, THEMES, escaped},
};

const KEYS: &str = include_str!("scripts/keys.js");
const PAGE: &str = include_str!("scripts/page.js");
const THEMES_PAGE: &str = include_str!("scripts/themes.js");
const LIST_PAGE: &str = include_str!("scripts/list.js");
const PALETTE: &str = include_str!("scripts/palette.js");

/// The palette and the names it offers, as files named after their bytes.
#[derive(Clone, Debug)]
pub struct Tools {
    palette: Tool,
    names: Tool,
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
    /// Prepares the tools of a collection.
    ///
    /// # Errors
    /// None that a collection can cause; writing JSON has one in its type.
    pub fn new(index: &Index) -> serde_json::Result<Self> {
        let names = names(index)?;
        Ok(Self {
            palette: Tool::new("palette", "js", PALETTE.as_bytes().to_vec()),
            names: Tool::new("names", "json", names),
        })
    }

    /// The files, by path below the folder of the site.
    pub fn files(&self) -> [(String, Vec<u8>); 2] {
        [&self.palette, &self.names].map(|tool| (tool.path.clone(), tool.bytes.clone()))
    }

    /// The scripts of the page at `path`, as HTML.
    pub(super) fn of_page(&self, path: &str) -> String {
        let root = root(path);
        let own = match path {
            THEMES => script("", THEMES_PAGE),
            READING_LIST => script("", LIST_PAGE),
            _ => String::new(),
        };
        let map = format!(
            "<script type=\"importmap\">{{\"integrity\":{{{}}}}}</script>",
            self.vouched(root)
        );
        let at_root = format!(" data-root=\"{root}\"");
        [map, self.keys(path), script(&at_root, PAGE), own].concat()
    }

    /// The script of the keys alone, for a page that has others.
    pub(super) fn keys(&self, path: &str) -> String {
        let root = root(path);
        let attributes = format!(
            " data-root=\"{root}\" data-palette=\"{root}{}\" data-names=\"{root}{}\" data-integrity=\"{}\"",
            escaped(&self.palette.path),
            escaped(&self.names.path),
            self.names.integrity
        );
        script(&attributes, KEYS)
    }

    /// The import maps of `html` with the palette in them, so that it is vouched for, too.
    pub(super) fn vouch(&self, html: &str) -> String {
        let entry = self.vouched("./");
        let open = "{\"integrity\":{";
        if html.contains(&entry) {
            return html.to_owned();
        }
        html.replacen(open, &[open, &entry, ","].concat(), 1)
    }

    fn vouched(&self, root: &str) -> String {
        let Tool { path, bytes: _, integrity } = &self.palette;
        format!("\"{root}{path}\":\"{integrity}\"")
    }
}

/// The way from a page to the folder of the site.
fn root(path: &str) -> &'static str {
    if path.contains('/') { "../" } else { "./" }
}

fn script(attributes: &str, text: &str) -> String {
    ["<script", attributes, ">", text, "</script>"].concat()
}
