//! Why a command failed, in words for a curator.

use crate::bundle::reason;
use crate::publish::PublishError;
use std::{fmt, io, path::PathBuf};

/// Why a command failed.
#[derive(Debug)]
pub enum CommandError {
    /// Reading or writing a file or folder failed.
    Disk(PathBuf, io::Error),
    /// The output path holds something that Hallway did not write.
    NotOurs(PathBuf),
    /// A file is where a folder should be.
    NotAFolder(PathBuf),
    /// The folder of recaps does not exist.
    NoData(PathBuf),
    /// There is nothing to import.
    NoSource(PathBuf),
    /// The folder of the client has no client.
    NoClient(PathBuf),
    /// The folder of the client has a whole site, whose pages would end up in the new one.
    SiteForClient(PathBuf),
    /// No client was given, and the command was built without one.
    NoneCarried,
    /// The `site_url` in `site.toml` cannot be the address of a site.
    SiteUrl(PublishError),
    /// The site cannot be built.
    Publish(PublishError),
    /// The dataset cannot be written as JSON.
    Json(serde_json::Error),
    /// The file that a command would write already exists.
    Exists(PathBuf),
    /// No diagnostic has this code.
    NoSuchCode(String),
    /// No conference has this id or name.
    NoSuchConference {
        /// What the curator asked for.
        wanted: String,
        /// Ids of conferences that the curator may have meant.
        known: Vec<String>,
    },
    /// Nothing in the folder has this id or name.
    NoSuchThing {
        /// What the curator asked for.
        wanted: String,
        /// Ids that the curator may have meant.
        similar: Vec<String>,
    },
    /// Writing to the terminal or pipe failed.
    Output(io::Error),
}

impl CommandError {
    /// Whether the reader of the output, such as `head`, has stopped reading. That is not a failure.
    pub fn is_enough(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for CommandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Disk(path, error) => write!(f, "{}: {}", path.display(), reason(error)),
            // Never an advice to delete or to empty anything: it may be the notes.
            Self::NotOurs(path) if path.is_dir() => write!(
                f,
                "what is in {} was not written by Hallway, which replaces only its own files; name a folder that is new or empty",
                path.display()
            ),
            Self::NotOurs(path) => write!(
                f,
                "{} was not written by Hallway, which replaces only its own files; name another path",
                path.display()
            ),
            Self::NotAFolder(path) => {
                write!(f, "{} is a file, not a folder", path.display())
            }
            Self::NoData(path) => write!(
                f,
                "there is no folder {} here; \"hallway init\" starts a site, or name the folder of your recaps",
                path.display()
            ),
            Self::NoSource(path) if !path.exists() => {
                write!(f, "there is no file or folder {}", path.display())
            }
            Self::NoSource(path) => write!(
                f,
                "nothing to import in {}; \"hallway import --help\" says what can be imported",
                path.display()
            ),
            Self::NoClient(path) => write!(
                f,
                "no client in {}; build one with \"make client\"",
                path.display()
            ),
            Self::SiteForClient(path) => write!(
                f,
                "{} is a site, not a client; name the folder that trunk built, e.g. target/client",
                path.display()
            ),
            Self::NoneCarried => f.write_str(
                "this hallway was built without a client; install one with a client by \"make install\", or name the folder of a client with --client DIR",
            ),
            Self::SiteUrl(error) => write!(f, "site_url in site.toml: {error}"),
            Self::Publish(error) => error.fmt(f),
            Self::Json(error) => error.fmt(f),
            Self::Exists(path) => {
                write!(f, "{} exists already; nothing was written", path.display())
            }
            Self::NoSuchCode(code) => {
                write!(f, "no diagnostic has the code \"{code}\"; \"hallway explain\" lists all")
            }
            Self::NoSuchConference { wanted, known } if known.is_empty() => {
                write!(f, "no conference has the id or the name \"{wanted}\", since there are none yet")
            }
            Self::NoSuchConference { wanted, known } => write!(
                f,
                "no conference has the id or the name \"{wanted}\"; try one of {}",
                known.join(", ")
            ),
            Self::NoSuchThing { wanted, similar } if similar.is_empty() => write!(
                f,
                "nothing here has the id or the name \"{wanted}\"; the address of a page ends with its id"
            ),
            Self::NoSuchThing { wanted, similar } => write!(
                f,
                "nothing here has the id or the name \"{wanted}\"; did you mean {}?",
                similar.join(", ")
            ),
            Self::Output(error) => write!(f, "cannot write the output: {}", reason(error)),
        }
    }
}

impl std::error::Error for CommandError {}
