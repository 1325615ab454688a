//! The hosts of addresses on the web.

/// The host of an `http` or `https` address, as written, without `www.`, port and login.
pub fn host(url: &str) -> Option<&str> {
    let (scheme, rest) = url.trim().split_once("://")?;
    if !["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return None;
    }
    let authority = rest.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = match host.find(']') {
        Some(end) => host.get(..=end)?,
        None => host.split(':').next()?,
    };
    let is_www = host.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    let host = if is_www { host.get(4..)? } else { host };
    (!host.is_empty()).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_is_what_a_browser_would_ask() {
        for (url, expected) in [
            ("https://www.example.org/a/b", Some("example.org")),
            ("HTTP://WWW.Example.org?x", Some("Example.org")),
            ("http://blog.example.org:8080#x", Some("blog.example.org")),
            ("https://ada:secret@example.org/", Some("example.org")),
            ("https://example.org\\@other.example/", Some("example.org")),
            ("http://[2001:db8::1]:80/", Some("[2001:db8::1]")),
            ("mailto:ada@example.org", None),
            ("example.org/a", None),
            ("https:///a", None),
        ] {
            assert_eq!(host(url), expected, "{url}");
        }
    }
}
