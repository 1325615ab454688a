//! Measures how deep HTML is nested.

/// Deepest nesting that is parsed. Parsing time grows with its square.
pub(in crate::import) const DEEPEST: usize = 400;

/// The approximate nesting depth of the elements in a text. Elements that the next one closes do not count.
pub(in crate::import) fn depth(html: &str) -> usize {
    const CLOSED: &[&str] = &[
        "p", "li", "br", "img", "hr", "meta", "link", "input", "td", "tr", "th", "dt", "dd",
        "source", "wbr", "col", "embed", "area", "base", "track", "option",
    ];
    let (mut depth, mut deepest) = (0_usize, 0);
    for part in html.split('<').skip(1) {
        let is_end = part.starts_with('/');
        let name: String = part
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .take(12)
            .collect::<String>()
            .to_lowercase();
        if name.is_empty() || CLOSED.contains(&name.as_str()) {
            continue;
        }
        depth = if is_end { depth.saturating_sub(1) } else { depth + 1 };
        deepest = deepest.max(depth);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::depth;

    #[test]
    fn open_elements_count_and_closed_ones_do_not() {
        for (html, expected) in [
            ("", 0),
            ("a < b", 0),
            ("<div><b>x</b></div><i>", 2),
            ("<p><p><li><br>", 0),
            ("</div><DIV", 1),
        ] {
            assert_eq!(depth(html), expected, "{html}");
        }
    }
}
