//! Which files in `pages/` are recaps: Logseq keeps every page there, and Hallway those of the curator.

use crate::ingest::{Diagnostic, Severity, ingest, is_on_event};
use std::path::Path;

/// What a file in `pages/` is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum PageKind {
    /// A page of the curator's.
    Page,
    /// The curator may have meant a recap.
    Unclear,
    /// A recap.
    Recap,
}

/// Whether a folder is a vault of Logseq.
pub(super) fn is_vault(root: &Path) -> bool {
    ["logseq", "journals"].iter().any(|folder| root.join(folder).is_dir())
}

/// What a file in `pages/` is, by its form and by what it is about. `is_in_vault`: Logseq wrote the folder.
pub(super) fn kind(path: &str, bytes: &[u8], is_in_vault: bool) -> PageKind {
    let is_outline = std::str::from_utf8(bytes).is_ok_and(is_outline);
    if is_in_vault && is_outline {
        return PageKind::Recap;
    }
    let file = path.rsplit('/').next().unwrap_or(path);
    let name = file.rsplit_once('.').map_or(file, |(name, _)| name);
    // A file with the name of an event alone says so by that name.
    let is_named = is_on_event("", format!("# {name}\n\nText.").as_bytes());
    if !is_named && !is_on_event(path, bytes) {
        return PageKind::Page;
    }
    let has_talks = ingest(path, bytes).draft.is_some_and(|draft| !draft.talks.is_empty());
    if is_in_vault || is_outline || is_named && has_talks {
        PageKind::Recap
    } else {
        PageKind::Unclear
    }
}

/// Whether a text has the form of a page of Logseq: every line is an item of a list, a part of one, or a property.
fn is_outline(text: &str) -> bool {
    let is_item = |line: &str| line == "-" || line.starts_with("- ");
    let is_property =
        |line: &str| line.split_once(":: ").is_some_and(|(key, _)| !key.contains(' '));
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).peekable();
    lines.clone().any(is_item)
        && lines.all(|line| {
            is_item(line)
                || is_property(line)
                || line.starts_with([' ', '\t']) && line.trim() != line
        })
}

/// Says that a page of the curator's may be a recap.
pub(super) fn unclear(path: &str) -> Diagnostic {
    let message =
        "this file is about an event, but files in pages/ are pages of the site; it is no recap"
            .to_owned();
    let help = "if it is a recap, move it out of pages/";
    Diagnostic::of_file(Severity::Warning, "page-or-recap", path, message, help)
}

#[cfg(test)]
mod tests {
    use crate::bundle::Folder;
    use std::fs;

    /// A folder with these files.
    fn read(files: &[(&str, &[u8])]) -> Folder {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        Folder::read(folder.path()).unwrap()
    }

    #[test]
    fn pages_of_logseq_are_recaps_and_those_of_the_curator_are_not() {
        let outline: &[u8] = b"- ## Looms that sing\n  speaker:: [[Ada Weaver]]\n  - Loud.\n";
        let loose: &[u8] = b"- Wool\n\t- Warm.\n";
        let recap: &[u8] = b"# LoomConf 2019\n\n## Looms that sing (Ada Weaver)\n\nLoud.\n";
        let about: &[u8] = b"# About\n\nNotes on looms, with talks of LoomConf 2019.\n";
        let recaps = |files: &[(&str, &[u8])]| {
            let folder = read(files);
            let codes: Vec<&str> = folder.diagnostics.iter().map(|it| it.code).collect();
            assert!(codes.iter().all(|code| *code == "page-or-recap"), "{codes:?}");
            let names = folder.recaps.keys().map(|name| name.replace("pages/", ""));
            (names.collect::<Vec<_>>().join(" "), folder.pages.len(), codes.len())
        };
        let is = |recaps: &str, n_pages, n_told| (recaps.to_owned(), n_pages, n_told);
        assert_eq!(recaps(&[("pages/LoomConf 2019.md", outline)]), is("LoomConf 2019.md", 0, 0));
        assert_eq!(recaps(&[("pages/LoomConf 2019.md", recap)]), is("LoomConf 2019.md", 0, 0));
        assert_eq!(recaps(&[("pages/wool.md", loose)]), is("", 1, 0));
        assert_eq!(recaps(&[("pages/wool.md", loose), ("logseq/a.edn", b"")]), is("wool.md", 0, 0));
        assert_eq!(recaps(&[("pages/about.md", about)]), is("", 1, 0));
        assert_eq!(recaps(&[("pages/about.md", about), ("logseq/a.edn", b"")]), is("", 1, 0));
        assert_eq!(recaps(&[("pages/loom.md", b"# LoomConf 2019\n\nWarm.")]), is("", 1, 1));
    }
}
