//! Cleans JPEG files: removes metadata.

use super::format::PictureFormat;
use img_parts::Bytes;
use img_parts::jpeg::{Jpeg, JpegSegment, markers};

/// How a JPEG is read, filtered and written.
pub(super) const JPEG: PictureFormat<Jpeg> = PictureFormat {
    read: |bytes| Jpeg::from_bytes(up_to_end(&bytes)?).ok(),
    strip: |jpeg| jpeg.segments_mut().retain(is_drawn),
    write: |jpeg| jpeg.encoder().bytes().to_vec(),
};

fn is_drawn(segment: &JpegSegment) -> bool {
    let begins = |start: &[u8]| segment.contents().starts_with(start);
    match segment.marker() {
        markers::APP0 => begins(b"JFIF\0"),
        markers::APP2 => begins(b"ICC_PROFILE\0"),
        // How its colors are stored.
        markers::APP14 => begins(b"Adobe"),
        markers::APP1..=markers::APP15 | markers::COM => false,
        _ => true,
    }
}

/// The picture up to its end, without metadata between its scans. Phones append more pictures and videos, each with its
/// own metadata. `None` when the picture has no end.
fn up_to_end(bytes: &[u8]) -> Option<Bytes> {
    let mut kept = bytes.get(..2)?.to_vec();
    let mut at = 2;
    let mut is_behind_scan = false;
    loop {
        let mark = at + bytes.get(at..)?.iter().position(|byte| *byte == markers::P)?;
        kept.extend(bytes.get(at..mark)?);
        let marker = *bytes.get(mark + 1)?;
        at = mark + 2;
        match marker {
            markers::EOI => {
                kept.extend([markers::P, marker]);
                return Some(kept.into());
            }
            // There may be any number of fill bytes.
            markers::P => at = mark + 1,
            // A byte of the picture that looks like a marker, or a marker without a length.
            markers::Z | 0x01 | markers::RST0..=markers::RST7 => {
                kept.extend([markers::P, marker]);
            }
            markers::SOI => return None,
            _ => {
                let length: [u8; 2] = bytes.get(at..at + 2)?.try_into().ok()?;
                let end = at + usize::from(u16::from_be_bytes(length)).max(2);
                let segment = bytes.get(mark..end)?;
                let is_metadata = matches!(marker, markers::APP0..=markers::APP15 | markers::COM);
                if !(is_behind_scan && is_metadata) {
                    kept.extend(segment);
                }
                is_behind_scan |= marker == markers::SOS;
                at = end;
            }
        }
    }
}
