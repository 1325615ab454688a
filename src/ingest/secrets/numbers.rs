//! Numbers of accounts and payment cards. A sum in each proves that it is one.

use super::secret::Secret;

/// Where a line has them.
pub(super) fn accounts(line: &str) -> Vec<Secret> {
    let mut found = Vec::new();
    let mut last = 0;
    let bytes = line.as_bytes();
    for (at, byte) in line.bytes().enumerate() {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
        if at < last
            || !matches!(before, b' ' | b'\t' | b'(' | b'[' | b':' | b'*' | b'`' | b',' | b'|')
        {
            continue;
        }
        let rest = line.get(at..).unwrap_or_default();
        let length = if byte.is_ascii_uppercase() {
            iban(rest)
        } else if byte.is_ascii_digit() {
            card(rest)
        } else {
            None
        };
        if let Some(length) = length {
            last = at + length;
            found.push(Secret::labeled(at..last, label(line, at)));
        }
    }
    found
}

/// Where "IBAN" before the number begins; the number itself without it.
fn label(line: &str, at: usize) -> usize {
    let before = line.get(..at).unwrap_or_default().trim_end_matches([' ', ':', '*', '`']);
    let start = before.len().saturating_sub(4);
    let is_label = before.get(start..).is_some_and(|word| word.eq_ignore_ascii_case("iban"));
    if is_label { start } else { at }
}

/// The characters of a number in groups, each with the byte after it, up to the most that one has.
fn grouped(text: &str, most: usize, is_part: impl Fn(u8) -> bool) -> Vec<(u8, usize)> {
    let mut characters = Vec::new();
    let mut was_gap = false;
    for (at, byte) in text.bytes().enumerate() {
        let is_gap = matches!(byte, b' ' | b'-');
        if is_gap && was_gap || !is_gap && !is_part(byte) || characters.len() > most {
            break;
        }
        if !is_gap {
            characters.push((byte, at + 1));
        }
        was_gap = is_gap;
    }
    characters
}

/// Whether a number may end at a byte: no letter or digit follows.
fn ends(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// The length of an IBAN at the beginning of a text. The remainder of its digits by 97 is 1.
fn iban(text: &str) -> Option<usize> {
    const FEWEST: usize = 15;
    const MOST: usize = 34;
    let is_part = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    let characters = grouped(text, MOST, is_part);
    let [(a, _), (b, _), (c, _), (d, _), ..] = characters.as_slice() else { return None };
    let is_begun = a.is_ascii_uppercase()
        && b.is_ascii_uppercase()
        && c.is_ascii_digit()
        && d.is_ascii_digit();
    if !is_begun {
        return None;
    }
    (FEWEST..=MOST.min(characters.len())).find_map(|count| {
        let (head, tail) = characters.get(..count)?.split_at_checked(4)?;
        let remainder = tail.iter().chain(head).fold(0_u32, |sum, (byte, _)| match byte {
            b'0'..=b'9' => (sum * 10 + u32::from(byte - b'0')) % 97,
            _ => (sum * 100 + u32::from(byte.saturating_sub(b'A')) + 10) % 97,
        });
        let end = tail.last()?.1;
        (remainder == 1 && ends(text, end)).then_some(end)
    })
}

/// The length of a card number at the beginning of a text: in groups that begin with four digits, or in one. No other
/// card begins with 0, 1, 2, 7, 8 or 9, and books do.
fn card(text: &str) -> Option<usize> {
    const FEWEST: usize = 13;
    const MOST: usize = 19;
    let digits = grouped(text, MOST, |byte| byte.is_ascii_digit());
    let first = digits.first()?.0;
    let is_group = digits.get(4).is_none_or(|(_, at)| matches!(at, 5 | 6)) && ends_group(text);
    let end = digits.last()?.1;
    let is_begun = matches!(first, b'3'..=b'6') && is_group;
    let sum: u32 = digits
        .iter()
        .rev()
        .zip([1, 2].into_iter().cycle())
        .map(|((byte, _), times)| {
            let digit = u32::from(byte.saturating_sub(b'0')) * times;
            digit / 10 + digit % 10
        })
        .sum();
    let is_count = (FEWEST..=MOST).contains(&digits.len());
    (is_begun && is_count && sum.is_multiple_of(10) && ends(text, end)).then_some(end)
}

/// Whether a number in groups has four digits in the first one.
fn ends_group(text: &str) -> bool {
    let first = text.bytes().take_while(u8::is_ascii_digit).count();
    first == 4 || first >= 13
}
