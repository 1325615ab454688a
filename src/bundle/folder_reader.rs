//! Walks a data folder, and decides what each file in it is for.

use super::files::{Folder, leads_out, look_files, read_at_most, reason, relative};
use super::ledger::LEDGER;
use super::page_or_recap::{self, PageKind, VAULT_FOLDERS};
use super::pandoc;
use super::registry::FILES;
use super::site_file::SiteFile;
use super::unpublished::{Ignored, is_unpublished, left_out};
use crate::ingest::{
    CONVERTED, Diagnostic, FOLDER_SETTINGS, LeftOut, MAX_FILE_BYTES, Severity, is_on_event,
    is_picture,
};
use std::io;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The most recaps that are read from one folder.
pub const MAX_FILES: usize = 20_000;

/// Extensions of files that contain recaps.
const RECAPS: &[&str] = &["md", "markdown", "mdx", "txt", "html", "htm"];

/// The folder for pages that the curator wrote.
const PAGES: &str = "pages/";

/// Names of files that describe the folder and not a conference, with any extension.
const ASIDE: &[&str] =
    &["license", "licence", "contributing", "code_of_conduct", "changelog", "_index"];

/// Whether a file is a recap, judging by its name: `name` without its extension, and the extension, in lower case.
pub fn is_recap_name(name: &str, ending: &str) -> bool {
    RECAPS.contains(&ending) && !ASIDE.contains(&name)
}

/// How many folder levels are searched for recaps. Links could form an endless chain.
const DEEPEST: usize = 32;

/// What a file is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum FolderFile {
    /// A list of the curator's.
    Registry,
    /// The ledger.
    Ledger,
    /// A header for all recaps of its folder.
    Settings,
    /// The text on a section of a site, as Hugo has it.
    Index,
    /// A page of the curator's own.
    Page,
    /// A recap.
    Recap,
}

impl Folder {
    /// Reads a folder and its subfolders. Skips hidden files and sites that a build wrote there. Counts files of other
    /// kinds and unpublished files.
    pub fn read(folder: &Path) -> io::Result<Self> {
        Ok(FolderReader::new(folder.canonicalize()?, MAX_FILES).read())
    }
}

/// Reads a folder.
struct FolderReader {
    root: PathBuf,
    /// How many recaps are read at most.
    most_recaps: usize,
    site: SiteFile,
    ignored: Ignored,
    /// What was read so far.
    folder: Folder,
    /// The read-me file of the whole folder, which is read last.
    readme: Option<PathBuf>,
}

impl FolderReader {
    fn new(root: PathBuf, most_recaps: usize) -> Self {
        let site = SiteFile::read(&root);
        let ignored = Ignored::new(&root, &site.exclude);
        let folder = Folder { root: root.clone(), ..Folder::default() };
        Self { root, most_recaps, site, ignored, folder, readme: None }
    }

    fn read(mut self) -> Folder {
        let walk = WalkDir::new(&self.root).follow_links(true).max_depth(DEEPEST);
        let is_shown = |entry: &DirEntry| {
            let name = entry.file_name().to_string_lossy();
            entry.depth() == 0 || !name.starts_with('.') || is_unpublished(&name)
        };
        let mut walk = walk.sort_by_file_name().into_iter().filter_entry(is_shown);
        while let Some(entry) = walk.next() {
            match entry {
                Ok(entry) if entry.file_type().is_file() => self.come_to_file(&entry),
                Ok(entry) if entry.file_type().is_dir() => {
                    if !self.enters(&entry) {
                        walk.skip_current_dir();
                    }
                }
                Ok(_) => {}
                Err(error) => {
                    let name = error.path().map(|path| relative(&self.root, path));
                    let is_loop = error.loop_ancestor().is_some();
                    let why = error.into_io_error().filter(|_| !is_loop);
                    self.unreadable(&name.unwrap_or_default(), why.as_ref());
                }
            }
        }
        self.folder.look = look_files(&self.root, &self.site.look);
        self.folder.diagnostics.append(&mut self.ignored.problems);
        self.settle_pages();
        self.read_readme();
        self.folder
    }

    fn come_to_file(&mut self, entry: &DirEntry) {
        let path = entry.path();
        let name = relative(&self.root, path);
        // Git may ignore the curator's own files, but they decide what is published, and under which addresses.
        let is_own = name == LEDGER || FILES.contains(&name.as_str());
        let reason = left_out(&name, self.ignored.has(path, false)).filter(|_| !is_own);
        if let Some(reason) = reason {
            let is_recap = RECAPS.contains(&ending(path).as_str());
            self.folder.hidden.extend(is_picture(&name).then(|| name.clone()));
            self.folder.left_out.extend(is_recap.then_some((name, reason)));
        } else if entry.depth() == 1 && is_called(path, &["readme"]) {
            self.readme = Some(path.to_owned());
        } else {
            self.file(path);
        }
    }

