//! Ids of texts in any script, and ids under which every system can store a file.

use super::slug::ascii_slug;

/// The words of a text in any script, as [`ascii_slug`] joins them. Empty when the text has none.
pub fn slug(text: &str) -> String {
    // Quotation marks are removed first, because transliteration may add some.
    ascii_slug(&deunicode::deunicode(&text.replace(['\'', '’', '‘'], "")))
}

/// Whether Windows takes a name for a device, such as `con` or `lpt1`.
pub fn is_device(name: &str) -> bool {
    let port = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    matches!(name, "con" | "prn" | "aux" | "nul")
        || port.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']))
}

/// An id under which every system can store a file.
pub fn storable(id: &str) -> String {
    if is_device(id) { [id, "-1"].concat() } else { id.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_readable_and_plain() {
        let check = |text: &str, expected: &str| assert_eq!(slug(text), expected);
        check("Zoë’s “Æther”: 2 looms & more!", "zoes-aether-2-looms-more");
        check("CRI-O", "cri-o");
        check("织布机", "zhi-bu-ji");
        check("!?", "");
        assert!(slug(&"word ".repeat(40)).len() <= 72);
        assert_eq!(slug(&"x".repeat(100)).len(), 72);
    }
}
