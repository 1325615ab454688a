//! `hallway import`: adds what others publish to a data folder.

use super::{
    error::CommandError,
    messages::say,
    output::is_empty,
    report::{ReportFormat, ReportStyle, counted, show},
};
use crate::bundle::{Folder, bundle, read_one};
use crate::import::{
    Existing, Imported, LARGEST_FILE, MOST_BYTES, SourceKind, import, may_be_source,
};
use crate::ingest::{Diagnostic, Severity};
use crate::model::Theme;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// The registries that an import reads and adds to.
const REGISTRIES: [&str; 4] = ["conferences.toml", "themes.toml", "people.toml", "site.toml"];

/// What to import, and where.
pub(super) struct Import<'a> {
    /// A file, or a folder of files.
    pub(super) source: &'a Path,
    /// The data folder.
    pub(super) folder: &'a Path,
    /// The kind of every file; by default each file is recognized.
    pub(super) kind: Option<SourceKind>,
    /// Format of the report.
    pub(super) format: ReportFormat,
}

/// How many files an import wrote into a data folder.
#[derive(Debug, Default)]
struct ImportedFiles {
    /// Files that the folder lacked.
    new: usize,
    /// Files that the folder has already.
    equal: usize,
    /// Files that differ, and stay as they are.
    kept: usize,
}

impl Import<'_> {
    /// The folder that the paths of diagnostics are relative to: a folder or an archive, or the folder of a single
    /// file.
    fn around(&self) -> &Path {
        let is_archive = self.source.extension().is_some_and(|it| it.eq_ignore_ascii_case("zip"));
        let is_whole = is_archive || !self.source.is_file();
        if is_whole { self.source } else { self.source.parent().unwrap_or(self.source) }
    }

    /// Writes the files that the data folder lacks, and reports what was imported and what was left out.
    pub(super) fn run(
        &self,
        out: &mut dyn Write,
        log: &mut dyn Write,
    ) -> Result<bool, CommandError> {
        if !self.source.exists() {
            return Err(CommandError::NoSource(self.source.to_owned()));
        }
        if self.folder.exists() && !self.folder.is_dir() {
            return Err(CommandError::NotAFolder(self.folder.to_owned()));
        }
        let mut unread = Vec::new();
        let files = self.read(&mut unread)?;
        let mut registries = BTreeMap::new();
        for name in REGISTRIES {
            let bytes = read_one(self.folder, name)
                .map_err(|error| CommandError::Disk(self.folder.join(name), error))?;
            registries.extend(bytes.map(|bytes| (name.to_owned(), bytes)));
        }
        let is_empty = is_empty(self.folder);
        let themes = if is_empty { Vec::new() } else { self.themes()? };
        let existing = Existing { registries, themes, is_empty };
        let mut imported = import(files, &existing, self.kind);
        imported.diagnostics.splice(0..0, unread);
        let is_broken = imported.diagnostics.iter().any(|it| it.severity == Severity::Error);
        let written = if is_broken { ImportedFiles::default() } else { self.write(&mut imported)? };
        let look = ReportStyle { format: self.format, ..ReportStyle::default() };
        let report: &mut dyn Write =
            if self.format == ReportFormat::Text { &mut *log } else { &mut *out };
        show(report, look, self.around(), &imported.diagnostics)?;
        if is_broken {
            return Ok(false);
        }
        if imported.is_nothing() {
            return Err(CommandError::NoSource(self.source.to_owned()));
        }
        for line in told(&imported, &written, self.folder) {
            say(log, &line)?;
        }
        Ok(true)
    }

    /// The files of the source by path below it. Files that are too large are left out and reported.
    fn read(
        &self,
        unread: &mut Vec<Diagnostic>,
    ) -> Result<BTreeMap<String, Vec<u8>>, CommandError> {
        let disk = |error: io::Error| CommandError::Disk(self.source.to_owned(), error);
        let is_file = self.source.is_file();
        let mut files = BTreeMap::new();
        let mut total = 0;
        for entry in walkdir::WalkDir::new(self.source).sort_by_file_name() {
            let entry = entry.map_err(|error| disk(error.into()))?;
            let below = entry.path().strip_prefix(self.source).unwrap_or_else(|_| entry.path());
            let below = below.to_string_lossy().replace('\\', "/");
            let path =
                if is_file { entry.file_name().to_string_lossy().into_owned() } else { below };
            let is_source = is_file || entry.file_type().is_file() && may_be_source(&path);
            if !is_source {
                continue;
            }
            let size = fs::metadata(entry.path()).map_err(disk)?.len();
            if size > LARGEST_FILE || total + size > MOST_BYTES {
                let message = if size > LARGEST_FILE {
                    format!(
                        "it has more than {LARGEST_FILE} bytes, which is all that is read of a file"
                    )
                } else {
                    format!(
                        "the source has more than {MOST_BYTES} bytes, which is all that is read at once"
                    )
                };
                let help = "import it in parts";
                unread.push(Diagnostic::of_file(
                    Severity::Warning,
                    "too-large",
                    &path,
                    message,
                    help,
                ));
                continue;
            }
            total += size;
            files.insert(path, fs::read(entry.path()).map_err(disk)?);
        }
        Ok(files)
    }

    /// The themes that the notes of the data folder have, each with its names.
    fn themes(&self) -> Result<Vec<(String, Vec<String>)>, CommandError> {
        let folder = Folder::read(self.folder)
            .map_err(|error| CommandError::Disk(self.folder.to_owned(), error))?;
        let themes = bundle(&folder).dataset.catalog.themes.clone();
        let names = |theme: Theme| (theme.id.0, [vec![theme.name], theme.aliases].concat());
        Ok(themes.into_iter().map(names).collect())
    }

    /// Writes the recaps that are missing, then the registries. Existing recaps stay as they are.
    fn write(&self, imported: &mut Imported) -> Result<ImportedFiles, CommandError> {
        let disk = |error: io::Error| CommandError::Disk(self.folder.to_owned(), error);
        // Other reports of an import name files of the source. A whole path names this one.
        let whole = self.folder.canonicalize().unwrap_or_else(|_| self.folder.to_owned());
        let mut written = ImportedFiles::default();
        for (path, bytes) in &imported.recaps {
            match read_one(self.folder, path).map_err(disk)? {
                None => {
                    put(&self.folder.join(path), bytes).map_err(disk)?;
                    written.new += 1;
                }
                Some(own) if own == *bytes => written.equal += 1,
                Some(_) => {
                    written.kept += 1;
                    imported.diagnostics.push(Diagnostic::of_file(
                        Severity::Warning,
                        "kept",
                        &whole.join(path).to_string_lossy(),
                        "the data folder has another file of this name, which stays as it is"
                            .to_owned(),
                        "to import it again, move this file away",
                    ));
                }
            }
        }
        for (name, bytes) in &imported.registries {
            put(&self.folder.join(name), bytes).map_err(disk)?;
            written.new += 1;
        }
        Ok(written)
    }
}

