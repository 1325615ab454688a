//! Unpacks zip archives.

use super::source_kind::ending;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// Largest file that is read, in bytes.
pub const LARGEST_FILE: u64 = 64 << 20;

/// Most bytes that are read in total.
pub const MOST_BYTES: u64 = 512 << 20;

/// Most files in an archive.
const MOST_FILES: usize = 100_000;

/// Files by path.
type Files = BTreeMap<String, Vec<u8>>;

/// Whether bytes are a zip archive.
pub(super) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Whether a file can be a source, judging by its extension.
pub fn may_be_source(path: &str) -> bool {
    matches!(
        ending(path).as_str(),
        "xml" | "json" | "ics" | "ical" | "yml" | "yaml" | "html" | "htm" | "wxr" | "zip"
    )
}

/// The files of an archive that can be sources, by their path in it, and the files that were not read, with the reason.
///
/// Sizes are counted during unpacking, because an archive can state any size.
pub(super) fn unpack(bytes: &[u8]) -> Result<(Files, Vec<String>), String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| format!("it is not a zip archive: {error}"))?;
    let (mut files, mut refused) = (BTreeMap::new(), Vec::new());
    let mut total = 0;
    if archive.len() > MOST_FILES {
        refused.push(format!("it has more than {MOST_FILES} files, and the rest was not read"));
    }
    for at in 0..archive.len().min(MOST_FILES) {
        let mut file = match archive.by_index(at) {
            Ok(file) => file,
            Err(error) => {
                refused.push(format!("file {} cannot be read: {error}", at + 1));
                continue;
            }
        };
        let Some(path) = file.enclosed_name() else {
            refused.push(format!("file {} has a path that leads out of the archive", at + 1));
            continue;
        };
        let path = path.to_string_lossy().replace('\\', "/");
        if !file.is_file() || !may_be_source(&path) {
            continue;
        }
        let mut unpacked = Vec::new();
        let most = LARGEST_FILE.min(MOST_BYTES - total);
        match file.by_ref().take(most + 1).read_to_end(&mut unpacked) {
            Err(error) => refused.push(format!("{path} cannot be read: {error}")),
            Ok(read) if read as u64 > most => {
                refused.push(format!("{path} is larger than can be read"));
                if most < LARGEST_FILE {
                    refused.push("what comes after it was not read".to_owned());
                    break;
                }
            }
            Ok(read) => {
                total += read as u64;
                files.insert(path, unpacked);
            }
        }
    }
    Ok((files, refused))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;
    use zip::write::{SimpleFileOptions, ZipWriter};

    fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (path, bytes) in files {
            writer.start_file(*path, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn sources_are_unpacked_and_paths_stay_within() {
        let bytes = zip(&[
            ("posts/a.html", b"A"),
            ("b.png", b"B"),
            ("../../c.html", b"C"),
            ("/d.html", b"D"),
        ]);
        assert!(is_zip(&bytes));
        let (files, refused) = unpack(&bytes).unwrap();
        assert_eq!(files.get("posts/a.html").map(Vec::as_slice), Some(b"A".as_slice()));
        assert!(
            files.keys().all(|path| !path.contains("..") && !path.starts_with('/')),
            "{files:?}"
        );
        assert!(refused.iter().any(|it| it.contains("leads out")), "{refused:?}");
    }

    #[test]
    fn a_bomb_is_refused() {
        let zeros = vec![0; usize::try_from(LARGEST_FILE).unwrap() + 1];
        let bytes = zip(&[("a.xml", &zeros), ("b.xml", b"B")]);
        let (files, refused) = unpack(&bytes).unwrap();
        assert_eq!(files.len(), 1);
        assert_eq!(refused, ["a.xml is larger than can be read"]);
        assert!(unpack(b"PK\x03\x04").is_err());
    }
}
