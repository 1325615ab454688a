//! The page of a talk: who, where, the recording, and everybody's notes on it side by side.

pub(super) mod card;
mod voices;

use super::{
    note::{notes_off, signed_note, talk_provenance},
    page_words::page_words,
    parts::{
        byline::byline,
        citation::{cite_link, how_to_cite},
        frame::{PageParts, list_section, page_frame, section},
        sentences::first_sentence,
        video::video_facade,
    },
    reading_list::star,
};
use crate::{
    model::Talk,
    query::{EntityIndex, Related},
    ui::{
        card::theme_links,
        display_names::{person_name, short_name, theme_name},
        dom::{Child, Element, Node, el, many},
        facts::{date, dates, facts, link, place},
        link::{conference_href, talk_href},
        state::words::words,
    },
};
use std::collections::BTreeMap;
use voices::voices;

/// How many related talks are offered.
const N_RELATED: usize = 6;

/// The page of a talk.
pub(super) fn page(index: &EntityIndex, talk: &Talk) -> Node {
    let phrases = page_words();
    let described =
        talk.is_described.then(|| el("p").class("view-note").child(phrases.described_talk));
    let provenance = talk_provenance(talk);
    // A heading that counts no notes would promise something to read.
    let notes = if talk.notes.is_empty() { provenance } else { Some(notes(talk, provenance)) };
    let related = index.related_talks(&talk.id, N_RELATED);
    let related = related.iter().filter_map(|related| related_item(index, related)).collect();
    let videos = talk.videos.iter().map(|video| video_facade(video, &talk.title));
    page_frame(PageParts {
        kicker: words().kind(talk.kind.into()).to_owned(),
        title: talk.title.clone(),
        lead: many([Child::into_node(described), byline(index, &talk.speakers).into_node()]),
        facts: many([
            Some(where_and_when(index, talk)),
            Some(star(&talk.id)),
            theme_links(index, &talk.themes),
            links(talk),
            cite_link(),
        ]),
        body: many([
            many(videos),
            notes.into_node(),
            many(notes_off(index, &talk.id)),
            voices(index, talk).into_node(),
            how_to_cite().into_node(),
            list_section(phrases.same_speakers.to_owned(), same_speakers(index, talk)).into_node(),
            list_section(phrases.related_talks.to_owned(), related).into_node(),
        ]),
    })
}

/// The notes on a talk, side by side, and where the facts about it come from.
fn notes(talk: &Talk, provenance: Option<Element>) -> Element {
    let notes = talk.notes.iter().filter_map(|id| signed_note(id, 3));
    section(words().n_notes(talk.notes.len()))
        .child(el("div").class("notes-side-by-side").children(notes))
        .child(provenance)
}

fn where_and_when(index: &EntityIndex, talk: &Talk) -> Element {
    let conference = talk.conference.as_ref().and_then(|id| index.conference(id));
    let name = conference.map(|it| link(conference_href(&it.id), it.name.clone()));
    // The day of the talk says more than the days of the edition.
    let days = conference.filter(|_| talk.day.is_none()).and_then(dates);
    facts().child(name).child(conference.and_then(place)).child(days).child(date(talk.day))
}

fn links(talk: &Talk) -> Option<Element> {
    let links = talk.links.iter();
    let links = links.map(|it| link(it.url.clone(), (page_words().link_kind)(it.kind).to_owned()));
    (!talk.links.is_empty()).then(|| facts().children(links))
}

/// Other talks that a speaker of this one gave, and which speaker.
fn same_speakers(index: &EntityIndex, talk: &Talk) -> Vec<Element> {
    let mut items = Vec::new();
    let speakers = talk.speakers.iter();
    let theirs = speakers.flat_map(|speaker| index.talks_of_person(&speaker.person));
    // In the order of the catalog, each once.
    let theirs: BTreeMap<_, _> =
        theirs.map(|other| (index.position_of_talk(&other.id), other)).collect();
    for other in theirs.into_values().filter(|other| other.id != talk.id).take(N_RELATED) {
        let both = other
            .speakers
            .iter()
            .filter(|speaker| talk.speakers.iter().any(|here| here.person == speaker.person));
        let names: Vec<String> = both.map(|it| person_name(index, &it.person)).collect();
        if !names.is_empty() {
            items.push(talk_line(index, other, (page_words().also_by)(&names)));
        }
    }
    // The pages of the speakers list all of them.
    items
}

fn related_item(index: &EntityIndex, related: &Related) -> Option<Element> {
    let talk = index.talk(&related.talk)?;
    let shared: Vec<String> = related.shared.iter().map(|id| theme_name(index, id)).collect();
    Some(talk_line(index, talk, (page_words().shares)(&shared)))
}

/// A talk, its edition, and why it is in the list.
fn talk_line(index: &EntityIndex, talk: &Talk, why: String) -> Element {
    let edition = talk.conference.as_ref().map(|id| el("li").child(short_name(index, id)));
    let facts = facts().child(edition).child(el("li").child(why));
    let title =
        el("a").class("note-title").attr("href", talk_href(&talk.id)).child(talk.title.clone());
    let sentence = first_sentence(&index.notes_of_talk(&talk.id));
    el("li").class("note-item").child(title).child(facts).child(sentence)
}
