//! Where the files of embedded views are, below the folder of the site.

use crate::ui::link::HOME;

/// The page that shows any view.
pub(super) const ANY: &str = "embed.html";
/// The folder of the views that a curator saved, below the folder of all embedded pages.
pub(super) const SAVED: &str = "saved";

/// The embedded page that belongs to a page.
pub(crate) fn embed_path(page: &str) -> String {
    if page == HOME { ANY.to_owned() } else { ["embed/", page].concat() }
}

/// The embedded view of a page as it was in an earlier version of the data. Only pages that no query can show have
/// one: the explorer of that version shows all others.
pub(crate) fn kept_path(version: &str, page: &str) -> String {
    ["embed-", version, "/", page].concat()
}

/// The oEmbed file of an embedded page.
pub(crate) fn oembed_path(embed: &str) -> String {
    embed.strip_suffix(".html").unwrap_or(embed).to_owned() + ".json"
}
