//! Why a readable file is not published, and which parts of a published file are hidden from readers.

use std::fmt;

/// Why a file is left out of the site. None of these is a mistake, so none is a diagnostic.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum LeftOut {
    /// Its header says that it is not to be published yet.
    Draft,
    /// Its header says that it is private, hidden or unlisted.
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
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Withheld {
    /// Comments.
    pub comments: usize,
    /// Email addresses, telephone numbers and signatures in a text.
    pub contacts: usize,
    /// Lines of an email with addresses, telephone numbers or text that somebody else wrote.
    pub mail_lines: usize,
}

impl std::ops::AddAssign for Withheld {
    fn add_assign(&mut self, other: Self) {
        self.comments += other.comments;
        self.contacts += other.contacts;
        self.mail_lines += other.mail_lines;
    }
}
