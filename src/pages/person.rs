//! The page of a person: the talks they gave, and where they are mentioned.

use super::{
    author::recaps_of_person,
    link::organization_href,
    note::note_item,
    page_words::page_words,
    parts::frame::{PageParts, filter_link, list_section, page_frame, section},
    reading_list::starred,
    talk::card::talk_card,
};
use crate::{
    model::{NoteHead, OrganizationId, PartialDate, Person, Talk},
    query::{EntityIndex, FacetValue, Terms, sorting::sort_by_key},
    ui::{
        display_names::organization_name,
        dom::{Child as _, Element, Node, el, many, nothing},
        facts::facts,
        link::choices_href,
        state::words::words,
    },
};
use std::cmp::Reverse;

/// The page of a person.
pub(super) fn page(index: &EntityIndex, person: &Person) -> Node {
    let phrases = page_words();
    let talks = index.talks_of_person(&person.id);
    let aliases = (!person.aliases.is_empty())
        .then(|| el("li").child((phrases.also_spelled)(&person.aliases)));
    let facts = facts().child(spoken_for(index, &talks, person)).child(aliases);
    let to = choices_href([FacetValue::Person(person.id.clone())]);
    page_frame(PageParts {
        kicker: phrases.person.to_owned(),
        title: person.name.clone(),
        lead: nothing(),
        facts: many([facts, filter_link(to, phrases.filter_by_person)]),
        body: many([
            talks_and_notes(
                index,
                (phrases.spoke_in)(talks.len()),
                &talks,
                index.notes_of_person(&person.id),
            ),
            recaps_of_person(index, &person.id).into_node(),
        ]),
    })
}

/// Talks under a title, and the notes that are not about one of them. Notes on a talk are on the talk's page.
pub(super) fn talks_and_notes(
    index: &EntityIndex,
    title: String,
    talks: &[&Talk],
    notes: Vec<&NoteHead>,
) -> Node {
    let phrases = page_words();
    let is_on_one = |note: &&NoteHead| talks.iter().any(|it| note.talk.as_ref() == Some(&it.id));
    let named: Vec<&NoteHead> = notes.into_iter().filter(|note| !is_on_one(note)).collect();
    let items = named.iter().map(|note| note_item(index, note, &Terms::default())).collect();
    many([
        talks_by_year(index, title, talks).into_node(),
        list_section(phrases.named_in.to_owned(), items).into_node(),
    ])
}

/// The talks by year, latest first.
fn talks_by_year(index: &EntityIndex, title: String, talks: &[&Talk]) -> Option<Element> {
    let year = |talk: &Talk| year_of(index, talk);
    let mut years: Vec<Option<u16>> = talks.iter().map(|talk| year(talk)).collect();
    sort_by_key(&mut years, |year| Reverse(*year));
    years.dedup();
    let groups = years.into_iter().map(|wanted| {
        let own = talks.iter().filter(|talk| year(talk) == wanted);
        let cards = own.map(|talk| starred(talk_card(&talk.id, 4), &talk.id));
        let name =
            wanted.map_or_else(|| words().unknown_year().to_owned(), |year| year.to_string());
        el("div")
            .class("year-group")
            .child(el("h3").child(name))
            .child(el("ul").class("plain").children(cards))
    });
    (!talks.is_empty()).then(|| section(title).children(groups))
}

/// The organizations that somebody spoke for, each with the years.
fn spoken_for(index: &EntityIndex, talks: &[&Talk], person: &Person) -> Vec<Element> {
    let mut known: Vec<(&OrganizationId, Vec<String>)> = Vec::new();
    for talk in talks {
        let year = year_of(index, talk).map(|year| year.to_string());
        let own = talk.speakers.iter().filter(|speaker| speaker.person == person.id);
        for id in own.flat_map(|speaker| &speaker.organizations) {
            match known.iter_mut().find(|(organization, _)| *organization == id) {
                Some((_, years)) if year.as_ref().is_some_and(|it| !years.contains(it)) => {
                    years.extend(year.clone());
                }
                Some(_) => {}
                None => known.push((id, year.clone().into_iter().collect())),
            }
        }
    }
    let item = |(id, mut years): (&OrganizationId, Vec<String>)| {
        years.reverse();
        let link = el("a").attr("href", organization_href(id)).child(organization_name(index, id));
        let years = years.join(", ");
        let years = if years.is_empty() { years } else { format!(" ({years})") };
        el("li").child(page_words().spoke_for).child(" ").child(link).child(years)
    };
    known.into_iter().map(item).collect()
}

fn year_of(index: &EntityIndex, talk: &Talk) -> Option<u16> {
    let conference = talk.conference.as_ref().and_then(|id| index.conference(id));
    conference.and_then(|it| it.start).or(talk.day).map(PartialDate::year)
}
