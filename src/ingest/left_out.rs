//! Why a readable file is not published, and which parts of a published file are hidden from readers.

use super::diagnostic::{Diagnostic, Severity};
use std::fmt;

/// Why a file is left out of the site. None of these is a mistake, so none is a diagnostic.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum LeftOut {
    /// Its header or a tag says that it is not to be published yet.
    Draft,
    /// Its header or a tag says that it is private, hidden or unlisted.
    Private,
    /// Its publication date is in the future.
    Future,
    /// Its header names a last day, and that day has passed.
    Expired,
    /// Its header holds placeholders for an editor to fill.
    Template,
    /// It is in a folder for drafts, templates or trash.
    Folder,
    /// `.gitignore` or `exclude` in `site.toml` names it.
    Excluded,
    /// It describes the folder that contains it, and mentions no event.
    Index,
}

impl LeftOut {
    /// What a tag of the file says: `draft`, `#status/wip`, `private`.
    pub(super) fn by_tag(tag: &str) -> Option<Self> {
        let tag = tag.trim_start_matches('#').to_lowercase();
        match tag.strip_prefix("status/").unwrap_or(&tag) {
            "draft" | "wip" | "unpublished" | "entwurf" | "brouillon" | "borrador" | "下書き" => {
                Some(Self::Draft)
            }
            "private" | "privat" | "privé" | "privato" | "privado" | "confidential" | "secret"
            | "internal" | "intern" => Some(Self::Private),
            _ => None,
        }
    }
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Draft => "draft",
            Self::Private => "private",
            Self::Future => "dated in the future",
            Self::Expired => "expired",
            Self::Template => "template",
            Self::Folder => "in a folder for drafts, templates or the trash",
            Self::Excluded => "excluded by .gitignore or site.toml",
            Self::Index => "about its folder and not about an event",
        })
    }
}

/// What was removed from a file because it is not for readers.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Withheld {
    /// Comments.
    pub comments: usize,
    /// The lines of sections that are private, and of what a program appends to a note.
    pub sections: Vec<u32>,
    /// The lines of email addresses, telephone numbers, passwords and signatures in a text.
    pub contacts: Vec<u32>,
    /// Lines of an email with addresses, telephone numbers or text that somebody else wrote.
    pub mail_lines: usize,
    /// Properties of Obsidian and Logseq that are no facts for readers, and queries.
    pub properties: usize,
}

/// Reports a file of which nothing is left for readers.
pub(super) fn empty(path: &str, withheld: &Withheld) -> Diagnostic {
    let (message, help) = if withheld.sections.is_empty() {
        ("there is no text in this file", "write a recap, or delete the file")
    } else {
        ("all text in this file is private", "leave it so, or add something for readers")
    };
    Diagnostic::of_file(Severity::Warning, "empty", path, message.to_owned(), help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::ingest;

    #[test]
    fn a_file_without_text_for_readers_says_why() {
        for (text, expected) in [
            ("# LoomConf 2019\n", "there is no text in this file"),
            ("# LoomConf 2019\n\n## Private\n\nWarm.", "all text in this file is private"),
        ] {
            let found = ingest("a.md", text.as_bytes()).diagnostics;
            assert_eq!(found.last().map(|it| it.message.as_str()), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_tag_in_the_text_keeps_a_file_private() {
        let left_out = |text: &str| ingest("a.md", text.as_bytes()).left_out;
        for text in
            ["#private\n\n# LoomConf 2019\n\nWarm.", "# LoomConf 2019\n\nWarm.\n\n#loom #privat\n"]
        {
            assert_eq!(left_out(text), Some(LeftOut::Private), "{text}");
        }
        assert_eq!(left_out("# LoomConf 2019\n\n#status/wip\n\nWarm."), Some(LeftOut::Draft));
        for text in ["# LoomConf 2019\n\nUse #private fields.", "# LoomConf 2019\n\n`#private`\n"] {
            assert_eq!(left_out(text), None, "{text}");
        }
    }
}
