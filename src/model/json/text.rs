//! The text of a JSON file, piece by piece.

use super::Damaged;
use std::borrow::Cow;

/// How deep lists may stand in lists.
const MAX_DEPTH: usize = 128;

/// Where in a text the reader is.
pub(super) struct Reader<'a> {
    text: &'a str,
    /// The byte that is read next.
    position: usize,
    /// Lists and objects that are open.
    depth: usize,
}

impl<'a> Reader<'a> {
    /// Before the first byte of `text`.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, position: 0, depth: 0 }
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

    /// Goes past `byte` if it is next.
    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.position += usize::from(is_next);
        is_next
    }

    /// Goes past `byte`, which must be next.
    pub(super) fn expect(&mut self, byte: u8) -> Result<(), Damaged> {
        if self.take(byte) { Ok(()) } else { Err(Damaged) }
    }

    /// Goes past `word` if it is next, without white space before it.
    pub(super) fn take_word(&mut self, word: &str) -> bool {
        let is_next = self.rest().starts_with(word);
        self.position += if is_next { word.len() } else { 0 };
        is_next
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.position..).unwrap_or_default()
    }

    /// Goes past the `byte` that begins a list or an object.
    pub(super) fn open(&mut self, byte: u8) -> Result<(), Damaged> {
        self.depth += 1;
        if self.depth > MAX_DEPTH { Err(Damaged) } else { self.expect(byte) }
    }

    /// Goes past the `byte` that ends a list or an object.
    pub(super) fn close(&mut self, byte: u8) -> Result<(), Damaged> {
        self.depth -= 1;
        self.expect(byte)
    }

    /// Whether another item follows before `end`, past the comma in front of it.
    pub(super) fn has_next(&mut self, is_first: &mut bool, end: u8) -> Result<bool, Damaged> {
        if self.peek() == Some(end) {
            return Ok(false);
        }
        if !std::mem::take(is_first) {
            self.expect(b',')?;
        }
        Ok(true)
    }

    /// Reads a number without sign and fraction.
    pub(super) fn number(&mut self) -> Result<u64, Damaged> {
        self.peek();
        let rest = self.rest();
        let end = rest.find(|it: char| !it.is_ascii_digit()).unwrap_or(rest.len());
        self.position += end;
        rest.get(..end).unwrap_or_default().parse().map_err(|_reason| Damaged)
    }

    /// Reads a text in quotation marks.
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

    /// The character that is written after a backslash.
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

    /// Goes past a value that nobody asked for.
    pub(super) fn skip(&mut self) -> Result<(), Damaged> {
        match self.peek().ok_or(Damaged)? {
            b'"' => self.string().map(drop),
            b'[' => self.skip_all(b'[', b']'),
            b'{' => self.skip_all(b'{', b'}'),
            b'0'..=b'9' => self.number().map(drop),
            _ if ["true", "false", "null"].iter().any(|word| self.take_word(word)) => Ok(()),
            _ => Err(Damaged),
        }
    }

    fn skip_all(&mut self, start: u8, end: u8) -> Result<(), Damaged> {
        self.open(start)?;
        let mut is_first = true;
        while self.has_next(&mut is_first, end)? {
            if end == b'}' {
                self.string()?;
                self.expect(b':')?;
            }
            self.skip()?;
        }
        self.close(end)
    }
}
