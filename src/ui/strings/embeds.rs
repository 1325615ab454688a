//! Words of the pages that stand in other pages, and of those that say how. The client never says
//! them, so it does not carry them.

/// The words of one language.
pub(crate) struct EmbedStrings {
    // In an embedded view.
    pub(crate) whole: &'static str,
    pub(crate) refused: &'static str,
    pub(crate) copy: &'static str,
    pub(crate) newer: &'static str,
    pub(crate) not_kept: &'static str,
    /// Articles and passages of one year, for the picture.
    pub(crate) picture: fn(&str, usize) -> String,

    // The page that shares a view.
    pub(crate) share: &'static str,
    pub(crate) share_title: &'static str,
    pub(crate) share_lead: &'static str,
    pub(crate) share_no_script: &'static str,
    pub(crate) all_forms: &'static str,
    pub(crate) preview: &'static str,
    pub(crate) preview_note: &'static str,
    pub(crate) width: &'static str,
    pub(crate) scheme: &'static str,
    pub(crate) schemes: [(&'static str, &'static str); 3],
    pub(crate) chrome: &'static str,
    pub(crate) chromes: [(&'static str, &'static str); 3],
    pub(crate) accent: &'static str,
    pub(crate) max: &'static str,
    pub(crate) pin: &'static str,
    pub(crate) weight: &'static str,
    /// The forms, by the name that `share.js` knows them by: what it is called, and when to take it.
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

/// English.
pub(crate) const EMBEDS_EN: EmbedStrings = EmbedStrings {
    whole: "Open the whole page",
    refused: "This frame may not open pages. The address, to copy:",
    copy: "Copy",
    newer: "This view is kept as it was. There are newer notes:",
    not_kept: "The version that was asked for is no longer kept; this is the latest.",
    picture: |year, count| format!("{year}: {count}"),
    share: "Share or embed",
    share_title: "Share or embed this view",
    share_lead: "Copy what suits the place where it goes. Nothing here needs an account, a server or a permission.",
    share_no_script: "Without scripts: an embedded page stands beside every page, under embed/. The address of theme/x.html is embed/theme/x.html there.",
    all_forms: "See every form at work",
    preview: "Preview",
    preview_note: "In the strictest frame that still runs scripts.",
    width: "Width",
    scheme: "Colors",
    schemes: [("auto", "As the reader’s system"), ("light", "Light"), ("dark", "Dark")],
    chrome: "Around it",
    chromes: [("none", "Nothing"), ("min", "A heading"), ("full", "All of it")],
    accent: "Accent",
    max: "At most",
    pin: "Keep this version of the notes",
    weight: "Sent to a reader: about {kB} kB",
    forms: [
        ("link", "Link", "For anywhere."),
        (
            "iframe",
            "Frame",
            "For any page that takes HTML. The page needs nothing else, and no script of ours runs in it.",
        ),
        (
            "element",
            "Element",
            "For pages that may run a script: it is as tall as what it shows, up to a maximum.",
        ),
        (
            "oembed",
            "oEmbed",
            "For WordPress and others that ask for it: paste the link there, or give them this address.",
        ),
        ("html", "HTML", "For places that strip frames: a plain list of links."),
        ("markdown", "Markdown", "For a readme or a forum."),
        ("picture", "Picture", "An SVG with the number of talks and passages by year."),
        ("feed", "Feed", "To hear of new notes."),
    ],
    none: "Not available for this view on this site.",
    save: "Save the picture",
    gallery: "Embedding",
    gallery_lead: "Every view of this site can stand in another page. Here is each form, live, with what to paste for it.",
    source: "What to paste",
    example: "As it looks",
    saved: "Views that the curator saved",
    strict: "Frame that may run nothing",
    strict_note: "Where even scripts are forbidden, the list is there all the same.",
};
