//! The text of a note.

use crate::{
    model::{NoteHead, plain_text},
    query::{Terms, snippet},
    ui::{
        explorer::explorer,
        marked::snippet_view,
        node::{Element, Node, el},
        pages::{blocks::blocks, library::library},
        strings::is_right_to_left,
    },
};

/// Length of a passage in a list.
const SNIPPET_CHARS: usize = 240;

/// The text of a note below a heading of level `level`.
pub(super) fn note_text(note: &NoteHead, level: u8) -> Option<Element> {
    let explorer = explorer();
    let index = explorer.index();
    let own = index.recap(&note.recap).map_or("", |recap| recap.language.as_str());
    let library = library();
    let note = library.note(&note.id)?;
    let text = el("div").class("prose").child(blocks(&note.blocks, level));
    // Another language than that of the page keeps its voice, its type and its direction.
    Some(if own.is_empty() || own == explorer.site().language {
        text
    } else {
        let direction = if is_right_to_left(own) { "rtl" } else { "ltr" };
        text.attr("lang", own.to_owned()).attr("dir", direction)
    })
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
