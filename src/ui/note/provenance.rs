//! Where a note stands in its file, and by which right it is about what it is about.

use crate::{
    model::{Assignment, Chunk, ConferenceId, Lines, NoteId, Subject, TalkId, Target},
    query::Index,
    ui::{
        explorer::explorer,
        names::{conference_name, organization_name, person_name, theme_name},
        strings::words,
    },
};
use leptos::prelude::*;

/// File, lines and reasons of a note, folded away. Nothing until its text is here.
#[component]
pub(crate) fn NoteProvenance(
    /// The note.
    id: NoteId,
) -> impl IntoView {
    let explorer = explorer();
    let words = words();
    move || {
        let index = explorer.index();
        let chunk = explorer.texts().ready(&index.note(&id)?.conference)?;
        let note = chunk.notes.iter().find(|note| note.id == id)?;
        let reasons = reasons(&index, &chunk, &Subject::Note(id.clone()));
        Some(view! {
            <details class="provenance">
                <summary>{words.provenance}</summary>
                <p>{place(&note.lines)}</p>
                {reasons}
            </details>
        })
    }
}

/// The reasons for what is said of a talk, folded away. Nothing until its chunk is here.
#[component]
pub(crate) fn TalkProvenance(
    /// The talk.
    id: TalkId,
    /// Its edition.
    conference: Option<ConferenceId>,
) -> impl IntoView {
    let explorer = explorer();
    let words = words();
    move || {
        let chunk = explorer.texts().ready(&conference)?;
        let reasons = reasons(&explorer.index(), &chunk, &Subject::Talk(id.clone()))?;
        Some(view! {
            <details class="provenance">
                <summary>{words.talk_provenance}</summary>
                {reasons}
            </details>
        })
    }
}

fn reasons(index: &Index, chunk: &Chunk, subject: &Subject) -> Option<impl IntoView + use<>> {
    let items: Vec<_> = chunk
        .assignments
        .iter()
        .filter(|assignment| assignment.subject == *subject)
        .map(|assignment| reason(index, assignment))
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="reasons">{items}</ul> })
}

fn reason(index: &Index, assignment: &Assignment) -> impl IntoView + use<> {
    let words = words();
    let uncertain = assignment
        .is_uncertain
        .then(|| view! { " "<strong class="uncertain">{words.uncertain}</strong> });
    view! {
        <li>
            <span class="reason-target">{target_name(index, &assignment.target)}</span>
            " "{(words.method)(assignment.method)}" "{(words.rule)(assignment.rule)}". "
            {assignment.reason.clone()}
            {uncertain}
            " "<span class="reason-lines">{place(&assignment.lines)}</span>
        </li>
    }
    .into_any()
}

fn place(lines: &Lines) -> String {
    (words().lines)(&lines.file, lines.first, lines.last)
}

fn target_name(index: &Index, target: &Target) -> String {
    match target {
        Target::Conference(id) => conference_name(index, id),
        Target::Talk(id) => {
            index.talk(id).map_or_else(|| id.to_string(), |talk| talk.title.clone())
        }
        Target::Person(id) => person_name(index, id),
        Target::Organization(id) => organization_name(index, id),
        Target::Theme(id) => theme_name(index, id),
        Target::Copy(file) => file.clone(),
    }
}
