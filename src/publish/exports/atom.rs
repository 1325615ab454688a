//! Feeds as Atom; RFC 4287.

use super::{
    ExportContext,
    feeds::{Feed, FeedEntry},
    site_url::SiteUrl,
    xml::Xml,
};
use crate::{model::PartialDate, ui::display_names::author};

/// A feed as a file.
pub(super) fn atom(
    context: &ExportContext<'_>,
    url: &SiteUrl,
    path: &str,
    feed: &Feed<'_>,
) -> Vec<u8> {
    let site = context.site;
    let language = ("xml:lang", site.language.as_str());
    Xml::file("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), language], |xml| {
        xml.text("id", &url.tag(&feed.key));
        xml.text("title", &feed.title);
        let updated = feed.items.iter().map(|item| item.updated(context.history)).max();
        xml.text("updated", &updated.map(moment).unwrap_or_default());
        link(xml, "self", "application/atom+xml", &url.of(path));
        link(xml, "alternate", "text/html", &url.of(&feed.page));
        xml.text("generator", "Hallway");
        // For entries without an author.
        xml.element("author", &[], |xml| xml.text("name", &site.title));
        if !site.license.is_empty() {
            xml.text("rights", &site.license);
        }
        for item in &feed.items {
            xml.element("entry", &[], |xml| entry(xml, context, url, item));
        }
    })
}

fn entry(xml: &mut Xml, context: &ExportContext<'_>, url: &SiteUrl, item: &FeedEntry<'_>) {
    let FeedEntry { recap, note, day } = *item;
    let path = item.path();
    xml.text("id", &url.tag(&item.key(context.history)));
    xml.text("title", note.map_or(&recap.title, |note| &note.title));
    xml.text("updated", &moment(item.updated(context.history)));
    xml.text("published", &moment(day));
    if let Some(name) = author(recap) {
        xml.element("author", &[], |xml| xml.text("name", name));
    }
    link(xml, "alternate", "text/html", &url.of(&path));
    if let Some(copy) = recap.copies.iter().find(|copy| !copy.url.is_empty()) {
        xml.empty("link", &[("rel", "via"), ("href", &copy.url)]);
    }
    for counted in note.map(|note| note.themes.as_slice()).unwrap_or_default() {
        let label = context.theme_name(&counted.theme);
        xml.empty("category", &[("term", counted.theme.as_str()), ("label", label)]);
    }
    let summary = match note {
        Some(note) => context.of_note(note),
        None => context.description(Some(&crate::pages::Page::Recap(recap.id.clone()))),
    };
    if !summary.is_empty() {
        xml.text("summary", &summary);
    }
}

fn link(xml: &mut Xml, rel: &str, kind: &str, href: &str) {
    xml.empty("link", &[("rel", rel), ("type", kind), ("href", href)]);
}

/// Midnight of a day; the hour is unknown.
fn moment(day: PartialDate) -> String {
    format!("{day}T00:00:00Z")
}
