//! Reads a data folder. Only this file and `staging`, which writes, open files.

use super::ledger::LEDGER;
use super::pandoc;
use super::passed_over::PassedOver;
use super::unpublished::{Ignored, is_unpublished, left_out};
use crate::ingest::{
    CONVERTED, Diagnostic, LeftOut, MAX_FILE_BYTES, Severity, is_on_event, is_picture,
};
use crate::model::PartialDate;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// Most recaps that are read from one folder.
pub const MAX_FILES: usize = 20_000;

/// Largest picture, in bytes.
pub(super) const MAX_PICTURE_BYTES: usize = 10_000_000;

/// Extensions of files that contain recaps.
const RECAPS: &[&str] = &["md", "markdown", "mdx", "txt", "html", "htm"];

/// The folder for pages that the curator wrote.
const PAGES: &str = "pages/";

/// Names of files that describe the folder and not a conference, with any extension.
const ASIDE: &[&str] =
    &["license", "licence", "contributing", "code_of_conduct", "changelog", "_index"];

/// States the conference of a whole folder, as a header does for one recap.
const FOLDER_SETTINGS: &str = "hallway.toml";

/// A data folder in memory.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Where it is.
    pub root: PathBuf,
    /// Recaps by path below the folder, with `/`.
    pub recaps: BTreeMap<String, Vec<u8>>,
    /// The curator's pages by path: the files in `pages/`.
    pub pages: BTreeMap<String, Vec<u8>>,
    /// Files by path that may name the conference of their folder: read-me files, indexes with a header, and
    /// `hallway.toml` as a header.
    pub readmes: BTreeMap<String, Vec<u8>>,
    /// The ledger, if there is one.
    pub ledger: Option<String>,
    /// Paths of pictures that recaps may show. A picture is read when a recap shows it.
    pub pictures: BTreeSet<String>,
    /// Registries by file name.
    pub registries: BTreeMap<String, Vec<u8>>,
    /// The pictures and the style sheet that `site.toml` names, by path.
    pub look: BTreeMap<String, Vec<u8>>,
    /// Files that could not be read, with the reason.
    pub diagnostics: Vec<Diagnostic>,
    /// Recaps that are not published, by path.
    pub left_out: Vec<(String, LeftOut)>,
    /// Pictures that are not published, by path.
    pub hidden: BTreeSet<String>,
    /// Files of unsupported kinds.
    pub passed_over: PassedOver,
    /// The build date. If it is set, recaps that are to be published later, or no longer, are left out.
    pub today: Option<PartialDate>,
}

/// How many folder levels are searched for recaps. Links could form an endless chain.
const DEEPEST: usize = 32;

