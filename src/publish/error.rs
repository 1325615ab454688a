//! Why a site cannot be built.

use crate::bundle::reason;
use std::{error::Error, fmt, io, path::PathBuf};

/// Why a site cannot be built.
#[derive(Debug)]
pub enum PublishError {
    /// The client has no `index.html`.
    NoClientPage,
    /// The page of the client lacks a region, or one of its two comments.
    NoRegion(&'static str),
    /// The page of the client has no `<html lang="…">`.
    NoLanguage,
    /// The client was built without the scripts that a single page needs.
    NoClassicClient,
    /// A file of the site cannot be written as JSON. No dataset causes this.
    Json(serde_json::Error),
    /// A file cannot be read or written.
    Disk(PathBuf, io::Error),
}

impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoClientPage => f.write_str("the client has no index.html"),
            Self::NoRegion(name) => write!(
                f,
                "index.html of the client has no region <!--hallway:{name}-->…<!--/hallway:{name}-->"
            ),
            Self::NoLanguage => f.write_str("index.html of the client has no <html lang=\"…\">"),
            Self::NoClassicClient => f.write_str(
                "this client was built by an earlier version and does not fit into a single file; rebuild it with \"make build\"",
            ),
            Self::Json(error) => error.fmt(f),
            Self::Disk(path, error) => write!(f, "{}: {}", path.display(), reason(error)),
        }
    }
}

impl Error for PublishError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Json(error) => Some(error),
            Self::Disk(_, error) => Some(error),
            Self::NoClientPage | Self::NoRegion(_) | Self::NoLanguage | Self::NoClassicClient => {
                None
            }
        }
    }
}

impl From<serde_json::Error> for PublishError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}
