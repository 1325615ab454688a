//! The text of a note, which may still be on its way.

use crate::{
    model::{ConferenceId, NoteHead, NoteId, plain_text},
    query::{Terms, snippet},
    ui::{blocks::blocks, explorer::explorer, marked::with_marks, strings::words, texts::Text},
};
use leptos::{either::EitherOf3, prelude::*};

/// Length of a passage in a list.
const SNIPPET_CHARS: usize = 240;

/// Asks for the texts of an edition and says how that goes: nothing once they are here.
///
/// One per edition and page, so that a failure is told once and not once per note.
#[component]
pub(crate) fn TextStatus(
    /// The edition; `None` for recaps of which it is not known.
    conference: Option<ConferenceId>,
) -> impl IntoView {
    let texts = explorer().texts();
    let words = words();
    texts.request(conference.clone());
    let text = texts.of(conference.clone());
    let retry = move |_| texts.request(conference.clone());
    view! {
        <div class="text-status" role="status">
            {move || match text.get() {
                Text::Ready(_) => EitherOf3::A(()),
                Text::Loading => EitherOf3::B(view! { <p class="loading">{words.loading_notes}</p> }),
                Text::Failed => EitherOf3::C(view! {
                    <div class="failed">
                        <p>{words.notes_failed}</p>
                        <button type="button" on:click=retry.clone()>{words.retry}</button>
                    </div>
                }),
            }}
        </div>
    }
    .into_any()
}

/// The text of a note. Nothing until it is here; [`TextStatus`] says so.
#[component]
pub(crate) fn NoteText(
    /// The note.
    id: NoteId,
    /// The edition it is about.
    conference: Option<ConferenceId>,
    /// Level of the heading above it.
    level: u8,
) -> impl IntoView {
    let texts = explorer().texts();
    move || {
        let chunk = texts.ready(&conference)?;
        let note = chunk.notes.iter().find(|note| note.id == id)?;
        Some(view! { <div class="prose">{blocks(&note.blocks, level)}</div> })
    }
}

/// A window on the text of a note, around `terms`. Nothing until the text is here.
pub(crate) fn note_snippet(note: &NoteHead, terms: Terms) -> impl IntoView + use<> {
    let texts = explorer().texts();
    let (id, conference) = (note.id.clone(), note.conference.clone());
    move || {
        let chunk = texts.ready(&conference)?;
        let note = chunk.notes.iter().find(|note| note.id == id)?;
        let window = snippet(&plain_text(&note.blocks), &terms, SNIPPET_CHARS);
        let before = window.is_cut_before.then_some("… ");
        let after = window.is_cut_after.then_some(" …");
        Some(view! {
            <p class="snippet">{before}{with_marks(&window.text, &window.highlights)}{after}</p>
        })
    }
}
