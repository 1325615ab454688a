//! Why a file that can be read is not published, and what of a published one is not for readers.

use std::fmt;

/// Why a file is left out of the site. None of these is a mistake, so none is a diagnostic.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum LeftOut {
    /// Its header says that it is not to be published yet.
    Draft,
    /// Its header says that it is private, hidden or unlisted.
    Private,
    /// Its date of publication is still to come.
    Future,
    /// Its header names a last day, which has passed.
    Expired,
    /// Its header holds placeholders for an editor to fill.
    Template,
    /// It lies in a folder for drafts, templates or the trash.
    Folder,
    /// `.gitignore` or `exclude` in `site.toml` names it.
    Excluded,
    /// It describes the folder that it lies in, and tells of no event.
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

/// What was taken out of a file since it is not for readers.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Withheld {
    /// Comments.
    pub comments: usize,
    /// Addresses of mails, telephone numbers and signatures in a text.
    pub contacts: usize,
    /// Lines of a mail with addresses, telephone numbers or what somebody else wrote.
    pub mail_lines: usize,
}

impl std::ops::AddAssign for Withheld {
    fn add_assign(&mut self, other: Self) {
        self.comments += other.comments;
        self.contacts += other.contacts;
        self.mail_lines += other.mail_lines;
    }
}
