//! oEmbed 1.0: how other sites can embed a page, and the links that lead there.

use super::{Exports, feeds, head::HeadElements};
use crate::{
    pages::escaped,
    pages::{RenderedPage, oembed_path},
    publish::SiteUrl,
};
use serde_json::json;

impl Exports<'_> {
    /// The oEmbed file of a view with a title. `embed` is the address that shows it in other people's pages, and `whole`
    /// the full page. `None` for a site without an address.
    pub(crate) fn oembed(&self, title: &str, embed: &str, whole: &str) -> Option<Vec<u8>> {
        let url: &SiteUrl = self.context.url?;
        let (name, whole) = (escaped(title), escaped(&url.of(whole)));
        let frame = escaped(&url.of(embed));
        // The form that WordPress accepts from unknown hosts: a quotation, and a frame that it shows once the frame has
        // reported its height.
        let html = format!(
            "<blockquote class=\"wp-embedded-content\"><a href=\"{whole}\">{name}</a></blockquote>\
             <iframe class=\"wp-embedded-content\" sandbox=\"allow-scripts\" src=\"{frame}\" \
             title=\"{name}\" width=\"100%\" height=\"480\" frameborder=\"0\" loading=\"lazy\"></iframe>"
        );
        let answer = json!({
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_name": self.context.site.title,
            "provider_url": url.of("index.html"),
            "width": 600,
            "height": 480,
            "html": html,
        });
        Some(answer.to_string().into_bytes())
    }

    /// The links in the head of an embedded page: the full page, oEmbed, the feed.
    pub(crate) fn embed_links(&self, embed: &RenderedPage, whole: &str) -> String {
        let mut head = HeadElements::default();
        if let Some(url) = self.context.url {
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
