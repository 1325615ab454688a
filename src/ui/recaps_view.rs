//! The recaps that hold a match.

use super::{
    explorer::{Explorer, explorer},
    facts::{date, facts, link, text},
    link::{conference_href, recap_href},
    marked::marked,
    names::short_name,
    node::{Child as _, Element, Item, Node, el, keyed, many},
    strings::words,
};
use crate::{
    model::{Recap, RecapId},
    query::{
        About, EntryId, Index, Query, Sort,
        sorting::{sort_by, sort_by_key, sorted_once},
    },
};
use leptos::prelude::*;
use std::cmp::Reverse;

/// The recaps that hold a match.
pub(crate) fn recaps_view() -> Node {
    let explorer = explorer();
    let items = move || {
        let recaps = found_recaps(explorer).into_iter();
        recaps.map(|id| Item::new(id.to_string(), move || item(&id).into_node())).collect()
    };
    many([
        el("h2").class("visually-hidden").child(words().recaps),
        el("ol").class("recaps").child(keyed(items)),
    ])
}

fn item(id: &RecapId) -> Option<Element> {
    let index = explorer().index();
    index.recap(id).map(|recap| el("li").child(recap_item(&index, recap)))
}

/// The recaps with a hit, in the order asked for.
fn found_recaps(explorer: Explorer) -> Vec<RecapId> {
    let index = explorer.index();
    let found = explorer.matches().with(|matches| {
        sorted_once(matches.hits.iter().flat_map(|hit| recaps_of(&index, hit.entry)))
    });
    let all = index.catalog().recaps.iter();
    let mut recaps: Vec<&Recap> =
        all.filter(|recap| found.binary_search(&&recap.id).is_ok()).collect();
    match explorer.query().with(Query::order) {
        // The catalog has the newest edition first.
        Sort::Newest | Sort::Relevance => {}
        Sort::Oldest => sort_by_key(&mut recaps, |recap| Reverse(place(&index, recap))),
        Sort::Title => sort_by(&mut recaps, |a, b| a.title.cmp(&b.title)),
    }
    recaps.into_iter().map(|recap| recap.id.clone()).collect()
}

fn place(index: &Index, recap: &Recap) -> Option<usize> {
    let wanted = recap.conference.as_ref()?;
    index.catalog().conferences.iter().position(|conference| conference.id == *wanted)
}

fn recaps_of(index: &Index, entry: EntryId) -> impl Iterator<Item = &RecapId> {
    let notes = match index.entry(entry).map(|entry| &entry.about) {
        Some(About::Talk(id)) => index.notes_of_talk(id),
        Some(About::Note(id)) => index.note(id).into_iter().collect(),
        None => Vec::new(),
    };
    notes.into_iter().map(|note| &note.recap)
}

/// A recap in a list: title, who wrote it, when, about which edition, and how much of it is held.
pub(crate) fn recap_item(index: &Index, recap: &Recap) -> Element {
    let words = words();
    let edition = recap.conference.as_ref();
    let n_talks = index.talks_of_recap(&recap.id).len();
    let n_copies = recap.copies.len();
    let copies = (n_copies > 1).then(|| el("li").child((words.n_copies)(n_copies)));
    let title = el("a").attr("href", recap_href(&recap.id)).child(marked(recap.title.clone()));
    let facts = facts()
        .child(text(&recap.author))
        .child(date(recap.published))
        .child(edition.map(|id| link(conference_href(id), short_name(index, id))))
        .child(el("li").child((words.recap_holdings)(recap.notes.len(), n_talks)))
        .child(copies);
    el("article").class("recap").child(el("h3").child(title)).child(facts)
}
