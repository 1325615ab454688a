//! Pictures of each format, written as cameras and editors do, and files that only look like pictures.

use super::exif::{orientation, with_orientation};
use super::*;
use crate::bundle::replace;
use img_parts::png::{Png, PngChunk};
use img_parts::{Bytes, ImageEXIF as _};
use proptest::prelude::*;

/// Data that must not be published.
const SECRET: &[u8] = b"51.0543N 3.7174E";

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(::png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![7; (width * height) as usize]).unwrap();
    writer.finish().unwrap();
    bytes
}

fn png_with_secrets() -> Vec<u8> {
    let mut picture = Png::from_bytes(png(3, 2).into()).unwrap();
    for kind in [*b"tEXt", *b"iTXt", *b"eXIf", *b"tIME", *b"prVt"] {
        picture.chunks_mut().insert(1, PngChunk::new(kind, Bytes::from_static(SECRET)));
    }
    [picture.encoder().bytes().to_vec(), SECRET.to_vec()].concat()
}

fn segment(marker: u8, contents: &[u8]) -> Vec<u8> {
    let length = u16::try_from(contents.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker], length.as_slice(), contents].concat()
}

/// A JPEG of 3 × 2 pixels that lies on its side, as phones write it.
fn jpeg() -> Vec<u8> {
    let exif = [b"Exif\0\0".as_slice(), &with_orientation(6), SECRET].concat();
    [
        vec![0xff, 0xd8],
        segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        segment(0xe1, &exif),
        segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", SECRET].concat()),
        segment(0xe2, &[b"MPF\0", SECRET].concat()),
        segment(0xed, SECRET),
        segment(0xfe, SECRET),
        segment(0xc0, &[8, 0, 2, 0, 3, 1, 1, 0x11, 0]),
        segment(0xda, &[1, 1, 0, 0, 0x3f, 0]),
        vec![1, 2, 0xff, 0, 3, 0xff, 0xd0, 4],
        segment(0xe1, SECRET),
        segment(0xda, &[1, 1, 0, 0, 0x3f, 0]),
        vec![5, 6, 0xff, 0xd9],
        // A second picture after the first.
        vec![0xff, 0xd8],
        SECRET.to_vec(),
    ]
    .concat()
}

fn webp() -> Vec<u8> {
    let chunk = |name: &[u8; 4], data: &[u8]| {
        let length = u32::try_from(data.len()).unwrap().to_le_bytes();
        let padding = vec![0; data.len() % 2];
        [name.as_slice(), &length, data, &padding].concat()
    };
    let body = [
        b"WEBP".to_vec(),
        chunk(b"VP8X", &[0b1100, 0, 0, 0, 2, 0, 0, 1, 0, 0]),
        chunk(b"VP8L", &[0x2f, 2, 0x40, 0, 0, 0]),
        chunk(b"EXIF", SECRET),
        chunk(b"XMP ", SECRET),
    ]
    .concat();
    let length = u32::try_from(body.len()).unwrap().to_le_bytes();
    [b"RIFF".as_slice(), &length, &body].concat()
}

