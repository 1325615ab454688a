//! Words of the page that checks a recap. Its script reads most of them as JSON.

use serde::Serialize;

/// The words of one language. `{…}` marks what the script fills in.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct CheckStrings {
    #[serde(skip)]
    pub(crate) title: &'static str,
    #[serde(skip)]
    pub(crate) lead: &'static str,
    #[serde(skip)]
    pub(crate) private: &'static str,
    #[serde(skip)]
    pub(crate) choose: &'static str,
    #[serde(skip)]
    pub(crate) drop: &'static str,
    #[serde(skip)]
    pub(crate) no_script: &'static str,
    /// The name of a file.
    pub(crate) reading: &'static str,
    /// The name of a file.
    pub(crate) done: &'static str,
    /// The name of a file without readable text.
    pub(crate) nothing: &'static str,
    pub(crate) failed: &'static str,
    /// The page was opened from a disk.
    pub(crate) disk: &'static str,
    /// The reason, in English.
    pub(crate) left_out: &'static str,
    // The headings.
    pub(crate) known: &'static str,
    pub(crate) problems: &'static str,
    pub(crate) conference: &'static str,
    pub(crate) talks: &'static str,
    pub(crate) themes: &'static str,
    pub(crate) names: &'static str,
    pub(crate) header: &'static str,
    pub(crate) preview: &'static str,
    // Texts for a section that has nothing to show.
    pub(crate) no_problems: &'static str,
    pub(crate) no_conference: &'static str,
    pub(crate) no_talks: &'static str,
    pub(crate) no_themes: &'static str,
    // Whether the site has the recap.
    pub(crate) is_here: &'static str,
    pub(crate) is_partly_here: &'static str,
    pub(crate) is_new: &'static str,
    /// How many sentences of how many.
    pub(crate) sentences: &'static str,
    pub(crate) same_address: &'static str,
    pub(crate) same_title: &'static str,
    pub(crate) reasons: &'static str,
    /// A line.
    pub(crate) line: &'static str,
    /// The first and the last line.
    pub(crate) lines: &'static str,
    pub(crate) whole_file: &'static str,
    /// How often.
    pub(crate) times: &'static str,
    pub(crate) error: &'static str,
    pub(crate) warning: &'static str,
    pub(crate) uncertain: &'static str,
    pub(crate) header_about: &'static str,
    pub(crate) copy: &'static str,
    pub(crate) copied: &'static str,
}
