//! What kind of file each file of a site is, for the table at the end of a build.

use super::{build_record::BUILD_FILE, client::has_extension};
use crate::model::MEDIA;

/// A kind of file, in the order of the table.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum FileKind {
    /// The pages of the site.
    Page,
    /// The dataset and the index for search.
    Data,
    /// Views for other people's pages.
    Embed,
    /// What other programs read: feeds, calendars, tables, references, notes, the sitemap.
    Export,
    /// Pictures that previews of pages show.
    Preview,
    /// The pictures of recaps.
    Media,
    /// The client, scripts, style sheets, and the names that scripts read.
    Client,
    /// What hosts and later builds read.
    Host,
}

impl FileKind {
    /// The kind of the file at a path of a site.
    pub(super) fn of(path: &str) -> Self {
        let is = |extension| has_extension(path, extension);
        let any = |extensions: &[&str]| extensions.iter().any(|it| has_extension(path, it));
        if path.starts_with("embed") && path != "embedding.html" {
            Self::Embed
        } else if path.starts_with("bundle/") {
            Self::Data
        } else if path.starts_with(MEDIA) {
            Self::Media
        } else if path.starts_with('_') || path.starts_with('.') || path == BUILD_FILE {
            Self::Host
        } else if is("html") {
            Self::Page
        } else if is("png") {
            Self::Preview
        } else if any(&["bib", "csv", "ics", "md", "txt", "xml"]) {
            Self::Export
        } else {
            Self::Client
        }
    }

    /// Its name, for many files.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Page => "pages",
            Self::Data => "dataset and search",
            Self::Embed => "embedded views",
            Self::Export => "exports and feeds",
            Self::Preview => "preview pictures",
            Self::Media => "pictures of recaps",
            Self::Client => "client and styles",
            Self::Host => "for hosts and builds",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_is_of_a_kind() {
        for (path, expected) in [
            ("talk/looms.html", FileKind::Page),
            ("embedding.html", FileKind::Page),
            ("embed.html", FileKind::Embed),
            ("embed/theme/looms.json", FileKind::Embed),
            ("embed-0123456789ab.html", FileKind::Embed),
            ("bundle/catalog-0123456789ab.json", FileKind::Data),
            ("conference/looms-2018.bib", FileKind::Export),
            ("sitemap.xml", FileKind::Export),
            ("theme/looms.png", FileKind::Preview),
            ("media/0123456789abcdef.png", FileKind::Media),
            ("app.js", FileKind::Client),
            ("names.json", FileKind::Client),
            ("_headers", FileKind::Host),
            ("build.json", FileKind::Host),
        ] {
            assert_eq!(FileKind::of(path), expected, "{path}");
        }
    }
}
