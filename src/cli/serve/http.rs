//! Answers requests: the files of a site, and whether there is news. It answers only this machine.

use super::page::{SCRIPT_PATH, with_reload};
use super::problem::Problems;
use crate::publish::Preview;
use crate::text::percent::decode_path;
use std::ffi::OsStr;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use tiny_http::{Header, Request, Response, Server};

/// What the browser needs to know about the last build.
#[derive(Debug, Default)]
pub(super) struct State {
    /// Increases with every site that is shown.
    pub(super) version: u64,
    /// The problems in the folder.
    pub(super) problems: Problems,
    /// The parts of the last report in the terminal.
    pub(super) reported: Vec<String>,
}

/// Answers requests until somebody unblocks the server. `site` is `None` until there is one.
pub(super) fn answer_all(server: &Server, site: Option<&Preview<'_>>, state: &Mutex<State>) {
    for request in server.incoming_requests() {
        let (code, kind, bytes) = answer(&request, site, state);
        let mut response = Response::from_data(bytes).with_status_code(code);
        let headers = [
            ("Content-Type", kind),
            ("Cache-Control", "no-cache"),
            ("X-Content-Type-Options", "nosniff"),
        ];
        for (name, value) in headers {
            if let Ok(header) = Header::from_bytes(name, value) {
                response.add_header(header);
            }
        }
        // A browser that has gone away needs no answer.
        drop(request.respond(response));
    }
}

/// Shown while errors prevent showing the site; the script adds the errors.
const NO_SITE: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>No site yet</title><body><p>There is no site to show yet, because of errors. This page reloads once they are fixed.</body></html>";

type Answer = (u16, &'static str, Vec<u8>);

fn answer(request: &Request, site: Option<&Preview<'_>>, state: &Mutex<State>) -> Answer {
    const TEXT: &str = "text/plain; charset=utf-8";
    // A page of another host must not read the notes, even if that host's name resolves to this machine.
    let host = request.headers().iter().find(|header| header.field.equiv("Host"));
    if !host.is_some_and(|host| is_local(host.value.as_str())) {
        return (403, TEXT, b"This server answers to localhost only.\n".to_vec());
    }
    let path = request.url().split(['?', '#']).next().unwrap_or_default();
    match path {
        "/.hallway/state.json" => {
            let state = state.lock().unwrap_or_else(PoisonError::into_inner);
            let json = serde_json::json!({ "version": state.version, "problems": state.problems });
            return (200, kind("json"), json.to_string().into_bytes());
        }
        SCRIPT_PATH => return (200, kind("js"), include_bytes!("reload.js").to_vec()),
        _ => {}
    }
    let Some(site) = site else {
        return (503, kind("html"), with_reload(NO_SITE).into_bytes());
    };
    let path = file(path);
    let found = path.as_ref().and_then(|path| site.file(path));
    let (code, path, bytes) = match found.zip(path) {
        Some((bytes, path)) => (200, path, bytes),
        None => match site.not_found() {
            Some(bytes) => (404, "404.html".to_owned(), bytes),
            None => return (404, TEXT, b"There is no such page.\n".to_vec()),
        },
    };
    match Path::new(&path).extension().and_then(OsStr::to_str) {
        Some("html") => {
            (code, kind("html"), with_reload(&String::from_utf8_lossy(&bytes)).into_bytes())
        }
        ending => (code, kind(ending.unwrap_or_default()), bytes.to_vec()),
    }
}

/// The file of the site that an address means; `None` if the address is not a valid path.
fn file(path: &str) -> Option<String> {
    let path = decode_path(path);
    let path = path.trim_start_matches('/');
    let is_plain = !path.contains(['\\', '\0']) && path.split('/').all(|it| it != "..");
    let index = if path.is_empty() || path.ends_with('/') { "index.html" } else { "" };
    is_plain.then(|| [path, index].concat())
}

/// Whether a host with its port is this machine.
fn is_local(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    ["localhost", "127.0.0.1", "[::1]"].contains(&name)
}

/// The content type of an ending.
fn kind(ending: &str) -> &'static str {
    match ending {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "svg" => "image/svg+xml; charset=utf-8",
        "xml" | "atom" => "application/xml; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" | "bib" => "text/plain; charset=utf-8",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "png" => "image/png",
        "webp" => "image/webp",
        "jpg" | "jpeg" => "image/jpeg",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_means_a_file_of_the_site() {
        for (path, expected) in [
            ("/", Some("index.html")),
            ("/talk/a%20b+c.html", Some("talk/a b+c.html")),
            ("/talk/", Some("talk/index.html")),
            ("//etc/passwd", Some("etc/passwd")),
            ("/../a", None),
            ("/%2e%2e/a", None),
            ("/a/..%2f..%2fb", None),
            ("/a\\..\\b", None),
            ("/%00", None),
        ] {
            assert_eq!(file(path).as_deref(), expected, "{path}");
        }
    }

    #[test]
    fn only_this_machine_is_answered() {
        for (host, is_it) in [
            ("localhost:8080", true),
            ("127.0.0.1", true),
            ("[::1]:8080", true),
            ("a.example", false),
        ] {
            assert_eq!(is_local(host), is_it, "{host}");
        }
    }
}
