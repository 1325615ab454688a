//! The recaps with a match.

use crate::{
    model::{Recap, RecapId},
    query::{
        EntityIndex, Query, Sort,
        sorting::{sort_by, sort_by_key},
        to_usize,
    },
    ui::{
        display_names::short_name,
        dom::{Child as _, Element, Item, Node, el, keyed, many},
        facts::{date, facts, link, text},
        link::{conference_href, recap_href},
        marked::marked,
        state::{
            explorer::{Explorer, explorer},
            words::words,
        },
    },
};
use std::cmp::Reverse;

/// The recaps with a match.
pub(crate) fn recaps_view() -> Node {
    let explorer = explorer();
    let items = move || {
        let recaps = found_recaps(explorer).into_iter();
        recaps.map(|id| Item::new(id.to_string(), move || item(&id).into_node())).collect()
    };
    many([
        el("h2").class("visually-hidden").child(words().recaps()),
        el("ol").class("recaps").child(keyed(items)),
    ])
}

fn item(id: &RecapId) -> Option<Element> {
    let index = explorer().index();
    index.recap(id).map(|recap| el("li").child(recap_item(&index, recap)))
}

/// The recaps with a match, in the chosen order.
fn found_recaps(explorer: Explorer) -> Vec<RecapId> {
    let engine = explorer.engine();
    let mut is_hit = vec![false; engine.n_entries()];
    explorer.matches().with(|matches| {
        for hit in &matches.hits {
            if let Some(is_hit) = is_hit.get_mut(hit.entry.0) {
                *is_hit = true;
            }
        }
    });
    let is_found = |entries: &[u32]| {
        entries.iter().any(|entry| is_hit.get(to_usize(*entry)).copied().unwrap_or_default())
    };
    let all = engine.tables().recaps.iter().zip(engine.of_recaps());
    let mut recaps: Vec<&Recap> =
        all.filter(|(_, entries)| is_found(entries)).map(|(recap, _)| recap).collect();
    match explorer.query().with(Query::order) {
        // The catalog has the newest edition first.
        Sort::Relevance => {}
        order @ (Sort::Newest | Sort::Oldest) => {
            sort_by_key(&mut recaps, |recap| Reverse(recap.published));
            if order == Sort::Oldest {
                recaps.reverse();
            }
        }
        Sort::Title => sort_by(&mut recaps, |a, b| a.title.cmp(&b.title)),
    }
    recaps.into_iter().map(|recap| recap.id.clone()).collect()
}

/// A recap in a list: title, author, date, conference, and number of notes.
pub(crate) fn recap_item(index: &EntityIndex, recap: &Recap) -> Element {
    let words = words();
    let edition = recap.conference.as_ref();
    let place = index.position_of_recap(&recap.id);
    let n_talks = place.map_or(0, |place| explorer().engine().n_talks_of_recap(place));
    let n_copies = recap.copies.len();
    let copies = (n_copies > 1).then(|| el("li").child(words.n_copies(n_copies)));
    let title = el("a").attr("href", recap_href(&recap.id)).child(marked(recap.title.clone()));
    let facts = facts()
        .child(text(&recap.author))
        .child(date(recap.published))
        .child(edition.map(|id| link(conference_href(id), short_name(index, id))))
        .child(el("li").child(words.recap_holdings(recap.notes.len(), n_talks)))
        .child(copies);
    el("article").class("recap").child(el("h3").child(title)).child(facts)
}
