//! Keeps only the orientation of a picture's EXIF. Without it, phone photos would lie on their side.

/// The tag of the orientation.
const ORIENTATION: u16 = 0x0112;

/// The type of a two-byte value.
const SHORT: u16 = 3;

/// Most entries that are read.
const MOST_ENTRIES: u16 = 200;

/// The orientation of a picture, from 2 to 8. `None` when it is upright or not stated. From 5 on, it lies on its side.
pub(super) fn orientation(exif: &[u8]) -> Option<u8> {
    let is_little = match exif.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes: [u8; 2] = exif.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    };
    let long = |at: usize| {
        let bytes: [u8; 4] = exif.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    };
    let first = usize::try_from(long(4)?).ok()?;
    let entries = 0..short(first)?.min(MOST_ENTRIES);
    let places = entries.filter_map(|entry| first.checked_add(2 + 12 * usize::from(entry)));
    let mut places = places.filter(|at| short(*at) == Some(ORIENTATION));
    let turned = u8::try_from(short(places.next()?.checked_add(8)?)?).ok()?;
    (2..=8).contains(&turned).then_some(turned)
}

/// EXIF data with an orientation and nothing else.
pub(super) fn with_orientation(turned: u8) -> Vec<u8> {
    let mut exif = b"MM\0*\0\0\0\x08\0\x01".to_vec();
    exif.extend(ORIENTATION.to_be_bytes());
    exif.extend(SHORT.to_be_bytes());
    exif.extend([0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0]);
    exif
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_orientation_is_found_among_other_entries() {
        let little =
            b"II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0\x04\0\0\0abc\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0";
        assert_eq!(orientation(little), Some(6));
        for turned in 2..=8 {
            assert_eq!(orientation(&with_orientation(turned)), Some(turned));
        }
        assert_eq!(orientation(&with_orientation(1)), None, "it is upright");
        assert_eq!(orientation(&with_orientation(9)), None);
        assert_eq!(orientation(b"MM\0*\xff\xff\xff\xff"), None);
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_fail(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let exif = [b"II*\0".as_slice(), &bytes].concat();
            prop_assert!(orientation(&exif).is_none_or(|turned| (2..=8).contains(&turned)));
        }
    }
}
