//! The bytes of one file as checked text, with its lines.

use crate::ingest::codes::must_be_listed;
use crate::ingest::diagnostic::{Diagnostic, Place, Severity};
use crate::ingest::encoding::{Decoded, decode};
use std::ops::Range;

/// Extensions of files that Pandoc converts to Markdown.
pub const CONVERTED: [&str; 9] =
    ["rst", "org", "adoc", "asciidoc", "docx", "odt", "ipynb", "epub", "rtf"];

/// Largest file that is read, in bytes.
pub const MAX_FILE_BYTES: usize = 2_000_000;

/// One file as text, whatever its encoding: `\n` line ends, no byte-order mark, no character that [`is_hidden`].
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// Path below the data folder, with `/`.
    pub path: String,
    /// The text.
    pub text: String,
    line_starts: Vec<usize>,
}

impl Source {
    /// Checks the bytes of a file. `None` when none of it can be used; an error then says why.
    pub fn new(path: &str, bytes: &[u8]) -> (Option<Self>, Vec<Diagnostic>) {
        if bytes.len() > MAX_FILE_BYTES {
            let message =
                format!("the file has more than {MAX_FILE_BYTES} bytes, which is all that is read");
            let help = "split it, one recap a file, or leave it out of the data folder";
            let error = Diagnostic::of_file(Severity::Error, "file-too-large", path, message, help);
            return (None, vec![error]);
        }
        let Some(decoded) = decode(bytes) else {
            return (None, vec![not_text(path, bytes)]);
        };
        let text = decoded.text.replace("\r\n", "\n").replace('\r', "\n");
        let mut source = Self::from_text(path, text);
        if let Some(offset) = source.text.find('\0') {
            let error = source.diagnostic(
                Severity::Error,
                "nul",
                offset..offset,
                "there is a NUL character here, so this is hardly text".to_owned(),
                "save the file as UTF-8 text, or leave it out of the data folder",
            );
            return (None, vec![error]);
        }
        let mut diagnostics: Vec<_> = other_encoding(path, &decoded).into_iter().collect();
        diagnostics.extend(source.drop_hidden());
        (Some(source), diagnostics)
    }

    fn from_text(path: &str, text: String) -> Self {
        let ends =
            text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let line_starts = std::iter::once(0).chain(ends).collect();
        Self { path: path.to_owned(), text, line_starts }
    }

    /// Another text of the same file, with as many lines.
    pub(super) fn with_text(self, text: String) -> Self {
        Self::from_text(&self.path, text)
    }

    /// Removes hidden characters and reports them.
    fn drop_hidden(&mut self) -> Vec<Diagnostic> {
        let mut runs: Vec<(Range<usize>, char)> = Vec::new();
        let mut diagnostics = Vec::new();
        let hidden = self.text.char_indices().filter(|(_, c)| is_hidden(*c));
        let mut count = 0_usize;
        for (at, c) in hidden {
            let end = at + c.len_utf8();
            match runs.last_mut() {
                Some((run, first))
                    if run.end == at && is_bidi_control(*first) == is_bidi_control(c) =>
                {
                    run.end = end;
                }
                _ => {
                    count += 1;
                    if count <= MOST_RUNS {
                        runs.push((at..end, c));
                    }
                }
            }
        }
        for (run, c) in runs {
            let (code, does, help) = if is_bidi_control(c) {
                (
                    "bidi-control",
                    "can reorder the text",
                    "delete it; the language of the recap sets its direction",
                )
            } else {
                ("control-character", "has no place in a text", "delete it")
            };
            let message = format!(
                "the invisible control character U+{:04X} {does}; it is left out",
                u32::from(c)
            );
            diagnostics.push(self.diagnostic(Severity::Warning, code, run, message, help));
        }
        if !diagnostics.is_empty() {
            *self = Self::from_text(&self.path, without_hidden(&self.text));
        }
        diagnostics
    }

    /// The line that holds the byte at `offset`, counted from 1.
    pub fn line_at(&self, offset: usize) -> u32 {
        let line = self.line_starts.partition_point(|start| *start <= offset);
        u32::try_from(line).unwrap_or(u32::MAX)
    }

    /// The text of a line without its line end; empty if the line does not exist.
    pub fn line(&self, line: u32) -> &str {
        let index = (line as usize).saturating_sub(1);
        let Some(start) = self.line_starts.get(index) else { return "" };
        let end = self.line_starts.get(index + 1).map_or(self.text.len(), |next| next - 1);
        self.text.get(*start..end).unwrap_or_default()
    }

    /// A problem at a byte range of the text.
    pub fn diagnostic(
        &self,
        severity: Severity,
        code: &'static str,
        range: Range<usize>,
        message: String,
        help: &str,
    ) -> Diagnostic {
        let line = self.line_at(range.start);
        let line_start =
            self.line_starts.get((line as usize).saturating_sub(1)).copied().unwrap_or(0);
        let bytes = range.start - line_start..range.end.saturating_sub(line_start);
        self.diagnostic_at(severity, code, &Place { line, bytes }, message, help)
    }

