//! Reads a data folder. With `staging`, which writes, the only code that opens files.

use super::staging::Staging;
use crate::ingest::{Diagnostic, MAX_FILE_BYTES, Severity};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

/// Most recaps that are read from one folder.
pub const MAX_FILES: usize = 20_000;

/// Endings of files that hold recaps.
const RECAPS: &[&str] = &["md", "markdown", "mdx", "txt"];

/// The folder of pages that tell of no conference.
const PAGES: &str = "pages/";

/// Files beside the recaps, whatever their ending, that say something about the folder, not about a conference.
const ASIDE: &[&str] =
    &["readme", "license", "licence", "contributing", "code_of_conduct", "changelog", "_index"];

/// A data folder in memory.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Recaps by path below the folder, with `/`.
    pub recaps: BTreeMap<String, Vec<u8>>,
    /// Pages of the curator's own by path: what lies in `pages/`.
    pub pages: BTreeMap<String, Vec<u8>>,
    /// Registries by file name.
    pub registries: BTreeMap<String, Vec<u8>>,
    /// What could not be read, and why.
    pub diagnostics: Vec<Diagnostic>,
}

impl Folder {
    /// Reads a folder and those below it. Hidden files, and files of other kinds, are passed over.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let root = folder.canonicalize()?;
        let mut read = Self::default();
        let walk =
            walkdir::WalkDir::new(&root).follow_links(true).max_depth(32).sort_by_file_name();
        let is_shown = |entry: &walkdir::DirEntry| {
            entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
        };
        for entry in walk.into_iter().filter_entry(is_shown) {
            match entry {
                Ok(entry) if entry.file_type().is_file() => read.file(&root, entry.path())?,
                Ok(_) => {}
                Err(error) => read.unreadable(&root, &error),
            }
        }
        Ok(read)
    }

    fn file(&mut self, root: &Path, path: &Path) -> io::Result<()> {
        let name = relative(root, path);
        let is_registry = super::registry::FILES.contains(&name.as_str());
        let ending = path
            .extension()
            .map(|ending| ending.to_string_lossy().to_ascii_lowercase())
            .unwrap_or_default();
        let is_aside = path.file_stem().is_some_and(|name| {
            ASIDE.contains(&name.to_string_lossy().to_ascii_lowercase().as_str())
        });
        if matches!(ending.as_str(), "html" | "htm") {
            let message = "HTML files are not read".to_owned();
            self.report(
                Severity::Warning,
                "html-file",
                &name,
                message,
                "save the article as Markdown or as plain text",
            );
        }
        if is_aside || !is_registry && !RECAPS.contains(&ending.as_str()) {
            return Ok(());
        }
        // A link may point anywhere; only what lies in the folder is the curator's to publish.
        if !path.canonicalize()?.starts_with(root) {
            let message = "the file is a link that leads out of the data folder".to_owned();
            self.report(
                Severity::Error,
                "link-out-of-folder",
                &name,
                message,
                "copy the file into the folder",
            );
            return Ok(());
        }
        if self.recaps.len() >= MAX_FILES {
            if self.diagnostics.iter().all(|known| known.code != "too-many-files") {
                let message = format!("the folder holds more than {MAX_FILES} recaps");
                self.report(
                    Severity::Error,
                    "too-many-files",
                    &name,
                    message,
                    "split it into several folders and sites",
                );
            }
            return Ok(());
        }
        // One byte more than is allowed tells that a file is too large without reading all of it.
        let mut bytes = Vec::new();
        File::open(path)?.take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        let files = match (is_registry, name.starts_with(PAGES)) {
            (true, _) => &mut self.registries,
            (false, true) => &mut self.pages,
            (false, false) => &mut self.recaps,
        };
        files.insert(name, bytes);
        Ok(())
    }

    fn unreadable(&mut self, root: &Path, error: &walkdir::Error) {
        let name = error.path().map(|path| relative(root, path)).unwrap_or_default();
        let message = if error.loop_ancestor().is_some() {
            "the link leads back to a folder above it".to_owned()
        } else {
            format!("it cannot be read: {error}")
        };
        self.report(
            Severity::Error,
            "unreadable",
            &name,
            message,
            "remove it, or make it readable",
        );
    }

    fn report(
        &mut self,
        severity: Severity,
        code: &'static str,
        path: &str,
        message: String,
        help: &str,
    ) {
        self.diagnostics.push(Diagnostic::of_file(severity, code, path, message, help));
    }
}

fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Puts files in the place of `folder`, as [`Staging`] does.
pub fn replace(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    let staging = Staging::begin(folder)?;
    for (name, bytes) in files {
        staging.write(name, bytes)?;
    }
    staging.finish()
}

/// A file below a folder; `None` when there is none that can be read.
pub fn read_one(folder: &Path, path: &str) -> Option<Vec<u8>> {
    fs::read(folder.join(path)).ok()
}

/// Every file of a folder whose name ends in `ending`, by path below it, with `/`.
pub fn read_all(folder: &Path, ending: &str) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(io::Error::from)?;
        if entry.file_type().is_file() && entry.file_name().to_string_lossy().ends_with(ending) {
            files.insert(relative(folder, entry.path()), fs::read(entry.path())?);
        }
    }
    Ok(files)
}