/// Writes a file. If the command is stopped halfway, the old file stays.
fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let fresh = path.with_added_extension("new");
    fs::write(&fresh, bytes)?;
    fs::rename(fresh, path)
}

/// What was imported, what was left out, and what was written.
fn told(imported: &Imported, written: &ImportedFiles, folder: &Path) -> Vec<String> {
    let mut came = vec![
        counted(imported.n_talks, "talk", "talks"),
        counted(imported.n_conferences, "conference", "conferences"),
    ];
    if imported.n_posts > 0 {
        came.push(counted(imported.n_posts, "post", "posts"));
    }
    if imported.n_left_out > 0 {
        came.push(format!("{} left out", counted(imported.n_left_out, "item", "items")));
    }
    came.push(counted(imported.diagnostics.len(), "diagnostic", "diagnostics"));
    let mut lines = vec![came.join(", ")];
    let place = folder.display();
    if imported.n_completed > 0 {
        let entries = counted(imported.n_completed, "conference", "conferences");
        lines.push(format!("added missing facts to {entries} in conferences.toml"));
    }
    let kept = counted(written.kept, "file of yours that differs", "files of yours that differ");
    lines.push(match (written.new, written.equal) {
        (0, _) if written.kept > 0 => format!("kept {kept} in {place}; nothing was written"),
        (new, _) if written.kept > 0 => {
            format!("wrote {} to {place}; kept {kept}", counted(new, "file", "files"))
        }
        (0, _) => format!("{place} has all of it; nothing was written"),
        (new, 0) => format!("wrote {} to {place}", counted(new, "file", "files")),
        (new, equal) => {
            format!("wrote {} to {place}; {equal} were there", counted(new, "file", "files"))
        }
    });
    lines
}
