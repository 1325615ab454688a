//! Files that tell hosts how to serve the site. Others are told by hand: `public/docs/hosting` says how.

use super::{page::policy_for_all, seal::is_hashed, template::TemplateError, tools::Tools};
use std::path::Path;

const KEPT_FOR_EVER: &str = "Cache-Control: public, max-age=31536000, immutable";

/// Rules for which Cloudflare reads no further.
const MAX_RULES: usize = 100;

/// `_headers` for Netlify and Cloudflare Pages, and `.nojekyll` for GitHub Pages.
///
/// Without the latter GitHub leaves out what it takes for its own. `style` is that of the explorer,
/// `site` the path of every other file; `is_saving` when readers may save it.
///
/// # Errors
/// When `template`, the sealed page of the client, has no region for the script.
pub fn host_files<'a>(
    template: &str,
    style: &str,
    tools: &Tools,
    is_saving: bool,
    site: impl Iterator<Item = &'a str>,
) -> Result<[(String, Vec<u8>); 2], TemplateError> {
    let policy = policy_for_all(template, style, tools, is_saving)?.to_string();
    let headers = headers(&policy, site);
    Ok([("_headers".to_owned(), headers.into_bytes()), (".nojekyll".to_owned(), Vec::new())])
}

/// The rules of both hosts, in the part of the grammar that they share: a path, or `/*`.
///
/// Both have browsers ask again for every file unless told otherwise, which is right for all but those
/// whose name holds their hash. Those are named one by one: rules that overlap add up, so `bundle/*`
/// could not leave out `bundle/manifest.json`. Past the limit browsers only ask more often than needed.
fn headers<'a>(policy: &str, paths: impl Iterator<Item = &'a str>) -> String {
    let mut text = format!(
        "/*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n  Access-Control-Allow-Origin: *\n"
    );
    // The slug of a page may look like a hash.
    let is_page = |path: &str| Path::new(path).extension() == Some("html".as_ref());
    let is_kept = |path: &&str| is_hashed(path) && !is_page(path);
    let mut kept: Vec<&str> = paths.filter(is_kept).collect();
    // Those of the first view first: the client, then what every reader of the dataset needs.
    kept.sort_by_key(|path| {
        let is_first = ["bundle/explorer-", "bundle/search-", "bundle/lists-", "bundle/passages-"];
        (path.starts_with("bundle/"), !is_first.iter().any(|start| path.starts_with(start)), *path)
    });
    let rules = kept.into_iter().take(MAX_RULES - 1);
    text.extend(rules.flat_map(|path| ["/", path, "\n  ", KEPT_FOR_EVER, "\n"]));
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_what_never_changes_is_kept_for_ever() {
        let paths = [
            "app-40ed308650329c62.js",
            "bundle/catalog-0123456789ab.json",
            "bundle/explorer-0123456789ab.json",
            "bundle/manifest.json",
            "index.html",
            "talk/0-0123456789ab.html",
        ];
        let text = headers("default-src 'none'", paths.into_iter());
        let named: Vec<&str> = text.lines().filter(|line| line.starts_with('/')).collect();
        assert_eq!(
            named,
            [
                "/*",
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
