//! The recaps that hold a match.

use super::{
    explorer::{Explorer, explorer},
    facts::date,
    link::{conference_href, recap_href},
    marked::marked,
    names::short_name,
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
#[component]
pub(crate) fn RecapsView() -> impl IntoView {
    let explorer = explorer();
    let recaps = Memo::new(move |_| found_recaps(explorer));
    view! {
        <h2 class="visually-hidden">{words().recaps}</h2>
        <ol class="recaps">
            <For each=move || recaps.get() key=Clone::clone children=|id| {
                let index = explorer_index();
                index.recap(&id).map(|recap| view! { <li>{recap_item(&index, recap)}</li> })
            } />
        </ol>
    }
    .into_any()
}

fn explorer_index() -> std::sync::Arc<Index> {
    explorer().index()
}

/// The recaps with a hit, in the order asked for.
fn found_recaps(explorer: Explorer) -> Vec<RecapId> {
    let index = explorer.index();
    let found = explorer.matches().with(|matches| {
        sorted_once(matches.hits.iter().flat_map(|hit| recaps_of(&index, hit.entry)))
    });
    let all = &index.catalog().recaps;
    let mut recaps: Vec<&Recap> = all.iter().filter(|recap| found.binary_search(&&recap.id).is_ok()).collect();
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

fn recaps_of(index: &Index, entry: EntryId) -> Vec<&RecapId> {
    let notes = match index.entry(entry).map(|entry| &entry.about) {
        Some(About::Talk(id)) => index.notes_of_talk(id),
        Some(About::Note(id)) => index.note(id).into_iter().collect(),
        None => Vec::new(),
    };
    notes.into_iter().map(|note| &note.recap).collect()
}

/// A recap in a list: title, who wrote it, when, about which edition, and how much of it is held.
pub(crate) fn recap_item(index: &Index, recap: &Recap) -> impl IntoView + use<> {
    let words = words();
    let edition = recap.conference.as_ref().map(|id| {
        view! { <li><a href=conference_href(id)>{short_name(index, id)}</a></li> }
    });
    let author = (!recap.author.is_empty()).then(|| view! { <li>{recap.author.clone()}</li> });
    let n_talks = index.talks_of_recap(&recap.id).len();
    let n_copies =
        (recap.copies.len() > 1).then(|| view! { <li>{(words.n_copies)(recap.copies.len())}</li> });
    view! {
        <article class="recap">
            <h3><a href=recap_href(&recap.id)>{marked(recap.title.clone())}</a></h3>
            <ul class="facts">
                {author}
                {date(recap.published)}
                {edition}
                <li>{(words.recap_holdings)(recap.notes.len(), n_talks)}</li>
                {n_copies}
            </ul>
        </article>
    }
    .into_any()
}
