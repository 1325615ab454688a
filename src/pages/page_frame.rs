//! The parts around the content of a page: links below it, and notices for when the client does not start.

use super::{
    page_words::{language_words, page_words},
    parts::{search_form::search_form, unframed::is_unframed},
};
use crate::{
    i18n::site::BootStrings,
    query::Query,
    text::percent::encode_query,
    ui::{
        dom::{Child as _, Element, Node, el, many},
        link::{SHARE, href},
        masthead::{colophon, masthead},
        state::explorer::explorer,
    },
};

/// The link to the page that shares this one.
fn share_link(address: &str) -> Element {
    el("a").attr("href", address.to_owned()).child(language_words().embeds.share)
}

/// A link to report a mistake on a page. Nothing if the curator has set no address for it.
fn report(template: &str, title: &str, path: &str) -> Option<Element> {
    let form =
        template.replace("{title}", &encode_query(title)).replace("{path}", &encode_query(path));
    let link = el("a").attr("href", form).child(page_words().report);
    (!template.is_empty()).then(|| el("p").child(link))
}

/// The notice of a page with the client if scripts are off.
pub(super) fn no_script_notice() -> Element {
    el("noscript").child(el("p").class("notice").child(language_words().boot.no_script))
}

/// The words for the notice of a failed start, which a script shows. They are here so that all words are in one place.
/// They are in attributes because text browsers show hidden text.
pub(super) fn boot_notice() -> Element {
    let BootStrings { no_script: _, title, reasons, wait, slow, rest, retry } =
        language_words().boot;
    let template = el("template")
        .attr("id", "boot-notice")
        .attr("data-title", title)
        .attr("data-stays", rest)
        .attr("data-retry", retry)
        .attr("data-wait", wait)
        .attr("data-slow", slow);
    reasons.into_iter().fold(template, |template, (name, reason)| template.attr(name, reason))
}

/// A page about the site in its frame.
pub(super) fn framed(content: Node, title: &str, path: &str, forms: Option<Element>) -> Node {
    framed_as(content, title, path, forms, SHARE)
}

/// A page in its frame. `share` is the address that shares it.
pub(super) fn framed_as(
    content: Node,
    title: &str,
    path: &str,
    forms: Option<Element>,
    share: &str,
) -> Node {
    if is_unframed() {
        return many([Some(content), forms.map(Element::into_node)]);
    }
    let site = explorer().site();
    let home = el("a").attr("href", href(&Query::default())).child(site.title.clone());
    let report = report(&site.report, title, path);
    let title = el("p").class("site-title").child(home);
    el("div")
        .class("hallway is-page")
        .child(el("a").class("skip-link").attr("href", "#page").child(page_words().skip_link))
        .child(masthead(title.into_node(), search_form()))
        .child(el("main").child(content).child(forms))
        .child(colophon(many([Some(el("p").child(share_link(share))), report])))
        .into_node()
}
