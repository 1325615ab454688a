//! The `hallway` command.

mod build;
mod report;

use crate::bundle::{Bundled, Folder, bundle, files, replace, schemas};
use crate::ingest::Severity;
use crate::publish::{LEFT_OUT, SiteUrl, pack};
use clap::{Parser, Subcommand};
use report::{Format, summary, write_diagnostics};
use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Turns a folder of conference notes into a timeline that runs in the reader's browser.
#[derive(Debug, Parser)]
#[command(name = "hallway", version)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Say what is wrong or uncertain in a folder of recaps, and write nothing
    Check {
        /// Folder of recaps
        #[arg(default_value = "data")]
        data: PathBuf,
        /// How to show what is found
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Write the dataset of a folder of recaps as JSON
    Bundle {
        /// Folder of recaps
        #[arg(default_value = "data")]
        data: PathBuf,
        /// Folder for the dataset; what an earlier run put there is replaced
        #[arg(long)]
        out: PathBuf,
        /// How to show what is found
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Write the whole site: the client, the dataset and the page that joins them
    Build {
        /// Folder of recaps
        #[arg(default_value = "data")]
        data: PathBuf,
        /// Folder of the client, as trunk built it
        #[arg(long)]
        client: PathBuf,
        /// Folder for the site; what an earlier run put there is replaced
        #[arg(long, required_unless_present = "single")]
        out: Option<PathBuf>,
        /// Write the explorer with every note into one file as well, for a disk or an archive
        #[arg(long, value_name = "FILE")]
        single: Option<PathBuf>,
        /// Lay brotli and gzip beside the files, for hosts that send these
        #[arg(long)]
        precompress: bool,
        /// Address of the folder where the site will stand; sitemap, feeds and canonical links need it
        #[arg(long, value_name = "URL")]
        site_url: Option<SiteUrl>,
        /// How to show what is found
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Write the JSON Schemas of the dataset, the registries and the front matter
    Schema {
        /// Folder for the schemas
        #[arg(long, default_value = "public/schema")]
        out: PathBuf,
    },
}

/// What a curator has to know of a site in a sub-folder.
const BELOW_ROOT: &str = "the site is not at the root of its host, so crawlers do not read its robots.txt: add the Sitemap line to the one at the root";

/// Why a command could not do its work.
#[derive(Debug)]
pub enum CommandError {
    /// A file or folder cannot be read or written.
    Disk(PathBuf, io::Error),
    /// The folder for the output holds something that Hallway did not write.
    NotOurs(PathBuf),
    /// The folder of the client holds none.
    NoClient(PathBuf),
    /// The client was built without the scripts that one file needs.
    NoClassicClient(PathBuf),
    /// The client's page cannot be filled.
    Page(crate::publish::TemplateError),
    /// The dataset cannot be written as JSON.
    Json(serde_json::Error),
    /// The terminal or pipe does not take the output.
    Output(io::Error),
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Disk(path, error) => write!(f, "{}: {error}", path.display()),
            Self::NotOurs(path) => write!(
                f,
                "{} holds files that Hallway did not write; name another folder, or empty this one",
                path.display()
            ),
            Self::NoClient(path) => write!(
                f,
                "{} holds no client; build one with \"trunk build --release\" or \"make build\"",
                path.display()
            ),
            Self::NoClassicClient(path) => write!(
                f,
                "{} holds a client of an earlier version, which cannot go into one file; build it anew with \"make build\"",
                path.display()
            ),
            Self::Page(error) => error.fmt(f),
            Self::Json(error) => error.fmt(f),
            Self::Output(error) => write!(f, "the output was not taken: {error}"),
        }
    }
}

impl std::error::Error for CommandError {}

