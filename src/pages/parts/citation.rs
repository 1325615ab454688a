//! How to cite the subject of a page: as text, as BibTeX and as a link. A script adds copy buttons; without it, readers
//! can select the texts.

use super::frame::section;
use crate::{
    pages::{link::file_href, page_words::language_words},
    ui::dom::{Child as _, Element, Node, el},
};
use reactive_graph::owner::use_context;

/// How to cite the subject of a page.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Citation {
    /// As a sentence.
    pub text: String,
    /// As a BibTeX entry.
    pub bibtex: String,
    /// The address of the page: absolute, or else below the folder of the site.
    pub address: String,
}

/// The anchor of the section.
const CITE: &str = "cite";

/// The citation of the current page. Nothing on pages that appear without the rest of the site.
fn citation() -> Option<Citation> {
    use_context()
}

/// The section that says how to cite the subject of the page.
pub(in crate::pages) fn how_to_cite() -> Option<Element> {
    let Citation { text, bibtex, address } = citation()?;
    let words = &language_words().story;
    let row = |name: &'static str, content: Node| {
        el("div").child(el("dt").child(name)).child(el("dd").child(content))
    };
    let is_absolute = address.contains("://");
    let to = if is_absolute { address.clone() } else { file_href(&address) };
    let link = el("a").attr("href", to).child(address);
    // If the build does not know the whole address, the script adds it.
    let link = if is_absolute { link } else { link.attr("data-here", "") };
    let rows = [
        row(words.cite_text, text.into_node()),
        row(
            "BibTeX",
            el("pre").attr("tabindex", "0").child(bibtex.trim_end().to_owned()).into_node(),
        ),
        row(words.cite_link, link.into_node()),
    ];
    let list = el("dl")
        .class("cite stories")
        .attr("data-copy", words.copy)
        .attr("data-copied", words.copied)
        .children(rows);
    Some(section(words.how_to_cite.to_owned()).attr("id", CITE).child(list))
}

/// The link to that section, for the facts of a page.
pub(in crate::pages) fn cite_link() -> Option<Element> {
    citation()?;
    let words = &language_words().story;
    let link = el("a").attr("href", ["#", CITE].concat()).child(words.how_to_cite);
    Some(el("p").class("cite-link no-print").attr("data-copy", words.copy_citation).child(link))
}
