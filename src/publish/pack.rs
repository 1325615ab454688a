//! Brotli and gzip beside every file that they make smaller, for hosts that send what lies there.

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use std::{
    collections::BTreeMap,
    io::{self, Write as _},
    num::NonZero,
    thread,
};

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

/// The packings of the files of a site: by `path.br` and `path.gz`. Equal files give equal packings.
///
/// # Errors
/// None that a site can cause; writing has one in its type.
pub fn pack(site: &BTreeMap<String, Vec<u8>>) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let is_packed = |(path, bytes): &(&String, &Vec<u8>)| {
        bytes.len() > MIN_BYTES && KINDS.iter().any(|kind| path.ends_with(kind))
    };
    let files: Vec<_> = site.iter().filter(is_packed).collect();
    let n_threads = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        // Every so-manieth file for each, so that nobody gets all that are large.
        let threads: Vec<_> = (0..n_threads)
            .map(|first| {
                let own = files.iter().skip(first).step_by(n_threads);
                scope.spawn(move || own.map(|(path, bytes)| packings(path, bytes)).collect())
            })
            .collect();
        let mut packed = BTreeMap::new();
        for thread in threads {
            let done: io::Result<Vec<_>> =
                thread.join().map_err(|_panic| io::Error::other("packing broke off"))?;
            packed.extend(done?.into_iter().flatten());
        }
        Ok(packed)
    })
}

fn packings(path: &str, bytes: &[u8]) -> io::Result<[(String, Vec<u8>); 2]> {
    Ok([(format!("{path}.br"), brotli(bytes)?), (format!("{path}.gz"), gzip(bytes)?)])
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
    use std::{io::Read as _, path::Path};

    fn unpacked(path: &str, bytes: &[u8]) -> Vec<u8> {
        let mut text = Vec::new();
        if Path::new(path).extension() == Some("br".as_ref()) {
            brotli::Decompressor::new(bytes, 4_096).read_to_end(&mut text).unwrap();
        } else {
            flate2::read::GzDecoder::new(bytes).read_to_end(&mut text).unwrap();
        }
        text
    }

    #[test]
    fn what_becomes_smaller_is_packed_twice() {
        let long = vec![b'a'; MIN_BYTES + 1];
        let site = [("a.html", long.clone()), ("b.html", b"short".to_vec()), ("c.png", long)];
        let site = site.map(|(path, bytes)| (path.to_owned(), bytes)).into();
        let packed = pack(&site).unwrap();
        assert_eq!(packed.keys().collect::<Vec<_>>(), ["a.html.br", "a.html.gz"]);
        assert!(packed.values().all(|bytes| bytes.len() < 100));
        assert_eq!(pack(&site).unwrap(), packed);
    }

    proptest! {
        #[test]
        fn what_is_unpacked_is_what_was_packed(bytes in proptest::collection::vec(any::<u8>(), 0..5_000)) {
            for (path, packed) in packings("a.json", &bytes).unwrap() {
                prop_assert_eq!(unpacked(&path, &packed), bytes.clone());
            }
        }
    }
}
