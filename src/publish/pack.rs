//! Brotli and gzip beside every file that they make smaller, for hosts that send what lies there.

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use std::io::{self, Read as _, Write as _};

/// Smaller files fit into one packet as they are.
const MIN_BYTES: usize = 1_024;

/// Endings of the kinds that become smaller; pictures and packings do not.
const KINDS: [&str; 12] = [
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

/// The best that brotli has.
const BROTLI_QUALITY: i32 = 11;

/// The widest window, in powers of two. A wider one than the file only costs time to clear.
const BROTLI_WINDOW: std::ops::RangeInclusive<u32> = 16..=22;

/// The packings of a file of a site: none, or `path.br` and `path.gz`. Equal files give equal packings.
///
/// `former` gives packings of an earlier build by this version; those that hold these bytes are taken
/// over, since packing takes longer than everything else together.
///
/// # Errors
/// None that a site can cause; writing has one in its type.
pub fn pack(
    path: &str,
    bytes: &[u8],
    former: impl Fn(&str) -> Option<Vec<u8>>,
) -> io::Result<Vec<(String, Vec<u8>)>> {
    if bytes.len() <= MIN_BYTES || !KINDS.iter().any(|kind| path.ends_with(kind)) {
        return Ok(Vec::new());
    }
    let [brotli_path, gzip_path] = [format!("{path}.br"), format!("{path}.gz")];
    let known =
        |packed: &Vec<u8>| holds(brotli::Decompressor::new(packed.as_slice(), 4_096), bytes);
    let by_brotli = former(&brotli_path).filter(known).map_or_else(|| brotli(bytes), Ok)?;
    let known = |packed: &Vec<u8>| holds(flate2::read::GzDecoder::new(packed.as_slice()), bytes);
    let by_gzip = former(&gzip_path).filter(known).map_or_else(|| gzip(bytes), Ok)?;
    Ok(vec![(brotli_path, by_brotli), (gzip_path, by_gzip)])
}

/// Whether what a reader gives is `bytes` and no more.
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

/// Packed by gzip, the same bytes on any machine.
pub(super) fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    // No date and no system in its head.
    let mut packer = GzBuilder::new().operating_system(255).write(Vec::new(), Compression::best());
    packer.write_all(bytes)?;
    packer.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::path::Path;

    fn unpacked(path: &str, bytes: &[u8]) -> Vec<u8> {
        let mut text = Vec::new();
        if Path::new(path).extension() == Some("br".as_ref()) {
            brotli::Decompressor::new(bytes, 4_096).read_to_end(&mut text).unwrap();
        } else {
            flate2::read::GzDecoder::new(bytes).read_to_end(&mut text).unwrap();
        }
        text
    }

    fn packed(path: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
        pack(path, bytes, |_| None).unwrap()
    }

    #[test]
    fn what_becomes_smaller_is_packed_twice() {
        let long = vec![b'a'; MIN_BYTES + 1];
        let files = packed("a.html", &long);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["a.html.br", "a.html.gz"]);
        assert!(files.iter().all(|(_, bytes)| bytes.len() < 100));
        assert_eq!(packed("a.html", &long), files);
        assert_eq!(packed("b.html", b"short"), []);
        assert_eq!(packed("c.png", &long), []);
    }

    #[test]
    fn a_former_packing_is_taken_over_if_it_holds_the_same() {
        let long = vec![b'a'; MIN_BYTES + 1];
        // What another program packed is told from ours, and holds the same.
        let other = {
            let mut packer = flate2::write::GzEncoder::new(Vec::new(), Compression::none());
            packer.write_all(&long).unwrap();
            packer.finish().unwrap()
        };
        let files = |former: &[u8]| {
            let former = |path: &str| (path == "a.html.gz").then(|| former.to_vec());
            pack("a.html", &long, former).unwrap()
        };
        assert_eq!(files(&other)[1].1, other);
        assert_eq!(files(&other[..50]), packed("a.html", &long));
        assert_eq!(files(&gzip(b"else").unwrap()), packed("a.html", &long));
    }

    proptest! {
        #[test]
        fn what_is_unpacked_is_what_was_packed(
            bytes in proptest::collection::vec(any::<u8>(), MIN_BYTES + 1..5_000)
        ) {
            for (path, packed) in packed("a.json", &bytes) {
                prop_assert_eq!(unpacked(&path, &packed), bytes.clone());
            }
        }
    }
}