    /// Whether the files of a folder are read.
    fn enters(&mut self, entry: &DirEntry) -> bool {
        let (path, depth) = (entry.path(), entry.depth());
        let name = relative(&self.root, path);
        if depth > 0 && self.ignored.has(path, true) {
            self.folder.left_out.push((name + "/", LeftOut::Excluded));
            return false;
        }
        self.ignored.enter(&self.root, path, depth);
        if depth == 0 {
            return true;
        }
        if is_site(path) || entry.file_name() == "node_modules" {
            return false;
        }
        if leads_out(&self.root, path) {
            // One report covers everything in it.
            self.report_link(&name);
            return false;
        }
        if depth == DEEPEST {
            self.too_deep(&name);
        }
        true
    }

    /// Takes the recaps from among the pages.
    fn settle_pages(&mut self) {
        let is_in_vault = VAULT_FOLDERS.iter().any(|name| self.root.join(name).is_dir());
        for (name, bytes) in std::mem::take(&mut self.folder.pages) {
            let kind = page_or_recap::kind(&name, &bytes, is_in_vault);
            if kind == PageKind::Recap {
                if self.has_room(&name) {
                    self.folder.recaps.insert(name, bytes);
                }
                continue;
            }
            let is_unclear = kind == PageKind::Unclear;
            self.folder.diagnostics.extend(is_unclear.then(|| page_or_recap::unclear(&name)));
            self.folder.pages.insert(name, bytes);
        }
    }

    /// Reads the read-me file. It describes the folder, unless it is the only recap there or is about an event.
    fn read_readme(&mut self) {
        let Some(readme) = self.readme.take() else { return };
        let is_only_recap = self.folder.recaps.is_empty();
        self.file(&readme);
        let name = relative(&self.root, &readme);
        let tells = |bytes: &Vec<u8>| is_on_event(&name, bytes);
        if !is_only_recap && self.folder.recaps.get(&name).is_some_and(|bytes| !tells(bytes)) {
            self.folder.recaps.remove(&name);
            self.folder.left_out.push((name, LeftOut::Index));
        }
    }

    /// Reads a file, unless it is of a kind that is not read.
    fn file(&mut self, path: &Path) {
        let name = relative(&self.root, path);
        let Some(role) = self.role(&name, path) else { return };
        let Some(bytes) = self.admitted(path, &name, role) else { return };
        match role {
            FolderFile::Ledger => match String::from_utf8(bytes) {
                Ok(text) => self.folder.ledger = Some(text),
                Err(_) => self.report(
                    Severity::Error,
                    "unreadable",
                    &name,
                    "the ledger is not UTF-8, so the ids in it are not certain".to_owned(),
                    "restore it from your version control, or delete it; addresses may change then",
                ),
            },
            FolderFile::Registry => drop(self.folder.registries.insert(name, bytes)),
            FolderFile::Page => drop(self.folder.pages.insert(name, bytes)),
            FolderFile::Settings => drop(self.folder.readmes.insert(name, bytes)),
            FolderFile::Index => {
                // The index page of a site section is also a recap if it is about an event.
                if is_on_event(&name, &bytes) && self.has_room(&name) {
                    self.folder.recaps.insert(name.clone(), bytes.clone());
                }
                self.folder.readmes.insert(name, bytes);
            }
            FolderFile::Recap => {
                if is_called(path, &["readme", "index"]) {
                    self.folder.readmes.insert(name.clone(), bytes.clone());
                }
                self.folder.recaps.insert(name, bytes);
            }
        }
    }

    /// What a file is for. `None` when it is not read; it is counted then, or is a picture.
    fn role(&mut self, name: &str, path: &Path) -> Option<FolderFile> {
        let ending = ending(path);
        let is_recap = RECAPS.contains(&ending.as_str());
        if FILES.contains(&name) {
            Some(FolderFile::Registry)
        } else if name == LEDGER {
            Some(FolderFile::Ledger)
        } else if path.file_name().is_some_and(|name| name == FOLDER_SETTINGS) {
            Some(FolderFile::Settings)
        } else if is_recap && is_called(path, &["_index"]) {
            Some(FolderFile::Index)
        } else if is_called(path, ASIDE) {
            None
        } else if is_picture(name) {
            self.folder.pictures.insert(name.to_owned());
            None
        } else if is_recap || is_converted(&ending) && self.folder.passed_over.can_convert() {
            Some(if name.starts_with(PAGES) { FolderFile::Page } else { FolderFile::Recap })
        } else {
            self.folder.passed_over.count(&ending);
            None
        }
    }

