//! Ids made of titles and names.

/// Longest slug in characters; it becomes part of addresses and of file names.
const LONGEST: usize = 72;

/// The ASCII words of a text in `a-z` and `0-9`, joined by `-`, as far as whole words fit. Empty when
/// the text has none.
///
/// The bundler makes ids of it, after turning other scripts into ASCII. The client makes them anew
/// instead of downloading what the titles say already.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::new();
    let plain = text.replace(['\'', '’', '‘'], "");
    for word in plain.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty()) {
        if !slug.is_empty() && slug.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word.get(..LONGEST.min(word.len())).unwrap_or(word).to_ascii_lowercase());
    }
    slug
}
