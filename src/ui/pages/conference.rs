//! The page of an edition: what is known of it, who wrote about it, and what was said there.

use super::{
    frame::{PageParts, filter_link, list_section, page_frame},
    note::note_item,
};
use crate::{
    model::Conference,
    query::{Choice, Index, Terms},
    ui::{
        card::talk_card,
        facts::{attendance_facts, dates, facts, link, place, text},
        link::{calendar_path, choices_href, file_href},
        node::{Child as _, Element, Node, el, many, nothing},
        recaps_view::recap_item,
        strings::{page_words, words},
    },
};

/// The page of an edition.
pub(super) fn page(index: &Index, conference: &Conference) -> Node {
    let phrases = page_words();
    let id = &conference.id;
    let recaps = index.recaps_of_conference(id);
    let recaps: Vec<_> =
        recaps.into_iter().map(|recap| el("li").child(recap_item(index, recap))).collect();
    let talks = index.talks_of_conference(id);
    let talks: Vec<_> =
        talks.into_iter().map(|talk| el("li").child(talk_card(&talk.id, 3))).collect();
    let notes = index.notes_of_conference(id).into_iter().filter(|note| note.talk.is_none());
    let notes = notes.map(|note| note_item(index, note, &Terms::default())).collect();
    let is_held = !recaps.is_empty() || !talks.is_empty();
    let series = index.catalog().series.iter().find(|series| series.id == conference.series);
    let filter = is_held.then(|| {
        filter_link(choices_href([Choice::Conference(id.clone())]), phrases.filter_by_edition)
    });
    let body = if is_held {
        many([
            list_section((phrases.n_recaps)(recaps.len()), recaps),
            list_section((phrases.n_talks)(talks.len()), talks),
            list_section(phrases.other_passages.to_owned(), notes),
        ])
    } else {
        el("p").class("lead").child(phrases.nothing_held).into_node()
    };
    page_frame(PageParts {
        kicker: series.map_or_else(|| words().edition, |series| &series.name).to_owned(),
        title: conference.name.clone(),
        lead: nothing(),
        facts: many([Some(fact_list(index, conference)), filter]),
        body,
    })
}

/// When, where, how many, and the addresses of the event.
pub(super) fn fact_list(index: &Index, conference: &Conference) -> Element {
    let links = conference.links.iter();
    let links = links.map(|it| link(it.url.clone(), (page_words().link_kind)(it.kind).to_owned()));
    let calendar = calendar_path(conference)
        .map(|path| link(file_href(&path), page_words().as_calendar.to_owned()));
    facts()
        .child(dates(conference))
        .child(text(&conference.venue))
        .child(place(conference))
        .child(attendance_facts(index, conference))
        .children(links)
        .child(calendar)
}
