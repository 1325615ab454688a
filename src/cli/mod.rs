//! The `hallway` command.

mod build;
mod client;
mod import;
mod place;
mod progress;
mod report;

use crate::bundle::{
    Bundled, Folder, Limits, Staging, Step, bundle_telling, files, replace, schemas,
};
use crate::ingest::Severity;
use crate::publish::{LEFT_OUT, SiteUrl};
use crate::ui::Extent;
use clap::{Parser, Subcommand};
use place::{Ours, put_schemas, put_single, put_site};
use progress::Progress;
use report::{Format, counted, show, summary};
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
        /// Folder of a client, as trunk built it, in place of the one this command carries
        #[arg(long)]
        client: Option<PathBuf>,
        /// Folder for the site; what an earlier run put there is replaced
        #[arg(long, required_unless_present = "single")]
        out: Option<PathBuf>,
        /// Write the explorer with every note into one file as well, for a disk or an archive
        #[arg(long, value_name = "FILE")]
        single: Option<PathBuf>,
        /// Lay brotli and gzip beside the files, for hosts that send these
        #[arg(long)]
        precompress: bool,
        /// Lay the dataset out as that of a very large collection: for tests
        #[arg(long, hide = true)]
        tiny_files: bool,
        /// Address of the folder where the site will stand; sitemap, feeds and canonical links need it
        #[arg(long, value_name = "URL")]
        site_url: Option<SiteUrl>,
        /// How to show what is found
        #[arg(long, value_enum, default_value_t)]
        format: Format,
    },
    /// Make a data folder of an archive of recordings in the layout of `PyVideo`
    Import {
        /// Folder of the archive: a folder for each event, with category.json and videos/*.json
        source: PathBuf,
        /// Folder for the data; it must be empty or not be there
        #[arg(long)]
        out: PathBuf,
        /// How to show what is left out
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

/// What a large collection goes without.
const BARE: &str = "talks, people, organizations and recaps have no embedded page, exports of their own, feed or picture, as site.toml says (companions = \"few\")";

/// Files from which on some hosts take no more.
const MANY_FILES: usize = 20_000;

/// What a curator of many files can do.
const FEWER: &str = "companions = \"few\" in site.toml leaves out the embedded pages, exports, feeds and pictures of talks, people, organizations and recaps; their addresses end then";

/// Why a command could not do its work.
#[derive(Debug)]
pub enum CommandError {
    /// A file or folder cannot be read or written.
    Disk(PathBuf, io::Error),
    /// The place for the output holds something that Hallway did not write.
    NotOurs(PathBuf),
    /// Where a folder should be, or could be put, is a file.
    NotAFolder(PathBuf),
    /// There is no folder of recaps.
    NoData(PathBuf),
    /// The folder for an import holds something, which may be a curator's work.
    NotEmpty(PathBuf),
    /// The folder to import holds no recording.
    NoArchive(PathBuf),
    /// The folder of the client holds none.
    NoClient(PathBuf),
    /// The folder of the client holds a whole site, the pages of which would be taken along.
    SiteForClient(PathBuf),
    /// No folder of a client is named, and the command was built without one.
    NoneCarried,
    /// The client was built without the scripts that one file needs.
    NoClassicClient,
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
                "{} holds what Hallway did not write; name another place, or empty this one",
                path.display()
            ),
            Self::NotAFolder(path) => {
                write!(f, "{} is a file; name a folder", path.display())
            }
            Self::NoData(path) => write!(
                f,
                "there is no {}; name the folder that holds your recaps",
                path.display()
            ),
            Self::NotEmpty(path) => write!(
                f,
                "{} holds files already; an import does not mix with them, so name another folder",
                path.display()
            ),
            Self::NoArchive(path) => write!(
                f,
                "{} holds no recording; it should hold folders with category.json and videos/*.json",
                path.display()
            ),
            Self::NoClient(path) => write!(
                f,
                "{} holds no client; build one with \"trunk build --release\" or \"make build\"",
                path.display()
            ),
            Self::SiteForClient(path) => write!(
                f,
                "{} holds a site, not a client; name the folder that trunk built, e.g. target/client",
                path.display()
            ),
            Self::NoneCarried => f.write_str(
                "this hallway carries no client; \"make install\" installs one that does, or name the folder of a built one with --client DIR",
            ),
            Self::NoClassicClient => f.write_str(
                "the client is of an earlier version, which cannot go into one file; build it anew with \"make build\"",
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
            let ours = Ours::of_dataset(folder)?;
            replace(folder, &files, |path| ours.has(path))
                .map_err(|error| CommandError::Disk(folder.clone(), error))?;
            say(log, &format!("wrote {} files to {}", files.len(), folder.display()))?;
            Ok(true)
        }
        Command::Build {
            data,
            client,
            out: folder,
            single,
            site_url,
            precompress,
            tiny_files,
            format,
        } => {
            let mut bundled = read(data, *format, out, log)?;
            if *tiny_files {
                bundled.dataset.limits = Limits::TINY;
            }
            if bundled.has_errors() {
                return folder.iter().chain(single).try_fold(false, |_, path| kept(path, log));
            }
            // Written last, since it may lie in the folder of the site.
            let page = single.as_ref().map(|_| build::single(&bundled.dataset, client.as_deref()));
            let page = page.transpose()?;
            let put_single = |log: &mut dyn Write| {
                let (Some(path), Some(page)) = (single, &page) else { return Ok(true) };
                put_single(path, page)?;
                say(log, &format!("wrote the explorer to {}", path.display())).map(|()| true)
            };
            let Some(folder) = folder else { return put_single(log) };
            let ours = Ours::of_site(folder)?;
            let staging = Staging::begin(folder)
                .map_err(|error| CommandError::Disk(folder.clone(), error))?;
            let mut output = build::Output::new(&staging, *precompress);
            let mut progress = Progress::new(*format != Format::Json);
            let mut tell = |step, done, all| progress.tell(log, step, done, all);
            let made = build::site(
                bundled.dataset,
                client.as_deref(),
                folder,
                site_url.as_ref(),
                &mut output,
                &mut tell,
            );
            progress.clear(log);
            let extent = made?;
            let counts = output.counts();
            let n_taken = put_site(staging, folder, &ours)?;
            tell_site(folder, extent, site_url.as_ref(), counts, log)?;
            if n_taken > 0 {
                let files = counted(n_taken, "file", "files");
                say(log, &format!("{files} there that Hallway did not write: left alone"))?;
            }
            put_single(log)
        }
        Command::Import { source, out: folder, format } => {
            import::run(source, folder, *format, out, log)
        }
        Command::Schema { out: folder } => {
            put_schemas(folder, &schemas())?;
            Ok(true)
        }
    }
}