fn gif() -> Vec<u8> {
    let secret = [&[u8::try_from(SECRET.len()).unwrap()], SECRET, &[0]].concat();
    [
        b"GIF89a\x03\0\x02\0\x80\0\0".to_vec(),
        vec![0, 0, 0, 255, 255, 255],
        [&[0x21, 0xfe], secret.as_slice()].concat(),
        [b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0".as_slice()].concat(),
        [b"\x21\xff\x0bXMP DataXMP".as_slice(), &secret].concat(),
        vec![0x21, 0xf9, 4, 0, 0, 0, 0, 0],
        vec![0x2c, 0, 0, 0, 0, 3, 0, 2, 0, 0, 2, 2, 0x4c, 1, 0, 0x3b],
        SECRET.to_vec(),
    ]
    .concat()
}

fn boxed(name: [u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len() + 8).unwrap().to_be_bytes();
    [length.as_slice(), &name, data].concat()
}

fn avif(item: [u8; 4]) -> Vec<u8> {
    let size = [0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 2];
    let properties = boxed(*b"iprp", &boxed(*b"ipco", &boxed(*b"ispe", &size)));
    let items = boxed(*b"iinf", &[[0; 6].as_slice(), &item].concat());
    let meta = [&[0; 4], items.as_slice(), &properties].concat();
    [boxed(*b"ftyp", b"avif\0\0\0\0avif"), boxed(*b"meta", &meta), boxed(*b"mdat", b"Exif")]
        .concat()
}

fn holds_secret(bytes: &[u8]) -> bool {
    bytes.windows(SECRET.len()).any(|part| part == SECRET)
}

#[test]
fn nothing_that_a_reader_does_not_see_stays() {
    for (ending, bytes, size) in [
        ("png", png_with_secrets(), (3, 2)),
        // It is rotated to be upright.
        ("jpg", jpeg(), (2, 3)),
        ("webp", webp(), (3, 2)),
        ("gif", gif(), (3, 2)),
    ] {
        assert!(holds_secret(&bytes), "{ending}");
        let once = cleaned(bytes).unwrap();
        assert_eq!((once.ending, once.size), (ending, size));
        assert!(!holds_secret(&once.bytes), "{ending}");
        let twice = cleaned(once.bytes.clone()).unwrap();
        assert_eq!(twice.bytes, once.bytes, "what is clean stays as it is: {ending}");
        assert_eq!(twice.size, size);
    }
}

#[test]
fn what_is_seen_stays() {
    assert_eq!(cleaned(png(3, 2)).unwrap().bytes, png(3, 2));
    let bytes = cleaned(jpeg()).unwrap().bytes;
    let parts = img_parts::jpeg::Jpeg::from_bytes(bytes.clone().into()).unwrap();
    assert_eq!(parts.exif().and_then(|exif| orientation(&exif)), Some(6));
    assert!(bytes.ends_with(&[5, 6, 0xff, 0xd9]), "both scans are there");
    let bytes = cleaned(gif()).unwrap().bytes;
    assert!(bytes.windows(11).any(|part| part == b"NETSCAPE2.0"), "it still moves");
    let bytes = cleaned(webp()).unwrap().bytes;
    assert_eq!(&bytes[12..16], b"VP8L", "no header announces metadata");
    let picture = cleaned(avif(*b"av01")).unwrap();
    assert_eq!((picture.ending, picture.size), ("avif", (3, 2)));
}

#[test]
fn what_cannot_be_shown_says_why() {
    let why = |bytes: &[u8]| cleaned(bytes.to_vec()).err();
    assert_eq!(why(b"Meet me at the hall."), Some(Unusable::NoPicture));
    assert_eq!(why(b""), Some(Unusable::NoPicture));
    assert_eq!(why(b"BM\x1a\0\0\0"), Some(Unusable::NoPicture));
    assert_eq!(why(b"<?xml version=\"1.0\"?>\n<svg onload=\"x\"/>"), Some(Unusable::Svg));
    assert_eq!(why(b"<html>"), Some(Unusable::NoPicture));
    assert_eq!(why(&png(3, 2)[..30]), Some(Unusable::Broken));
    assert_eq!(why(&jpeg()[..150]), Some(Unusable::Broken));
    assert_eq!(why(&gif()[..40]), Some(Unusable::Broken));
    assert_eq!(why(&avif(*b"Exif")), Some(Unusable::Described));
    assert_eq!(why(&avif(*b"mime")), Some(Unusable::Described));
}

#[test]
fn a_gallery_looks_once_and_keeps_its_limits() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap().join("data");
    let put = |files: &[(&str, Vec<u8>)]| {
        let files = files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.clone()));
        replace(&root, &files.collect(), |_| true).unwrap();
    };
    put(&[
        ("a.png", png(3, 2)),
        ("same.jpg", png(3, 2)),
        ("b.gif", gif()),
        ("vast.png", huge()),
        ("large.png", [png(3, 2), vec![0; MAX_PICTURE_BYTES]].concat()),
    ]);
    let mut gallery = Gallery { most_bytes: png(3, 2).len() * 2, ..Gallery::new(&root) };
    let first = gallery.picture("a.png").unwrap().clone();
    assert!(first.path.starts_with("media/") && first.path.contains(".png"), "{}", first.path);
    assert_eq!(first.bytes().unwrap(), png(3, 2));
    let same = gallery.picture("same.jpg").unwrap();
    assert_eq!(same.path, first.path, "the bytes decide, not the name");
    let said = |gallery: &mut Gallery<'_>, name| gallery.picture(name).unwrap_err().to_string();
    assert!(said(&mut gallery, "b.gif").contains("all pictures together"));
    assert!(said(&mut gallery, "vast.png").contains("60000 × 60000"));
    assert!(said(&mut gallery, "large.png").contains("more than 10 MB"));
    assert!(said(&mut gallery, "none.png").contains("cannot be read"));
    assert_eq!(gallery.into_pictures().len(), 1);
    put(&[("a.png", png(5, 5))]);
    assert!(first.bytes().is_err(), "it is another picture now");
}

/// A small file that would take gigabytes to draw.
fn huge() -> Vec<u8> {
    let mut bytes = Vec::new();
    drop(::png::Encoder::new(&mut bytes, 60_000, 60_000).write_header().unwrap());
    bytes
}

proptest! {
    #[test]
    fn no_damage_makes_it_fail(which in 0..5usize, at in 0..600usize, byte: u8, end in 0..600usize) {
        let pictures = [png_with_secrets(), jpeg(), webp(), gif(), avif(*b"av01")];
        let mut bytes = pictures.into_iter().nth(which).unwrap_or_default();
        if let Some(place) = bytes.get_mut(at) {
            *place = byte;
        }
        bytes.truncate(end.max(8));
        drop(cleaned(bytes));
    }
}