impl Folder {
    /// Reads a folder and its subfolders. Skips hidden files and sites that a build wrote there. Counts files of other
    /// kinds and unpublished files.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let root = folder.canonicalize()?;
        let mut read = Self { root: root.clone(), ..Self::default() };
        let mut ignored = Ignored::new(&root, &excluded_by(&root));
        let mut readme = None;
        let walk =
            walkdir::WalkDir::new(&root).follow_links(true).max_depth(DEEPEST).sort_by_file_name();
        let is_shown = |entry: &walkdir::DirEntry| {
            let name = entry.file_name().to_string_lossy();
            entry.depth() == 0 || !name.starts_with('.') || is_unpublished(&name)
        };
        let mut walk = walk.into_iter().filter_entry(is_shown);
        while let Some(entry) = walk.next() {
            match entry {
                Ok(entry) if entry.file_type().is_file() => {
                    let path = entry.path();
                    let name = relative(&root, path);
                    if let Some(reason) = left_out(&name, ignored.has(path, false)) {
                        let is_recap = RECAPS.contains(&ending(path).as_str());
                        read.hidden.extend(is_picture(&name).then(|| name.clone()));
                        read.left_out.extend(is_recap.then_some((name, reason)));
                    } else if entry.depth() == 1 && is_called(path, &["readme"]) {
                        readme = Some(path.to_owned());
                    } else {
                        read.file(&root, path);
                    }
                }
                Ok(entry) if entry.file_type().is_dir() => {
                    if entry.depth() > 0 && ignored.has(entry.path(), true) {
                        let name = relative(&root, entry.path()) + "/";
                        read.left_out.push((name, LeftOut::Excluded));
                        walk.skip_current_dir();
                        continue;
                    }
                    ignored.enter(entry.path(), entry.depth());
                    if entry.depth() == 0 {
                        continue;
                    }
                    if is_site(entry.path()) || entry.file_name() == "node_modules" {
                        walk.skip_current_dir();
                    } else if leads_out(&root, entry.path()) {
                        // One report covers everything in it.
                        read.report_link(&relative(&root, entry.path()));
                        walk.skip_current_dir();
                    } else if entry.depth() == DEEPEST {
                        read.too_deep(&relative(&root, entry.path()));
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
        read.look = look_files(&root);
        // It describes the folder, unless it is the only recap there or is about an event.
        if let Some(readme) = readme {
            let is_only_recap = read.recaps.is_empty();
            read.file(&root, &readme);
            let name = relative(&root, &readme);
            let tells = |bytes: &Vec<u8>| is_on_event(&name, bytes);
            if !is_only_recap && read.recaps.get(&name).is_some_and(|bytes| !tells(bytes)) {
                read.recaps.remove(&name);
                read.left_out.push((name, LeftOut::Index));
            }
        }
        Ok(read)
    }

    fn file(&mut self, root: &Path, path: &Path) {
        let name = relative(root, path);
        let is_registry = super::registry::FILES.contains(&name.as_str());
        let ending = ending(path);
        let is_index = RECAPS.contains(&ending.as_str()) && is_called(path, &["_index"]);
        let is_settings = path.file_name().is_some_and(|name| name == FOLDER_SETTINGS);
        if is_index || is_settings {
            if let Some(bytes) = fs::read(path).ok().filter(|bytes| bytes.len() <= MAX_FILE_BYTES) {
                let fenced = || [b"+++\n".as_slice(), &bytes, b"\n+++\n"].concat();
                let header = if is_settings { fenced() } else { bytes.clone() };
                self.readmes.insert(name.clone(), header);
                // The index page of a site section is also a recap if it is about an event.
                if is_index && is_on_event(&name, &bytes) && self.recaps.len() < MAX_FILES {
                    self.recaps.insert(name, bytes);
                }
            }
            return;
        }
        if is_called(path, ASIDE) {
            return;
        }
        let is_ledger = name == LEDGER;
        let is_converted = CONVERTED.contains(&ending.as_str());
        let is_read = is_registry
            || is_ledger
            || RECAPS.contains(&ending.as_str())
            || is_converted && self.passed_over.can_convert();
        if is_picture(&name) {
            self.pictures.insert(name);
            return;
        }
        if !is_read {
            return self.passed_over.count(&ending);
        }
        if leads_out(root, path) {
            return self.report_link(&name);
        }
        if path.to_str().is_none() {
            // Two such names could become equal when they are written.
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
        // One byte more than allowed shows that a file is too large, without reading all of it. The ledger grows with
        // the collection.
        let most = if is_ledger { u64::MAX } else { MAX_FILE_BYTES as u64 + 1 };
        let read = |file: File| {
            let mut bytes = Vec::new();
            file.take(most).read_to_end(&mut bytes).map(|_| bytes)
        };
        let read =
            if is_converted { pandoc::markdown(path) } else { File::open(path).and_then(read) };
        let bytes = match read {
            Ok(bytes) => bytes,
            Err(error) => return self.unreadable(&name, Some(&error)),
        };
        if is_ledger {
            self.ledger = Some(String::from_utf8_lossy(&bytes).into_owned());
            return;
        }
        let files = match (is_registry, name.starts_with(PAGES)) {
            (true, _) => &mut self.registries,
            (false, true) => &mut self.pages,
            (false, false) => &mut self.recaps,
        };
        if is_called(path, &["readme", "index"]) {
            self.readmes.insert(name.clone(), bytes.clone());
        }
        files.insert(name, bytes);
    }

    /// Reports a link that leads out of the folder. Only files in the folder may be published.
    fn report_link(&mut self, name: &str) {
        let message = "this is a link that leads out of the data folder".to_owned();
        let help = "copy its target into the folder";
        self.report(Severity::Error, "link-out-of-folder", name, message, help);
    }

    /// Reports a file that cannot be read. `error` is `None` for a link that leads to a folder above it.
    fn unreadable(&mut self, name: &str, error: Option<&io::Error>) {
        let message = match error {
            Some(error) => format!("the file cannot be read: {error}"),
            None => "the link leads back to a folder above it".to_owned(),
        };
        let help = "remove it, or make it readable";
        self.report(Severity::Error, "unreadable", name, message, help);
    }

    fn too_deep(&mut self, name: &str) {
        let message = format!("nothing in this folder is read: it is {DEEPEST} folders deep");
        self.report(Severity::Error, "folder-too-deep", name, message, "move it further up");
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

/// The extension of a file, in lower case.
fn ending(path: &Path) -> String {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.unwrap_or_default()
}

/// Whether a file has one of the names, in any case and with any extension.
fn is_called(path: &Path, names: &[&str]) -> bool {
    let stem = path.file_stem().map(|name| name.to_string_lossy().to_ascii_lowercase());
    stem.is_some_and(|stem| names.contains(&stem.as_str()))
}

/// The patterns of `exclude` in `site.toml`. A registry that cannot be read is reported where it is read.
fn excluded_by(root: &Path) -> Vec<String> {
    let site = fs::read_to_string(root.join("site.toml")).unwrap_or_default();
    let site: toml::Table = toml::from_str(&site).unwrap_or_default();
    let patterns = site.get("exclude").and_then(toml::Value::as_array).into_iter().flatten();
    patterns.filter_map(toml::Value::as_str).map(str::to_owned).collect()
}

/// The files that `site.toml` names for the look of the site. Files that are missing, too large or outside the folder
/// are left out.
fn look_files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let site = fs::read_to_string(root.join("site.toml")).unwrap_or_default();
    let site: toml::Table = toml::from_str(&site).unwrap_or_default();
    let names = ["logo", "icon", "style"].iter().filter_map(|key| site.get(*key)?.as_str());
    let read = |name: &str| {
        let path = root.join(name).canonicalize().ok().filter(|path| path.starts_with(root))?;
        let is_small = fs::metadata(&path).is_ok_and(|file| file.len() <= MAX_FILE_BYTES as u64);
        let bytes = if is_small { fs::read(&path).ok()? } else { return None };
        Some((name.to_owned(), bytes))
    };
    names.filter_map(read).collect()
}

/// Whether a folder contains a site that a build wrote, for example among the recaps.
fn is_site(folder: &Path) -> bool {
    ["build.json", "bundle/manifest.json"].iter().all(|name| folder.join(name).is_file())
}

/// Whether a path leads outside `root`.
fn leads_out(root: &Path, path: &Path) -> bool {
    path.canonicalize().is_ok_and(|real| !real.starts_with(root))
}

/// The path of something below `root`, with `/`.
pub(super) fn relative(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The bytes of a file below a folder, or `None` when it cannot be read.
pub fn read_one(folder: &Path, path: &str) -> Option<Vec<u8>> {
    fs::read(folder.join(path)).ok()
}

/// The bytes of a picture below a folder, or one byte more than the limit.
///
/// # Errors
/// If it cannot be read, or is a link that leads out of the folder.
pub(super) fn read_picture(folder: &Path, path: &str) -> io::Result<Vec<u8>> {
    let path = folder.join(path);
    if leads_out(folder, &path) {
        return Err(io::Error::other("it is a link that leads out of the data folder"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_PICTURE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
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
