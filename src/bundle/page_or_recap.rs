//! Decides which files in `pages/` are recaps. Logseq keeps every page there; for Hallway, that folder holds pages of
//! the site.

use crate::ingest::{Diagnostic, Severity, ingest, is_list, is_on_event};

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

/// Folders that only a vault of Logseq has.
pub(super) const VAULT_FOLDERS: [&str; 2] = ["logseq", "journals"];

/// What a file in `pages/` is, by its form and by what it is about. `is_in_vault`: Logseq wrote the folder.
pub(super) fn kind(path: &str, bytes: &[u8], is_in_vault: bool) -> PageKind {
    // Logseq writes a page as a list of items and properties.
    let is_outline = std::str::from_utf8(bytes).is_ok_and(is_list);
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
    use super::*;

    #[test]
    fn pages_of_logseq_are_recaps_and_those_of_the_curator_are_not() {
        let outline = "- ## Looms that sing\n  speaker:: [[Ada Weaver]]\n  - Loud.\n";
        let loose = "- Wool\n\t- Warm.\n";
        let recap = "# LoomConf 2019\n\n## Looms that sing (Ada Weaver)\n\nLoud.\n";
        let about = "# About\n\nNotes on looms, with talks of LoomConf 2019.\n";
        for (file, text, alone, in_vault) in [
            ("LoomConf 2019.md", outline, PageKind::Recap, PageKind::Recap),
            ("LoomConf 2019.md", recap, PageKind::Recap, PageKind::Recap),
            ("FOSDEM 2019.md", recap, PageKind::Recap, PageKind::Recap),
            ("Public.md", "public::\n- Wool\n", PageKind::Page, PageKind::Recap),
            ("wool.md", loose, PageKind::Page, PageKind::Recap),
            ("about.md", about, PageKind::Page, PageKind::Page),
            ("loom.md", "# LoomConf 2019\n\nWarm.", PageKind::Unclear, PageKind::Recap),
        ] {
            let path = format!("pages/{file}");
            let found = [false, true].map(|is_in_vault| kind(&path, text.as_bytes(), is_in_vault));
            assert_eq!(found, [alone, in_vault], "{file}: {text}");
        }
    }
}
