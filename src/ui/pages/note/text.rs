//! The text of a note.

use crate::{
    model::{NoteHead, plain_text},
    query::{Terms, snippet},
    ui::{
        marked::snippet_view,
        node::{Element, Node, el},
        pages::{blocks::blocks, library::library},
    },
};

/// Length of a passage in a list.
const SNIPPET_CHARS: usize = 240;

/// The text of a note below a heading of level `level`.
pub(super) fn note_text(note: &NoteHead, level: u8) -> Option<Element> {
    let library = library();
    let note = library.note(&note.id)?;
    Some(el("div").class("prose").child(blocks(&note.blocks, level)))
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
