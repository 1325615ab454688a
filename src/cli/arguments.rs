//! The arguments of the command.

use super::data_folder::{DataFolder, DataOption};
use super::report::ReportFormat;
use crate::import::SourceKind;
use crate::publish::SiteUrl;
use clap::{Parser, Subcommand};
use clap_complete::Shell;
use std::path::PathBuf;

/// What every exit code means.
const EXIT_CODES: &str = "Exit codes: 0 done, even if a recap with an error was left out; 1 nothing was written, because a \
                          registry has an error, or with --strict a recap; 2 the command could not run.";

/// Turn a folder of conference notes into a static site with a timeline that runs in the browser
#[derive(Debug, Parser)]
#[command(name = "hallway", version, after_help = EXIT_CODES)]
pub struct Arguments {
    /// Print diagnostics only: no progress, summary or note
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// A port, or what one is.
fn port(text: &str) -> Result<u16, &'static str> {
    text.trim().parse().map_err(|_no_number| "a port is a number from 0 to 65535, such as 8080")
}

impl Command {
    /// Why it reads a folder that somebody may not expect.
    pub(super) fn why_folder(&self) -> Option<String> {
        match self {
            Self::Check { data, .. }
            | Self::Bundle { data, .. }
            | Self::Build { data, .. }
            | Self::Serve { data, .. } => data.why(),
            Self::Tool(
                Tool::Why { data, .. }
                | Tool::Coverage { data, .. }
                | Tool::New { what: New::Recap { data, .. } },
            ) => data.why(),
            Self::Init { .. } | Self::Import { .. } | Self::Schema { .. } | Self::Tool(_) => None,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Report what is wrong or uncertain in a folder of recaps, without writing anything
    Check {
        #[command(flatten)]
        data: DataFolder,
        /// Print words and phrases that may be themes, with their evidence, as TOML for themes.toml
        #[arg(long)]
        themes: bool,
        /// Add the conferences that no registry lists to conferences.toml
        #[arg(long)]
        fix: bool,
        /// Check whether the links in the notes still work. Results are cached for a week
        #[arg(long)]
        links: bool,
        /// Fail when a recap has an error, as a build with --strict does
        #[arg(long)]
        strict: bool,
        /// Show each diagnostic, instead of the first few of a kind
        #[arg(long)]
        all: bool,
        /// Format of the report
        #[arg(long, value_enum, default_value_t)]
        format: ReportFormat,
    },
    /// Write the dataset of a folder of recaps as JSON
    Bundle {
        #[command(flatten)]
        data: DataFolder,
        /// Output folder; replaces the dataset that an earlier run wrote there
        #[arg(long)]
        out: PathBuf,
        /// Refuse to write anything when a recap has an error, instead of leaving that recap out
        #[arg(long)]
        strict: bool,
        /// Format of the report
        #[arg(long, value_enum, default_value_t)]
        format: ReportFormat,
    },
    /// Build the whole site: the client, the dataset and every page
    Build {
        #[command(flatten)]
        data: DataFolder,
        /// Folder of a built client (make client), instead of the client built into this command
        #[arg(long)]
        client: Option<PathBuf>,
        /// Output folder; replaces the site that an earlier run wrote there. By default `site` beside a folder
        /// called data, or inside any other data folder, or none with --single
        #[arg(long)]
        out: Option<PathBuf>,
        /// Also write the explorer and every note into a single file that works offline
        #[arg(long, value_name = "FILE")]
        single: Option<PathBuf>,
        /// Write brotli and gzip copies beside the files, for hosts that send them
        #[arg(long)]
        precompress: bool,
        /// Lay out the dataset like that of a very large collection, for tests
        #[arg(long, hide = true)]
        tiny_files: bool,
        /// URL where the site will be published, instead of `site_url` in site.toml; needed for the sitemap,
        /// feeds and canonical links
        #[arg(long, value_name = "URL")]
        site_url: Option<SiteUrl>,
        /// Refuse to write anything when a recap has an error, instead of leaving that recap out
        #[arg(long)]
        strict: bool,
        /// Format of the report
        #[arg(long, value_enum, default_value_t)]
        format: ReportFormat,
    },
    /// Serve the site locally, and reload pages when a note changes. Writes nothing
    Serve {
        #[command(flatten)]
        data: DataFolder,
        /// Folder of a built client (make client), instead of the client built into this command
        #[arg(long)]
        client: Option<PathBuf>,
        /// Port on this machine; 0 for any free one
        #[arg(long, default_value_t = 8080, value_parser = port)]
        port: u16,
        /// Open the site in a browser
        #[arg(long)]
        open: bool,
    },
    /// Start a site: settings, registries, a recap and a workflow that publishes them. Adds what is missing, and
    /// overwrites nothing
    Init {
        /// Folder of the new site, or of notes that are already there
        #[arg(default_value = ".", value_name = "DIR")]
        folder: PathBuf,
    },
    #[command(flatten)]
    Tool(Tool),
    /// Import schedules, lists of conferences, archives of recordings and blogs into a data folder. Adds what is
    /// missing, and overwrites nothing
    ///
    /// Reads schedules of frab, Pentabarf and pretalx (XML, JSON), calendars such as those of Sched (ICS), and data in
    /// the layout of confs.tech, `RubyEvents` and `PyVideo`. Of exports of `WordPress` and Medium it reads the posts.
    Import {
        /// A file, a folder of files, or a zip archive
        source: PathBuf,
        /// Data folder; created if missing
        #[arg(long, visible_alias = "out", value_name = "DATA")]
        into: PathBuf,
        /// Read every file as this kind: frab, ics, confs, rubyevents, pyvideo, wordpress or medium. By default each
        /// file tells its kind
        #[arg(long, value_name = "KIND")]
        from: Option<SourceKind>,
        /// Format of the report
        #[arg(long, value_enum, default_value_t)]
        format: ReportFormat,
    },
    /// Write the JSON Schemas of the dataset, the registries and the header of a recap
    Schema {
        /// Output folder
        #[arg(long, default_value = "public/schema")]
        out: PathBuf,
    },
}

/// Commands that help a curator and build no site.
#[derive(Debug, Subcommand)]
pub(super) enum Tool {
    /// Start a new file, and overwrite nothing
    New {
        #[command(subcommand)]
        what: New,
    },
    /// Say what a page is made of: each fact with its file, its lines and the rule that found it
    Why {
        /// The id, the name or the address of a recap, talk, conference, person, organization or theme
        id: String,
        #[command(flatten)]
        data: DataOption,
    },
    /// Count the talks with and without notes, or name those of one conference
    Coverage {
        /// Id or name of a conference
        conference: Option<String>,
        /// Write a recap for the talks without notes, as a draft that is not published
        #[arg(long, requires = "conference")]
        write: bool,
        #[command(flatten)]
        data: DataOption,
    },
    /// Explain a diagnostic: its cause, an example and its fix
    Explain {
        /// The code in brackets, e.g. talk-uncertain; without one, all codes are listed
        code: Option<String>,
    },
    /// Print the completions for a shell; the guide says where they go
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Write manual pages, one for each command
    Manual {
        /// Output folder
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
}

/// What can be started.
#[derive(Debug, Subcommand)]
pub(super) enum New {
    /// A recap with a header that is ready to fill. It is a draft, which is not published
    Recap {
        /// The conference: its id, its name or an alias
        #[arg(long = "for", value_name = "CONFERENCE")]
        conference: String,
        /// Title of a talk to take notes on; may be repeated
        #[arg(long, value_name = "TITLE")]
        talk: Vec<String>,
        #[command(flatten)]
        data: DataOption,
    },
}
