//! The text of a note.

use crate::{
    i18n::site::is_right_to_left,
    model::{NoteHead, plain_text},
    pages::{
        library::library,
        parts::{blocks::blocks, footnotes::begin_note},
    },
    query::{Terms, snippet},
    ui::{
        dom::{Element, Node, el},
        marked::snippet_view,
        state::explorer::explorer,
    },
};

/// Length of a note in a list.
const SNIPPET_CHARS: usize = 240;

/// The text of a note below a heading of level `level`.
pub(super) fn note_text(note: &NoteHead, level: u8) -> Option<Element> {
    let index = explorer().index();
    let own = index.recap(&note.recap).map_or("", |recap| recap.language.as_str());
    let library = library();
    let note = library.note(&note.id)?;
    begin_note(note.id.as_str());
    let text = el("div").class("prose").child(blocks(&note.blocks, level));
    Some(in_language(text, own))
}

/// Marks text in another language than the page, so that it is read, set and directed correctly.
pub(crate) fn in_language(element: Element, language: &str) -> Element {
    if language.is_empty() || language == explorer().site().language {
        return element;
    }
    let direction = if is_right_to_left(language) { "rtl" } else { "ltr" };
    element.attr("lang", language.to_owned()).attr("dir", direction)
}

/// A window on the text of a note, around `terms`.
pub(super) fn note_snippet(note: &NoteHead, terms: &Terms) -> Option<Node> {
    let library = library();
    let note = library.note(&note.id)?;
    Some(snippet_view(&snippet(&plain_text(&note.blocks), terms, SNIPPET_CHARS)))
}

/// Whether the text of a note begins with `opening`.
pub(super) fn note_begins_with(note: &NoteHead, opening: &str) -> bool {
    library().note(&note.id).is_some_and(|note| plain_text(&note.blocks).starts_with(opening))
}
