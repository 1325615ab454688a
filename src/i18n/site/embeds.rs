//! Words of embedded pages, and of the pages about embedding. The client does not contain them.

/// The words of one language.
#[derive(Debug)]
pub(crate) struct EmbedStrings {
    // In an embedded view.
    pub(crate) whole: &'static str,
    pub(crate) refused: &'static str,
    pub(crate) copy: &'static str,
    pub(crate) copied: &'static str,
    pub(crate) newer: &'static str,
    pub(crate) not_kept: &'static str,
    /// Recaps and notes of one year, for the picture.
    pub(crate) picture: fn(&str, usize) -> String,

    // The page that shares a view.
    pub(crate) share: &'static str,
    pub(crate) share_title: &'static str,
    pub(crate) share_back: &'static str,
    pub(crate) share_lead: &'static str,
    pub(crate) share_no_script: &'static str,
    pub(crate) all_forms: &'static str,
    pub(crate) preview: &'static str,
    pub(crate) width: &'static str,
    pub(crate) scheme: &'static str,
    pub(crate) schemes: [(&'static str, &'static str); 3],
    pub(crate) chrome: &'static str,
    pub(crate) chromes: [(&'static str, &'static str); 3],
    pub(crate) accent: &'static str,
    pub(crate) max: &'static str,
    pub(crate) pin: &'static str,
    pub(crate) weight: &'static str,
    /// The forms of embedding: the name that `share.js` uses, the name on the screen, and when to use it.
    pub(crate) forms: [(&'static str, &'static str, &'static str); 8],
    pub(crate) none: &'static str,
    pub(crate) save: &'static str,

    // The page that shows every form.
    pub(crate) gallery: &'static str,
    pub(crate) gallery_lead: &'static str,
    pub(crate) source: &'static str,
    pub(crate) example: &'static str,
    pub(crate) saved: &'static str,
    pub(crate) strict: &'static str,
    pub(crate) strict_note: &'static str,
}
