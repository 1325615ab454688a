//! Compressed copies beside the files of a site, for hosts that send them: brotli and gzip.

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use std::io::{self, Read as _, Write as _};

/// Files up to this size fit into one packet as they are.
const MIN_BYTES: usize = 1_024;

/// Extensions of files that compress well. Pictures and compressed files do not.
const EXTENSIONS: [&str; 12] = [
    ".css",
    ".csv",
    ".html",
    ".ics",
    ".js",
    ".json",
    ".md",
    ".svg",
    ".txt",
    ".wasm",
    ".webmanifest",
    ".xml",
];

/// The highest quality of brotli.
const BROTLI_QUALITY: i32 = 11;

/// The window, as a power of two. Clearing a window wider than the file would waste time.
const BROTLI_WINDOW: std::ops::RangeInclusive<u32> = 16..=22;

/// The compressed copies of a file: none, or `path.br` and `path.gz`. Equal files give equal copies.
///
/// `earlier` gives copies that an earlier build by this version wrote. Copies of these bytes are reused, because
/// compressing takes longer than everything else together.
///
/// # Errors
/// No site causes one; writing returns a result.
pub(super) fn precompress(
    path: &str,
    bytes: &[u8],
    earlier: impl Fn(&str) -> Option<Vec<u8>>,
) -> io::Result<Vec<(String, Vec<u8>)>> {
    if bytes.len() <= MIN_BYTES || !EXTENSIONS.iter().any(|kind| path.ends_with(kind)) {
        return Ok(Vec::new());
    }
    let [brotli_path, gzip_path] = [format!("{path}.br"), format!("{path}.gz")];
    let known = |copy: &Vec<u8>| holds(brotli::Decompressor::new(copy.as_slice(), 4_096), bytes);
    let by_brotli = earlier(&brotli_path).filter(known).map_or_else(|| brotli(bytes), Ok)?;
    let known = |copy: &Vec<u8>| holds(flate2::read::GzDecoder::new(copy.as_slice()), bytes);
    let by_gzip = earlier(&gzip_path).filter(known).map_or_else(|| gzip(bytes), Ok)?;
    Ok(vec![(brotli_path, by_brotli), (gzip_path, by_gzip)])
}

/// Whether decompressing a reader gives exactly `bytes`.
fn holds(reader: impl io::Read, bytes: &[u8]) -> bool {
    let mut text = Vec::with_capacity(bytes.len());
    let most = bytes.len() as u64 + 1;
    reader.take(most).read_to_end(&mut text).is_ok() && text == bytes
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let window = (bytes.len().checked_ilog2().unwrap_or_default() + 1)
        .clamp(*BROTLI_WINDOW.start(), *BROTLI_WINDOW.end());
    let settings = BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        lgwin: window.cast_signed(),
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &settings)?;
    Ok(packed)
}

/// Compresses with gzip, to the same bytes on any machine.
pub(super) fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    // The header has no date and no operating system.
    let mut packer = GzBuilder::new().operating_system(255).write(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::path::Path;

    fn decompressed(path: &str, bytes: &[u8]) -> Vec<u8> {
        let mut text = Vec::new();
        if Path::new(path).extension() == Some("br".as_ref()) {
            brotli::Decompressor::new(bytes, 4_096).read_to_end(&mut text).unwrap();
        } else {
            flate2::read::GzDecoder::new(bytes).read_to_end(&mut text).unwrap();
        }
        text
    }

    fn compressed(path: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
        precompress(path, bytes, |_| None).unwrap()
    }

    #[test]
    fn what_becomes_smaller_is_compressed_twice() {
        let long = vec![b'a'; MIN_BYTES + 1];
        let files = compressed("a.html", &long);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["a.html.br", "a.html.gz"]);
        assert!(files.iter().all(|(_, bytes)| bytes.len() < 100));
        assert_eq!(compressed("a.html", &long), files);
        assert_eq!(compressed("b.html", b"short"), []);
        assert_eq!(compressed("c.png", &long), []);
    }

    #[test]
    fn an_earlier_copy_is_taken_over_if_it_holds_the_same() {
        let long = vec![b'a'; MIN_BYTES + 1];
        // Another program compressed this copy, so its bytes differ from ours, but its content is equal.
        let other = {
            let mut packer = flate2::write::GzEncoder::new(Vec::new(), Compression::none());
            packer.write_all(&long).unwrap();
            packer.finish().unwrap()
        };
        let files = |earlier: &[u8]| {
            let earlier = |path: &str| (path == "a.html.gz").then(|| earlier.to_vec());
            precompress("a.html", &long, earlier).unwrap()
        };
        assert_eq!(files(&other)[1].1, other);
        assert_eq!(files(&other[..50]), compressed("a.html", &long));
        assert_eq!(files(&gzip(b"else").unwrap()), compressed("a.html", &long));
    }

    proptest! {
        #[test]
        fn what_is_decompressed_is_what_was_compressed(
            bytes in proptest::collection::vec(any::<u8>(), MIN_BYTES + 1..5_000)
        ) {
            for (path, copy) in compressed("a.json", &bytes) {
                prop_assert_eq!(decompressed(&path, &copy), bytes.clone());
            }
        }
    }
}
