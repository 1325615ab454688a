//! Converts descriptions that may or may not be HTML.

use super::html::markdown;

/// A description of unknown format: HTML becomes Markdown, entities become characters, other text stays.
pub(in crate::import) fn rich(text: &str) -> String {
    let text = text.trim();
    let lower = text.to_lowercase();
    let has = |tags: &[&str]| tags.iter().any(|tag| lower.contains(tag));
    if text.starts_with('<') && text.contains('>')
        || has(&["<p>", "<p ", "<br", "<li>", "<div", "</a>", "</p>"])
    {
        return markdown(text);
    }
    let is_entity = |part: &str| {
        part.split_once(';').is_some_and(|(name, _)| {
            (2..=8).contains(&name.len())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
        })
    };
    if text.split('&').skip(1).any(is_entity) {
        let lines = text.replace('<', "&lt;").replace("\n\n", "<p>").replace('\n', "<br>");
        return markdown(&lines);
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_html_is_read_as_html() {
        for (text, expected) in [
            ("a < b\n\n* c", "a < b\n\n* c"),
            ("a&nbsp;b &gt;60\nc", "a b \\>60\\\nc"),
            ("A <br/> b", "A\\\nb"),
            ("R&D; AT&T", "R&D; AT&T"),
        ] {
            assert_eq!(rich(text), expected, "{text}");
        }
    }
}
