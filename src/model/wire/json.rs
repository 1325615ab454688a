//! A small JSON reader for wire files.
//!
//! `serde_json` says what is wrong with a file, and where. The client only needs to know that a file is
//! damaged, and every visitor downloads the client, so it carries this reader instead.

use super::error::Damaged;
use std::borrow::Cow;

/// A position in a text.
pub(super) struct Reader<'a> {
    text: &'a str,
    /// The next byte to read.
    position: usize,
}

impl<'a> Reader<'a> {
    /// Starts before the first byte of `text`.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, position: 0 }
    }

    /// The next byte that is not white space.
    pub(super) fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = *self.text.as_bytes().get(self.position)?;
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.position += 1;
        }
    }

    /// Skips `byte` if it comes next.
    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.position += usize::from(is_next);
        is_next
    }

    /// Skips `byte`, which must come next.
    pub(super) fn expect(&mut self, byte: u8) -> Result<(), Damaged> {
        if self.take(byte) { Ok(()) } else { Err(Damaged) }
    }

    /// Skips `word` if it comes next, with no white space before it.
    fn take_word(&mut self, word: &str) -> bool {
        let is_next = self.rest().starts_with(word);
        self.position += if is_next { word.len() } else { 0 };
        is_next
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.position..).unwrap_or_default()
    }

    /// Reads a list; `item` reads each item.
    pub(super) fn list<I>(
        &mut self,
        item: impl Fn(&mut Self) -> Result<I, Damaged>,
    ) -> Result<Vec<I>, Damaged> {
        self.expect(b'[')?;
        let mut items = Vec::new();
        if self.take(b']') {
            return Ok(items);
        }
        loop {
            items.push(item(self)?);
            if self.take(b']') {
                return Ok(items);
            }
            self.expect(b',')?;
        }
    }

    /// Skips the key of an object, which must come next.
    pub(super) fn key(&mut self, name: &str) -> Result<(), Damaged> {
        if self.string()? == name { self.expect(b':') } else { Err(Damaged) }
    }

    /// Reads a whole number without a sign.
    pub(super) fn number(&mut self) -> Result<u32, Damaged> {
        self.peek();
        let rest = self.rest();
        let end = rest.find(|it: char| !it.is_ascii_digit()).unwrap_or(rest.len());
        self.position += end;
        rest.get(..end).unwrap_or_default().parse().map_err(|_reason| Damaged)
    }

    /// Reads a string.
    pub(super) fn string(&mut self) -> Result<Cow<'a, str>, Damaged> {
        self.expect(b'"')?;
        let mut string = Cow::Borrowed("");
        loop {
            let rest = self.rest();
            let end = rest.find(['"', '\\']).ok_or(Damaged)?;
            string += rest.get(..end).unwrap_or_default();
            self.position += end + 1;
            if rest.as_bytes().get(end) == Some(&b'"') {
                return Ok(string);
            }
            string.to_mut().push(self.escaped()?);
        }
    }

    /// Reads an escape sequence, after its backslash.
    fn escaped(&mut self) -> Result<char, Damaged> {
        let letter = self.text.as_bytes().get(self.position).ok_or(Damaged)?;
        self.position += 1;
        Ok(match letter {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut units = vec![self.code_unit()?];
                if matches!(units.as_slice(), [0xd800..0xdc00]) && self.take_word("\\u") {
                    units.push(self.code_unit()?);
                }
                match char::decode_utf16(units).collect::<Result<Vec<char>, _>>().as_deref() {
                    Ok([character]) => *character,
                    Ok(_) | Err(_) => return Err(Damaged),
                }
            }
            _ => return Err(Damaged),
        })
    }

    fn code_unit(&mut self) -> Result<u16, Damaged> {
        let digits = self.rest().get(..4).ok_or(Damaged)?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(Damaged);
        }
        self.position += 4;
        u16::from_str_radix(digits, 16).map_err(|_digits| Damaged)
    }
}
