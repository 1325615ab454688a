//! The built client, which is part of every site: from a folder, or built into the command.

use super::error::CommandError;
use crate::bundle::read_all;
use crate::publish::{SiteSource, SiteSummary};
use std::collections::BTreeMap;
use std::path::Path;

/// The files of a client by path.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// The client in `folder` or, without one, the client built into the command.
pub(super) fn client(folder: Option<&Path>) -> Result<Files, CommandError> {
    let mut files = match folder {
        Some(folder) => {
            if !folder.is_dir() {
                return Err(CommandError::NoClient(folder.to_owned()));
            }
            read_all(folder, "").map_err(|error| CommandError::Disk(folder.to_owned(), error))?
        }
        None => carried(),
    };
    if let Some(folder) = folder.filter(|_| files.contains_key(SiteSummary::RECORD)) {
        return Err(CommandError::SiteForClient(folder.to_owned()));
    }
    // A dataset that an earlier build left beside the client is not part of the client.
    files.retain(|path, _| !path.starts_with("bundle/"));
    if files.contains_key("index.html") {
        return Ok(files);
    }
    Err(folder
        .map_or(CommandError::NoneCarried, |folder| CommandError::NoClient(folder.to_owned())))
}

/// The message when a site should have a page for which the client has no code.
pub(super) fn lacking(site: &SiteSource<'_>) -> Option<&'static str> {
    site.lacks_checker().then_some(NO_CHECKER)
}

const NO_CHECKER: &str = "note: this client cannot check recaps, so the site has no check.html; rebuild the client with \"make client\", or leave check_page out of site.toml";

/// The built-in client: the folder that `HALLWAY_CLIENT` named during the build.
#[cfg(feature = "carried")]
fn carried() -> Files {
    use include_dir::{Dir, DirEntry, include_dir};

    static CLIENT: Dir<'_> = include_dir!("$HALLWAY_CLIENT");
    // Rebuilds the command when the variable names another folder. The macro alone does not.
    const _: &str = env!("HALLWAY_CLIENT");

    fn add(folder: &Dir<'_>, files: &mut Files) {
        for entry in folder.entries() {
            match entry {
                DirEntry::Dir(folder) => add(folder, files),
                DirEntry::File(file) => {
                    let path = file.path().to_string_lossy().replace('\\', "/");
                    files.insert(path, file.contents().to_vec());
                }
            }
        }
    }
    let mut files = BTreeMap::new();
    add(&CLIENT, &mut files);
    files
}

#[cfg(not(feature = "carried"))]
fn carried() -> Files {
    BTreeMap::new()
}