/// Runs a command. `Ok(false)` when an error in the content forbids to write; then all of them have
/// been shown. Diagnostics go to `out` when a machine is to read them, else to `log`.
pub fn run(
    arguments: &Arguments,
    out: &mut dyn Write,
    log: &mut dyn Write,
) -> Result<bool, CommandError> {
    match &arguments.command {
        Command::Check { data, format } => {
            let bundled = read(data, *format, out, log)?;
            Ok(!bundled.has_errors())
        }
        Command::Bundle { data, out: folder, format } => {
            let bundled = read(data, *format, out, log)?;
            if bundled.has_errors() {
                return kept(folder, log);
            }
            let (files, _) = files(&bundled.dataset).map_err(CommandError::Json)?;
            put(folder, &files, "manifest.json")?;
            say(log, &format!("wrote {} files to {}", files.len(), folder.display()))?;
            Ok(true)
        }
        Command::Build { data, client, out: folder, single, site_url, precompress, format } => {
            let bundled = read(data, *format, out, log)?;
            if bundled.has_errors() {
                return folder.iter().chain(single).try_fold(false, |_, path| kept(path, log));
            }
            if let Some(path) = single {
                let page = build::single(&bundled.dataset, client)?;
                write_file(path, page.as_bytes())?;
                say(log, &format!("wrote the explorer to {}", path.display()))?;
            }
            let Some(folder) = folder else { return Ok(true) };
            let mut files = build::site(&bundled.dataset, client, folder, site_url.as_ref())?;
            if *precompress {
                files.extend(pack(&files).map_err(CommandError::Output)?);
            }
            put(folder, &files, "bundle/manifest.json")?;
            match site_url {
                None => say(log, &format!("left out, for want of --site-url: {LEFT_OUT}"))?,
                Some(url) if !url.is_whole_host() => say(log, BELOW_ROOT)?,
                Some(_) => {}
            }
            say(log, &format!("wrote the site to {}", folder.display()))?;
            Ok(true)
        }
        Command::Schema { out: folder } => {
            for (name, schema) in schemas() {
                let path = folder.join(name);
                let written =
                    std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&path, schema));
                written.map_err(|error| CommandError::Disk(path, error))?;
            }
            Ok(true)
        }
    }
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), CommandError> {
    std::fs::write(path, bytes).map_err(|error| CommandError::Disk(path.to_owned(), error))
}

/// Reads and bundles a folder, and shows what is wrong with it.
fn read(
    data: &Path,
    format: Format,
    out: &mut dyn Write,
    log: &mut dyn Write,
) -> Result<Bundled, CommandError> {
    let folder = Folder::read(data).map_err(|error| CommandError::Disk(data.to_owned(), error))?;
    let bundled = bundle(&folder);
    let prefix = data.to_string_lossy();
    let written = match format {
        Format::Text => write_diagnostics(log, format, &prefix, &bundled.diagnostics),
        Format::Json | Format::Github => {
            write_diagnostics(out, format, &prefix, &bundled.diagnostics)
        }
    };
    written.map_err(CommandError::Output)?;
    say(log, &summary(&bundled))?;
    Ok(bundled)
}

fn kept(folder: &Path, log: &mut dyn Write) -> Result<bool, CommandError> {
    let was = if folder.exists() { "is as it was" } else { "was not written" };
    say(log, &format!("{} {was}: mend the errors first", folder.display()))?;
    Ok(false)
}

fn put(folder: &Path, files: &BTreeMap<String, Vec<u8>>, mark: &str) -> Result<(), CommandError> {
    let is_empty = std::fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none());
    if !is_empty && !folder.join(mark).exists() {
        return Err(CommandError::NotOurs(folder.to_owned()));
    }
    replace(folder, files).map_err(|error| CommandError::Disk(folder.to_owned(), error))
}

fn say(log: &mut dyn Write, line: &str) -> Result<(), CommandError> {
    writeln!(log, "{line}").map_err(CommandError::Output)
}

/// How many problems of a severity there are.
fn count(bundled: &Bundled, severity: Severity) -> usize {
    bundled.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
}
