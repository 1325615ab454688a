//! Escapes for Markdown: addresses of links, and the start of a line.

/// An address in the form that a link needs.
pub(super) fn target(url: &str) -> String {
    url.replace('(', "%28")
        .replace(')', "%29")
        .replace('\\', "%5C")
        .replace('<', "%3C")
        .replace('>', "%3E")
}

/// Escapes text at the start of a line so that it is not a list item.
pub(super) fn no_marker(text: &str) -> String {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let n_digits = text.len() - digits.len();
    if text.starts_with(['-', '+', '=', '#']) {
        format!("\\{text}")
    } else if n_digits > 0 && digits.starts_with(['.', ')']) {
        format!("{}\\{digits}", text.get(..n_digits).unwrap_or_default())
    } else {
        text.to_owned()
    }
}
