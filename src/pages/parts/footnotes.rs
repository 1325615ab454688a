//! Links between a text and its footnotes, with anchors that are unique on the page.

use crate::{
    model::FootnoteLink,
    pages::page_words::page_words,
    ui::dom::{Child as _, Node, el},
};
use reactive_graph::owner::{provide_context, use_context};

/// A context: the note whose blocks are printed.
#[derive(Clone)]
struct InNote(String);

/// Says which note the blocks that follow belong to.
pub(in crate::pages) fn begin_note(id: &str) {
    provide_context(InNote(format!("{id}-")));
}

/// The anchor of a link, in the current note.
fn anchor(link: FootnoteLink) -> String {
    let note = use_context::<InNote>().map(|note| note.0).unwrap_or_default();
    let link = link.to_string();
    format!("{note}{}", link.trim_start_matches('#'))
}

/// The anchor of a footnote.
pub(super) fn footnote_anchor(number: u32) -> String {
    anchor(FootnoteLink::Reference { number, is_first: true })
}

/// A link from the text to a footnote, or back.
pub(super) fn footnote_link(link: FootnoteLink) -> Node {
    match link {
        FootnoteLink::Reference { number, is_first } => {
            let to = format!("#{}", footnote_anchor(number));
            let to = el("a").attr("href", to).attr("role", "doc-noteref").child(number.to_string());
            let to = if is_first { to.attr("id", anchor(FootnoteLink::Back(number))) } else { to };
            el("sup").child(to).into_node()
        }
        FootnoteLink::Back(_) => el("a")
            .attr("href", format!("#{}", anchor(link)))
            .attr("role", "doc-backlink")
            .attr("aria-label", page_words().back_to_text)
            // As text, not as an emoji.
            .child("\u{21a9}\u{fe0e}")
            .into_node(),
    }
}
