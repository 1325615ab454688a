//! The page of an edition: its facts, who wrote about it, and what was said there.

mod attendance;
mod changes;
mod slope;

use super::{
    link::{calendar_path, file_href},
    note::note_item,
    page_words::{language_words, page_words},
    parts::{
        byline::byline,
        frame::{self, PageParts, filter_link, list_section, page_frame, section},
        sentences::{first_sentence, opening},
    },
    reading_list::starred,
    talk::card::talk_card,
};
use crate::{
    model::{Conference, ConferenceId, NoteHead, Recap, Talk},
    query::{EntityIndex, FacetValue, Terms, sorting::sorted_once},
    ui::{
        display_names::{author, note_signature},
        dom::{Child as _, Element, Node, el, many},
        facts::{date, dates, facts, link, place, text},
        link::{choices_href, note_href, recap_href, talk_href},
        state::words::words,
    },
};
use attendance::attendance;
use changes::theme_changes;
use std::cmp::Reverse;

/// The page of an edition.
pub(super) fn page(index: &EntityIndex, conference: &Conference) -> Node {
    let phrases = page_words();
    let id = &conference.id;
    let recaps = index.recaps_of_conference(id);
    let recaps: Vec<_> = recaps.into_iter().map(|recap| recap_line(index, recap)).collect();
    let talks = index.talks_of_conference(id);
    let talks: Vec<_> =
        talks.into_iter().map(|talk| starred(talk_card(&talk.id, 3), &talk.id)).collect();
    let notes = index.notes_of_conference(id).into_iter().filter(|note| note.talk.is_none());
    let notes: Vec<Element> = notes.map(|note| note_item(index, note, &Terms::default())).collect();
    let opinions = opinions(index, id);
    let voices = most_voices(index, conference);
    let parts = [
        ("themes", phrases.themes, 0),
        ("opinions", phrases.opinions, opinions.len()),
        ("voices", language_words().story.most_voices, usize::from(voices.is_some())),
        ("recaps", phrases.recaps, recaps.len()),
        ("talks", words().talks(), talks.len()),
        ("other-notes", phrases.other_notes, notes.len()),
    ];
    let favorites = (!opinions.is_empty()).then(|| {
        section(phrases.opinions.to_owned())
            .attr("id", "opinions")
            .child(el("ul").class("favorites").children(opinions))
    });
    let is_held = !recaps.is_empty() || !talks.is_empty();
    let series = index.catalog().series.iter().find(|series| series.id == conference.series);
    let filter = is_held.then(|| {
        filter_link(choices_href([FacetValue::Conference(id.clone())]), phrases.filter_by_edition)
    });
    let body = if is_held {
        many([
            theme_changes(index, conference),
            favorites,
            voices,
            list_section(words().n_recaps(recaps.len()), recaps).map(|it| it.attr("id", "recaps")),
            list_section(words().n_talks(talks.len()), talks).map(|it| it.attr("id", "talks")),
            list_section(phrases.other_notes.to_owned(), notes)
                .map(|it| it.attr("id", "other-notes")),
        ])
    } else {
        el("p").class("lead").child(phrases.nothing_held).into_node()
    };
    page_frame(PageParts {
        kicker: series.map_or_else(|| words().edition(), |series| &series.name).to_owned(),
        title: conference.name.clone(),
        lead: lead(conference).into_node(),
        facts: many([
            Some(other_facts(index, conference, facts())),
            is_held.then(|| outline(&parts)),
            filter,
        ]),
        body,
    })
}

/// When and where, in a line. Nothing if neither is known.
fn lead(conference: &Conference) -> Option<Element> {
    let parts = [dates(conference), text(&conference.venue), place(conference)];
    let parts: Vec<Element> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| el("ul").class("facts lead-facts").children(parts))
}

/// The parts of the page, each with its size.
fn outline(parts: &[(&'static str, &'static str, usize)]) -> Element {
    let part = |(id, name, count): &(&'static str, &'static str, usize)| {
        let link = el("a").attr("href", "#".to_owned() + id).child(*name);
        let count = el("span").class("count").child((*count > 0).then_some(*count));
        el("li").child(link).child(" ").child(count)
    };
    let there = parts.iter().filter(|(id, _, count)| *count > 0 || *id == "themes");
    frame::outline(el("ul").children(there.map(part)))
}

