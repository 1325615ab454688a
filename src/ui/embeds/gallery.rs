//! The page that shows every form of embedding, live, with what to paste for it.

use super::{embed_path, oembed_path};
use crate::{
    model::{SavedView, Theme},
    query::Index,
    ui::{
        link::{folder, page_path},
        node::{Child as _, Element, Node, el, escaped, many},
        pages::titled_page,
        strings::language_words,
    },
};

/// Stands for the address of a site that does not know its own.
const SOMEWHERE: &str = "https://example.org/notes/";
/// Talks in the plain list.
const N_LISTED: usize = 5;

/// The page.
pub(super) fn page(index: &Index, saved: &[SavedView], site: Option<&str>) -> Node {
    let phrases = &language_words().embeds;
    let has_oembed = site.is_some();
    let site = site.unwrap_or(SOMEWHERE);
    let example = index.catalog().themes.iter().rev();
    let example = example.max_by_key(|theme| index.notes_of_theme(&theme.id).len());
    let forms = example.map(|theme| many(forms(index, theme, site, has_oembed)));
    let saved = saved.iter().map(|view| {
        let path = embed_path(&page_path(super::SAVED, &view.slug));
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
    titled_page("page gallery", phrases.gallery, lead.into_node())
        .child(el("div").class("page-body").child(forms).child(saved))
        .into_node()
}

/// What a frame may do; scripts make it as tall as what it shows, where the host listens.
const STRICT: &str = "allow-scripts";
const USUAL: &str = "allow-scripts allow-popups allow-popups-to-escape-sandbox";

fn forms(index: &Index, theme: &Theme, site: &str, has_oembed: bool) -> Vec<Element> {
    let name = &theme.name;
    let page = page_path(folder::THEME, theme.id.as_str());
    let embed = embed_path(&page);
    let picture = embed.replace(".html", ".svg");
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
    let oembed = oembed_path(&embed);
    let oembed = has_oembed
        .then(|| entry("oembed", [site, &oembed].concat(), live(&embed, name, STRICT).into_node()));
    let forms = [
        entry("link", [site, &page].concat(), link.into_node()),
        entry("iframe", frame(site, &embed, name, USUAL), live(&embed, name, USUAL).into_node()),
        entry(
            "element",
            format!(
                "<script src=\"{site}embed.js\" async></script>\n<hallway-timeline src=\"{site}\" theme=\"{}\" height=\"420\">\n  <a href=\"{site}{page}\">{html}</a>\n</hallway-timeline>",
                theme.id
            ),
            element.into_node(),
        ),
        shown(
            phrases.strict,
            phrases.strict_note,
            &frame(site, &embed, name, ""),
            live(&embed, name, "").into_node(),
        ),
        entry("html", list_source, list.into_node()),
        entry(
            "markdown",
            format!("[![{name}]({site}{picture})]({site}{page})"),
            el("p").child(el("a").attr("href", ["./", &page].concat()).child(image())).into_node(),
        ),
        entry(
            "picture",
            format!("<img src=\"{site}{picture}\" alt=\"{html}\">"),
            image().into_node(),
        ),
    ];
    forms.into_iter().chain(oembed).collect()
}

fn list(index: &Index, theme: &Theme) -> Element {
    let item = |(title, path): (String, String)| {
        el("li").child(el("a").attr("href", ["./", &path].concat()).child(title))
    };
    el("ul").class("gallery-list").children(talks(index, theme).into_iter().map(item))
}

/// The first talks on a theme, by title and page.
fn talks(index: &Index, theme: &Theme) -> Vec<(String, String)> {
    let talks = index.talks_of_theme(&theme.id).into_iter().take(N_LISTED);
    talks.map(|talk| (talk.title.clone(), page_path(folder::TALK, talk.id.as_str()))).collect()
}

/// A form: what it is, what to paste, and how it looks.
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
