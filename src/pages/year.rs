//! The page of a year: its editions, and what was said there.

use super::{
    conference::fact_list,
    page_words::page_words,
    parts::frame::{PageParts, filter_link, page_frame},
    reading_list::starred,
    talk::card::talk_card,
};
use crate::{
    model::Conference,
    query::{EntityIndex, FacetValue},
    ui::{
        dom::{Element, Node, el, many, nothing},
        link::{choices_href, conference_href, year_href},
    },
};

/// The page of a year that the collection has.
pub(super) fn page(index: &EntityIndex, year: u16) -> Node {
    let phrases = page_words();
    let conferences = index.catalog().conferences.iter();
    let editions = conferences.filter(|it| it.start.is_some_and(|start| start.year() == year));
    let years = index.years();
    let place = years.iter().position(|known| *known == year).unwrap_or_default();
    let before = place.checked_sub(1).and_then(|place| years.get(place));
    let neighbors = [before, years.get(place + 1)].into_iter().flatten();
    let neighbors = neighbors
        .map(|year| el("li").child(el("a").attr("href", year_href(*year)).child(year.to_string())));
    let filter = filter_link(choices_href([FacetValue::Year(year)]), phrases.filter_by_year);
    page_frame(PageParts {
        kicker: phrases.year.to_owned(),
        title: year.to_string(),
        lead: nothing(),
        facts: many([el("ul").class("facts").children(neighbors), filter]),
        body: many(editions.map(|it| edition(index, it))),
    })
}

fn edition(index: &EntityIndex, conference: &Conference) -> Element {
    let talks = index.talks_of_conference(&conference.id);
    let talks = talks.into_iter().map(|talk| starred(talk_card(&talk.id, 3), &talk.id));
    let is_held = !index.recaps_of_conference(&conference.id).is_empty();
    let nothing_held = (!is_held).then(|| el("p").child(page_words().nothing_held));
    let name = el("a").attr("href", conference_href(&conference.id)).child(conference.name.clone());
    el("section")
        .class("page-section")
        .child(el("h2").child(name))
        .child(fact_list(index, conference))
        .child(nothing_held)
        .child(el("ul").class("plain").children(talks))
}
