//! A note with its author, its text and its source.

mod provenance;
mod text;

pub(crate) use provenance::{note_provenance, recap_reasons, talk_provenance};

use super::{
    page_words::page_words,
    past::{at_anchors, past},
};
use crate::{
    model::{NoteHead, NoteId, Recap, RecapId, TalkId},
    query::{EntityIndex, Terms},
    text::host,
    ui::{
        display_names::{credit, note_signature},
        dom::{Element, el},
        facts::{date, facts},
        heading::heading,
        link::{note_href, recap_href, talk_href},
        marked::marked,
        state::{explorer::explorer, words::words},
    },
};
pub(crate) use text::in_language;
use text::{note_begins_with, note_snippet, note_text};

/// Empty elements at the old anchors of a note, so that old links lead to it.
fn former_anchors(id: &NoteId) -> Vec<Element> {
    at_anchors(past().anchors.get(id.as_str()).into_iter().flatten())
}

/// Links at the anchors of notes that have moved to another recap.
pub(super) fn notes_elsewhere(index: &EntityIndex, recap: &RecapId) -> Vec<Element> {
    let past = past();
    let moved = past.moved_anchors.get(recap.as_str()).into_iter().flatten();
    moved.filter_map(|(anchor, now)| moved_note(index, anchor, now)).collect()
}

/// Links at the anchors of notes that have left the page of a talk.
pub(super) fn notes_off(index: &EntityIndex, talk: &TalkId) -> Vec<Element> {
    let past = past();
    let left = past.left_notes.get(talk.as_str()).into_iter().flatten();
    let link = |id: &String| {
        Some(moved_note(index, id, id)?.children(former_anchors(&id.as_str().into())))
    };
    left.filter_map(link).collect()
}

/// The content at an anchor whose note is elsewhere.
fn moved_note(index: &EntityIndex, anchor: &str, now: &str) -> Option<Element> {
    let note = index.note(&now.into())?;
    let title = index.recap(&note.recap)?.title.clone();
    let link = el("a").attr("href", note_href(note)).child(title);
    let words = page_words().note_moved;
    Some(el("p").class("quiet").attr("id", anchor.to_owned()).child(words).child(" ").child(link))
}

/// A note in full, under the name of its author: for pages that collect what several people wrote.
pub(crate) fn signed_note(id: &NoteId, level: u8) -> Option<Element> {
    let index = explorer().index();
    let note = index.note(id)?;
    Some(
        el("article")
            .class("note")
            .attr("id", id.to_string())
            .children(former_anchors(id))
            .child(heading(level, note_signature(&index, note)))
            .child(index.recap(&note.recap).map(source))
            .child(award(note))
            .child(note_text(note, level))
            .child(note_provenance(note)),
    )
}

/// A note in full, under its own heading: for the page of its recap.
pub(crate) fn titled_note(id: &NoteId, level: u8) -> Option<Element> {
    let index = explorer().index();
    let note = index.note(id)?;
    let talk = note.talk.as_ref().and_then(|id| index.talk(id));
    let is_named_alike = talk.is_some_and(|talk| talk.title == note.title);
    let title = marked(note.title.clone());
    // Its opening words follow below. As a heading they would appear twice.
    let heading =
        (!is_called_by_its_opening(note)).then(|| match talk.filter(|_| is_named_alike) {
            Some(talk) => heading(level, el("a").attr("href", talk_href(&talk.id)).child(title)),
            None => heading(level, title),
        });
    let subject = talk.filter(|_| !is_named_alike).map(|talk| {
        let link = el("a").attr("href", talk_href(&talk.id)).child(talk.title.clone());
        el("p").class("note-subject").child(page_words().on_talk).child(" ").child(link)
    });
    Some(
        el("article")
            .class("note")
            .attr("id", id.to_string())
            .attr("tabindex", "-1")
            .children(former_anchors(id))
            .child(heading)
            .child(subject)
            .child(award(note))
            .child(note_text(note, level))
            .child(note_provenance(note)),
    )
}

/// A note in a list: its title, its author, and the words around the subject of the page.
pub(crate) fn note_item(index: &EntityIndex, note: &NoteHead, terms: &Terms) -> Element {
    let talk = note.talk.as_ref().and_then(|id| index.talk(id));
    let recap = index.recap(&note.recap);
    let (to, title) = match (talk, recap) {
        (Some(talk), _) => (talk_href(&talk.id), talk.title.clone()),
        // Its opening words follow below.
        (None, Some(recap)) if is_called_by_its_opening(note) => {
            (note_href(note), recap.title.clone())
        }
        (None, _) => (note_href(note), note.title.clone()),
    };
    el("li")
        .class("note-item")
        .child(el("a").class("note-title").attr("href", to).child(marked(title)))
        .child(el("p").class("note-authors").child(credit(index, words(), &[note])))
        .child(note_snippet(note, terms))
}

/// Whether the title of a note is just its opening words.
pub(super) fn is_called_by_its_opening(note: &NoteHead) -> bool {
    note.title.strip_suffix('…').is_some_and(|opening| note_begins_with(note, opening))
}

fn award(note: &NoteHead) -> Option<Element> {
    let award = note.award.clone();
    (!award.is_empty()).then(|| el("p").class("award").child(el("q").child(award)))
}

/// The recap a note is from, and where that was published.
fn source(recap: &Recap) -> Element {
    let link = el("a").attr("href", recap_href(&recap.id)).child(recap.title.clone());
    facts()
        .child(el("li").child(page_words().from_recap).child(" ").child(link))
        .child(date(recap.published))
        .child(original(recap))
}

/// A link to the original recap. Nothing if its address is unknown.
pub(crate) fn original(recap: &Recap) -> Option<Element> {
    let copy = recap.copies.iter().find(|copy| !copy.url.is_empty())?;
    let host = if copy.publisher.is_empty() { host(&copy.url)? } else { &copy.publisher };
    Some(crate::ui::facts::link(copy.url.clone(), (page_words().original_at)(host)))
}
