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
    /// Reads a folder and those below it. Hidden files, files of other kinds, and sites that a build put there
    /// are passed over.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let root = folder.canonicalize()?;
        let mut read = Self::default();
        let walk =
            walkdir::WalkDir::new(&root).follow_links(true).max_depth(32).sort_by_file_name();
        let is_shown = |entry: &walkdir::DirEntry| {
            entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.')
        };
        let mut walk = walk.into_iter().filter_entry(is_shown);
        while let Some(entry) = walk.next() {
            match entry {
                Ok(entry) if entry.file_type().is_file() => read.file(&root, entry.path()),
                Ok(entry) if entry.file_type().is_dir() && entry.depth() > 0 => {
                    if is_site(entry.path()) {
                        walk.skip_current_dir();
                    } else if leads_out(&root, entry.path()) {
                        // Once, and not for all that is there.
                        read.report_link(&relative(&root, entry.path()));
                        walk.skip_current_dir();
                    }
                }
                Ok(_) => {}
                Err(error) => {
                    let name = error.path().map(|path| relative(&root, path)).unwrap_or_default();
                    let is_loop = error.loop_ancestor().is_some();
                    let why = error.into_io_error().filter(|_| !is_loop);
                    read.unreadable(&name, why.as_ref());
                }
            }
        }
        Ok(read)
    }

    fn file(&mut self, root: &Path, path: &Path) {
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
            return;
        }
        if leads_out(root, path) {
            return self.report_link(&name);
        }
        if path.to_str().is_none() {
            // Two such names could be one when they are written out.
            let message = "the name of the file is not UTF-8".to_owned();
            return self.report(Severity::Error, "file-name", &name, message, "rename the file");
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
            return;
        }
        // One byte more than is allowed tells that a file is too large without reading all of it.
        let read = |file: File| {
            let mut bytes = Vec::new();
            file.take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut bytes).map(|_| bytes)
        };
        let bytes = match File::open(path).and_then(read) {
            Ok(bytes) => bytes,
            Err(error) => return self.unreadable(&name, Some(&error)),
        };
        let files = match (is_registry, name.starts_with(PAGES)) {
            (true, _) => &mut self.registries,
            (false, true) => &mut self.pages,
            (false, false) => &mut self.recaps,
        };
        files.insert(name, bytes);
    }

    /// Only what lies in the folder is the curator's to publish, and a link may point anywhere.
    fn report_link(&mut self, name: &str) {
        let message = "it is a link that leads out of the data folder".to_owned();
        let help = "copy what it leads to into the folder";
        self.report(Severity::Error, "link-out-of-folder", name, message, help);
    }

    /// `error` is `None` for a link that leads to a folder it is in.
    fn unreadable(&mut self, name: &str, error: Option<&io::Error>) {
        let message = match error {
            Some(error) => format!("it cannot be read: {error}"),
            None => "the link leads back to a folder above it".to_owned(),
        };
        let help = "remove it, or make it readable";
        self.report(Severity::Error, "unreadable", name, message, help);
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

/// Whether a build put a site into a folder, e.g. one that lies among the recaps.
fn is_site(folder: &Path) -> bool {
    ["build.json", "bundle/manifest.json"].iter().all(|name| folder.join(name).is_file())
}

/// Whether something is not where it seems to be, but outside of `root`.
fn leads_out(root: &Path, path: &Path) -> bool {
    path.canonicalize().is_ok_and(|real| !real.starts_with(root))
}

/// The path of something below `root`, with `/`.
pub(super) fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// Puts files in the place of those of `folder` that are `ours`, as [`Staging`] does.
pub fn replace(
    folder: &Path,
    files: &BTreeMap<String, Vec<u8>>,
    is_ours: impl Fn(&str) -> bool,
) -> io::Result<()> {
    let staging = Staging::begin(folder)?;
    for (name, bytes) in files {
        staging.write(name, bytes)?;
    }
    staging.take_over(is_ours)?;
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
