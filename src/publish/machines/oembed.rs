//! oEmbed 1.0: what a page says to whoever wants to show it in another, and where that is found.

use super::{Machines, feeds, head::Head};
use crate::{
    publish::SiteUrl,
    ui::{Sheet, escaped, oembed_path},
};
use serde_json::json;

/// The type by which programs find it.
pub(super) const OEMBED: &str = "application/json+oembed";

impl Machines<'_> {
    /// What oEmbed says of an embedded page; `whole` is the page it stands for. `None` for a site
    /// without an address.
    pub(crate) fn oembed(&self, embed: &Sheet, whole: &str) -> Option<Vec<u8>> {
        let url: &SiteUrl = self.url?;
        let (title, whole) = (escaped(&embed.title), escaped(&url.of(whole)));
        let frame = escaped(&url.of(&embed.path));
        // The form that WordPress takes from hosts that it does not know: a quotation, and a frame
        // that it shows once it has told its height.
        let html = format!(
            "<blockquote class=\"wp-embedded-content\"><a href=\"{whole}\">{title}</a></blockquote>\
             <iframe class=\"wp-embedded-content\" sandbox=\"allow-scripts\" src=\"{frame}\" \
             title=\"{title}\" width=\"100%\" height=\"480\" frameborder=\"0\" loading=\"lazy\"></iframe>"
        );
        let answer = json!({
            "version": "1.0",
            "type": "rich",
            "title": embed.title,
            "provider_name": self.site.title,
            "provider_url": url.of("index.html"),
            "width": 600,
            "height": 480,
            "html": html,
        });
        Some(answer.to_string().into_bytes())
    }

    /// The links in the head of an embedded page: what it stands for, oEmbed, its feed.
    pub(crate) fn embed_links(&self, embed: &Sheet, whole: &str) -> String {
        let mut head = Head::default();
        if let Some(url) = self.url {
            head.element("link", &[("rel", "canonical"), ("href", &url.of(whole))]);
            head.oembed(&url.of(&oembed_path(&embed.path)), &embed.title);
            let path = feeds::path_of(whole);
            let path = if self.feeds.contains_key(&path) { &path } else { feeds::ALL };
            if self.feeds.contains_key(path) {
                let href = url.of(path);
                let kind = "application/atom+xml";
                head.element("link", &[("rel", "alternate"), ("type", kind), ("href", &href)]);
            }
        }
        head.text()
    }
}
