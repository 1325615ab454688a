//! The list of all pages for crawlers; sitemaps.org.

use super::{site_url::SiteUrl, xml::Xml};
use std::collections::BTreeMap;

/// Pages that one file may list.
const MOST: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// `sitemap.xml` with all `pages`, and the files it is split into when there are many.
///
/// It says no `lastmod`: we know when an article was published, not when our page of it changed,
/// and crawlers stop believing a site whose dates are wrong.
pub(super) fn sitemap(url: &SiteUrl, pages: &[String], most: usize) -> BTreeMap<String, Vec<u8>> {
    let main = "sitemap.xml".to_owned();
    if pages.len() <= most {
        return BTreeMap::from([(main, list(url, "urlset", "url", pages))]);
    }
    let parts = pages.chunks(most).zip(1..);
    let mut files: BTreeMap<String, Vec<u8>> = parts
        .map(|(pages, number)| (format!("sitemap-{number}.xml"), list(url, "urlset", "url", pages)))
        .collect();
    // In the order of their numbers, which is not that of their names.
    let names: Vec<String> = (1..=files.len()).map(|it| format!("sitemap-{it}.xml")).collect();
    files.insert(main, list(url, "sitemapindex", "sitemap", &names));
    files
}

/// All pages of a site, split as crawlers want it.
pub(super) fn whole_sitemap(url: &SiteUrl, pages: &[String]) -> BTreeMap<String, Vec<u8>> {
    sitemap(url, pages, MOST)
}

fn list(url: &SiteUrl, tag: &'static str, item: &'static str, paths: &[String]) -> Vec<u8> {
    Xml::file(tag, &[("xmlns", NAMESPACE)], |xml| {
        for path in paths {
            xml.element(item, &[], |xml| xml.text("loc", &url.of(path)));
        }
    })
}

/// Lets every crawler in and leads it to the list. It counts only at the root of a host.
pub(super) fn robots(url: &SiteUrl) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", url.of("sitemap.xml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(n_pages: usize, most: usize) -> Vec<(String, usize)> {
        let url: SiteUrl = "https://a.example".parse().unwrap();
        let pages: Vec<String> = (0..n_pages).map(|page| format!("talk/{page}.html")).collect();
        let n_locations =
            |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().matches("<loc>").count();
        let files = sitemap(&url, &pages, most).into_iter();
        files.map(|(name, bytes)| (name, n_locations(bytes))).collect()
    }

    #[test]
    fn many_pages_are_split_and_none_is_lost() {
        let named = |files: &[(&str, usize)]| -> Vec<(String, usize)> {
            files.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect()
        };
        assert_eq!(files(3, 3), named(&[("sitemap.xml", 3)]));
        let split = [("sitemap-1.xml", 3), ("sitemap-2.xml", 1), ("sitemap.xml", 2)];
        assert_eq!(files(4, 3), named(&split));
        assert_eq!(files(MOST + 1, MOST).len(), 3);
    }
}
