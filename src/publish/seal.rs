//! The client as it is published: named after its bytes, and vouched for by the page that loads it.

use super::template::{TemplateError, fill, region};
use crate::{
    bundle::digest::{hexadecimal, integrity},
    ui::escaped,
};
use std::collections::BTreeMap;

/// The page of the client, which is the template of all pages.
const TEMPLATE: &str = "index.html";

/// Digits of a hash in a name: as many as trunk takes, and as few as are enough.
const HASH_DIGITS: std::ops::RangeInclusive<usize> = 12..=16;

/// Seals the files of a client, by path.
///
/// Trunk names a file after what cargo made, before it is made small: the same name may hold other
/// bytes tomorrow. Here a file is named after the bytes it has, so that it can be kept for ever. The
/// page gets their hashes, so that a browser refuses any others: as an import map for the module, and
/// as an attribute that the boot script hands to `fetch` for the wasm.
///
/// Sealing twice is sealing once. A page that loads no client gets no hashes.
///
/// # Errors
/// When the page has no region for the script.
pub fn seal(client: BTreeMap<String, Vec<u8>>) -> Result<BTreeMap<String, Vec<u8>>, TemplateError> {
    let mut page = client.get(TEMPLATE).map(|page| String::from_utf8_lossy(page).into_owned());
    let mut sealed = BTreeMap::new();
    for (path, bytes) in client {
        let name = named_after(&path, &bytes);
        page = page.map(|page| page.replace(&path, &name));
        sealed.insert(name, bytes);
    }
    if let Some(page) = page {
        let script = vouched_for(region(&page, "script")?, &sealed);
        let page = fill(&page, "script", &script)?;
        sealed.insert(TEMPLATE.to_owned(), page.into_bytes());
    }
    Ok(sealed)
}

/// Whether the name of a file holds a hash of what is in it, so that it never changes.
pub(super) fn is_hashed(path: &str) -> bool {
    hash_in(path).is_some()
}

/// The hash in a name like `app-0123456789abcdef_bg.wasm`, with what is before and after it.
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

/// The script region with the hashes of what its script loads, or as it is when that is not there.
fn vouched_for(region: &str, files: &BTreeMap<String, Vec<u8>>) -> String {
    let parts = || {
        let (_, rest) = region.split_once("<script data-js=\"")?;
        let (attributes, rest) = rest.split_once('>')?;
        let (js, _) = attributes.split_once('"')?;
        let (_, wasm) = attributes.split_once(" data-wasm=\"")?;
        let (wasm, _) = wasm.split_once('"')?;
        let (boot, _) = rest.split_once("</script>")?;
        let hash = |address: &str| {
            files.get(address.trim_start_matches("./")).map(|bytes| integrity(bytes))
        };
        Some((js, hash(js)?, wasm, hash(wasm)?, boot))
    };
    let Some((js, js_hash, wasm, wasm_hash, boot)) = parts() else { return region.to_owned() };
    let map =
        serde_json::json!({ "integrity": { js: js_hash } }).to_string().replace('<', "\\u003c");
    let [js, wasm] = [js, wasm].map(escaped);
    format!(
        "<script type=\"importmap\">{map}</script>\n\
         <script data-js=\"{js}\" data-wasm=\"{wasm}\" data-wasm-integrity=\"{wasm_hash}\">{boot}</script>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(script: &str) -> BTreeMap<String, Vec<u8>> {
        let page = format!(
            "<link href=\"./hallway-29f5e086bbc7cce7.css\"><!--hallway:script-->{script}<!--/hallway:script-->"
        );
        [
            ("index.html", page.as_str()),
            ("app-40ed308650329c62.js", "glue"),
            ("app-40ed308650329c62_bg.wasm", "wasm"),
            ("hallway-29f5e086bbc7cce7.css", "p{}"),
            ("robots-4.txt", ""),
        ]
        .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
        .into()
    }

    const SCRIPT: &str = "<script data-js=\"./app-40ed308650329c62.js\" data-wasm=\"./app-40ed308650329c62_bg.wasm\">a=>1</script>";

    fn page(client: &BTreeMap<String, Vec<u8>>) -> &str {
        std::str::from_utf8(&client[TEMPLATE]).unwrap()
    }

    #[test]
    fn files_are_named_after_their_bytes_and_the_page_follows() {
        let sealed = seal(client(SCRIPT)).unwrap();
        let js = format!("app-{}.js", &hexadecimal(b"glue")[..16]);
        let wasm = format!("app-{}_bg.wasm", &hexadecimal(b"wasm")[..16]);
        let css = format!("hallway-{}.css", &hexadecimal(b"p{}")[..16]);
        let names: Vec<&str> = sealed.keys().map(String::as_str).collect();
        let mut expected = [js.as_str(), &wasm, &css, "index.html", "robots-4.txt"];
        expected.sort_unstable();
        assert_eq!(names, expected);
        assert!(page(&sealed).contains(&format!("<link href=\"./{css}\">")));
        assert!(page(&sealed).contains(&format!(
            "<script type=\"importmap\">{{\"integrity\":{{\"./{js}\":\"{}\"}}}}</script>",
            integrity(b"glue")
        )));
        assert!(page(&sealed).contains(&format!(
            "<script data-js=\"./{js}\" data-wasm=\"./{wasm}\" data-wasm-integrity=\"{}\">a=>1</script>",
            integrity(b"wasm")
        )));
    }

    #[test]
    fn sealing_twice_is_sealing_once() {
        let once = seal(client(SCRIPT)).unwrap();
        assert_eq!(seal(once.clone()).unwrap(), once);
    }

    #[test]
    fn a_page_without_a_client_stays_as_it_is() {
        for script in [
            "",
            "<script>start()</script>",
            "<script data-js=\"./gone.js\" data-wasm=\"./gone.wasm\"></script>",
        ] {
            let sealed = seal(client(script)).unwrap();
            assert_eq!(region(page(&sealed), "script").unwrap(), script);
        }
        assert!(seal(BTreeMap::new()).unwrap().is_empty());
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
