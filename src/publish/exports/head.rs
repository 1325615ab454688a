//! What the head of a page tells programs: link previews, search engines, feed readers, browsers.

use super::{Exports, alternates::Alternate};
use crate::{
    pages::escaped,
    pages::{Page, RenderedPage, embed_path, oembed_path},
    publish::{pictures, scripts::script::json_in_html},
};

/// The media type by which programs find the oEmbed file of a page.
const OEMBED: &str = "application/json+oembed";

impl Exports<'_> {
    /// The elements for the head of a page, except its title.
    pub(in crate::publish) fn head(&self, page: &RenderedPage) -> String {
        let about = page.about.as_ref();
        // Nothing is known about the curator's own pages.
        let is_known = about.is_some() || page.is_explorer();
        let description = match &page.author {
            Some(author) => (self.context.words.exports.wrote)(&author.name, author.recaps.len()),
            None if is_known => self.context.description(about),
            None => String::new(),
        };
        let address = self.context.absolute(&page.path);
        let mut head = HeadElements::default();
        head.meta("name", "description", &description);
        head.meta("property", "og:title", &page.title);
        let kind = if page.author.is_some() { "profile" } else { kind(about) };
        head.meta("property", "og:type", kind);
        head.meta("property", "og:description", &description);
        if page.title != self.context.site.title {
            head.meta("property", "og:site_name", &self.context.site.title);
        }
        head.meta("property", "og:url", address.as_deref().unwrap_or_default());
        if let Some(picture) =
            self.previews.of(&page.path).and_then(|path| self.context.absolute(path))
        {
            let (width, height) = pictures::SIZE;
            head.meta("property", "og:image", &picture);
            head.meta("property", "og:image:type", "image/png");
            head.meta("property", "og:image:width", &width.to_string());
            head.meta("property", "og:image:height", &height.to_string());
            head.meta(
                "property",
                "og:image:alt",
                &(self.context.words.exports.preview)(&page.title),
            );
            head.meta("name", "twitter:card", "summary_large_image");
        } else {
            head.meta("name", "twitter:card", "summary");
        }
        if let Some(address) = &address {
            head.element("link", &[("rel", "canonical"), ("href", address)]);
        }
        if let Some(url) = self
            .context
            .url
            .filter(|_| is_known && about.is_none_or(|it| self.context.extra_files.announce(it)))
        {
            head.oembed(&url.of(&oembed_path(&embed_path(&page.path))), &page.title);
        }
        let root = if page.path.contains('/') { "../" } else { "" };
        for Alternate { format, path, title } in self.alternates_in_head(page) {
            let href = [root, &path].concat();
            let attributes = [("rel", "alternate"), ("type", format.media_type()), ("href", &href)];
            head.element("link", &[attributes.as_slice(), &[("title", &title)]].concat());
        }
        // Without the address, the explorer's data would only repeat the title.
        let is_telling = about.is_some() || (page.is_explorer() && address.is_some());
        let json = match &page.author {
            Some(author) => self.context.author_page_ld(author),
            None => self.context.json_ld(about).filter(|_| is_telling),
        };
        if let Some(json) = json {
            let json = json_in_html(&json.to_string());
            head.0 =
                [&head.0, "\n<script type=\"application/ld+json\">", &json, "</script>"].concat();
        }
        head.0
    }
}

/// The kind of a page, as `OpenGraph` knows it.
fn kind(about: Option<&Page>) -> &'static str {
    match about {
        Some(Page::Recap(_)) => "article",
        Some(Page::Person(_)) => "profile",
        Some(
            Page::Conference(_)
            | Page::Talk(_)
            | Page::Theme(_)
            | Page::Organization(_)
            | Page::Year(_),
        )
        | None => "website",
    }
}

#[derive(Default)]
pub(super) struct HeadElements(String);

impl HeadElements {
    /// A `meta` element; none for an empty `content`.
    fn meta(&mut self, by: &str, name: &str, content: &str) {
        if !content.is_empty() {
            self.element("meta", &[(by, name), ("content", content)]);
        }
    }

    /// The link to the oEmbed file. Its consumers want an absolute address.
    pub(super) fn oembed(&mut self, href: &str, title: &str) {
        let kind = [("rel", "alternate"), ("type", OEMBED)];
        self.element("link", &[&kind[..], &[("href", href), ("title", title)]].concat());
    }

    /// The elements.
    pub(super) fn text(self) -> String {
        self.0
    }

    pub(super) fn element(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.0 += "\n<";
        self.0 += tag;
        for (name, value) in attributes {
            self.0 = [&self.0, " ", name, "=\"", &escaped(value), "\""].concat();
        }
        self.0.push('>');
    }
}
