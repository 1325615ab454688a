//! Recognizes the format of a picture by its bytes, and removes invisible data: location, camera, editors, smaller
//! copies.
//!
//! Each format has a list of the parts that are needed to draw it. Everything else is removed, so nothing unknown
//! stays.

use super::exif::{orientation, with_orientation};
use super::format::PictureFormat;
use super::gif::gif;
use super::jpeg::JPEG;
use imagesize::{Compression, ImageType};
use img_parts::ImageEXIF;
use img_parts::png::{Png, PngChunk};
use img_parts::riff::{RiffChunk, RiffContent};
use img_parts::webp::WebP;
use std::fmt;

/// A picture that can be published.
#[derive(Debug)]
pub(super) struct Cleaned {
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// The extension for its actual format, whatever the file name says.
    pub(super) ending: &'static str,
    /// Width and height in pixels, as readers see them.
    pub(super) size: (u32, u32),
}

/// Why a file cannot be shown as a picture.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::bundle) enum Unusable {
    /// It is not a picture, or browsers cannot show it.
    NoPicture,
    /// It is an SVG. An SVG opened by its own address can run scripts with the rights of the site.
    Svg,
    /// It cannot be split into its parts.
    Broken,
    /// An AVIF with metadata about its origin, which Hallway cannot remove.
    Described,
}

impl Unusable {
    /// What to do about it.
    pub(in crate::bundle) fn help(self) -> &'static str {
        match self {
            Self::NoPicture => "save it as PNG, JPEG, GIF, WebP or AVIF",
            Self::Svg => "save it as PNG or WebP",
            Self::Broken => "open it in an editor and save it again",
            Self::Described => "save it without metadata, or as JPEG or WebP",
        }
    }
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoPicture => "it is no PNG, JPEG, GIF, WebP or AVIF",
            Self::Svg => "it is an SVG, which can hold scripts",
            Self::Broken => "its bytes are broken",
            Self::Described => "it is an AVIF with metadata, which may tell a place",
        })
    }
}

/// The picture without invisible data.
pub(super) fn cleaned(bytes: Vec<u8>) -> Result<Cleaned, Unusable> {
    let kind = imagesize::image_type(&bytes).map_err(|_unknown| not_shown(&bytes))?;
    let size = imagesize::blob_size(&bytes).map_err(|_unknown| Unusable::Broken)?;
    let side = |pixels: usize| u32::try_from(pixels).ok().filter(|pixels| *pixels > 0);
    let size = side(size.width).zip(side(size.height)).ok_or(Unusable::Broken)?;
    let parts = if kind == ImageType::Png {
        cleaned_by(bytes, PNG).map(|(bytes, turned)| (bytes, "png", turned))
    } else if kind == ImageType::Jpeg {
        cleaned_by(bytes, JPEG).map(|(bytes, turned)| (bytes, "jpg", turned))
    } else if kind == ImageType::Webp {
        cleaned_by(bytes, WEBP).map(|(bytes, turned)| (bytes, "webp", turned))
    } else if kind == ImageType::Gif {
        gif(&bytes).map(|bytes| (bytes, "gif", false))
    } else if kind != ImageType::Heif(Compression::Av1) {
        return Err(Unusable::NoPicture);
    } else if is_described(&bytes) {
        return Err(Unusable::Described);
    } else {
        Some((bytes, "avif", false))
    };
    let (cleaned, ending, is_turned) = parts.ok_or(Unusable::Broken)?;
    let size = if is_turned { (size.1, size.0) } else { size };
    Ok(Cleaned { bytes: cleaned, ending, size })
}

/// Classifies a file that does not begin like a picture.
fn not_shown(bytes: &[u8]) -> Unusable {
    const BEGINNING: usize = 1_000;
    let start = bytes.get(..BEGINNING).unwrap_or(bytes);
    if holds(start, b"<svg") { Unusable::Svg } else { Unusable::NoPicture }
}

/// Removes the metadata of a picture, except its orientation. Also returns whether it lies on its side.
fn cleaned_by<T: ImageEXIF>(bytes: Vec<u8>, format: PictureFormat<T>) -> Option<(Vec<u8>, bool)> {
    let mut picture = (format.read)(bytes.into())?;
    let turned = picture.exif().and_then(|exif| orientation(&exif));
    (format.strip)(&mut picture);
    picture.set_exif(turned.map(|turned| with_orientation(turned).into()));
    Some(((format.write)(picture), turned.is_some_and(|turned| turned >= 5)))
}

const PNG: PictureFormat<Png> = PictureFormat {
    read: |bytes| Png::from_bytes(bytes).ok(),
    strip: |png| png.chunks_mut().retain(is_drawn),
    write: |png| png.encoder().bytes().to_vec(),
};

fn is_drawn(chunk: &PngChunk) -> bool {
    const DRAWN: [&[u8; 4]; 20] = [
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB",
        b"cICP", b"mDCV", b"cLLI", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT",
    ];
    DRAWN.contains(&&chunk.kind())
}

const WEBP: PictureFormat<WebP> = PictureFormat {
    read: |bytes| WebP::from_bytes(bytes).ok(),
    strip: |webp| {
        const DRAWN: [&[u8; 4]; 7] =
            [b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
        webp.chunks_mut().retain(|chunk| DRAWN.contains(&&chunk.id()));
        webp.chunks_mut().iter_mut().for_each(clear_flags);
    },
    write: |webp| webp.encoder().bytes().to_vec(),
};

/// The header of a WebP lists its metadata. Now there is none.
fn clear_flags(chunk: &mut RiffChunk) {
    const METADATA: u8 = 0b1100;
    if chunk.id() != *b"VP8X" {
        return;
    }
    if let RiffContent::Data(data) = chunk.content_mut() {
        let mut header = data.to_vec();
        if let Some(flags) = header.first_mut() {
            *flags &= !METADATA;
        }
        *data = header.into();
    }
}

/// Whether an AVIF has metadata: its parts outside the pixels name a metadata item.
fn is_described(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some((head, _)) = rest.split_first_chunk::<8>() {
        let [a, b, c, d, kind @ ..] = *head;
        let length = match u32::from_be_bytes([a, b, c, d]) {
            // It extends to the end.
            0 => rest.len(),
            // Eight-byte lengths are for files above the size limit.
            1..8 => return true,
            length => usize::try_from(length).unwrap_or(usize::MAX).min(rest.len()),
        };
        let (part, after) = rest.split_at(length);
        let is_known = [b"ftyp", b"meta", b"mdat", b"moov", b"free", b"skip"].contains(&&kind);
        let is_pixels = kind == *b"mdat";
        let names = [b"Exif".as_slice(), b"rdf+xml", b"mime", b"uuid", b"udta"];
        if !is_known || !is_pixels && names.iter().any(|name| holds(part, name)) {
            return true;
        }
        rest = after;
    }
    false
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|part| part == words)
}