/// A recap in a list, without the edition that the page is about.
fn recap_line(index: &EntityIndex, recap: &Recap) -> Element {
    let n_talks = index.talks_of_recap(&recap.id).len();
    let n_copies = recap.copies.len();
    let copies = (n_copies > 1).then(|| el("li").child(words().n_copies(n_copies)));
    let facts = facts()
        .child(text(author(recap).unwrap_or_default()))
        .child(date(recap.published))
        .child(el("li").child(words().recap_holdings(recap.notes.len(), n_talks)))
        .child(copies);
    let link = el("a").class("note-title").attr("href", recap_href(&recap.id));
    let sentence = first_sentence(index.notes_of_recap(&recap.id).get(..1).unwrap_or_default());
    el("li").class("note-item").child(link.child(recap.title.clone())).child(facts).child(sentence)
}

/// The distinctions that authors gave to talks, each in its author's words. They are not summed up, because they are
/// opinions.
fn opinions(index: &EntityIndex, id: &ConferenceId) -> Vec<Element> {
    let notes = index.notes_of_conference(id).into_iter().filter(|note| !note.award.is_empty());
    let opinion = |note: &NoteHead| {
        let talk = note.talk.as_ref().and_then(|id| index.talk(id));
        let (to, title) = match talk {
            Some(talk) => (talk_href(&talk.id), talk.title.clone()),
            None => (note_href(note), note.title.clone()),
        };
        let author = el("a").attr("href", note_href(note)).child(note_signature(index, note));
        let by = el("p").class("note-authors").child("— ").child(author);
        el("li")
            .child(el("blockquote").child(el("p").child(note.award.clone())))
            .child(by)
            .child(el("a").class("note-title").attr("href", to).child(title))
            .child(first_sentence(&[note]))
    };
    notes.map(opinion).collect()
}

/// The notes on a talk that somebody wrote. What the conference itself published is its abstract.
fn written_notes<'a>(
    index: &'a EntityIndex,
    conference: &Conference,
    talk: &Talk,
) -> Vec<&'a NoteHead> {
    let is_its_own = |note: &NoteHead| {
        index.recap(&note.recap).is_some_and(|recap| {
            recap.author.is_empty()
                && recap.copies.iter().any(|copy| copy.publisher == conference.name)
        })
    };
    index.notes_of_talk(&talk.id).into_iter().filter(|note| !is_its_own(note)).collect()
}

/// The talk that most authors wrote about, with their notes side by side. Nothing if no talk has two authors.
fn most_voices(index: &EntityIndex, conference: &Conference) -> Option<Element> {
    let voices = |talk: &Talk| {
        let notes = written_notes(index, conference, talk);
        sorted_once(notes.iter().map(|note| note_signature(index, note))).len()
    };
    let talks = index.talks_of_conference(&conference.id).into_iter().enumerate();
    // The first if several have the most.
    let most = talks.max_by_key(|(place, talk)| (voices(talk), Reverse(*place)));
    let (_, talk) = most.filter(|(_, talk)| voices(talk) > 1)?;
    let story = &language_words().story;
    let notes = written_notes(index, conference, talk);
    let told = sorted_once(notes.iter().map(|note| note_signature(index, note)));
    let voice = |author: String| {
        let own: Vec<&NoteHead> =
            notes.iter().filter(|note| note_signature(index, note) == author).copied().collect();
        let to = own.first().map(|note| note_href(note)).unwrap_or_default();
        el("div")
            .child(el("p").class("note-authors").child(el("a").attr("href", to).child(author)))
            .child(opening(&own))
    };
    let to = talk_href(&talk.id);
    let title = el("a").attr("href", to.clone()).child(talk.title.clone());
    let all = el("a").attr("href", to).child((story.all_notes)(notes.len()));
    Some(
        section(story.most_voices.to_owned())
            .attr("id", "voices")
            .child(el("h3").class("voices-talk").child(title))
            .child(byline(index, &talk.speakers))
            .child(
                el("div")
                    .class("notes-side-by-side side-voices")
                    .children(told.into_iter().map(voice)),
            )
            .child(el("p").class("page-links").child(all)),
    )
}

/// When, where, how many, and the addresses of the event.
pub(super) fn fact_list(index: &EntityIndex, conference: &Conference) -> Element {
    let facts =
        facts().child(dates(conference)).child(text(&conference.venue)).child(place(conference));
    other_facts(index, conference, facts)
}

/// Adds to `facts` how many came, and the addresses of the event.
fn other_facts(index: &EntityIndex, conference: &Conference, facts: Element) -> Element {
    let links = conference.links.iter();
    let links = links.map(|it| link(it.url.clone(), (page_words().link_kind)(it.kind).to_owned()));
    let calendar = calendar_path(conference)
        .map(|path| link(file_href(&path), page_words().as_calendar.to_owned()));
    facts
        .child(attendance(index, conference))
        .child(text(if conference.is_derived { page_words().is_derived } else { "" }))
        .children(links)
        .child(calendar)
}
