//! Reads the look of the site from `site.toml`, and reports values that cannot be used.

mod color;
mod navigation;

pub(super) use navigation::check_navigation;

use super::registry::{Checks, FILES, SiteEntry};
use crate::ingest::{Severity, linkable, markdown_blocks};
use crate::model::{Accent, Look};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use color::Color;
use std::collections::BTreeMap;

/// Extensions of pictures, and their media types.
const PICTURES: &[(&str, &str)] = &[
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("webp", "image/webp"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("ico", "image/x-icon"),
];

/// Largest icon and largest logo in bytes. Every page contains the icon, and every style sheet the logo.
const MAX_ICON: usize = 8_000;
const MAX_LOGO: usize = 32_000;

/// The look of the site. `files` are the files that the entry names, by path.
pub(super) fn look<R: Fn(&str) -> Option<Vec<u8>>>(
    entry: &SiteEntry,
    files: &BTreeMap<String, Vec<u8>>,
    checks: Checks<'_, R>,
) -> Look {
    let mut reader = LookReader { files, checks };
    Look {
        accent: reader.accent(&entry.accent),
        fonts: entry.fonts,
        logo: reader.picture(&entry.logo, MAX_LOGO),
        icon: reader.picture(&entry.icon, MAX_ICON),
        style: reader.style(&entry.style),
        navigation: entry
            .navigation
            .iter()
            .filter_map(|link| Some((link.title.clone(), reader.address(&link.url)?)))
            .collect(),
        home: markdown_blocks(&entry.home),
        footer: markdown_blocks(&entry.footer),
    }
}

struct LookReader<'a, R> {
    files: &'a BTreeMap<String, Vec<u8>>,
    checks: Checks<'a, R>,
}

impl<'a, R: Fn(&str) -> Option<Vec<u8>>> LookReader<'a, R> {
    fn accent(&mut self, text: &str) -> Option<Accent> {
        if text.trim().is_empty() {
            return None;
        }
        let Some(color) = Color::read(text) else {
            let message = format!("\"{text}\" is not a color that Hallway knows");
            self.tell(text, message, "write it as #rrggbb, for example #0a6b4f");
            return None;
        };
        let accent = color::accent(color);
        if accent.light != color.css() {
            let message = format!(
                "links in \"{text}\" could not be read on white; light pages use {} instead",
                accent.light
            );
            self.tell(text, message, "choose a darker color to have it used unchanged");
        }
        Some(accent)
    }

    /// A picture as a `data:` address. Empty when there is none.
    fn picture(&mut self, path: &str, most: usize) -> String {
        let Some(bytes) = self.file(path) else { return String::new() };
        let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let known = PICTURES.iter().find(|(known, _)| *known == ending);
        let Some((_, media_type)) = known else {
            let message = format!("\"{path}\" is not a supported image");
            self.tell(path, message, "take an SVG, PNG, WebP, JPEG or ICO file");
            return String::new();
        };
        if bytes.len() > most {
            let message = format!("\"{path}\" has {} bytes; at most {most} are used", bytes.len());
            self.tell(path, message, "make it smaller, for example as an SVG");
            return String::new();
        }
        format!("data:{media_type};base64,{}", STANDARD.encode(bytes))
    }

    fn style(&mut self, path: &str) -> String {
        let Some(bytes) = self.file(path) else { return String::new() };
        let text = String::from_utf8_lossy(bytes).into_owned();
        if text.matches('{').count() != text.matches('}').count() {
            let message = format!("\"{path}\" has unequal numbers of {{ and }}");
            self.tell(path, message, "correct the style sheet; until then it is left out");
            return String::new();
        }
        text
    }

    /// The file at a path of the data folder. Reports a missing file.
    fn file(&mut self, path: &str) -> Option<&'a [u8]> {
        if path.is_empty() {
            return None;
        }
        let found = self.files.get(path).map(Vec::as_slice);
        if found.is_none() {
            let message = format!("there is no file \"{path}\" in the data folder");
            self.tell(path, message, "name a file by its path below the folder of site.toml");
        }
        found
    }

    /// An address that readers can follow, or a path below the folder of the site.
    fn address(&mut self, url: &str) -> Option<String> {
        let is_path = !url.is_empty()
            && !url.starts_with('/')
            && !url.contains("..")
            && url.chars().all(|c| c.is_ascii_alphanumeric() || "-_./?=&#".contains(c));
        let address = linkable(url).or_else(|| is_path.then(|| url.to_owned()));
        if address.is_none() {
            let message = format!("\"{url}\" is not an address that a reader can follow");
            let help =
                "write a page of the site such as about.html, or a full address with https://";
            self.tell(url, message, help);
        }
        address
    }

    fn tell(&mut self, value: &str, message: String, help: &str) {
        let [.., site] = FILES;
        self.checks.tell(Severity::Warning, site, ("look", value), message, help);
    }
}
