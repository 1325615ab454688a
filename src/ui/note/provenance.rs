//! Where a note stands in its file, and by which right it is about what it is about.

use crate::{
    model::{Assignment, Chunk, Lines, NoteHead, Subject, Talk, Target},
    query::Index,
    ui::{
        explorer::explorer,
        names::{conference_name, organization_name, person_name, theme_name},
        node::{Element, Node, el, live},
        strings::words,
    },
};

/// File, lines and reasons of a note, folded away. Nothing until its text is here.
pub(crate) fn note_provenance(note: &NoteHead) -> Node {
    let explorer = explorer();
    let (id, conference) = (note.id.clone(), note.conference.clone());
    live(move || {
        let chunk = explorer.texts().ready(&conference)?;
        let note = chunk.notes.iter().find(|note| note.id == id)?;
        let reasons = reasons(&explorer.index(), &chunk, &Subject::Note(id.clone()));
        let place = el("p").child(place(&note.lines));
        Some(folded(words().provenance).child(place).child(reasons))
    })
}

/// The reasons for what is said of a talk, folded away. Nothing until its chunk is here.
pub(crate) fn talk_provenance(talk: &Talk) -> Node {
    let explorer = explorer();
    let (id, conference) = (talk.id.clone(), talk.conference.clone());
    live(move || {
        let chunk = explorer.texts().ready(&conference)?;
        let reasons = reasons(&explorer.index(), &chunk, &Subject::Talk(id.clone()))?;
        Some(folded(words().talk_provenance).child(reasons))
    })
}

fn folded(summary: &'static str) -> Element {
    el("details").class("provenance").child(el("summary").child(summary))
}

fn reasons(index: &Index, chunk: &Chunk, subject: &Subject) -> Option<Element> {
    let own = chunk.assignments.iter().filter(|assignment| assignment.subject == *subject);
    let items: Vec<Element> = own.map(|assignment| reason(index, assignment)).collect();
    (!items.is_empty()).then(|| el("ul").class("reasons").children(items))
}

fn reason(index: &Index, assignment: &Assignment) -> Element {
    let words = words();
    let target = target_name(index, &assignment.target);
    let right = [(words.method)(assignment.method), (words.rule)(assignment.rule)].join(" ");
    let uncertain =
        assignment.is_uncertain.then(|| el("strong").class("uncertain").child(words.uncertain));
    el("li")
        .child(el("span").class("reason-target").child(target))
        .child([" ", &right, ". ", &assignment.reason, " "].concat())
        .child(uncertain)
        .child(" ")
        .child(el("span").class("reason-lines").child(place(&assignment.lines)))
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
