//! The frame of an embedded view: the site, the title, and a link to the full page.

use crate::{
    pages::page_words::language_words,
    ui::{
        dom::{Child as _, Element, Node, el},
        state::{explorer::explorer, settings::settings, words::words},
    },
};

/// The facts about an embedded view, for its reader and its script.
#[derive(Default)]
pub(super) struct FrameHead {
    /// Its title; `None` if the view shows it.
    pub(super) title: Option<String>,
    /// The query part of its address.
    pub(super) query: String,
    /// What it shows, in words.
    pub(super) words: String,
    /// How many entries it shows.
    pub(super) count: usize,
    /// How many of each year.
    pub(super) years: Vec<(u16, usize)>,
    /// The full page, below the folder of the site.
    pub(super) whole: String,
}

/// An embedded view.
pub(super) fn framed(content: Node, head: FrameHead) -> Node {
    let FrameHead { title, query, words: shows, count, years, whole } = head;
    let root = settings().root;
    let site = explorer().site();
    let to = |path: &str| root.to_owned() + path;
    let link = |text: String| el("a").attr("href", to(&whole)).child(text);
    let home = el("a").attr("href", to("index.html")).child(site.title.clone());
    let names_site = title.as_ref() != Some(&site.title);
    let title = title.map(|title| el("h1").child(link(title)));
    let top = el("header")
        .class("embed-head")
        .child(names_site.then(|| el("p").class("embed-site").child(home)))
        .child(title)
        .child((!shows.is_empty()).then(|| el("p").class("embed-words").child(shows.clone())));
    let license = (!site.license.is_empty()).then(|| words().license(&site.license));
    let years = years.into_iter().map(|(year, count)| format!("{year}:{count}"));
    let years: Vec<String> = years.collect();
    el("div")
        .class("hallway is-page is-embed")
        .attr("data-root", if root.is_empty() { "./" } else { root })
        .attr("data-whole", whole.clone())
        .attr("data-query", query)
        .attr("data-words", shows)
        .attr("data-count", count.to_string())
        .attr("data-years", years.join(","))
        .child(top)
        .child(
            note("embed-newer", language_words().embeds.newer)
                .child(" ")
                .child(link(language_words().embeds.whole.to_owned())),
        )
        .child(note("embed-not-kept", language_words().embeds.not_kept))
        .child(el("main").attr("id", "results").child(content))
        .child(refused())
        .child(
            el("footer")
                .class("embed-foot")
                .attr("data-kept", "")
                .child(link(language_words().embeds.whole.to_owned()))
                .child(license.map(|license| el("span").child(license))),
        )
        .into_node()
}

fn note(class: &'static str, text: &'static str) -> Element {
    el("p").class(class).attr("data-kept", "").attr("role", "status").attr("hidden", "").child(text)
}

/// Shown if the frame may not open a link: its address, to copy.
fn refused() -> Element {
    el("div")
        .class("embed-refused")
        .attr("data-kept", "")
        .attr("hidden", "")
        .child(
            el("label")
                .child(language_words().embeds.refused)
                .child(el("input").attr("type", "text").attr("readonly", "")),
        )
        .child(el("button").attr("type", "button").child(language_words().embeds.copy))
}
