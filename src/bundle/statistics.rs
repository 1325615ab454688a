//! Reads the statistics settings of `site.toml`. Anything that a policy cannot name exactly is reported and left out.

use super::registry::{Checks, FILES, StatisticsEntry};
use crate::ingest::Severity;
use crate::model::Statistics;
use base64::{Engine as _, engine::general_purpose::STANDARD};

/// Hashes that browsers support, and their lengths in bytes.
const HASHES: [(&str, usize); 3] = [("sha256-", 32), ("sha384-", 48), ("sha512-", 64)];

/// The script that counts readers; `None` if there is none, or if part of its settings cannot be used.
pub(super) fn statistics<R: Fn(&str) -> Option<Vec<u8>>>(
    entry: Option<&StatisticsEntry>,
    mut checks: Checks<'_, R>,
) -> Option<Statistics> {
    let entry = entry?;
    let mut tell = |value: &str, message: String, help: &str| {
        let [.., site] = FILES;
        checks.tell(Severity::Warning, site, ("statistics", value), message, help);
    };
    let origin = origin(&entry.src);
    if origin.is_none() {
        let message = format!("\"{}\" is not the address of a script", entry.src);
        let help = "write an address with https:// and without ? or #; until then nothing counts";
        tell(&entry.src, message, help);
    }
    let is_hash = is_hash(&entry.integrity);
    if !is_hash {
        let message = format!("\"{}\" is not the hash of a script", entry.integrity);
        let help = "write sha384- and the digest in base64, as `openssl dgst -sha384 -binary FILE | base64` prints it";
        tell(&entry.integrity, message, help);
    }
    let connect = if entry.connect.is_empty() { origin } else { own_origin(&entry.connect) };
    if connect.is_none() && !entry.connect.is_empty() {
        let message = format!("\"{}\" is not an origin", entry.connect);
        tell(&entry.connect, message, "write https:// and the host, without a path");
    }
    let wrong = entry.data.keys().find(|name| !is_attribute(name));
    if let Some(name) = wrong {
        let message = format!("\"{name}\" cannot be the name of an attribute");
        tell(name, message, "write it with a-z, 0-9 and hyphens, without data-");
    }
    let data = entry.data.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
    (is_hash && wrong.is_none()).then_some(())?;
    let (src, integrity) = (entry.src.clone(), entry.integrity.clone());
    Some(Statistics {
        src,
        integrity,
        connect: connect.filter(|_| origin.is_some())?.to_owned(),
        data,
    })
}

/// The origin of an address that a policy can name: `https`, a host, an optional port, and a path of plain characters.
fn origin(address: &str) -> Option<&str> {
    let rest = address.strip_prefix("https://")?;
    let n_host = rest.find('/')?;
    let (host, path) = rest.split_at(n_host);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~/%@+".contains(c);
    (is_host(host) && path.chars().all(is_plain)).then(|| {
        let end = address.len() - path.len();
        address.get(..end).unwrap_or_default()
    })
}

/// The text, if it is only an origin.
fn own_origin(text: &str) -> Option<&str> {
    let host = text.strip_prefix("https://")?;
    is_host(host).then_some(text)
}

/// Whether it is a host with an optional port.
fn is_host(text: &str) -> bool {
    let (name, port) = text.split_once(':').unwrap_or((text, "443"));
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    name.contains('.') && name.split('.').all(is_label) && port.parse::<u16>().is_ok()
}

fn is_hash(text: &str) -> bool {
    HASHES.iter().any(|(name, n_bytes)| {
        let digest = text.strip_prefix(name).and_then(|digest| STANDARD.decode(digest).ok());
        digest.is_some_and(|digest| digest.len() == *n_bytes)
    })
}

fn is_attribute(name: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00=";

    /// The result of the settings, and the number of problems with them.
    fn read(src: &str, integrity: &str, connect: &str, name: &str) -> (Option<Statistics>, usize) {
        let entry = StatisticsEntry {
            src: src.to_owned(),
            integrity: integrity.to_owned(),
            connect: connect.to_owned(),
            data: [(name.to_owned(), "a \"b\"".to_owned())].into(),
        };
        let mut diagnostics = Vec::new();
        let checks = Checks { read: &|_: &str| None, diagnostics: &mut diagnostics };
        let read = statistics(Some(&entry), checks);
        (read, diagnostics.len())
    }

    #[test]
    fn a_script_sends_to_its_own_origin_unless_another_is_stated() {
        let src = "https://stats.example.org:8443/js/script.js";
        for (stated, connect) in [
            ("", "https://stats.example.org:8443"),
            ("https://api.example.org", "https://api.example.org"),
        ] {
            let (read, n_problems) = read(src, HASH, stated, "domain");
            assert_eq!((read.unwrap().connect.as_str(), n_problems), (connect, 0));
        }
    }

    #[test]
    fn what_a_policy_cannot_name_is_reported_and_left_out() {
        let src = "https://stats.example.org/a.js";
        for (src, integrity, connect, name) in [
            ("http://stats.example.org/a.js", HASH, "", "domain"),
            ("https://stats.example.org", HASH, "", "domain"),
            ("https://stats.example.org/a.js?id=1", HASH, "", "domain"),
            ("https://stats.example.org/a.js; script-src *", HASH, "", "domain"),
            ("https://*/a.js", HASH, "", "domain"),
            (src, "", "", "domain"),
            (src, "sha384-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00=", "", "domain"),
            (src, HASH, "https://*.example.org", "domain"),
            (src, HASH, "https://stats.example.org/path", "domain"),
            (src, HASH, "", "on load"),
        ] {
            let (read, n_problems) = read(src, integrity, connect, name);
            assert_eq!((read, n_problems), (None, 1), "{src} {integrity} {connect} {name}");
        }
    }
}
