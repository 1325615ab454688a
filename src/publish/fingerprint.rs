//! Names that change with the bytes of a file, so that browsers may keep the file forever.

use crate::bundle::digest::hexadecimal;
use std::collections::BTreeMap;

/// The page of the client, which is the template of all pages.
pub(super) const TEMPLATE: &str = "index.html";

/// Number of hash digits in a name. Trunk uses 16 of them, and 12 are enough for everything else.
const HASH_DIGITS: std::ops::RangeInclusive<usize> = 12..=16;

/// Names the files of a client after their bytes, and lets its page use these names.
///
/// Trunk names a file after what cargo built, before the file is made smaller. The same name may therefore hold
/// other bytes tomorrow. Fingerprinting a second time changes nothing.
pub(super) fn fingerprint(client: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    let mut page = client.get(TEMPLATE).map(|page| String::from_utf8_lossy(page).into_owned());
    let mut named = BTreeMap::new();
    for (path, bytes) in client {
        let name = named_after(&path, &bytes);
        page = page.map(|page| page.replace(&path, &name));
        named.insert(name, bytes);
    }
    if let Some(page) = page {
        named.insert(TEMPLATE.to_owned(), page.into_bytes());
    }
    named
}

/// Whether the name of a file contains a hash of its bytes, so that the file never changes.
pub(super) fn is_hashed(path: &str) -> bool {
    hash_in(path).is_some()
}

/// The hash in a name like `app-0123456789abcdef_bg.wasm`, with the text before and after it.
fn hash_in(path: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = path.split_at_checked(path.rfind('-')? + 1)?;
    let is_digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    let (hash, after) = rest.split_at_checked(rest.find(|c| !is_digit(c))?)?;
    let is_hash = HASH_DIGITS.contains(&hash.len()) && after.starts_with(['.', '_']);
    is_hash.then_some((before, hash, after))
}

fn named_after(path: &str, bytes: &[u8]) -> String {
    let Some((before, hash, after)) = hash_in(path) else { return path.to_owned() };
    let own: String = hexadecimal(bytes).chars().take(hash.len()).collect();
    [before, &own, after].concat()
}

/// The path of a file that is named after its bytes, e.g. `names-0123456789ab.json`.
pub(super) fn path_with_hash(stem: &str, n_digits: usize, extension: &str, bytes: &[u8]) -> String {
    let hash: String = hexadecimal(bytes).chars().take(n_digits).collect();
    format!("{stem}-{hash}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client() -> BTreeMap<String, Vec<u8>> {
        let page = "<link href=\"./hallway-29f5e086bbc7cce7.css\">\
            <script data-js=\"./app-40ed308650329c62.js\" data-wasm=\"./app-40ed308650329c62_bg.wasm\">";
        [
            ("index.html", page),
            ("app-40ed308650329c62.js", "glue"),
            ("app-40ed308650329c62_bg.wasm", "wasm"),
            ("hallway-29f5e086bbc7cce7.css", "p{}"),
            ("robots-4.txt", ""),
        ]
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .into()
    }

    #[test]
    fn files_are_named_after_their_bytes_and_the_page_follows() {
        let named = fingerprint(client());
        let js = format!("app-{}.js", &hexadecimal(b"glue")[..16]);
        let wasm = format!("app-{}_bg.wasm", &hexadecimal(b"wasm")[..16]);
        let css = format!("hallway-{}.css", &hexadecimal(b"p{}")[..16]);
        let names: Vec<&str> = named.keys().map(String::as_str).collect();
        let mut expected = [js.as_str(), &wasm, &css, "index.html", "robots-4.txt"];
        expected.sort_unstable();
        assert_eq!(names, expected);
        let page =
            format!("<link href=\"./{css}\"><script data-js=\"./{js}\" data-wasm=\"./{wasm}\">");
        assert_eq!(String::from_utf8_lossy(&named[TEMPLATE]), page);
    }

    #[test]
    fn fingerprinting_twice_is_fingerprinting_once() {
        let once = fingerprint(client());
        assert_eq!(fingerprint(once.clone()), once);
        assert!(fingerprint(BTreeMap::new()).is_empty());
    }

    #[test]
    fn a_hash_in_a_name_is_known_from_words() {
        for (path, expected) in [
            ("bundle/kubecon-eu-2018-0123456789ab.json", true),
            ("app-40ed308650329c62_bg.wasm", true),
            ("bundle/manifest.json", false),
            ("talk/kubecon-eu-2018-facade.html", false),
            ("talk/decade-20180502.html", false),
            ("app-40ED308650329C62.js", false),
            ("-", false),
        ] {
            assert_eq!(is_hashed(path), expected, "{path}");
        }
    }
}