    /// A problem at a place.
    pub fn diagnostic_at(
        &self,
        severity: Severity,
        code: &'static str,
        place: &Place,
        message: String,
        help: &str,
    ) -> Diagnostic {
        must_be_listed(code);
        let line = self.line(place.line);
        let characters = |range: Range<usize>| {
            let count = line.get(range).map_or(0, |text| text.chars().count());
            u32::try_from(count).unwrap_or(u32::MAX)
        };
        let end = place.bytes.end.min(line.len());
        let shown = excerpt(line, place.bytes.start);
        let has_column = place.bytes != (0..0);
        Diagnostic {
            severity,
            code,
            path: self.path.clone(),
            line: place.line,
            column: if has_column { characters(0..place.bytes.start) + 1 } else { 0 },
            length: if place.bytes.start < end { characters(place.bytes.start..end) } else { 0 },
            excerpt_start: characters(0..shown.start),
            excerpt: line.get(shown).unwrap_or_default().to_owned(),
            message,
            help: help.to_owned(),
        }
    }
}

/// Longest line that is shown whole, and the number of bytes shown around a place in a longer one.
const LONGEST_EXCERPT: usize = 1000;
const AROUND: usize = 200;

/// The part of a line to show: a short line is shown whole, a long one only around the place.
fn excerpt(line: &str, at: usize) -> Range<usize> {
    if line.len() <= LONGEST_EXCERPT {
        return 0..line.len();
    }
    let start = line.floor_char_boundary(at.saturating_sub(AROUND));
    start..line.floor_char_boundary(at.saturating_add(AROUND))
}

/// Runs of hidden characters that are reported one by one. A file with more of them is not text.
const MOST_RUNS: usize = 50;

/// Whether a character is invisible and harmful: it changes how a line reads (bidi), moves the cursor of a terminal, or
/// is not allowed in XML.
pub fn is_hidden(c: char) -> bool {
    is_bidi_control(c)
        || c.is_control() && !matches!(c, '\n' | '\t')
        || matches!(c, '\u{fffe}' | '\u{ffff}')
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text without the characters that [`is_hidden`] rejects.
pub(super) fn without_hidden(text: &str) -> String {
    text.chars().filter(|c| !is_hidden(*c)).collect()
}

/// The remark about a file that is not UTF-8.
fn other_encoding(path: &str, decoded: &Decoded<'_>) -> Option<Diagnostic> {
    let name = decoded.encoding.name();
    let is_utf8 = name == "UTF-8";
    if is_utf8 && !decoded.is_guessed {
        return None;
    }
    let (severity, message) = if is_utf8 {
        let message = "some letters of the file are not UTF-8; they are read as windows-1252";
        (Severity::Uncertain, message.to_owned())
    } else if decoded.is_guessed {
        let message =
            format!("the file is not UTF-8; it is read as {name}, as its letters suggest");
        (Severity::Uncertain, message)
    } else {
        (Severity::Warning, format!("the file is {name} and is read as such"))
    };
    let help = "save it as UTF-8, and look at letters with accents";
    Some(Diagnostic::of_file(severity, "encoding", path, message, help))
}

fn not_text(path: &str, bytes: &[u8]) -> Diagnostic {
    let offset = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let good = String::from_utf8_lossy(bytes.get(..offset).unwrap_or_default()).into_owned();
    let source = Source::from_text(path, good);
    let byte = bytes.get(offset).copied().unwrap_or_default();
    source.diagnostic(
        Severity::Error,
        "invalid-utf8",
        offset..offset + 1,
        format!("byte {offset} is 0x{byte:02X}: the file is not UTF-8, and no other encoding fits"),
        "save the file with the encoding UTF-8",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &[(&str, u32, u32)]) {
        let (_, diagnostics) = Source::new("a.md", bytes);
        let found: Vec<_> = diagnostics.iter().map(|d| (d.code, d.line, d.column)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn text_that_cannot_be_trusted_is_named_with_its_place() {
        check(b"plain\ntext", &[]);
        check(b"good\nbad \xff\x01 byte", &[("invalid-utf8", 2, 5)]);
        check(b"good\nZ\xfcrich", &[("encoding", 0, 0)]);
        check(b"\xff\xfeZ\0\xeb\0", &[("encoding", 0, 0)]);
        check("a\nb\0c".as_bytes(), &[("nul", 2, 2)]);
        check("a\nb\u{202e}c".as_bytes(), &[("bidi-control", 2, 2)]);
        check(
            "a\nb\u{1b}[31m\u{92}".as_bytes(),
            &[("control-character", 2, 2), ("control-character", 2, 7)],
        );
        check(&vec![b'a'; MAX_FILE_BYTES + 1], &[("file-too-large", 0, 0)]);
    }

    #[test]
    fn a_flood_of_hidden_characters_is_a_few_remarks() {
        check("a\u{202e}\u{202e}\u{202e}b".as_bytes(), &[("bidi-control", 1, 2)]);
        let (source, diagnostics) = Source::new("a.md", "x\u{7}".repeat(20_000).as_bytes());
        assert_eq!(source.unwrap().text.len(), 20_000);
        let bytes: usize = diagnostics.iter().map(|d| d.excerpt.len()).sum();
        assert!(diagnostics.len() <= MOST_RUNS && bytes < 30_000, "{bytes}");
    }

    #[test]
    fn bidi_controls_are_left_out_of_the_text() {
        let (source, _) = Source::new("a.md", "x\u{202e}y".as_bytes());
        assert_eq!(source.unwrap().text, "xy");
    }

    #[test]
    fn lines_are_counted_from_one_whatever_their_ends() {
        let (source, _) = Source::new("a.md", b"\xef\xbb\xbfone\r\ntwo\rthree");
        let source = source.unwrap();
        assert_eq!(
            (source.line(1), source.line(2), source.line(3), source.line(4)),
            ("one", "two", "three", "")
        );
        assert_eq!((source.line_at(0), source.line_at(4), source.line_at(12)), (1, 2, 3));
    }
}
