//! The built client, which every site holds: from a folder, or the one that the command carries.

use super::CommandError;
use crate::bundle::read_all;
use crate::publish::BUILD_FILE;
use std::collections::BTreeMap;
use std::path::Path;

/// The files of the client by path: those in `folder`, or else those in the command itself.
pub(super) fn client(folder: Option<&Path>) -> Result<BTreeMap<String, Vec<u8>>, CommandError> {
    let mut files = match folder {
        Some(folder) => {
            if !folder.is_dir() {
                return Err(CommandError::NoClient(folder.to_owned()));
            }
            read_all(folder, "").map_err(|error| CommandError::Disk(folder.to_owned(), error))?
        }
        None => carried(),
    };
    if let Some(folder) = folder.filter(|_| files.contains_key(BUILD_FILE)) {
        return Err(CommandError::SiteForClient(folder.to_owned()));
    }
    // A dataset that an earlier build left beside the client is not a part of the client.
    files.retain(|path, _| !path.starts_with("bundle/"));
    if files.contains_key("index.html") {
        return Ok(files);
    }
    Err(folder
        .map_or(CommandError::NoneCarried, |folder| CommandError::NoClient(folder.to_owned())))
}

/// What was built in: the folder that `HALLWAY_CLIENT` named then.
#[cfg(feature = "carried")]
fn carried() -> BTreeMap<String, Vec<u8>> {
    use include_dir::{Dir, DirEntry, include_dir};

    static CLIENT: Dir<'_> = include_dir!("$HALLWAY_CLIENT");
    // Another folder is another command; the macro alone does not tell the compiler.
    const _: &str = env!("HALLWAY_CLIENT");

    fn add(folder: &Dir<'_>, files: &mut BTreeMap<String, Vec<u8>>) {
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
fn carried() -> BTreeMap<String, Vec<u8>> {
    BTreeMap::new()
}