    /// The bytes of a file, or `None` with a report on why it is not read.
    fn admitted(&mut self, path: &Path, name: &str, role: FolderFile) -> Option<Vec<u8>> {
        if leads_out(&self.root, path) {
            self.report_link(name);
            return None;
        }
        if path.to_str().is_none() {
            // Two such names could become equal when they are written.
            let message = "the name of the file is not UTF-8".to_owned();
            self.report(Severity::Error, "file-name", name, message, "rename the file");
            return None;
        }
        if role == FolderFile::Recap && !self.has_room(name) {
            return None;
        }
        let is_converted = is_converted(&ending(path));
        // One byte more than allowed shows that a file is too large, without reading all of it. The ledger grows with
        // the collection.
        let most = if role == FolderFile::Ledger { u64::MAX } else { MAX_FILE_BYTES as u64 + 1 };
        let read = if is_converted { pandoc::markdown(path) } else { read_at_most(path, most) };
        read.map_err(|error| self.unreadable(name, Some(&error))).ok()
    }

    /// Whether one more recap is read. The first one too many is reported.
    fn has_room(&mut self, name: &str) -> bool {
        let has_room = self.folder.recaps.len() < self.most_recaps;
        if !has_room && self.folder.diagnostics.iter().all(|known| known.code != "too-many-files") {
            let message = format!(
                "the folder holds more than {} recaps, and this one and those after it are not read",
                self.most_recaps
            );
            let help = "split it into several folders and sites";
            self.report(Severity::Error, "too-many-files", name, message, help);
        }
        has_room
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
            Some(error) => format!("the file cannot be read: {}", reason(error)),
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
        self.folder.diagnostics.push(Diagnostic::of_file(severity, code, path, message, help));
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

/// Whether Pandoc reads files with this ending.
fn is_converted(ending: &str) -> bool {
    CONVERTED.contains(&ending)
}

/// Whether a folder contains a site that a build wrote, for example among the recaps.
fn is_site(folder: &Path) -> bool {
    ["build.json", "bundle/manifest.json"].iter().all(|name| folder.join(name).is_file())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// A folder with these files, of which at most two recaps are read.
    fn read(files: &[(&str, &[u8])]) -> Folder {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        FolderReader::new(folder.path().canonicalize().unwrap(), 2).read()
    }

    #[test]
    fn too_many_recaps_keep_no_registry_and_no_ledger_away() {
        let text: &[u8] = b"# A\n\nwords";
        let files = ["1.md", "2.md", "3.md", "4.md"].map(|name| (name, text));
        let others = ["conferences.toml", "ids.tsv", "site.toml", "pages/about.md"];
        let others = others.map(|name| (name, b"".as_slice()));
        let folder = read(&[files, others].concat());
        assert_eq!(folder.recaps.keys().collect::<Vec<_>>(), ["1.md", "2.md"]);
        assert_eq!(folder.registries.len(), 2);
        assert!(folder.ledger.is_some() && folder.pages.len() == 1);
        let found: Vec<_> = folder.diagnostics.iter().map(|it| (it.code, &it.path)).collect();
        assert_eq!(found, [("too-many-files", &"3.md".to_owned())]);
    }

    #[test]
    fn git_may_ignore_the_ledger_and_the_registries() {
        let ignored = [(".gitignore", b"*.tsv\n*.toml\nb.md\n".as_slice())];
        let own = ["ids.tsv", "themes.toml", "a.md", "b.md"].map(|name| (name, b"".as_slice()));
        let folder = read(&[&ignored[..], &own].concat());
        assert!(folder.ledger.is_some() && folder.registries.len() == 1);
        assert_eq!(folder.recaps.keys().collect::<Vec<_>>(), ["a.md"]);
    }

    #[test]
    fn what_is_excluded_stays_so_in_any_encoding() {
        let site = b"title = \"Caf\xe9\"\nexclude = [\"secret.md\"]\n";
        let folder = read(&[("site.toml", site), ("secret.md", b"# A"), ("b.md", b"# B")]);
        assert_eq!(folder.recaps.keys().collect::<Vec<_>>(), ["b.md"]);
        assert_eq!(folder.left_out.len(), 1);
    }

    #[test]
    fn a_pattern_that_cannot_be_read_is_reported() {
        let site = b"title = \"A\"\nexclude = [\"a[9-0]\"]\n";
        let folder =
            read(&[("site.toml", site), ("b/.gitignore", b"ok\nx[9-0]\n"), ("b/c.md", b"# B")]);
        let found: Vec<_> =
            folder.diagnostics.iter().map(|it| (it.code, it.path.as_str(), it.line)).collect();
        assert_eq!(found, [("exclude", "site.toml", 0), ("exclude", "b/.gitignore", 2)]);
    }
}
