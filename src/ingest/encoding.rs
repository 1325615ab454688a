//! Decodes the bytes of a file, whatever their encoding.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// A text and how it was encoded.
#[derive(Debug)]
pub(crate) struct Decoded<'a> {
    /// The text, without a byte-order mark.
    pub(crate) text: Cow<'a, str>,
    /// How it was encoded.
    pub(crate) encoding: &'static Encoding,
    /// Nothing in the file states the encoding, so it is a guess.
    pub(crate) is_guessed: bool,
}

/// Decodes bytes as text. A byte-order mark counts first, then UTF-8, then the encoding that an XML declaration or an
/// HTML page states. Otherwise the encoding is guessed from the letters. `None` when the bytes are not valid text in
/// that encoding.
pub(crate) fn decode(bytes: &[u8]) -> Option<Decoded<'_>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decoded(bytes.get(mark..).unwrap_or_default(), encoding, false);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return decoded(bytes, UTF_8, false);
    }
    if let Some(text) = mostly_utf8(bytes) {
        return Some(Decoded { text: Cow::Owned(text), encoding: UTF_8, is_guessed: true });
    }
    let stated = stated(bytes);
    if let Some(decoded) = stated.and_then(|encoding| decoded(bytes, encoding, false)) {
        return Some(decoded);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    decoded(bytes, detector.guess(None, Utf8Detection::Deny), true)
}

/// A text in UTF-8 into which single letters of windows-1252 were pasted. `None` for any other text: letters beyond ASCII
/// are hardly ever valid UTF-8 by chance.
fn mostly_utf8(bytes: &[u8]) -> Option<String> {
    const FEWEST: usize = 2;
    let mut text = String::with_capacity(bytes.len());
    let (mut n_valid, mut n_broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        n_valid += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        n_broken += chunk.invalid().len();
        text.push_str(chunk.valid());
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
    }
    let is_text = !text.chars().any(|c| c.is_control() && !c.is_ascii_whitespace());
    (n_valid >= FEWEST && n_valid > n_broken && is_text).then_some(text)
}

/// Decodes the text. `None` when bytes are invalid in this encoding, or decode to something that text never contains.
fn decoded<'a>(
    bytes: &'a [u8],
    encoding: &'static Encoding,
    is_guessed: bool,
) -> Option<Decoded<'a>> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    // A single-byte encoding has a letter for nearly every byte, so it would decode any picture.
    let is_text = !is_guessed || !text.chars().any(|c| c.is_control() && !c.is_ascii_whitespace());
    is_text.then_some(Decoded { text, encoding, is_guessed })
}

/// The encoding that an XML declaration or the head of a page states.
fn stated(bytes: &[u8]) -> Option<&'static Encoding> {
    const HEAD: usize = 1024;
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let head = head.trim_start();
    let value = match head.strip_prefix("<?xml") {
        Some(declaration) => declaration.split("?>").next()?.split_once("encoding")?.1,
        None => head.split_once("<meta")?.1.split_once("charset")?.1,
    };
    let label = value.trim_start_matches([' ', '=', '"', '\'']);
    Encoding::for_label(label.split(['"', '\'', ' ', '/', '>']).next()?.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{EUC_KR, GBK, SHIFT_JIS, WINDOWS_1250, WINDOWS_1251};

    #[test]
    fn bytes_become_text_by_mark_statement_or_guess() {
        let check = |bytes: &[u8], text: &str, encoding: &str, is_guessed: bool| {
            let found = decode(bytes).unwrap();
            let found = (found.text.as_ref(), found.encoding.name(), found.is_guessed);
            assert_eq!(found, (text, encoding, is_guessed));
        };
        check("Zoë".as_bytes(), "Zoë", "UTF-8", false);
        check(b"\xef\xbb\xbfa", "a", "UTF-8", false);
        check(b"\xff\xfeZ\0\xeb\0", "Zë", "UTF-16LE", false);
        check(b"\xfe\xff\0Z\0\xeb", "Zë", "UTF-16BE", false);
        let xml = "<?xml version='1.0' encoding='iso-8859-2'?>";
        check(&[xml.as_bytes(), b"\xb1"].concat(), &format!("{xml}ą"), "ISO-8859-2", false);
        let html = "<html><head><meta charset=windows-1251>";
        check(&[html.as_bytes(), b"\xe0"].concat(), &format!("{html}а"), "windows-1251", false);
        check(b"Zo\xeb", "Zoë", "windows-1252", true);
        let mixed = [" Jürgen Groß met Zo".as_bytes(), b"\xeb", " – twice".as_bytes()].concat();
        check(&mixed, " Jürgen Groß met Zoë – twice", "UTF-8", true);
        check(b"", "", "UTF-8", false);
    }

    #[test]
    fn letters_tell_the_encoding() {
        for (text, encoding) in [
            (
                "# Rückblick auf Zürich\n\nEin schöner Tag. Über “Wolle” – und für 5 €.",
                WINDOWS_1252,
            ),
            ("# Retour de Genève\n\nLa conférence a été très animée.", WINDOWS_1252),
            ("Wspomnienia z konferencji: świetne wykłady, długie przerwy.", WINDOWS_1250),
            ("Заметки с конференции: доклады были хорошие.", WINDOWS_1251),
            ("会議の感想です。とても楽しかったです。", SHIFT_JIS),
            ("这次会议的演讲非常精彩，值得回顾。", GBK),
            ("컨퍼런스 후기입니다. 발표가 좋았습니다.", EUC_KR),
        ] {
            let bytes = encoding.encode(text).0;
            let found = decode(&bytes).unwrap();
            assert_eq!((found.text.as_ref(), found.encoding), (text, encoding));
        }
    }

    #[test]
    fn what_is_no_text_is_not_read() {
        assert!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").is_none());
        assert!(decode(b"\xff\xfeZ\0\0\xd8").is_none());
    }
}
