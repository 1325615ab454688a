//! Files that tell hosts how to serve the site. Other hosts are set up by hand; `public/docs/hosting` describes how.

use crate::model::MEDIA;
use crate::publish::fingerprint::is_hashed;
use std::path::Path;

const KEEP_FOREVER: &str = "Cache-Control: public, max-age=31536000, immutable";

/// Cloudflare ignores rules beyond this number.
const MAX_RULES: usize = 100;

/// The longest line that Cloudflare reads.
const MAX_REDIRECTS: usize = 2000;

/// `_redirects` for Netlify and Cloudflare Pages: real redirects from former addresses. Other hosts show the pages
/// there, which redirect, too. `None` if there are none.
pub(in crate::publish) fn redirects_file<'a>(
    moved: impl Iterator<Item = (&'a str, &'a str)>,
) -> Option<(String, Vec<u8>)> {
    let rules = moved.take(MAX_REDIRECTS);
    let rules =
        rules.fold(String::new(), |rules, (then, now)| rules + "/" + then + " /" + now + " 301\n");
    (!rules.is_empty()).then(|| ("_redirects".to_owned(), rules.into_bytes()))
}

/// `_headers` for Netlify and Cloudflare Pages, and `.nojekyll` for GitHub Pages, which would otherwise leave out
/// files that look like its own. `policy` is the one for every page, and `paths` are those of every other file.
pub(in crate::publish) fn host_files<'a>(
    policy: &str,
    paths: impl Iterator<Item = &'a str>,
) -> [(String, Vec<u8>); 2] {
    let headers = headers(policy, paths);
    [("_headers".to_owned(), headers.into_bytes()), (".nojekyll".to_owned(), Vec::new())]
}

/// The rules for both hosts, in the grammar that they share: a path, or `/*`.
///
/// By default, both have browsers check every file again. That is right for all files but those whose name contains
/// their hash, so these are listed one by one: overlapping rules add up, and `bundle/*` could not leave out
/// `bundle/manifest.json`. For files past the limit, browsers only check more often than needed.
fn headers<'a>(policy: &str, paths: impl Iterator<Item = &'a str>) -> String {
    let mut text = format!(
        "/*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n  Access-Control-Allow-Origin: *\n"
    );
    // The id in the path of a page may look like a hash.
    let is_page = |path: &str| Path::new(path).extension() == Some("html".as_ref());
    let is_kept = |path: &str| is_hashed(path) && !is_page(path);
    let (media, others): (Vec<&str>, Vec<&str>) = paths.partition(|path| path.starts_with(MEDIA));
    let has_media = !media.is_empty();
    let mut kept: Vec<&str> = others.into_iter().filter(|path| is_kept(path)).collect();
    // Every picture is named after its bytes.
    if has_media {
        text.extend(["/", MEDIA, "*\n  ", KEEP_FOREVER, "\n"]);
    }
    // The files of the first view come first: the client, then what every reader of the dataset loads.
    kept.sort_by_key(|path| {
        let is_first =
            ["bundle/explorer-", "bundle/search-", "bundle/lists-", "bundle/note-texts-"];
        (path.starts_with("bundle/"), !is_first.iter().any(|start| path.starts_with(start)), *path)
    });
    let rules = kept.into_iter().take(MAX_RULES - 1 - usize::from(has_media));
    text.extend(rules.flat_map(|path| ["/", path, "\n  ", KEEP_FOREVER, "\n"]));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_former_address_has_a_real_redirect() {
        let file = redirects_file([("talk/a.html", "talk/b.html")].into_iter());
        let expected = ("_redirects".to_owned(), b"/talk/a.html /talk/b.html 301\n".to_vec());
        assert_eq!(file, Some(expected));
        assert_eq!(redirects_file(std::iter::empty()), None);
    }

    #[test]
    fn only_what_never_changes_is_kept_forever() {
        let paths = [
            "app-40ed308650329c62.js",
            "bundle/catalog-0123456789ab.json",
            "bundle/explorer-0123456789ab.json",
            "bundle/manifest.json",
            "index.html",
            "media/0123456789abcdef.jpg",
            "media/fedcba9876543210.png",
            "talk/0-0123456789ab.html",
        ];
        let text = headers("default-src 'none'", paths.into_iter());
        let named: Vec<&str> = text.lines().filter(|line| line.starts_with('/')).collect();
        assert_eq!(
            named,
            [
                "/*",
                "/media/*",
                "/app-40ed308650329c62.js",
                "/bundle/explorer-0123456789ab.json",
                "/bundle/catalog-0123456789ab.json",
            ]
        );
        assert!(text.contains("\n  Content-Security-Policy: default-src 'none'\n"), "{text}");
    }

    proptest! {
        #[test]
        fn every_line_is_a_path_or_a_header_and_there_are_not_too_many(
            names in proptest::collection::vec("[a-z0-9-]{0,80}-[0-9a-f]{12}", 0..300)
        ) {
            let paths: Vec<String> = names.iter().map(|name| format!("bundle/{name}.json")).collect();
            let text = headers("default-src 'none'", paths.iter().map(String::as_str));
            prop_assert!(text.lines().filter(|line| line.starts_with('/')).count() <= MAX_RULES);
            for line in text.lines() {
                prop_assert!(line.starts_with('/') || line.starts_with("  ") && line.contains(": "));
                prop_assert!(line.len() < 2_000, "{line}");
            }
        }
    }
}
