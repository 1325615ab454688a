//! The text of a note, which may still be on its way.

use crate::{
    model::{ConferenceId, NoteHead, plain_text},
    query::{Terms, snippet},
    ui::{
        blocks::blocks,
        explorer::explorer,
        marked::snippet_view,
        node::{Element, Node, el, live},
        strings::words,
        texts::Text,
    },
};
use leptos::prelude::*;

/// Length of a passage in a list.
const SNIPPET_CHARS: usize = 240;

/// Asks for the texts of an edition and says how that goes: nothing once they are here.
///
/// One per edition and page, so that a failure is told once and not once per note.
pub(crate) fn text_status(conference: Option<ConferenceId>) -> Element {
    let texts = explorer().texts();
    let words = words();
    texts.request(conference.clone());
    let text = texts.of(conference.clone());
    let state = live(move || match text.get() {
        Text::Ready(_) => None,
        Text::Loading => Some(el("p").class("loading").child(words.loading_notes)),
        Text::Failed => {
            let conference = conference.clone();
            let retry = el("button")
                .attr("type", "button")
                .on_click(move || texts.request(conference.clone()))
                .child(words.retry);
            Some(el("div").class("failed").child(el("p").child(words.notes_failed)).child(retry))
        }
    });
    el("div").class("text-status").attr("role", "status").child(state)
}

/// Asks for the texts of every edition that `notes` are about.
pub(crate) fn text_statuses(notes: &[&NoteHead]) -> Vec<Element> {
    let mut editions: Vec<Option<ConferenceId>> = Vec::new();
    for note in notes {
        if !editions.contains(&note.conference) {
            editions.push(note.conference.clone());
        }
    }
    editions.into_iter().map(text_status).collect()
}

/// The text of a note below a heading of level `level`. Nothing until it is here; [`text_status`]
/// says so.
pub(crate) fn note_text(note: &NoteHead, level: u8) -> Node {
    let texts = explorer().texts();
    let (id, conference) = (note.id.clone(), note.conference.clone());
    live(move || {
        let chunk = texts.ready(&conference)?;
        let note = chunk.notes.iter().find(|note| note.id == id)?;
        Some(el("div").class("prose").child(blocks(&note.blocks, level)))
    })
}

/// A window on the text of a note, around `terms`. Nothing until the text is here.
pub(crate) fn note_snippet(note: &NoteHead, terms: Terms) -> Node {
    let texts = explorer().texts();
    let (id, conference) = (note.id.clone(), note.conference.clone());
    live(move || {
        let chunk = texts.ready(&conference)?;
        let note = chunk.notes.iter().find(|note| note.id == id)?;
        Some(snippet_view(&snippet(&plain_text(&note.blocks), &terms, SNIPPET_CHARS)))
    })
}
