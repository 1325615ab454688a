//! Why a site cannot be published.

use crate::bundle::reason;
use std::{error::Error, fmt, io, path::PathBuf};

/// Why a site cannot be built, or cannot have the address that a curator gave.
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
    /// The address of the site is no address, e.g. one without a scheme.
    Url(url::ParseError),
    /// The address has a scheme by which no browser gets pages.
    UrlScheme,
    /// The address has a user name or password, which every reader would see.
    UrlCredentials,
    /// The address has a file, a query or a fragment, so it is not that of a folder.
    UrlNotAFolder,
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
            Self::Url(url::ParseError::RelativeUrlWithoutBase) => f.write_str(
                "it does not begin with https://; give the whole address, as in https://example.org/notes/",
            ),
            Self::Url(error) => {
                write!(f, "{error}; give the whole address, as in https://example.org/notes/")
            }
            Self::UrlScheme => f.write_str("the address must begin with https:// or http://"),
            Self::UrlCredentials => f.write_str("leave out the user name and the password"),
            Self::UrlNotAFolder => {
                f.write_str("give the address of the folder, without a file, \"?\" or \"#\"")
            }
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
            Self::Url(error) => Some(error),
            Self::NoClientPage
            | Self::NoRegion(_)
            | Self::NoLanguage
            | Self::NoClassicClient
            | Self::UrlScheme
            | Self::UrlCredentials
            | Self::UrlNotAFolder => None,
        }
    }
}

impl From<serde_json::Error> for PublishError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}
