//! The page that shows every form of embedding, live, with the code to paste.

use super::paths::{SAVED, embed_path, oembed_path};
use crate::{
    model::{ExtraFiles, SavedView, Theme},
    pages::{
        Page,
        html::escaped,
        page_words::{language_words, page_words},
        parts::frame::{back_link, titled_page},
    },
    query::EntityIndex,
    ui::{
        dom::{Child as _, Element, Node, el, many},
        link::{folder, page_path},
    },
};

/// A placeholder for the address of a site that does not know its own.
const SOMEWHERE: &str = "https://example.org/notes/";
/// Talks in the plain list.
const N_LISTED: usize = 5;

/// The page.
pub(super) fn page(
    index: &EntityIndex,
    saved: &[SavedView],
    site: Option<&str>,
    extra_files: ExtraFiles,
) -> Node {
    let phrases = &language_words().embeds;
    let has_oembed = site.is_some();
    let site = site.unwrap_or(SOMEWHERE);
    let example = index.catalog().themes.iter().rev();
    let example = example.max_by_key(|theme| index.notes_of_theme(&theme.id).len());
    let forms = example.map(|theme| many(forms(index, theme, site, has_oembed, extra_files)));
    let saved = saved.iter().map(|view| {
        let path = embed_path(&page_path(SAVED, &view.slug));
        shown(
            &view.name,
            "",
            &frame(site, &path, &view.name, STRICT),
            live(&path, &view.name, STRICT).into_node(),
        )
    });
    let saved: Vec<Element> = saved.collect();
    let saved = (!saved.is_empty()).then(|| {
        el("section").class("gallery-saved").child(el("h2").child(phrases.saved)).children(saved)
    });
    let lead = el("p").class("lead").child(phrases.gallery_lead);
    let back = back_link(page_words().back).attr("data-back", "");
    titled_page("page gallery", Some(back), phrases.gallery, lead.into_node())
        .child(el("div").class("page-body").child(forms).child(saved))
        .into_node()
}

/// The sandbox permissions of a frame. With scripts it can report its height to the host.
const STRICT: &str = "allow-scripts";
const USUAL: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

fn forms(
    index: &EntityIndex,
    theme: &Theme,
    site: &str,
    has_oembed: bool,
    extra_files: ExtraFiles,
) -> Vec<Element> {
    let name = &theme.name;
    let page = page_path(folder::THEME, theme.id.as_str());
    let embed = extra_files.embed_address(&Page::Theme(theme.id.clone()));
    // An embedded page that needs no scripts, and its picture.
    let is_printed = extra_files.are_of_all_pages();
    let printed = embed_path(&page);
    let picture = printed.replace(".html", ".svg");
    let list = list(index, theme);
    let items = talks(index, theme).into_iter().map(|(title, path)| {
        format!("  <li><a href=\"{site}{path}\">{}</a></li>\n", escaped(&title))
    });
    let items: String = items.collect();
    let html = escaped(name);
    let list_source = format!("<p><a href=\"{site}{page}\">{html}</a></p>\n<ul>\n{items}</ul>");
    let phrases = &language_words().embeds;
    let form = |name: &str| {
        let form = phrases.forms.iter().find(|(key, ..)| *key == name);
        form.map_or(("", ""), |(_, title, when)| (*title, *when))
    };
    let entry = |key: &str, source: String, example: Node| {
        let (title, when) = form(key);
        shown(title, when, &source, example)
    };
    let link = el("p").child(el("a").attr("href", ["./", &page].concat()).child(name.clone()));
    let element = el("hallway-timeline")
        .attr("src", "./")
        .attr("theme", theme.id.to_string())
        .attr("height", "420")
        .child(el("a").attr("href", ["./", &page].concat()).child(name.clone()));
    let image = || {
        el("img")
            .attr("src", ["./", &picture].concat())
            .attr("alt", name.clone())
            .attr("loading", "lazy")
            .attr("width", "640")
            .attr("height", "200")
    };
    let oembed = oembed_path(&printed);
    let oembed = has_oembed
        .then(|| entry("oembed", [site, &oembed].concat(), live(&embed, name, STRICT).into_node()));
    let element_source = format!(
        "<script src=\"{site}embed.js\" async></script>\n<hallway-timeline src=\"{site}\" theme=\"{}\" height=\"420\">\n  <a href=\"{site}{page}\">{html}</a>\n</hallway-timeline>",
        theme.id
    );
    let strict = || {
        let live = live(&printed, name, "").into_node();
        shown(phrases.strict, phrases.strict_note, &frame(site, &printed, name, ""), live)
    };
    let markdown = || {
        let live = el("p").child(el("a").attr("href", ["./", &page].concat()).child(image()));
        let source = format!("[![{name}]({site}{picture})]({site}{page})");
        entry("markdown", source, live.into_node())
    };
    let image_source = || format!("<img src=\"{site}{picture}\" alt=\"{html}\">");
    let forms = [
        Some(entry("link", [site, &page].concat(), link.into_node())),
        Some(entry(
            "iframe",
            frame(site, &embed, name, USUAL),
            live(&embed, name, USUAL).into_node(),
        )),
        Some(entry("element", element_source, element.into_node())),
        is_printed.then(strict),
        Some(entry("html", list_source, list.into_node())),
        is_printed.then(markdown),
        is_printed.then(|| entry("picture", image_source(), image().into_node())),
        oembed,
    ];
    forms.into_iter().flatten().collect()
}

fn list(index: &EntityIndex, theme: &Theme) -> Element {
    let item = |(title, path): (String, String)| {
        el("li").child(el("a").attr("href", ["./", &path].concat()).child(title))
    };
    el("ul").class("gallery-list").children(talks(index, theme).into_iter().map(item))
}

/// The first talks on a theme, by title and page.
fn talks(index: &EntityIndex, theme: &Theme) -> Vec<(String, String)> {
    let talks = index.talks_of_theme(&theme.id).into_iter().take(N_LISTED);
    talks.map(|talk| (talk.title.clone(), page_path(folder::TALK, talk.id.as_str()))).collect()
}

/// A form of embedding: its name, the code to paste, and a preview.
fn shown(title: &str, when: &str, source: &str, example: Node) -> Element {
    let phrases = &language_words().embeds;
    let source = el("pre").attr("tabindex", "0").child(el("code").child(source.to_owned()));
    el("section")
        .class("page-section gallery-form")
        .child(el("h2").child(title.to_owned()))
        .child((!when.is_empty()).then(|| el("p").class("quiet").child(when.to_owned())))
        .child(el("h3").child(phrases.example))
        .child(el("div").class("gallery-example").child(example))
        .child(el("h3").child(phrases.source))
        .child(source)
}

/// A frame to paste.
fn frame(site: &str, path: &str, title: &str, sandbox: &str) -> String {
    format!(
        "<iframe src=\"{site}{path}\" title=\"{title}\" width=\"100%\" height=\"480\" loading=\"lazy\"\n  sandbox=\"{sandbox}\" referrerpolicy=\"no-referrer\" style=\"border:0\"></iframe>",
        title = escaped(title)
    )
}

/// The same frame, here.
fn live(path: &str, title: &str, sandbox: &str) -> Element {
    el("iframe")
        .attr("src", ["./", path].concat())
        .attr("title", title.to_owned())
        .attr("width", "100%")
        .attr("height", "420")
        .attr("loading", "lazy")
        .attr("sandbox", sandbox.to_owned())
        .attr("referrerpolicy", "no-referrer")
}
