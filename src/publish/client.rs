//! The built client, ready to publish.

use super::{
    documents::look::style,
    documents::template::Template,
    error::PublishError,
    fingerprint::{TEMPLATE, fingerprint, path_with_hash},
    precompress::gzip,
};
use crate::model::Look;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use std::{collections::BTreeMap, path::Path};

/// The end of the name of the classic script with the glue code, which trunk's hook writes beside the module.
const GLUE: &str = ".classic.js";
/// The custom element for other people's pages, minified.
const SMALL_ELEMENT: &str = "embed.js";

/// The folder of a client with the checker for the page that checks recaps.
const CHECKER: &str = "checker/";
/// Its files: a module and the wasm.
const FILES: [&str; 2] = ["checker.js", "checker_bg.wasm"];

/// A built client.
#[derive(Clone, Debug)]
pub(super) struct Client {
    pub(super) template: Template,
    /// The files of the site that belong to the client, by path.
    pub(super) files: BTreeMap<String, Vec<u8>>,
    /// The client for pages that cannot load modules; `None` if the build has none.
    pub(super) classic: Option<ClassicClient>,
    /// The checker; `None` if the build has none.
    pub(super) checker: Option<CheckerFiles>,
}

/// The checker for the page that checks recaps.
#[derive(Clone, Debug)]
pub(super) struct CheckerFiles {
    /// A module.
    pub(super) glue: Vec<u8>,
    pub(super) wasm: Vec<u8>,
}

/// The client as classic scripts, for embedded views and the single page.
#[derive(Clone, Debug)]
pub(super) struct ClassicClient {
    glue: String,
    wasm: Vec<u8>,
    style: String,
    /// The custom element, minified.
    pub(super) element: Option<Vec<u8>>,
}

impl Client {
    /// Reads what trunk built: files by path.
    ///
    /// # Errors
    /// When there is no page, or when the page lacks a region.
    pub(super) fn new(mut files: BTreeMap<String, Vec<u8>>) -> Result<Self, PublishError> {
        let checker = CheckerFiles::take(&mut files);
        let classic = ClassicClient::take(&mut files);
        let mut files = fingerprint(files);
        let page = files.remove(TEMPLATE).ok_or(PublishError::NoClientPage)?;
        let template = Template::read(&String::from_utf8_lossy(&page), &files)?;
        Ok(Self { template, files, classic, checker })
    }

    /// Adds the look that a curator chose: its style sheet, after all others, and the icon.
    pub(super) fn dress(&mut self, look: &Look) {
        let style = style(look);
        if !style.is_empty() {
            let path = path_with_hash("look", 12, "css", style.as_bytes());
            self.template.add_style_sheet(&path);
            if let Some(classic) = &mut self.classic {
                classic.style += &style;
            }
            self.files.insert(path, style.into_bytes());
        }
        if !look.icon.is_empty() {
            self.template.set_icon(&look.icon);
        }
    }

    /// The text of the style sheets that the explorer needs in a language.
    pub(super) fn explorer_style(&self, language: &str) -> String {
        let sheets = self.template.explorer_styles(language);
        let texts = sheets.filter_map(|path| self.files.get(path));
        texts.map(|bytes| String::from_utf8_lossy(bytes)).collect()
    }
}

impl CheckerFiles {
    /// Removes them from the files of a client. Most sites do not have them.
    fn take(files: &mut BTreeMap<String, Vec<u8>>) -> Option<Self> {
        let [glue, wasm] = FILES.map(|name| files.remove(&[CHECKER, name].concat()));
        files.retain(|path, _| !path.starts_with(CHECKER));
        Some(Self { glue: glue?, wasm: wasm? })
    }
}

/// Whether a client has the checker for the page that checks recaps. `client` has the files that trunk built, by path.
pub(super) fn has_checker(client: &BTreeMap<String, Vec<u8>>) -> bool {
    FILES.iter().all(|name| client.contains_key(&[CHECKER, name].concat()))
}

impl ClassicClient {
    /// Removes the files that only embedded pages need from the files of a client.
    fn take(files: &mut BTreeMap<String, Vec<u8>>) -> Option<Self> {
        let element = files.remove(SMALL_ELEMENT);
        let name = files.keys().find(|path| path.ends_with(GLUE))?.clone();
        let glue = String::from_utf8(files.remove(&name)?).ok()?;
        let wasm = files.iter().find(|(path, _)| has_extension(path, "wasm"))?.1.clone();
        let styles = files.iter().filter(|(path, _)| has_extension(path, "css"));
        let style = styles.map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
        Some(Self { glue, wasm, style, element })
    }

    /// All styles of the site.
    pub(super) fn style(&self) -> &str {
        &self.style
    }

    /// The glue and the wasm, as a script.
    pub(super) fn script(&self) -> String {
        let wasm = gzip(&self.wasm).unwrap_or_default();
        [&self.glue, "\nhallwayFile(\"client.wasm\",\"", &STANDARD.encode(wasm), "\");\n"].concat()
    }
}

/// Whether a path has a file extension, e.g. `css`.
pub(super) fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path).extension() == Some(extension.as_ref())
}
