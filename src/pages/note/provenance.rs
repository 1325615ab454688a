//! The position of a note in its file, and the reasons why it is assigned to its subject.

use crate::{
    model::{Assignment, Chunk, Lines, NoteHead, Recap, Subject, Talk, Target},
    pages::{library::library, page_words::page_words},
    query::EntityIndex,
    ui::{
        display_names::{conference_name, organization_name, person_name, theme_name},
        dom::{Element, el},
        state::explorer::explorer,
    },
};

/// The reason of what a header states. The rule says the same, in the language of the page.
const FRONT_MATTER: &str = "front matter";

/// File, lines and reasons of a note, folded away.
pub(crate) fn note_provenance(note: &NoteHead) -> Option<Element> {
    let library = library();
    let text = library.note(&note.id)?;
    let chunk = library.chunk_of(&note.id)?;
    let reasons = reasons(chunk, &Subject::Note(note.id.clone()));
    let place = el("p").child(place(&text.lines));
    Some(folded(page_words().provenance).child(place).child(reasons))
}

/// The reasons for the facts about a talk, folded away.
pub(crate) fn talk_provenance(talk: &Talk) -> Option<Element> {
    let library = library();
    let chunk = library.chunk(&talk.conference)?;
    let reasons = reasons(chunk, &Subject::Talk(talk.id.clone()))?;
    Some(folded(page_words().talk_provenance).child(reasons))
}

/// The reasons for the facts about a recap.
pub(crate) fn recap_reasons(index: &EntityIndex, chunk: &Chunk, recap: &Recap) -> Option<Element> {
    let subject = Subject::Recap(recap.id.clone());
    let own = chunk.assignments.iter().filter(|assignment| assignment.subject == subject);
    let items: Vec<Element> = own.map(|assignment| reason(index, assignment)).collect();
    (!items.is_empty()).then(|| el("ul").class("reasons").children(items))
}

fn folded(summary: &'static str) -> Element {
    el("details").class("provenance").child(el("summary").child(summary))
}

fn reasons(chunk: &Chunk, subject: &Subject) -> Option<Element> {
    let index = explorer().index();
    let own = chunk.assignments.iter().filter(|assignment| assignment.subject == *subject);
    let items: Vec<Element> = own.map(|assignment| reason(&index, assignment)).collect();
    (!items.is_empty()).then(|| el("ul").class("reasons").children(items))
}

fn reason(index: &EntityIndex, assignment: &Assignment) -> Element {
    let words = page_words();
    let target = target_name(index, &assignment.target);
    let right = [(words.method)(assignment.method), (words.rule)(assignment.rule)].join(" ");
    let uncertain =
        assignment.is_uncertain.then(|| el("strong").class("uncertain").child(words.uncertain));
    let lines = el("span").class("reason-lines").child(place(&assignment.lines));
    let target = el("span").class("reason-target").child(target);
    if assignment.reason == FRONT_MATTER && !assignment.is_uncertain {
        return el("li").child(target).child([" ", &right, " ("].concat()).child(lines).child(")");
    }
    // The bundler states its reasons in English.
    let reason = el("span").attr("lang", "en").attr("dir", "ltr").child(assignment.reason.clone());
    el("li")
        .child(target)
        .child([" ", &right, words.full_stop].concat())
        .child(reason)
        .child(" ")
        .child(uncertain)
        .child(" ")
        .child(lines)
}

fn place(lines: &Lines) -> String {
    (page_words().lines)(&lines.file, lines.first, lines.last)
}

fn target_name(index: &EntityIndex, target: &Target) -> String {
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
