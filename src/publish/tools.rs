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
/// One module of two files: the export names what the palette does, and shows it the same way.
const PALETTE: &str =
    concat!(include_str!("scripts/palette.js"), include_str!("scripts/export.js"));

/// The palette and the names it offers, as files named after their bytes.
#[derive(Clone, Debug)]
pub struct Tools {
    palette: (String, Vec<u8>),
    names: (String, Vec<u8>),
}

impl Tools {
    /// Prepares the tools of a collection, in the language of its site (BCP 47).
    ///
    /// # Errors
    /// None that a collection can cause; writing JSON has one in its type.
    pub fn new(index: &Index, language: &str) -> serde_json::Result<Self> {
        let names = names(index, language)?;
        let palette = PALETTE.as_bytes().to_vec();
        Ok(Self {
            palette: (name("palette", "js", &palette), palette),
            names: (name("names", "json", &names), names),
        })
    }

    /// The files, by path below the folder of the site.
    pub fn files(&self) -> [(String, Vec<u8>); 2] {
        [self.palette.clone(), self.names.clone()]
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
        [map, self.keys(path, None), script(&at_root, PAGE), own].concat()
    }

    /// The script of the keys alone, for a page that has others. `style` is the style sheet that the
    /// page lacks for what they open.
    pub(super) fn keys(&self, path: &str, style: Option<&str>) -> String {
        let root = root(path);
        let attributes = format!(
            " data-root=\"{root}\" data-palette=\"{root}{}\" data-names=\"{root}{}\" data-integrity=\"{}\"",
            escaped(&self.palette.0),
            escaped(&self.names.0),
            integrity(&self.names.1)
        );
        let style = style.map(|path| [" data-style=\"", &escaped(path), "\""].concat());
        let attributes = attributes + &style.unwrap_or_default();
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
        let (path, bytes) = &self.palette;
        format!("\"{root}{path}\":\"{}\"", integrity(bytes))
    }
}

/// The way from a page to the folder of the site.
fn root(path: &str) -> &'static str {
    if path.contains('/') { "../" } else { "./" }
}

fn script(attributes: &str, text: &str) -> String {
    ["<script", attributes, ">", text, "</script>"].concat()
}

fn name(stem: &str, ending: &str, bytes: &[u8]) -> String {
    let hash: String = hexadecimal(bytes).chars().take(12).collect();
    format!("{stem}-{hash}.{ending}")
}