/// Says what was written, how many files of how many as they were, and what was left out.
fn tell_site(
    folder: &Path,
    extent: Extent,
    site_url: Option<&SiteUrl>,
    (n_files, n_kept): (usize, usize),
    log: &mut dyn Write,
) -> Result<(), CommandError> {
    if !extent.is_whole() {
        say(log, BARE)?;
    } else if n_files > MANY_FILES {
        say(log, &format!("{n_files} files, more than some hosts take: {FEWER}"))?;
    }
    match site_url {
        None => say(log, &format!("left out, for want of --site-url: {LEFT_OUT}"))?,
        Some(url) if !url.is_whole_host() => say(log, BELOW_ROOT)?,
        Some(_) => {}
    }
    let kept = if n_kept == 0 { String::new() } else { format!(" ({n_kept} as they were)") };
    say(log, &format!("wrote the site to {}: {n_files} files{kept}", folder.display()))
}

/// Reads and bundles a folder, and shows what is wrong with it.
fn read(
    data: &Path,
    format: Format,
    out: &mut dyn Write,
    log: &mut dyn Write,
) -> Result<Bundled, CommandError> {
    let missing = if data.exists() { CommandError::NotAFolder } else { CommandError::NoData };
    if !data.is_dir() {
        return Err(missing(data.to_owned()));
    }
    let folder = Folder::read(data).map_err(|error| CommandError::Disk(data.to_owned(), error))?;
    let mut progress = Progress::new(format != Format::Json);
    let bundled = bundle_telling(&folder, &mut |step, done, all| {
        let step = match step {
            Step::Reading => "reading recaps",
            Step::Resolving => "resolving articles",
        };
        progress.tell(log, step, done, all);
    });
    progress.clear(log);
    show(out, log, format, data, &bundled.diagnostics)?;
    say(log, &summary(&bundled))?;
    Ok(bundled)
}

fn kept(folder: &Path, log: &mut dyn Write) -> Result<bool, CommandError> {
    let was = if folder.exists() { "is as it was" } else { "was not written" };
    say(log, &format!("{} {was}: mend the errors first", folder.display()))?;
    Ok(false)
}

fn say(log: &mut dyn Write, line: &str) -> Result<(), CommandError> {
    writeln!(log, "{line}").map_err(CommandError::Output)
}

/// How many problems of a severity there are.
fn count(bundled: &Bundled, severity: Severity) -> usize {
    bundled.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
}
