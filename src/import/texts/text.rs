//! Handles text from sources: decodes bytes, reads texts from JSON, and removes text that must never be written.

use crate::ingest::{letters, linkable};
use serde_json::Value;

/// Replaces an email address.
pub(in crate::import) const NO_ADDRESS: &str = "(e-mail address left out)";

/// File extensions. `table@2.1.js` is not an email address.
const FILE_ENDINGS: &[&str] = &["js", "mjs", "css", "git", "zip", "gz", "tgz", "png", "svg", "jpg"];

/// Decodes bytes. Returns the text and the encoding, if it had to be guessed. If the bytes are not text, returns the
/// readable part.
pub(in crate::import) fn decode(bytes: &[u8]) -> (String, Option<&'static str>) {
    let Some(decoded) = crate::ingest::decode(bytes) else {
        return (without_controls(&String::from_utf8_lossy(bytes)), Some("UTF-8"));
    };
    let guess = decoded.is_guessed.then(|| decoded.encoding.name());
    (without_controls(&decoded.text), guess)
}

/// Converts line ends to Unix form, and removes control characters except line ends and tabs.
fn without_controls(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// Where a file stops being JSON, in words.
pub(in crate::import) fn no_json(error: &serde_json::Error) -> String {
    let place = format!("line {}, column {}", error.line(), error.column());
    if error.is_eof() {
        return format!("the file ends in the middle, at {place}; perhaps its download stopped");
    }
    let reason = error.to_string();
    let reason = reason.split(" at line ").next().unwrap_or_default();
    format!("the file is not valid JSON: {reason}, at {place}")
}

/// The text of a key. A number is converted to text; anything else is empty.
pub(in crate::import) fn text(value: &Value, key: &str) -> String {
    match value.get(key) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// The items of a list; empty if there is no list.
pub(in crate::import) fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

/// The texts of a list.
pub(in crate::import) fn texts<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a str> {
    list(value, key).filter_map(Value::as_str)
}

/// A text on one line, without control characters.
pub(in crate::import) fn line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The address of a page that a reader may follow. An email address does not count.
pub(in crate::import) fn page(url: &str) -> Option<String> {
    let url = linkable(url)?;
    let is_mail = url.get(..7).is_some_and(|head| head.eq_ignore_ascii_case("mailto:"));
    (!is_mail && without_mail(&url) == url).then_some(url)
}

/// The text without email addresses.
pub(in crate::import) fn without_mail(text: &str) -> String {
    if !text.contains('@') && !text.contains("mailto:") {
        return text.to_owned();
    }
    let mut done = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('@') {
        let is_local = |c: char| c.is_alphanumeric() || "._%+-".contains(c);
        let is_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
        let kept = before.trim_end_matches(is_local);
        let host_end = after.find(|c| !is_host(c)).unwrap_or(after.len());
        let host = after.get(..host_end).unwrap_or_default();
        let host = host.trim_end_matches(['.', '-']);
        if kept.len() < before.len() && is_mail_host(host) {
            done.push_str(kept);
            done.push_str(NO_ADDRESS);
            rest = after.get(host.len()..).unwrap_or_default();
        } else {
            done.push_str(before);
            done.push('@');
            rest = after;
        }
    }
    done.push_str(rest);
    done.replace(&format!("mailto:{NO_ADDRESS}"), NO_ADDRESS)
        .replace(&format!("]({NO_ADDRESS})"), "]")
        .replace(&format!("[{NO_ADDRESS}]"), NO_ADDRESS)
        .replace(&format!("<{NO_ADDRESS}>"), NO_ADDRESS)
}

fn is_mail_host(host: &str) -> bool {
    host.rsplit_once('.').is_some_and(|(name, ending)| {
        !name.is_empty()
            && ending.chars().count() >= 2
            && ending.chars().all(char::is_alphabetic)
            && !FILE_ENDINGS.contains(&ending)
    })
}

/// Joins texts, one below the other. A text that another one contains is left out.
pub(in crate::import) fn whole_text(all: &[String]) -> String {
    let folded: Vec<String> = all.iter().map(|text| letters(text)).collect();
    let mut parts: Vec<&str> = Vec::new();
    for (place, (part, own)) in all.iter().zip(&folded).enumerate() {
        let is_within = |(other, text): (usize, &String)| {
            other != place && text.contains(own.as_str()) && (text != own || other > place)
        };
        if !own.is_empty() && !folded.iter().enumerate().any(is_within) {
            parts.push(part.trim());
        }
    }
    parts.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_text_by_mark_declaration_or_guess() {
        let check = |bytes: &[u8], expected: &str, guessed: bool| {
            let (text, guess) = decode(bytes);
            assert_eq!((text.as_str(), guess.is_some()), (expected, guessed));
        };
        check("Zoë\r\n".as_bytes(), "Zoë\n", false);
        check(b"\xef\xbb\xbfa\x07", "a", false);
        check(b"\xff\xfeZ\0\xeb\0", "Zë", false);
        check(
            b"<?xml version='1.0' encoding='iso-8859-1'?>\xeb",
            "<?xml version='1.0' encoding='iso-8859-1'?>ë",
            false,
        );
        check(b"Zo\xeb", "Zoë", true);
        check(b"", "", false);
    }

    #[test]
    fn mail_addresses_are_never_written() {
        let check = |text: &str, expected: &str| assert_eq!(without_mail(text), expected);
        check("Ask ada@loom.example.", "Ask (e-mail address left out).");
        check("[me](mailto:ada.w+x@loom.example)!", "[me]!");
        check(
            "<ada@loom.example> or bo@loom.example",
            "(e-mail address left out) or (e-mail address left out)",
        );
        check(
            "https://social.example/@ada and table@2.1.js",
            "https://social.example/@ada and table@2.1.js",
        );
        check("@ada, a @ b, ada@loom", "@ada, a @ b, ada@loom");
        assert_eq!(page("mailto:ada@loom.example"), None);
        assert_eq!(page("https://a.example/?to=ada@loom.example"), None);
        assert_eq!(page(" https://a.example/@ada "), Some("https://a.example/@ada".to_owned()));
    }
}
