//! References from a recap to other files of its folder: pictures and other recaps.
//!
//! The target of a reference is known only when the whole folder is known. Until then it is an address with a private
//! scheme, which no reader ever follows.

use crate::ingest::address::linkable;

/// The scheme of references.
const SCHEME: &str = "folder:";

/// Longest reference that is looked up, in bytes.
const LONGEST: usize = 1_000;

/// The reference of a link or picture as an address. `None` when the target cannot be a file of the folder: it is in
/// the same text, or it has a scheme or a host.
pub(super) fn reference(target: &str) -> Option<String> {
    let path = target.split(['#', '?']).next().unwrap_or_default();
    let first = path.split('/').next().unwrap_or_default();
    let is_path = !path.is_empty() && !first.contains(':') && !target.starts_with("//");
    is_path.then(|| named_reference(target)).flatten()
}

/// The reference of a link by name, such as `[[Day 1: Opening]]`. The name may contain any character.
pub(super) fn named_reference(name: &str) -> Option<String> {
    // Removes what is left of template marks.
    let name = name.replace('\u{1}', "");
    let name = name.trim();
    let is_sound = !name.is_empty() && name.len() <= LONGEST && !name.contains(char::is_control);
    is_sound.then(|| [SCHEME, name].concat())
}

/// An address that a reader may follow, or otherwise a reference.
pub(super) fn address_or_reference(target: &str) -> Option<String> {
    linkable(target).or_else(|| reference(target))
}

/// The target of a reference, as the author wrote it. `None` for any other address.
pub fn referenced(url: &str) -> Option<&str> {
    url.strip_prefix(SCHEME)
}

/// Whether a file is a picture, judging by its extension.
pub fn is_picture(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "heic"].contains(&ending.as_str())
}

/// What a link by name shows when the author gave it no text: `a/b#c` shows `b › c`.
pub(super) fn shown_name(name: &str) -> String {
    let (path, part) = name.split_once('#').unwrap_or((name, ""));
    let file = path.rsplit('/').next().unwrap_or(path);
    let parts = std::iter::once(file).chain(part.split('#')).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" › ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_reference_and_an_address_is_none() {
        for path in
            ["a.png", "../b/c.md#d", "/img/a.png", "./a%20b.png", "a.md?x=1", "../../etc/passwd"]
        {
            let found = reference(path);
            assert_eq!(found.as_deref().and_then(referenced), Some(path));
            assert_eq!(linkable(&found.unwrap()), None, "no reader follows it");
        }
        for none in
            ["", "#part", "?x", "//a.example/b", "javascript:x", "C:\\a.png", "data:image/png,x"]
        {
            assert_eq!(reference(none), None, "{none}");
        }
        assert_eq!(reference(&"a".repeat(LONGEST + 1)), None);
        assert_eq!(reference("a\nb"), None);
        assert_eq!(reference("\u{1}\u{1}/a.png").as_deref().and_then(referenced), Some("/a.png"));
        assert_eq!(referenced("https://a.example"), None);
    }

    #[test]
    fn a_link_by_name_shows_its_last_part() {
        for (name, shown) in
            [("b", "b"), ("a/b", "b"), ("a/b#c", "b › c"), ("#c", "c"), ("b#c#d", "b › c › d")]
        {
            assert_eq!(shown_name(name), shown);
        }
    }
}
