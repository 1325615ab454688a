//! Percent-encoding in addresses: in their query, where `+` is a space, and in their path, where it is not.

/// Decodes a part of a query. A broken `%` stays as it is, and bytes that are not UTF-8 become the replacement character.
pub fn decode_query(text: &str) -> String {
    decode(text, b' ')
}

/// Decodes a part of a path, as [`decode_query`] does for a query.
pub fn decode_path(text: &str) -> String {
    decode(text, b'+')
}

fn decode(text: &str, plus: u8) -> String {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        decoded.push(match (byte, after) {
            (b'+', _) => plus,
            (b'%', [high, low, after_code @ ..]) => match (hex_digit(*high), hex_digit(*low)) {
                (Some(high), Some(low)) => {
                    rest = after_code;
                    high * 16 + low
                }
                (None, _) | (_, None) => byte,
            },
            _ => byte,
        });
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// Encodes a part of a query so that [`decode_query`] gives it back, and no part of it separates or ends anything.
pub fn encode_query(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                encoded.push(char::from(byte));
            }
            b' ' => encoded.push('+'),
            _ => {
                encoded.push('%');
                encoded.extend([byte >> 4, byte & 15].map(upper_hex_digit));
            }
        }
    }
    encoded
}

/// Encodes a part of a path so that [`decode_path`] gives it back.
pub fn encode_path(text: &str) -> String {
    // What is a `+` by itself is encoded already.
    encode_query(text).replace('+', "%20")
}

/// An ASCII character, percent-encoded.
pub fn encode_char(c: char) -> String {
    format!("%{:02X}", u32::from(c))
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

fn upper_hex_digit(value: u8) -> char {
    char::from_digit(u32::from(value), 16).map_or('0', |digit| digit.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(encoded: &str, decoded: &str) {
        assert_eq!(decode_query(encoded), decoded);
    }

    #[test]
    fn what_is_broken_stands_for_itself() {
        check("a+b%20c", "a b c");
        check("100%", "100%");
        check("%2", "%2");
        check("%zz%41", "%zzA");
        check("%c3%a9", "é");
        check("%ff!", "\u{fffd}!");
        check("%+1", "% 1");
    }

    #[test]
    fn what_is_encoded_is_decoded_to_the_same() {
        for text in
            ["", "a b", "\"exact phrase\" -without", "a&b=c#d?e+f%g", "é 東京 \u{1f600}", "\0\n"]
        {
            let encoded = encode_query(text);
            assert!(
                encoded.is_ascii() && !encoded.contains(['&', '=', '#', '"', ' ']),
                "{encoded}"
            );
            check(&encoded, text);
        }
    }

    #[test]
    fn a_plus_in_a_path_is_no_space() {
        assert_eq!(decode_path("c++%20a%+1"), "c++ a%+1");
        assert_eq!(decode_path(&encode_path("a b+c/é")), "a b+c/é");
        assert!(!encode_path("a b+c").contains('+'));
    }
}
