//! The page of an edition: what is known of it, who wrote about it, and what was said there.

use super::{
    changes::theme_changes,
    frame::{PageParts, filter_link, list_section, page_frame},
    note::note_item,
    reading_list::starred,
};
use crate::{
    model::{Conference, ConferenceId, NoteHead, Recap},
    query::{Choice, Index, Terms},
    ui::{
        card::talk_card,
        facts::{attendance_facts, date, dates, facts, link, place, text},
        link::{calendar_path, choices_href, file_href, note_href, recap_href, talk_href},
        names::{author, note_signature},
        node::{Child as _, Element, Node, el, many, nothing},
        strings::{page_words, words},
    },
};

/// The page of an edition.
pub(super) fn page(index: &Index, conference: &Conference) -> Node {
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
    let parts = [
        ("recaps", phrases.recaps, recaps.len()),
        ("themes", phrases.themes, 0),
        ("opinions", phrases.opinions, opinions.len()),
        ("talks", words().talks(), talks.len()),
        ("passages", phrases.other_passages, notes.len()),
    ];
    let is_held = !recaps.is_empty() || !talks.is_empty();
    let series = index.catalog().series.iter().find(|series| series.id == conference.series);
    let filter = is_held.then(|| {
        filter_link(choices_href([Choice::Conference(id.clone())]), phrases.filter_by_edition)
    });
    let body = if is_held {
        many([
            list_section(words().n_recaps(recaps.len()), recaps).map(|it| it.attr("id", "recaps")),
            theme_changes(index, conference),
            list_section(phrases.opinions.to_owned(), opinions).map(|it| it.attr("id", "opinions")),
            list_section(words().n_talks(talks.len()), talks).map(|it| it.attr("id", "talks")),
            list_section(phrases.other_passages.to_owned(), notes)
                .map(|it| it.attr("id", "passages")),
        ])
    } else {
        el("p").class("lead").child(phrases.nothing_held).into_node()
    };
    page_frame(PageParts {
        kicker: series.map_or_else(|| words().edition(), |series| &series.name).to_owned(),
        title: conference.name.clone(),
        lead: nothing(),
        facts: many([Some(fact_list(index, conference)), is_held.then(|| outline(&parts)), filter]),
        body,
    })
}

/// The parts of the page, with how much is in each.
fn outline(parts: &[(&'static str, &'static str, usize)]) -> Element {
    let part = |(id, name, count): &(&'static str, &'static str, usize)| {
        let link = el("a").attr("href", "#".to_owned() + id).child(*name);
        let count = el("span").class("count").child((*count > 0).then_some(*count));
        el("li").child(link).child(" ").child(count)
    };
    let there = parts.iter().filter(|(id, _, count)| *count > 0 || *id == "themes");
    el("nav")
        .class("outline")
        .attr("aria-label", page_words().outline)
        .child(el("ul").children(there.map(part)))
}

/// A recap in a list, without the edition that the page is about.
fn recap_line(index: &Index, recap: &Recap) -> Element {
    let n_talks = index.talks_of_recap(&recap.id).len();
    let n_copies = recap.copies.len();
    let copies = (n_copies > 1).then(|| el("li").child(words().n_copies(n_copies)));
    let facts = facts()
        .child(text(author(recap).unwrap_or_default()))
        .child(date(recap.published))
        .child(el("li").child(words().recap_holdings(recap.notes.len(), n_talks)))
        .child(copies);
    let link = el("a").class("note-title").attr("href", recap_href(&recap.id));
    el("li").class("note-item").child(link.child(recap.title.clone())).child(facts)
}

/// The distinctions that authors gave to talks, each in its author's words. Nobody sums them up: they
/// are opinions.
fn opinions(index: &Index, id: &ConferenceId) -> Vec<Element> {
    let notes = index.notes_of_conference(id).into_iter().filter(|note| !note.award.is_empty());
    let opinion = |note: &NoteHead| {
        let talk = note.talk.as_ref().and_then(|id| index.talk(id));
        let (to, title) = match talk {
            Some(talk) => (talk_href(&talk.id), talk.title.clone()),
            None => (note_href(note), note.title.clone()),
        };
        let recap = el("a").attr("href", note_href(note)).child(note_signature(index, note));
        el("li")
            .class("note-item")
            .child(el("p").class("award").child(el("q").child(note.award.clone())))
            .child(el("a").class("note-title").attr("href", to).child(title))
            .child(
                el("p")
                    .class("note-authors")
                    .child(page_words().opinion_of)
                    .child(" ")
                    .child(recap),
            )
    };
    notes.map(opinion).collect()
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
