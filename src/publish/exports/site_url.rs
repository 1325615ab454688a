//! The address of the published site, for the few files that need it.

use crate::publish::error::PublishError;
use std::str::FromStr;
use url::Url;

/// The year in every `tag:` id. A tag needs a day on which the host was ours, and an id may never
/// change, so it can be neither today's nor that of an article.
const TAG_YEAR: u16 = 2026;

/// The address of the folder that holds the site: `http` or `https`, ending in `/`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SiteUrl(Url);

impl SiteUrl {
    /// The address of a file below the folder of the site. `index.html` is the folder itself.
    pub fn of(&self, path: &str) -> String {
        let path = if path == "index.html" { "" } else { path };
        self.0.as_str().to_owned() + path
    }

    /// The host, without its port.
    pub(super) fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// Whether the site has the host for itself, so that its `robots.txt` counts.
    pub fn is_whole_host(&self) -> bool {
        self.0.path() == "/"
    }

    /// A permanent name that does not depend on the address; RFC 4151.
    pub(super) fn tag(&self, path: &str) -> String {
        format!("tag:{},{TAG_YEAR}:{}{path}", self.host(), self.0.path())
    }
}

impl FromStr for SiteUrl {
    type Err = PublishError;

    fn from_str(text: &str) -> Result<Self, PublishError> {
        let mut url = Url::parse(text.trim()).map_err(PublishError::Url)?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(PublishError::UrlScheme);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(PublishError::UrlCredentials);
        }
        let is_file = url.path().rsplit('.').next() == Some("html");
        if url.query().is_some() || url.fragment().is_some() || is_file {
            return Err(PublishError::UrlNotAFolder);
        }
        let folder = url.path().trim_end_matches('/').to_owned() + "/";
        url.set_path(&folder);
        Ok(Self(url))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let read: Result<SiteUrl, _> = text.parse();
        assert_eq!(read.map_or_else(|error| error.to_string(), |url| url.of("a.html")), expected);
    }

    #[test]
    fn a_site_is_a_folder() {
        check("https://a.example", "https://a.example/a.html");
        check("HTTPS://A.example/", "https://a.example/a.html");
        check(" http://localhost:8080/sub//", "http://localhost:8080/sub/a.html");
        check("https://a.example/x y", "https://a.example/x%20y/a.html");
        check("https://köln.example/", "https://xn--kln-sna.example/a.html");
    }

    #[test]
    fn anything_else_is_named() {
        let whole = "it does not begin with https://; give the whole address, as in https://example.org/notes/";
        check("a.example", whole);
        check("/notes/", whole);
        check("ftp://a.example", "the address must begin with https:// or http://");
        check("javascript:alert(1)", "the address must begin with https:// or http://");
        check("https://ada:secret@a.example", "leave out the user name and the password");
        let folder = "give the address of the folder, without a file, \"?\" or \"#\"";
        check("https://a.example/?q=1", folder);
        check("https://a.example/#top", folder);
        check("https://a.example/index.html", folder);
    }

    #[test]
    fn the_first_page_is_the_folder_and_a_tag_has_no_port() {
        let url: SiteUrl = "http://a.example:8080/sub".parse().unwrap();
        assert_eq!(url.of("index.html"), "http://a.example:8080/sub/");
        assert_eq!(url.tag("recap/x"), "tag:a.example,2026:/sub/recap/x");
        assert!(!url.is_whole_host());
    }
}
